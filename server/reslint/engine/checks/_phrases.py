"""Many phrases found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from ._words import alternation

FEW = 40
"""Of more phrases than this the text is not searched for each before it is read."""
_WORD = r"[\w-]+"


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
        """What the phrases begin with; None for a short list, or where one of them does not begin with a word."""
        if self._at == "start" or len(self._phrases) <= FEW:
            return None
        words = [re.match(_WORD, phrase.lower() if self._ignore_case else phrase) for phrase in self._phrases]
        return None if None in words else frozenset(word[0] for word in words if word is not None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The phrases in a text; none overlaps another."""
        first_words = self._first_words
        if first_words is None:
            yield from self._pattern.finditer(text)
            return
        after = 0
        for word in re.finditer(_WORD, text):
            if word.start() < after or (word[0].lower() if self._ignore_case else word[0]) not in first_words:
                continue
            match = self._pattern.match(text, word.start())
            if match is not None:
                after = match.end()
                yield match
