"""Parts of a draft that have too many or too few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Number, Record
from ._elements import first_line

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class LengthCheck:
    """Selected nodes whose words, with those of the nodes inside them, are more or fewer than a rule allows.

    Words are what stands between spaces, without labels, notes and mark-up.
    """

    KIND: ClassVar[str] = "length"
    OPTIONS: ClassVar[Record] = Record(
        {
            "most": Number("How many words it may have; any number if left out."),
            "least": Number("How many words it must have.", default=0),
        },
        "Parts of a draft that are too long or too short.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "number"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._most, self._least = options["most"], options["least"]

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """These nodes, each at its first line; `found` is the number of its words, `expected` the limit."""
        for node in nodes:
            count = _words(node, draft)
            limit = self._least if count < self._least else self._most
            if limit is not None and (count < self._least or count > limit):
                values = {"found": str(count), "expected": str(limit), "number": node.label}
                yield Match(first_line(node, draft), values)


def _words(node: Node, draft: Draft) -> int:
    return sum(len(draft.view(each).text.split()) for each in node.walk() if each.kind != "note" and each.body)
