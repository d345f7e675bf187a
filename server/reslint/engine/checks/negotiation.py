"""Texts under negotiation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class NegotiationCheck:
    """A text with brackets, remarks of delegations or struck passages: reported once, at the first of them."""

    KIND: ClassVar[str] = "negotiation"
    OPTIONS: ClassVar[Record] = Record({}, "A text under negotiation.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"count"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """There is nothing to choose."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first place that is not settled; `count` says how many there are."""
        first = next(iter(draft.bracketed), None)
        if first is not None and any(node.span.overlaps(first) for node in nodes):
            yield Match(first, {"count": str(len(draft.bracketed))})
