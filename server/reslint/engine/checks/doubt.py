"""Paragraphs that may be something else than they are taken for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ..data.check import Match
from ..data.schema import Choice, Record

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class DoubtCheck:
    """Nodes whose place in the draft is uncertain.

    `stop`: a number without its stop, which the fix sets; `letters`: items of a list that lost their letters, the
    first of each list with their number.
    """

    KIND: ClassVar[str] = "doubt"
    OPTIONS: ClassVar[Record] = Record(
        {"of": Choice(["stop", "letters"], "Why it is uncertain.", required=True)}, "What is uncertain."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "count"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._of = options["of"]

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The selected nodes in doubt, of items below one paragraph the first."""
        seen: set[Node | None] = set()
        for node in (node for node in nodes if node.doubt == self._of):
            if node.label_span is not None:
                at = node.label_span.end
                values = {"found": draft.text.slice(node.label_span), "count": "1"}
                yield Match(node.label_span, values, (Edit(Span(at, at), "."),))
                continue
            parent = draft.parent(node)
            if parent is not None and parent not in seen:
                seen.add(parent)
                count = sum(child.doubt == self._of for child in parent.children)
                view = draft.view(node)
                end = view.text.find(" ") if " " in view.text else len(view.text)
                yield Match(view.span(0, end), {"found": view.text[:end], "count": str(count)})
