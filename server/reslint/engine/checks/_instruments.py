"""Instruments of a lexicon: what they are called, and what the note at one says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from ...text.record import NamedTuple
from ...text.regex import lazy
from ._words import alternation

_SYMBOL = lazy(r"\b[A-Z]+(?:\.\d+)?/[\w./-]*\w|\b[A-Z]\.\d+\.[IVX]+\.[\w.]*\w")

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


def called(instruments: Mapping[str, Any], wanted: str | None, left_out: Iterable[str]) -> dict[str, Called]:
    """The instruments by title and by the other names of `forms`: those of which `wanted` is given, if it is."""
    excepted = frozenset(left_out)
    return {
        name: Called(title, _number(facts), tuple(_marks(facts)), str(facts.get("part") or ""))
        for title, facts in ((title, facts or {}) for title, facts in instruments.items())
        if title not in excepted and (not wanted or facts.get(wanted))
        for name in (title, *(facts.get("forms") or ()))
    }


def named_in(text: str, names: Iterable[str]) -> list[re.Match[str]]:
    """Where some names stand in a text, whole and each the longest that fits, from left to right."""
    # One pattern for all of them would take longer to make than most drafts to read.
    there = [name for name in names if name in text]
    return list(alternation(there, at="anywhere", ignore_case=False, blank=" ").finditer(text)) if there else []


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
