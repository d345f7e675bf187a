"""textDocument/onTypeFormatting: the number or letter that is due on a new line."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from ..phrasing.numbers import after_line_end
from .feature import Feature, Request


def on_type_formatting(request: Request) -> list[types.TextEdit]:
    """The edits on a new line; none where the line goes on with words, or nothing is due."""
    snapshot = request.snapshot
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    return snapshot.text_edits(after_line_end(snapshot.draft, snapshot.offset(request.params.position)))


_OPTIONS: Any = types.DocumentOnTypeFormattingOptions(first_trigger_character="\n")

FEATURES = (Feature(types.TEXT_DOCUMENT_ON_TYPE_FORMATTING, on_type_formatting, _OPTIONS),)
