"""Document synchronisation: the changes a client sends, applied to a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..text import Position, Span, Text

if TYPE_CHECKING:
    from lsprotocol import types

    from ..text.source import Unit

UNITS: dict[str, Unit] = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-32": "code-point"}
"""The position encodings of LSP 3.17 and what `Text` calls them."""


def apply_changes(text: Text, changes: Sequence[types.TextDocumentContentChangeEvent], unit: Unit) -> Text:
    """`text` after `changes`, each of which refers to the text as the one before it left it.

    Columns count `unit`. A range that is the wrong way round is turned, one outside the text is moved into it, as the
    protocol asks of positions.
    """
    for change in changes:
        place = getattr(change, "range", None)
        if place is None:
            text = Text(change.text)
            continue
        first = text.offset(Position(place.start.line, place.start.character), unit)
        second = text.offset(Position(place.end.line, place.end.character), unit)
        text = text.replaced(Span(min(first, second), max(first, second)), change.text)
    return text
