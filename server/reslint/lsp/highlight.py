"""textDocument/documentHighlight and linkedEditingRange: a marker and its note, a number and its mentions."""

from __future__ import annotations

from lsprotocol import types

from .feature import Feature, Request
from .navigation import named


def highlight(request: Request) -> list[types.DocumentHighlight]:
    """Every place of the footnote or paragraph at a position; its own label counts as written, the others as read."""
    found = named(request)
    if found is None:
        return []
    kinds = [(span, types.DocumentHighlightKind.Write) for span in found.labels]
    kinds += [(span, types.DocumentHighlightKind.Read) for span in found.mentions]
    return [types.DocumentHighlight(request.snapshot.range(span), kind) for span, kind in sorted(kinds)]


def link(request: Request) -> types.LinkedEditingRanges | None:
    """The labels of a footnote, to be typed over together; only where all are written alike."""
    found = named(request)
    if found is None or found.sort != "footnote":
        return None
    snapshot = request.snapshot
    spans = sorted((*found.labels, *found.mentions))
    if len(spans) < 2 or any(snapshot.text.slice(span) != found.label for span in spans):
        return None
    return types.LinkedEditingRanges([snapshot.range(span) for span in spans], word_pattern=r"[\w-]+")


FEATURES = (
    Feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, highlight),
    Feature(types.TEXT_DOCUMENT_LINKED_EDITING_RANGE, link),
)
