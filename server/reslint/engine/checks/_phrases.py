"""Many phrases found in one pass."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from ..search.batch import Clues
from ..search.need import WORD, rows_of, runs
from ._words import alternation, keywords

FEW = 40
"""Of more phrases than this the text is not searched for each before it is read."""
_SECOND = 30
"""So many characters of the second word of a phrase are looked at before the phrase is."""
_REMEMBERED = 512
"""Texts whose words are kept: several lists are looked for in each."""


class PhraseFinder:
    """Whole phrases, the longest that fits, from left to right (see `alternation`).

    Of a long list only those are looked for of which a text has all words, so that a text is read once however long
    the list is.
    """

    def __init__(self, phrases: Iterable[str], *, at: str, ignore_case: bool) -> None:
        self._phrases = tuple(phrases)
        self._at = at
        self._ignore_case = ignore_case
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._seconds: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return alternation(self._phrases, at=self._at, ignore_case=self._ignore_case)

    @cached_property
    def _rows(self) -> Mapping[str, Sequence[Sequence[str]]] | None:
        """The runs of the phrases; None where the text is searched for all phrases at once."""
        if self._at == "start" or len(self._phrases) <= FEW:
            return None
        keys = [self._key(phrase.strip()) for phrase in self._phrases]
        return rows_of(keys) if all(map(WORD.match, keys)) else None

    @cached_property
    def _by_first_word(self) -> Mapping[str, Sequence[str]]:
        """The phrases by the word they begin with."""
        found: dict[str, list[str]] = {}
        for phrase in self._phrases:
            key = self._key(phrase.strip())
            word = WORD.match(key)
            found.setdefault(word[0] if word is not None else key, []).append(phrase)
        return found

    def _key(self, words: str) -> str:
        return words.lower() if self._ignore_case else words

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The phrases in a text; none overlaps another."""
        rows = self._rows
        if rows is None:
            yield from self._pattern.finditer(text)
            return
        own = (_small_runs if self._ignore_case else _runs)(text)
        firsts = {row[0].partition(" ")[0] for run in rows.keys() & own for row in rows[run] if own.issuperset(row)}
        if not firsts:
            return
        after = 0
        for word in WORD.finditer(text):
            first = self._key(word[0])
            if first not in firsts or word.start() < after:
                continue
            phrases = self._by_first_word[first]
            # A word that is a phrase by itself needs no pattern, which would have to be made.
            alone = len(phrases) == 1 and self._key(phrases[0].strip()) == first
            if not alone and not self._may_go_on(first, text, word.end()):
                continue
            match = word if alone else self._beginning(first).match(text, word.start())
            if match is not None:
                after = match.end()
                yield match

    def _may_go_on(self, first: str, text: str, at: int) -> bool:
        """Whether what follows the first word of some phrases may be that of one: sooner told than by a pattern."""
        seconds = self._seconds.get(first)
        if seconds is None:
            rests = [self._key(phrase.strip())[len(first) :].split() for phrase in self._by_first_word[first]]
            several = [rest[0][:_SECOND] if rest and rest[0].isascii() else "" for rest in rests]
            seconds = self._seconds[first] = tuple(dict.fromkeys(several))
        while text[at : at + 1].isspace():
            at += 1
        following = text[at : at + _SECOND]
        return not following.isascii() or self._key(following).startswith(seconds)

    def _beginning(self, first: str) -> re.Pattern[str]:
        """A pattern for the phrases that begin with a word."""
        if first not in self._patterns:
            phrases = self._by_first_word[first]
            self._patterns[first] = alternation(phrases, at=self._at, ignore_case=self._ignore_case)
        return self._patterns[first]


_runs = lru_cache(maxsize=_REMEMBERED)(runs)


@lru_cache(maxsize=_REMEMBERED)
def _small_runs(text: str) -> frozenset[str]:
    return runs(text.lower())


def clues_to(phrases: Collection[str], *, ignore_case: bool) -> Clues:
    """The clues by which a check that looks for whole phrases knows which texts to read.

    In small letters the right words may be the same as the wrong ones: where capitals matter, the words themselves
    must be there. Of a long list of others each phrase has all its runs of words.
    """
    if not all(map(str.split, phrases)):
        return Clues()
    if not ignore_case:
        rows = rows_of(phrases)
        return Clues(keywords(phrases)) if rows is None else Clues(keywords(phrases), spelled=rows)
    if len(phrases) <= FEW:
        return Clues(keywords(phrases))
    return Clues(runs=rows_of(list(map(str.lower, phrases))))
