"""Elements that are missing, double or out of their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

from ...draft.model import KINDS
from ...text import Span
from ..data.check import Match
from ..data.schema import Choice, ListOf, Record

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_KIND = Choice(KINDS, "A kind of element.")
_TIMES = {"once": (1, 1), "at least once": (1, None), "at most once": (0, 1), "never": (0, 0)}


class PresenceCheck:
    """How often the selected nodes contain an element, and in which order its elements come.

    Only whole drafts are looked at: a fragment lacks what it lacks. A heading begins a new order.
    """

    KIND: ClassVar[str] = "presence"
    OPTIONS: ClassVar[Record] = Record(
        {
            "of": ListOf(_KIND, "The element that is counted; of several kinds all count together."),
            "times": Choice(list(_TIMES), "How often it stands in the selected node.", default="once"),
            "order": ListOf(_KIND, "Kinds in the order in which they follow each other."),
        },
        "The presence and the order of elements.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "of"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._of = frozenset(options["of"] or ())
        self._names = " / ".join(options["of"] or ())
        self._times = _TIMES[options["times"]]
        self._order = {kind: place for place, kind in enumerate(options["order"] or ())}

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """What is missing (at the beginning of the node), too many, or before what it should follow."""
        if not draft.is_whole:
            return
        if self._of:
            for node in nodes:
                yield from self._count(node, draft)
        if self._order and not self._is_sorted(draft):
            for node in nodes:
                yield from self._sort(node, draft)

    def _is_sorted(self, draft: Draft) -> bool:
        """Whether the kinds follow each other in the text as a whole, and so everywhere in it."""
        present = [found for kind in self._order if (found := draft.nodes(kind))]
        return all(before[-1].span.start < after[0].span.start for before, after in pairwise(present))

    def _count(self, node: Node, draft: Draft) -> Iterator[Match]:
        found = [other for other in _inside(node) if other.kind in self._of]
        least, most = self._times
        values = {"found": str(len(found)), "of": self._names, "expected": str(most if least == 0 else least)}
        if len(found) < least:
            yield Match(_first_line(node, draft), values)
        if most is not None:
            for extra in found[most:]:
                yield Match(_first_line(extra, draft), values, (), _first_line(found[0], draft) if most else None)

    def _sort(self, node: Node, draft: Draft) -> Iterator[Match]:
        furthest: Node | None = None
        for other in _inside(node):
            place = self._order.get(other.kind)
            if other.kind == "heading" and draft.parent(other) is node:
                furthest = None
            if place is None:
                continue
            if furthest is not None and place < self._order[furthest.kind]:
                values = {"found": other.kind, "expected": furthest.kind, "of": other.kind}
                yield Match(_first_line(other, draft), values, (), _first_line(furthest, draft))
            else:
                furthest = other


def _inside(node: Node) -> Iterator[Node]:
    """The elements of a node, not those of a part with a preamble of its own or of a resolution in a resolution."""
    for child in node.children:
        yield child
        if not child.children:
            continue
        own = child.kind == "part" and any(grandchild.kind == "preambular" for grandchild in child.children)
        if not own and not (child.kind == node.kind == "resolution"):
            yield from _inside(child)


def _first_line(node: Node, draft: Draft) -> Span:
    start = node.span.start
    line = draft.text.line_span(draft.text.line_of(start))
    return Span(start, max(start, min(node.span.end, line.end)))
