"""Words that are one slip of the finger away from a word that print uses.

A slip leaves a letter out, puts one in, writes another, or swaps two neighbours. The lexicon `spelling` says which
words print uses, and which other words are right and look like one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

_REMEMBERED = 4_096


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

    def _meant(self, word: str) -> tuple[str, ...]:
        """The words that may be meant by one in small letters, the commonest first; none where it may be right."""
        if self._is_known(word) or word.strip(self._letters):
            return ()
        return tuple(sorted(self._ranks.keys() & set(slips(word, self._letters)), key=self._ranks.__getitem__))

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
        before, after = word[:at], word[at:]
        yield from (f"{before}{letter}{after}" for letter in letters)
        if after:
            yield before + after[1:]
            yield from (f"{before}{letter}{after[1:]}" for letter in letters)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
