"""An opener that has opened another paragraph of the resolution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ..language.openings import Opening, openings

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class OpenerRepeatedCheck:
    """Asks whether the words of an opener, adverbs included, have opened a paragraph of its kind before."""

    KIND: ClassVar[str] = "opener-repeated"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record({}, "An opener that is used twice.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """It has no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers that are used again, each with the place where they were used first."""
        first: dict[tuple[Node, str, str], Opening] = {}
        for node, opening in openings(nodes, draft):
            before = first.setdefault((draft.resolution(node), opening.kind, opening.opener.text.lower()), opening)
            if before is not opening:
                place = before.view.span(before.opener.start, before.opener.end)
                span = opening.view.span(opening.opener.start, opening.opener.end)
                yield Match(span, {"found": opening.opener.text}, (), place)
