"""Fields of a heading block that have two lines."""

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


class FieldDoubleCheck:
    """A field of the heading block with a second line; one field may be written in many ways."""

    KIND: ClassVar[str] = "field-double"
    OPTIONS: ClassVar[Record] = Record({"fields": fields_option()}, "Fields of a heading block that have two lines.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "field", "expected"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._fields = options["fields"]

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The later lines of a field among the selected nodes, in the order of the text."""
        first: dict[int, FieldLine] = {}
        for line in field_lines(nodes, draft, self._fields):
            before = first.setdefault(line.place, line)
            if before is not line:
                yield field_match(line, before)
