"""Resolutions that are mentioned again with their date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ..data.check import Match
from ..data.schema import Record
from ..language.dated import DatedWords
from ._mentions import Mention, MentionSearch

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class MentionDatedAgainCheck:
    """Resolutions that are mentioned again with the date that they have had before."""

    KIND: ClassVar[str] = "mention-dated-again"
    OPTIONS: ClassVar[Record] = Record({}, "Later mentions of resolutions with their date.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body", "date", "fixed"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        words = DatedWords.shared(resources)
        self.keywords = words.keywords
        self._mentions = MentionSearch(resources, words)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The dates in the words of the selected nodes that stand there again."""
        for mention in self._mentions.among(nodes, draft):
            before = mention.before
            if before is not None and before.date == mention.item.date != "":
                yield _match(mention, before, draft)


def _match(mention: Mention, before: Mention, draft: Draft) -> Match:
    item, view = mention.item, draft.view(mention.node)
    values = {"found": item.date, "number": item.number, "body": item.body, "date": item.date, "fixed": item.number}
    there = draft.view(before.node).span(before.item.start, before.item.end)
    return Match(
        view.span(item.date_start, item.date_end), values, (Edit(view.span(item.behind, item.date_end), ""),), there
    )
