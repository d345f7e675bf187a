"""Labels of another style: letters where numbers belong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ..language.labels import Style, written
from ._runs import disorders, style_field

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_LEVELS: Mapping[Style, int] = {"letter": 1, "roman": 2}
"""The level of subparagraphs in whose way a style is written."""


class LabelStyleCheck:
    """Labels of another style: letters where numbers belong. A label with other signs in it ("4 bis") is left alone."""

    KIND: ClassVar[str] = "label-style"
    OPTIONS: ClassVar[Record] = Record(
        {"style": style_field("How the selected nodes are numbered: 1, a or i.")}, "The style of numbers and letters."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._style: Style = options["style"]
        self._shown = [written(number, self._style) for number in (1, 2, 3)]

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The labels of another style, in the order of the runs."""
        level = _LEVELS.get(self._style, 0)
        expected = ", ".join(draft.vocabulary.grammar.label(label, level) for label in self._shown)
        for _, wrong in disorders(nodes, draft, self._style):
            for node in wrong:
                if node.label.isalnum():
                    yield Match(node.label_span or node.span, {"found": node.label, "expected": expected})
