"""textDocument/formatting and textDocument/rangeFormatting: spaces, blank lines, numbers and quotes in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ..engine.edits.formatting import formatting_edits
from ..engine.edits.spacing import Spacing
from .feature import Feature, Request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..draft import Draft
    from ..engine.data.finding import Finding
    from ..text import Span, Text


def formatting(request: Request) -> list[types.TextEdit]:
    """The edits that format a draft."""
    return _formatted(request, None)


def range_formatting(request: Request) -> list[types.TextEdit]:
    """The edits that format the blocks which a range touches."""
    return _formatted(request, request.snapshot.span(request.params.range))


def _formatted(request: Request, within: Span | None) -> list[types.TextEdit]:
    snapshot = request.snapshot
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    checker = snapshot.checker

    def parse(text: Text) -> Draft:
        return checker.parse(text, snapshot.path)

    def lint(draft: Draft) -> Sequence[Finding]:
        return (snapshot.outcome if draft is snapshot.draft else checker.lint(draft, patient=False)).findings

    spacing = spacing_of(request.params.options)
    return snapshot.text_edits(formatting_edits(snapshot.draft, parse, lint, spacing, within))


def spacing_of(options: types.FormattingOptions) -> Spacing:
    """The wishes in the editor's settings; what they do not mention is as a draft needs it."""
    return Spacing(
        trailing=options.trim_trailing_whitespace,
        final_line_end=options.insert_final_newline is not False,
        final_blank_lines=options.trim_final_newlines is False,
    )


FEATURES = (
    Feature(types.TEXT_DOCUMENT_FORMATTING, formatting),
    Feature(types.TEXT_DOCUMENT_RANGE_FORMATTING, range_formatting),
)
