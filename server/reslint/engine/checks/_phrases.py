"""Many phrases found in one pass."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ...text.regex import lazy
from ..search.batch import Clues
from ._words import alternation, keywords

FEW = 40
"""Of more phrases than this the text is not searched for each before it is read."""
_SECOND = 30
"""So many characters of the second word of a phrase are looked at before the phrase is."""
_WORD = lazy(r"[\w-]+")


class PhraseFinder:
    """Whole phrases, the longest that fits, from left to right (see `alternation`).

    A long list is looked up word by word, so that a text is read once however long the list is.
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
    def _by_first_word(self) -> Mapping[str, Sequence[str]] | None:
        """The phrases by the word they begin with; None where the text is searched for all of them at once."""
        if self._at == "start" or len(self._phrases) <= FEW:
            return None
        found: dict[str, list[str]] = {}
        small = self._ignore_case
        for phrase in self._phrases:
            key = phrase.strip()
            key = key.lower() if small else key
            if not key.isalnum():
                words = _WORD.match(key)
                if words is None:
                    return None
                key = words[0]
            found.setdefault(key, []).append(phrase)
        return found

    def _key(self, words: str) -> str:
        return words.lower() if self._ignore_case else words

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The phrases in a text; none overlaps another."""
        by_first_word = self._by_first_word
        if by_first_word is None:
            yield from self._pattern.finditer(text)
            return
        after = 0
        for word in _WORD.finditer(text):
            if word.start() < after or (phrases := by_first_word.get(first := self._key(word[0]))) is None:
                continue
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
            rests = [self._key(phrase.strip())[len(first) :].split() for phrase in (self._by_first_word or {})[first]]
            several = [rest[0][:_SECOND] if rest and rest[0].isascii() else "" for rest in rests]
            seconds = self._seconds[first] = tuple(dict.fromkeys(several))
        while text[at : at + 1].isspace():
            at += 1
        following = text[at : at + _SECOND]
        return not following.isascii() or self._key(following).startswith(seconds)

    def _beginning(self, first: str) -> re.Pattern[str]:
        """A pattern for the phrases that begin with a word."""
        if first not in self._patterns:
            phrases = (self._by_first_word or {})[first]
            self._patterns[first] = alternation(phrases, at=self._at, ignore_case=self._ignore_case)
        return self._patterns[first]


def clues_to(phrases: Collection[str], *, ignore_case: bool) -> Clues:
    """The clues by which a check that looks for whole phrases knows which texts to read.

    In small letters the right words may be the same as the wrong ones: where capitals matter, the words themselves
    must be there. Of a long list of others the longest word of each phrase is among the whole words. A text that
    holds the phrase holds this word between characters that are neither part of a word nor a hyphen.
    """
    if not all(map(str.split, phrases)):
        return Clues()
    if not ignore_case:
        return Clues(keywords(phrases), phrases=tuple(tuple(phrase.split()) for phrase in phrases))
    if len(phrases) <= FEW:
        return Clues(keywords(phrases))
    by_longest: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        longest = phrase.lower()
        row = [longest]
        if not longest.isalnum():
            row = _WORD.findall(longest)
            if not row:
                return Clues()
            longest = max(row, key=len)
        by_longest.setdefault(longest, []).append(row)
    return Clues(whole_words=by_longest)
