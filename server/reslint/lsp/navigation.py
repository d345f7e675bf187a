"""textDocument/definition and textDocument/references, for footnotes and for paragraphs referred to by number."""

from __future__ import annotations

from lsprotocol import types

from ..engine.edits.named import Named, named_at
from ..text import Span
from .documents import Snapshot
from .feature import Feature, Request


def named(request: Request) -> Named | None:
    """The named thing at the position of a request."""
    snapshot = request.snapshot
    if not snapshot.is_draft:
        return None
    offset = snapshot.offset(request.params.position)
    return named_at(snapshot.draft, offset, snapshot.checker.references)


def define(request: Request) -> list[types.Location]:
    """From a marker to its note, from a reference to its paragraph; from a note to its first marker."""
    found = named(request)
    if found is None:
        return []
    if found.here in found.labels and found.sort == "footnote":
        return _locations(request.snapshot, found.mentions[:1])
    return _locations(request.snapshot, [node.span for node in found.nodes])


def refer(request: Request) -> list[types.Location]:
    """Every marker of a footnote or reference to a paragraph, with its own label if the client wants that."""
    found = named(request)
    if found is None:
        return []
    spans = [*found.mentions, *(found.labels if request.params.context.include_declaration else ())]
    return _locations(request.snapshot, sorted(spans))


def _locations(snapshot: Snapshot, spans: list[Span] | tuple[Span, ...]) -> list[types.Location]:
    return [types.Location(snapshot.uri, snapshot.range(span)) for span in spans]


FEATURES = (
    Feature(types.TEXT_DOCUMENT_DEFINITION, define),
    Feature(types.TEXT_DOCUMENT_REFERENCES, refer),
)
