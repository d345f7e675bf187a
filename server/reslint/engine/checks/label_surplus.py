"""Numbers and letters of paragraphs that carry none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...draft.labels import is_plan
from ...text import Edit, Span
from ..data.check import Match
from ..data.schema import Record

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_BLANKS = " \t\u00a0"


class LabelSurplusCheck:
    """Labels of nodes that should carry none; those of a committee's plan ("PP1") are not numbers and left alone."""

    KIND: ClassVar[str] = "label-surplus"
    OPTIONS: ClassVar[Record] = Record({}, "Numbers and letters of paragraphs that carry none.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The labels of the selected nodes; the edit takes the blanks behind them along."""
        content = draft.text.content
        for node in nodes:
            if node.label_span is None or is_plan(node.label):
                continue
            span = node.label_span
            end = span.end
            while end < len(content) and content[end] in _BLANKS:
                end += 1
            found = draft.text.slice(span).replace("\\", "")
            yield Match(span, {"found": found}, (Edit(Span(span.start, end), ""),))
