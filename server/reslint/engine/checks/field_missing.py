"""Fields that a heading block lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Flag, MapOf, Record, Short
from ._fields import begins, field_lines

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class FieldMissingCheck:
    """Fields that must be in a heading block and are not.

    A text that has none of the fields has no heading block, and nothing is missing from it.
    """

    KIND: ClassVar[str] = "field-missing"
    OPTIONS: ClassVar[Record] = Record(
        {
            "fields": MapOf(
                Short(
                    "line",
                    {
                        "line": begins(required=True),
                        "needed": Flag("Whether it must be there.", default=False),
                    },
                    "A field: how its line begins.",
                ),
                "The fields, by names that the message shows.",
                required=True,
            ),
        },
        "Fields that a heading block lacks.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "field"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._fields = {name: field["line"] for name, field in options["fields"].items()}
        self._needed = [name for name, field in options["fields"].items() if field["needed"]]

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The fields that the selected nodes lack, reported at the first line of the block."""
        lines = field_lines(nodes, draft, self._fields)
        there = {line.name for line in lines}
        for name in self._needed if lines else ():
            if name not in there:
                yield Match(lines[0].span, {"found": lines[0].shown, "field": name})
