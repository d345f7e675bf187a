"""Footnote markers that stand before a punctuation mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Record
from ..search.search import Search
from ._notes import inside

if TYPE_CHECKING:
    from ...draft import Draft, Marker, Node
    from ..data.context import Context
    from ..data.resources import Resources

# A mark after a marker, but not the point of "2.5" nor the comma between two markers.
_MARK_AFTER = lazy(r"[,;:.](?![0-9\[<⁰¹²³⁴-⁹.])")
_MARKS = frozenset(",;:.")
_SLACK = 1
"""How many characters may part two markers at one place: the comma of ¹,²."""

_BEFORE_MARK = Search(
    lambda wording: any(wording.text[marker.at : marker.at + 1] in _MARKS for marker in wording.folded.markers)
)
"""The words with a marker after which a mark may stand."""


class MarkerPlacementCheck:
    """A footnote marker before a punctuation mark instead of after it (Editorial Manual, "Footnotes", chapter IX)."""

    KIND: ClassVar[str] = "marker-placement"
    OPTIONS: ClassVar[Record] = Record({}, "Footnote markers and punctuation.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "label"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The markers inside the selected nodes before a mark, with those beside them, in the order of the text."""
        yield from inside(_misplaced(draft), nodes)


def _misplaced(draft: Draft) -> Iterator[Match]:
    content = draft.text.content
    group: list[Marker] = []
    suspects = {node for node, _ in _BEFORE_MARK.everywhere(draft)}
    for marker in draft.markers if suspects else ():
        if marker.node not in suspects:
            continue
        if group and (marker.span.start - group[-1].span.end > _SLACK or marker.node is not group[-1].node):
            group = []
        group.append(marker)
        mark = _MARK_AFTER.match(content, marker.span.end)
        if mark is None:
            continue
        start = group[0].span.start
        found = content[start : mark.end()]
        moved = mark[0] + content[start : marker.span.end]
        edits = (Edit(Span(start, start), mark[0]), Edit(Span(*mark.span()), ""))
        yield Match(Span(start, mark.end()), {"found": found, "expected": moved, "label": marker.label}, edits)
