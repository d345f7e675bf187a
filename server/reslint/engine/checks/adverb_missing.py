"""An opener that repeats the one before it without the adverb whose turn it is."""

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


class AdverbMissingCheck:
    """Asks whether an opener repeats that of the paragraph before without also or further: the adverb of its turn."""

    KIND: ClassVar[str] = "adverb-missing"
    OPTIONS: ClassVar[Record] = options("A repeated opener without its adverb.")
    VALUES: ClassVar[frozenset[str]] = VALUES_BEFORE
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._adverbs = Adverbs.shared(options, resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers without their adverb, with the edits that add it."""
        suspects = set(self._adverbs.repeated(nodes, draft))
        for turn in self._adverbs.turns(suspects, nodes, draft):
            if turn.departs and turn.place.opened.step == 0 and not self._adverbs.is_open(turn, draft):
                yield self._adverbs.departure(turn, draft)
