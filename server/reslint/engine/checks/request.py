"""Requests that have some slots and lack others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import compiled
from ..data.check import Match
from ..data.schema import Choice, ListOf, Pattern, Record, TextField
from ..patterns.compiled import LazyPattern
from ..search.search import Search
from ._requests import heading_holds, mandate_words_of

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources
    from ..mandates import Asked

_SLOTS = ("deadline", "period", "condition", "item")


class RequestCheck:
    """Each request for some deliverable of some addressee that lacks all of some slots.

    A paragraph is read only where `near` is found in it.
    """

    KIND: ClassVar[str] = "request"
    OPTIONS: ClassVar[Record] = Record(
        {
            "near": Pattern("What must stand in the paragraph for it to be read.", required=True),
            "deliverable": ListOf(TextField("A name of the lexicon."), "One of what is to be delivered.", default=[]),
            "addressee": Pattern("Found in the name of one who is asked.", required=True),
            "without": ListOf(Choice(_SLOTS, "A slot."), "What the request does not tell.", required=True),
            "unless": Pattern("Not reported where this is found in the paragraph."),
            "unless-heading": Pattern("Not reported in texts in whose heading this is found."),
        },
        "Requests that lack a slot.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "verb", "addressee"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._near = LazyPattern(options["near"])
        self._deliverables = frozenset(options["deliverable"])
        self._addressee = compiled(options["addressee"])
        self._without = [f"{slot}s" for slot in options["without"]]
        self._unless = compiled(options["unless"] or r"(?!)")
        self._heading = options["unless-heading"]
        self._words = mandate_words_of(resources)
        self.keywords = self._near.keywords
        self._search = Search(self._lacking, keywords=self.keywords, kinds=resources.kinds, sift=self._near.sift)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The words of such requests that name the deliverable."""
        found = self._search.among(nodes, draft)
        if not found or (self._heading and heading_holds(draft, self._heading)):
            return
        for node, requests in found:
            view = draft.view(node)
            for asked in requests:
                first, last = self._place(asked)
                who = asked.addressees[0].name
                yield Match(view.span(first, last), {"found": asked.action, "verb": asked.verb, "addressee": who})

    def _place(self, asked: Asked) -> tuple[int, int]:
        delivered = next((each for each in asked.deliverables if each.kind in self._deliverables), None)
        return (delivered.start, delivered.end) if delivered else (asked.start, asked.end)

    def _lacking(self, wording: Wording) -> list[Asked]:
        if self._unless.search(wording.text):
            return []
        return [asked for asked in self._words.read(wording.text).asked if self._lacks(asked)]

    def _lacks(self, asked: Asked) -> bool:
        if self._deliverables and not any(each.kind in self._deliverables for each in asked.deliverables):
            return False
        if any(getattr(asked, slot) for slot in self._without):
            return False
        return any(self._addressee.search(each.name) for each in asked.addressees)
