"""Paragraphs that begin with their own number or letter once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Record

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_LABEL = lazy(r"\(?(\w{1,5})(?:\\?\.|\\?\))[ \t\u00a0]+")


class LabelRepeatedCheck:
    """Labels that stand twice at the start of a node; the span is the second, and the edit takes the first away."""

    KIND: ClassVar[str] = "label-repeated"
    OPTIONS: ClassVar[Record] = Record({}, "A number or letter that stands twice before its words.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The second labels of the selected nodes, in the order of the text."""
        for node in nodes:
            if node.label_span is None or not node.body:
                continue
            start = node.body[0].start
            again = _LABEL.match(draft.text.content, start, node.body[0].end)
            if again is None or again[1] != node.label:
                continue
            span = Span(start, start + len(again[0].rstrip()))
            edit = Edit(Span(node.label_span.start, start), "")
            yield Match(span, {"found": draft.text.slice(span).replace("\\", "")}, (edit,))
