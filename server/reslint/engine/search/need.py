"""The needs of checks: what words must hold for anything to be found in them, asked before a check is even built.

The keywords of all checks together are more than a thousand, and hardly any is in a draft. So each is filed under four
of its characters, the rarest four that follow each other: which fours a text has is worked out once, and of all
keywords only those are looked for whose four are among them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..patterns.folding import zeroed

if TYPE_CHECKING:
    from .batch import Clues

WORD = lazy(r"[\w-]+")
"""A word as runs and phrases have it: a hyphen is part of it."""
GRAM = 4
"""Three are in nearly every text, five are missing in many keywords."""


class Need:
    """One of some keywords, or one of some runs of words (see `runs`).

    `keywords` are zeroed and stand under one of their grams (see `grams`), "" for those that have none. `runs` are in
    small letters, `spelled` in their own capitals and small letters.
    """

    __slots__ = ("keywords", "runs", "spelled")

    def __init__(
        self,
        keywords: Mapping[str, Sequence[str]],
        runs: frozenset[str] = frozenset(),
        spelled: frozenset[str] = frozenset(),
    ) -> None:
        self.keywords = keywords
        self.runs = runs
        self.spelled = spelled


class Reach(NamedTuple):
    """The things one of which a draft must have for a check to find anything, asked before the check is even built."""

    kinds: tuple[str, ...] = ()
    """Kinds of nodes; empty for any."""
    library: bool = False
    """Whether other texts must be at hand."""


def need_of(keywords: Collection[str] | None, clues: Clues | None) -> Need | None:
    """The need of a check with these keywords or clues; None where it must look at all words.

    Keywords are in small letters. The clues are those that would be looked for in their stead.
    """
    if clues is not None and clues.spelled is not None:
        return Need({}, spelled=frozenset(clues.spelled))
    if clues is not None and clues.runs is not None:
        return Need({}, frozenset(clues.runs))
    if keywords is None:
        return None
    filed: dict[str, list[str]] = {}
    for keyword in sorted(set(map(zeroed, keywords))):
        filed.setdefault(min(_grams_of(keyword), key=_likelihood, default=""), []).append(keyword)
    return Need(filed)


def grams(pieces: Iterable[str]) -> frozenset[str]:
    """Every four characters that follow each other in pieces of text that stand between blanks.

    A line break stands for the blank before and after each.
    """
    text = "\n".join(("", *pieces, ""))
    return frozenset([text[at : at + GRAM] for at in range(len(text) - GRAM + 1)])


def runs(text: str) -> frozenset[str]:
    """Every word of a text, and every two neighbours with a space between them; hyphens are part of words."""
    words = WORD.findall(text)
    return frozenset(words).union(_pairs(words))


def rows_of(phrases: Collection[str]) -> dict[str, list[Sequence[str]]] | None:
    """The runs of each phrase that is in a text with the phrase, under one of them; None if a phrase has none."""
    rows: dict[str, list[Sequence[str]]] = {phrase: [(phrase,)] for phrase in phrases if phrase.isalnum()}
    for phrase in phrases:
        if not phrase.isalnum():
            words = WORD.findall(phrase)
            if not words:
                return None
            row = _pairs(words) or words
            rows.setdefault(max(row, key=len), []).append(row)
    return rows


def _pairs(words: Sequence[str]) -> list[str]:
    return list(map(" ".join, pairwise(words)))


def _grams_of(keyword: str) -> Iterator[str]:
    """The grams that every text has that holds a keyword."""
    parts = keyword.split()
    for number, part in enumerate(parts):
        before = "\n" if number or keyword[0].isspace() else ""
        after = "\n" if number < len(parts) - 1 or keyword[-1].isspace() else ""
        text = f"{before}{part}{after}"
        yield from (text[at : at + GRAM] for at in range(len(text) - GRAM + 1))


@lru_cache(maxsize=10_000)
def _likelihood(gram: str) -> float:
    from ..patterns.rarity import share

    return prod(share(character) for character in gram.replace("\n", " "))
