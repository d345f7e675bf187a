"""Words that are one slip of the finger away from a word that print uses.

A slip leaves a letter out, puts one in, writes another, or swaps two neighbours. The lexicon `spelling` says which
words print uses, and which other words are right and look like one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

_REMEMBERED = 16_384
_TOLD = 4
"""By so many letters at its start or end a word is told from common ones."""


class Spelling:
    """The words of a lexicon `spelling`, in small letters."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` is the lexicon: `common` and `other` words between blanks, `beginnings` and `endings`."""
        common = data["common"].split()
        self._ranks = {word: rank for rank, word in enumerate(common)}
        self._known = self._ranks.keys() | data["other"].split()
        self._beginnings = tuple(data.get("beginnings") or ())
        self._endings = tuple(data.get("endings") or ())
        self._letters = "".join(sorted(set().union(*common)))
        self.meant = lru_cache(maxsize=_REMEMBERED)(self._meant)
        self._right: set[str] = set()
        self._starts: dict[int, set[str]] = {}
        self._ends: dict[int, set[str]] = {}
        """By length, what the common words begin and end with."""

    def doubtful(self, words: Iterable[str]) -> set[str]:
        """Those of some words, as they are written, that may mean another: most have been met before and do not."""
        doubtful = set(words) - self._right
        if doubtful:
            right = {word for word in doubtful if not self.meant(word.lower())}
            if len(self._right) >= _REMEMBERED:
                self._right = set()  # not emptied: another thread may be reading
            self._right |= right
            doubtful -= right
        return doubtful

    def _meant(self, word: str) -> tuple[str, ...]:
        """The words that may be meant by one in small letters, the commonest first; none where it may be right."""
        if self._is_known(word) or word.strip(self._letters):
            return ()
        # A slip leaves one half of a word as it is, and hardly a word that is not English has one of an English word.
        half = len(word) // 2
        places: list[int] = []
        if self._has_end(word[half + 1 :][-_TOLD:]):
            places += range(half)
        if self._has_start(word[:half][:_TOLD]):
            places += range(half, len(word) + 1)
        near = {slip for at in places for slip in slips_at(at, word, self._letters)}
        return tuple(sorted(self._ranks.keys() & near, key=self._ranks.__getitem__))

    def _has_start(self, letters: str) -> bool:
        """Whether common words begin with some letters."""
        length = len(letters)
        if length not in self._starts:
            self._starts[length] = {word[:length] for word in self._ranks}
        return letters in self._starts[length]

    def _has_end(self, letters: str) -> bool:
        """Whether common words end with some letters."""
        length = len(letters)
        if length not in self._ends:
            self._ends[length] = {word[len(word) - length :] for word in self._ranks}
        return letters in self._ends[length]

    def _is_known(self, word: str) -> bool:
        known = self._known
        return (
            word in known
            or any(word.startswith(begin) and word[len(begin) :] in known for begin in self._beginnings)
            or any(
                word.endswith(end) and word[: -len(end)] in known and not word[: -len(end)].endswith(end)
                for end in self._endings
            )
        )


def slips(word: str, letters: str) -> Iterator[str]:
    """Every string that one slip makes of a word, and from which one slip makes it; `letters` may be put in."""
    for at in range(len(word) + 1):
        yield from slips_at(at, word, letters)


def slips_at(at: int, word: str, letters: str) -> list[str]:
    """Those that leave all before an offset, and all after the two letters from there on, as it is."""
    before, after = word[:at], word[at:]
    found = [before + letter + after for letter in letters]
    if after:
        rest = after[1:]
        found.append(before + rest)
        found += [before + letter + rest for letter in letters]
        if rest:
            found.append(before + rest[0] + after[0] + rest[1:])
    return found
