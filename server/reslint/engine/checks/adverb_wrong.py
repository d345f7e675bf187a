"""A sequence adverb that stands out of its turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ._adverbs import VALUES_BEFORE, Adverbs, options

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources
    from ..data.schema import Record


class AdverbWrongCheck:
    """Asks whether the adverb of an opener is the one whose turn it is."""

    KIND: ClassVar[str] = "adverb-wrong"
    OPTIONS: ClassVar[Record] = options("An adverb out of its turn.")
    VALUES: ClassVar[frozenset[str]] = VALUES_BEFORE
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._adverbs = Adverbs.shared(options, resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers with another adverb than their turn has, with the edits that put it right."""
        suspects = set(self._adverbs.with_adverb(nodes, draft))
        for turn in self._adverbs.turns(suspects, nodes, draft):
            if turn.departs and turn.place.opened.step:
                yield self._adverbs.departure(turn, draft)
