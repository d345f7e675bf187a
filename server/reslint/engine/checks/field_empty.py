"""Lines of a heading block with nothing behind their name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ._fields import field_lines, field_match, fields_option

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class FieldEmptyCheck:
    """Lines of a heading block that say nothing behind the name of their field."""

    KIND: ClassVar[str] = "field-empty"
    OPTIONS: ClassVar[Record] = Record(
        {"fields": fields_option()}, "Lines of a heading block with nothing behind their name."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "field"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._fields = options["fields"]

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The lines among the selected nodes that are empty, in the order of the text."""
        for line in field_lines(nodes, draft, self._fields):
            if not line.view.text[line.end :].strip(" *_"):
                yield field_match(line)
