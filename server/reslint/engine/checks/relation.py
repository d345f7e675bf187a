"""Paragraphs that stand in a relation to another one, which the message can name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Choice, Record
from ..search.selection import SelectorField, parse_selector
from ._elements import first_line

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...text import Span
    from ..data.context import Context
    from ..data.resources import Resources

_PLACES = ("previous", "following", "earlier", "later", "inside")


class RelationCheck:
    """Selected nodes for which there is another node in a certain place that `other` selects."""

    KIND: ClassVar[str] = "relation"
    OPTIONS: ClassVar[Record] = Record(
        {
            "place": Choice(_PLACES, "Where the other one stands; of several it is the nearest.", required=True),
            "other": SelectorField("What the other one is.", default="words"),
        },
        "Paragraphs beside, before, after or inside another one.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "other", "other-number"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._place = options["place"]
        self._other = parse_selector(options["other"])

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """These nodes at their openers, with their numbers and openers and those of the other node."""
        wanted = self._other.among(draft)
        if not wanted:
            return
        beside = _PLACED[self._place]
        for node in nodes:
            other = next((each for each in beside(node, draft) if each is not node and each in wanted), None)
            if other is not None:
                (span, words), (related, others) = _head(node, draft), _head(other, draft)
                values = {"found": words, "number": node.label, "other": others, "other-number": other.label}
                yield Match(span, values, (), related)


def _head(node: Node, draft: Draft) -> tuple[Span, str]:
    """Where a node opens, and with what words: those of its opener, or of its first line."""
    opener = draft.opener(node)
    if opener is None:
        span = first_line(node, draft)
        return span, draft.text.slice(span)
    return draft.view(node).span(opener.start, opener.end), opener.text


def _previous(node: Node, draft: Draft) -> Iterator[Node]:
    before = draft.previous(node)
    if before is not None:
        yield before


def _following(node: Node, draft: Draft) -> Iterator[Node]:
    after = draft.following(node)
    if after is not None:
        yield after


def _earlier(node: Node, draft: Draft) -> Iterator[Node]:
    whole = draft.resolution(node)
    yield from (each for each in reversed(list(whole.walk())) if each.span.start < node.span.start)


def _later(node: Node, draft: Draft) -> Iterator[Node]:
    whole = draft.resolution(node)
    yield from (each for each in whole.walk() if each.span.start > node.span.start)


_PLACED: Mapping[str, Callable[[Node, Draft], Iterator[Node]]] = {
    "previous": _previous,
    "following": _following,
    "earlier": _earlier,
    "later": _later,
    "inside": lambda node, draft: iter(draft.ancestors(node)),
}
