"""textDocument/foldingRange: preambles, paragraphs with lists, parts, annexes, notes, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ..draft.outline import runs
from ..text import Span
from ..text.record import NamedTuple
from .feature import Feature, Request

if TYPE_CHECKING:
    from ..draft import Draft

_FOLDED = frozenset(
    {"resolution", "part", "preambular", "operative", "subparagraph", "annex", "declaration", "masthead"}
)


class Fold(NamedTuple):
    """Lines that can be folded, and as what: "comment", "region" or "" for neither."""

    span: Span
    kind: str = ""


def folds(draft: Draft) -> list[Fold]:
    """The folds of a draft, in the order of the text."""
    found: list[Fold] = []
    for node in draft.root.walk():
        if node.kind in {"comment", "front-matter", "note"}:
            found.append(Fold(node.span, "comment"))
        elif node.kind in _FOLDED:
            found.append(Fold(node.span, "region" if node.kind in {"resolution", "part", "annex"} else ""))
        found.extend(
            Fold(Span(run[0].span.start, run[-1].span.end), "region")
            for run in runs(node, "preambular")
            if len(run) > 1
        )
    return sorted(set(found))


def folding_ranges(request: Request) -> list[types.FoldingRange]:
    """Only what covers more than one line, and of two that begin on one line and end on one the first."""
    snapshot = request.snapshot
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    made: dict[tuple[int, int], types.FoldingRange] = {}
    for fold in folds(snapshot.draft):
        place = snapshot.range(fold.span)
        lines = (place.start.line, place.end.line)
        if lines[0] == lines[1] or lines in made:
            continue
        folded = types.FoldingRange(*lines, kind=types.FoldingRangeKind(fold.kind) if fold.kind else None)
        if not request.client.folding_lines_only:
            folded.end_character = place.end.character
        made[lines] = folded
    return list(made.values())


FEATURES = (Feature(types.TEXT_DOCUMENT_FOLDING_RANGE, folding_ranges),)
