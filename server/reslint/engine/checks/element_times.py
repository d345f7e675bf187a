"""How often an element is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Choice, Record
from ._elements import elements_field, first_line, inside

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_TIMES = {"once": (1, 1), "at least once": (1, None), "at most once": (0, 1), "never": (0, 0)}


class ElementTimesCheck:
    """Elements that are missing, or there too often, in whole drafts: a fragment lacks what it lacks."""

    KIND: ClassVar[str] = "element-times"
    OPTIONS: ClassVar[Record] = Record(
        {
            "of": elements_field("The element that is counted; of several kinds all count together."),
            "times": Choice(list(_TIMES), "How often it stands in the selected node.", default="once"),
        },
        "How often an element is there.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "of"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._of = frozenset(options["of"])
        self._names = " / ".join(options["of"])
        self._times = _TIMES[options["times"]]

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The elements that are missing (at the beginning of the node) or too many."""
        for node in nodes if draft.is_whole else ():
            yield from self._count(node, draft)

    def _count(self, node: Node, draft: Draft) -> Iterator[Match]:
        found = [other for other in inside(node) if other.kind in self._of]
        least, most = self._times
        values = {"found": str(len(found)), "of": self._names, "expected": str(most if least == 0 else least)}
        if len(found) < least:
            yield Match(first_line(node, draft), values)
        if most is not None:
            for extra in found[most:]:
                yield Match(first_line(extra, draft), values, (), first_line(found[0], draft) if most else None)
