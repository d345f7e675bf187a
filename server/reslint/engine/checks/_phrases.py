"""Many phrases found in one pass."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from ...text.regex import lazy
from ._words import alternation, keywords

FEW = 40
"""Of more phrases than this the text is not searched for each before it is read."""
_MOST_KEYWORDS = 64
_WORD = lazy(r"[\w-]+")


class Phrases:
    """Whole phrases, the longest that fits, from left to right (see `alternation`).

    A long list is looked up word by word, so that a text is read once however long the list is.
    """

    def __init__(self, phrases: Iterable[str], *, at: str, ignore_case: bool) -> None:
        self._phrases = tuple(phrases)
        self._at = at
        self._ignore_case = ignore_case

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return alternation(self._phrases, at=self._at, ignore_case=self._ignore_case)

    @cached_property
    def _first_words(self) -> frozenset[str] | None:
        """What the phrases begin with; None where the text is searched for all of them at once."""
        is_short = self._at == "start" or len(self._phrases) <= FEW
        return None if is_short else first_words(self._phrases)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The phrases in a text; none overlaps another."""
        begin = self._first_words
        if begin is None:
            yield from self._pattern.finditer(text)
            return
        if begin.isdisjoint(_WORD.findall(text.lower())):
            return
        after = 0
        for word in _WORD.finditer(text):
            if word.start() < after or word[0].lower() not in begin:
                continue
            match = self._pattern.match(text, word.start())
            if match is not None:
                after = match.end()
                yield match


def first_words(phrases: Iterable[str]) -> frozenset[str] | None:
    """The words with which phrases begin, in small letters; None where one does not begin with a word.

    A text that holds one of the phrases holds one of these between characters that are neither part of a word nor a
    hyphen.
    """
    words = [_WORD.match(phrase.strip().lower()) for phrase in phrases]
    return None if None in words else frozenset(word[0] for word in words if word is not None)


def clues(phrases: Collection[str]) -> tuple[frozenset[str] | None, frozenset[str] | None]:
    """For a check that looks for phrases its `keywords` and its `first_words`, of which a long list has the latter."""
    begin = first_words(phrases) if len(phrases) > FEW else None
    if begin is not None:
        return None, begin
    return (keywords(phrases) if len(phrases) <= _MOST_KEYWORDS else None), None
