"""The order of the lines of a heading block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ._fields import FieldLine, field_lines, field_match, fields_option

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class FieldOrderCheck:
    """Lines of a heading block below one that they should precede; each is compared with the furthest so far."""

    KIND: ClassVar[str] = "field-order"
    OPTIONS: ClassVar[Record] = Record({"fields": fields_option()}, "The order of the lines of a heading block.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "field", "expected"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._fields = options["fields"]

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The lines among the selected nodes that are out of order, in the order of the text."""
        furthest: FieldLine | None = None
        for line in field_lines(nodes, draft, self._fields):
            if furthest is not None and line.place < furthest.place:
                yield field_match(line, furthest)
            else:
                furthest = line
