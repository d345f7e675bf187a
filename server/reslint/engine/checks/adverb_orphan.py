"""A sequence adverb where the paragraph before opens otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ._adverbs import VALUES_BEFORE, Adverbs, Turn, options

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources
    from ..data.schema import Record


class AdverbOrphanCheck:
    """Asks whether an adverb has something to continue: the paragraph before opens with the same words."""

    KIND: ClassVar[str] = "adverb-orphan"
    OPTIONS: ClassVar[Record] = options("An adverb that continues nothing.")
    VALUES: ClassVar[frozenset[str]] = VALUES_BEFORE
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._adverbs = Adverbs.shared(options, resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers with an adverb that continues nothing, with the edits that take it away."""
        suspects = set(self._adverbs.with_adverb(nodes, draft))
        for turn in self._adverbs.turns(suspects, nodes, draft):
            if turn.place.opened.step and not turn.departs and is_orphan(turn, draft):
                yield self._adverbs.match(turn, "", draft)


def is_orphan(turn: Turn, draft: Draft) -> bool:
    """Whether the paragraph before opens with other words than those that an adverb goes on from."""
    opened, before = turn.place.opened, turn.before
    if not opened.key:
        return False
    if before is None:
        return turn.neighbour is None and draft.is_whole
    one, other = before.place.opened.opening.opener.phrase, opened.opening.opener.phrase
    return bool(before.place.opened.key) and not _begins(one, other) and not _begins(other, one)


def _begins(phrase: str, start: str) -> bool:
    """Whether a phrase begins with the words of another, as "reaffirms its commitment" begins with "reaffirms"."""
    return f"{phrase} ".startswith(f"{start} ")
