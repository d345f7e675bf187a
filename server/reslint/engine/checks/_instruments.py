"""Instruments of a lexicon: what they are called, and what the note at one says."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.resources import shared
from ..search.search import Search
from ._words import alternation, lowered

if TYPE_CHECKING:
    from ...draft.wording import Wording
    from ..data.resources import Resources

_SYMBOL = lazy(r"\b[A-Z]+(?:\.\d+)?/[\w./-]*\w|\b[A-Z]\.\d+\.[IVX]+\.[\w.]*\w")
_WORD = lazy(r"[\w-]+")
_NUMBER = lazy(r"(?<![\w/])\d{2}/\d{1,3}(?![\w/])")


class Called(NamedTuple):
    """An instrument by one of its names."""

    title: str
    """Its official title."""
    number: str
    """The resolution that it is or is annexed to; "" where it is none."""
    marks: tuple[str, ...]
    """Marks of its note: the number of the resolution or in the Treaty Series, symbols; may be empty."""
    part: str
    """Which part of the resolution it is, as its note says; "" where it is all of it or none."""


class InstrumentNames:
    """The names of the instruments of a lexicon, and which of them stand in some words; one for all checks.

    An instrument is called by its title and by the other names of `forms`.
    """

    def __init__(self, instruments: Mapping[str, Any]) -> None:
        self._facts = {title: facts or {} for title, facts in instruments.items()}
        self._called: dict[str, list[tuple[str, Called]]] = {}
        for title, facts in self._facts.items():
            one = Called(title, _number(facts), tuple(_marks(facts)), str(facts.get("part") or ""))
            self._called[title] = [(name, one) for name in (title, *(facts.get("forms") or ()))]
        names = {name: None for several in self._called.values() for name, _ in several}
        self._by_word: dict[str, list[str]] = {}
        for name in names:
            self._by_word.setdefault(max(_WORD.findall(name), key=len, default=""), []).append(name)
        self.named = Search(self._names, keywords=lowered(names))
        """The names that stand in some words, whether whole or not."""

    @classmethod
    def shared(cls, resources: Resources, lexicon: str) -> InstrumentNames:
        """The one of a lexicon. Raises MissingLexicon."""
        data = resources.lexicon(lexicon)
        return shared(cls, data.get(lexicon, data))

    def called(self, wanted: str | None, left_out: Iterable[str]) -> dict[str, Called]:
        """The instruments by their names: those of which `wanted` is given, if it is."""
        excepted = frozenset(left_out)
        chosen = (title for title in self._facts if title not in excepted)
        titles = [title for title in chosen if not wanted or self._facts[title].get(wanted)]
        return {name: one for title in titles for name, one in self._called[title]}

    def places(self, wording: Wording, names: Container[str]) -> list[re.Match[str]]:
        """Where some names stand in some words, whole and each the longest that fits, from left to right."""
        # One pattern for all of them would take longer to make than most drafts to read.
        there = [name for name in self.named.at(wording) or () if name in names]
        pattern = alternation(there, at="anywhere", ignore_case=False, blank=" ") if there else None
        return list(pattern.finditer(wording.text)) if pattern is not None else []

    def _names(self, wording: Wording) -> list[str]:
        text, by_word = wording.text, self._by_word
        words = {*_WORD.findall(text), ""} & by_word.keys()
        return sorted(name for word in words for name in by_word[word] if name in text)


@lru_cache(maxsize=4096)
def said(marks: tuple[str, ...], note: str) -> bool:
    """Whether the text of a note holds one of the marks of an instrument."""
    there = (mark for mark in marks if mark in note)  # Most are not, and a pattern takes longer to say so.
    return any(re.search(rf"(?<![\w/]){re.escape(mark)}(?![\w/])", note) is not None for mark in there)


def _number(facts: Mapping[str, Any]) -> str:
    """The resolution that an instrument is or is annexed to, which its own note may name."""
    found = _NUMBER.search(str(facts.get("note") or ""))
    return str(facts.get("resolution") or (found[0] if found else ""))


def _marks(facts: Mapping[str, Any]) -> Iterator[str]:
    if facts.get("resolution"):
        yield str(facts["resolution"])
    if facts.get("number"):
        yield from re.findall(r"\d+", str(facts["number"]))
    if facts.get("note"):
        yield from _NUMBER.findall(str(facts["note"]))
        yield from _SYMBOL.findall(str(facts["note"]))
