"""The order of the elements of a resolution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ._elements import elements_field, first_line, inside

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class ElementOrderCheck:
    """Elements before what they should follow, in whole drafts. A heading begins a new order."""

    KIND: ClassVar[str] = "element-order"
    OPTIONS: ClassVar[Record] = Record(
        {"order": elements_field("Kinds in the order in which they follow each other.")}, "The order of elements."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "of"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._order = {kind: place for place, kind in enumerate(options["order"])}

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The elements of the selected nodes that are out of order."""
        if draft.is_whole and not self._is_sorted(draft):
            for node in nodes:
                yield from self._sort(node, draft)

    def _is_sorted(self, draft: Draft) -> bool:
        """Whether the kinds follow each other in the text as a whole, and so everywhere in it."""
        present = [found for kind in self._order if (found := draft.nodes(kind))]
        return all(before[-1].span.start < after[0].span.start for before, after in pairwise(present))

    def _sort(self, node: Node, draft: Draft) -> Iterator[Match]:
        furthest: Node | None = None
        for other in inside(node):
            place = self._order.get(other.kind)
            if other.kind == "heading" and draft.parent(other) is node:
                furthest = None
            if place is None:
                continue
            if furthest is not None and place < self._order[furthest.kind]:
                values = {"found": other.kind, "expected": furthest.kind, "of": other.kind}
                yield Match(first_line(other, draft), values, (), first_line(furthest, draft))
            else:
                furthest = other
