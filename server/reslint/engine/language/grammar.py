"""The grammar of a pack as checks ask for it, besides what a draft's vocabulary says of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ...text.regex import lazy
from ..data.resources import shared

if TYPE_CHECKING:
    from ..data.resources import Resources

LEXICON = "grammar"
_NONE: Mapping[str, Any] = {}


class Quotations:
    """Where quotations stand in words; made from the lexicon `grammar`. One that is not closed reaches to the end."""

    def __init__(self, grammar: Mapping[str, Any]) -> None:
        marks: Mapping[str, str] = grammar.get("quotation-marks") or {}
        self._marks = tuple(marks)
        pieces = []
        for opening, closing in marks.items():
            inner = re.escape("".join(dict.fromkeys((opening, closing))))
            pieces.append(rf"{re.escape(opening)}[^{inner}]*(?:{re.escape(closing)}|\Z)")
        self._pattern = lazy("|".join(pieces) or r"(?!)")
        self._spans = lru_cache(maxsize=512)(self._find)

    def hold(self, text: str, at: int) -> bool:
        """Whether the character at an offset stands in a quotation."""
        if not any(mark in text for mark in self._marks):
            return False
        spans = self._spans(text)
        before = bisect_right(spans, (at, len(text) + 1)) - 1
        return before >= 0 and at < spans[before][1]

    def _find(self, text: str) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in self._pattern.finditer(text))


def quotation(name: str, grammar: Mapping[str, Any]) -> str:
    """A pattern for a quotation in the marks that print uses, its words as a group of a name."""
    marks: Mapping[str, str] = grammar.get("quotation-marks") or {}
    opening, closing = next(iter(marks.items()), ("", ""))
    if not opening:
        return rf"(?P<{name}>(?!))"
    blank = r"\s?" if closing in (grammar.get("spaced") or ()) else ""
    inner = re.escape("".join(dict.fromkeys((opening, closing))))
    return rf"{re.escape(opening)}{blank}(?P<{name}>[^{inner}]*{'?' * bool(blank)}){blank}{re.escape(closing)}"


def quotations(resources: Resources) -> Quotations:
    """The quotations of the language of a pack; without a grammar there are none."""
    return shared(Quotations, resources.lexicons.get(LEXICON, _NONE))
