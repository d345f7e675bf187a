"""What checks ask of the grammar of their pack besides what a draft's vocabulary says of it."""

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


def quotations(resources: Resources) -> Quotations:
    """The quotations of the pack's language. Raises MissingLexicon."""
    return shared(Quotations, resources.lexicon(LEXICON))
