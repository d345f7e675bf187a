"""textDocument/onTypeFormatting: the number or letter that is due on a new line, and none that is one too many."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from ..phrasing.while_typing import after_blank, after_line_end, may_follow_blank
from ..text import Span
from .feature import Feature, Request


def on_type_formatting(request: Request) -> list[types.TextEdit]:
    """The edits on a new line or behind a blank; none where the line goes on with words, or nothing is due."""
    snapshot = request.snapshot
    if not snapshot.is_draft:
        return []
    offset = snapshot.offset(request.params.position)
    if request.params.ch == " ":
        text = snapshot.text
        start = text.line_span(text.line_of(offset)).start
        if not may_follow_blank(text.slice(Span(start, offset))) or not snapshot.draft.is_resolution:
            return []
        return snapshot.text_edits(after_blank(snapshot.draft, offset))
    if not snapshot.draft.is_resolution:
        return []
    return snapshot.text_edits(after_line_end(snapshot.draft, offset))


_OPTIONS: Any = types.DocumentOnTypeFormattingOptions(first_trigger_character="\n", more_trigger_character=[" "])

FEATURES = (Feature(types.TEXT_DOCUMENT_ON_TYPE_FORMATTING, on_type_formatting, _OPTIONS),)
