"""Dates of cited resolutions that the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ..language.dated import Dated, DatedWords
from ..search.spoken import Spoken

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class DateCalendarCheck:
    """Dates of cited resolutions that are not days of the calendar: 31 November."""

    KIND: ClassVar[str] = "date-calendar"
    OPTIONS: ClassVar[Record] = Record({}, "Dates of cited resolutions that the calendar does not have.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._words = DatedWords.shared(resources)
        self.keywords = self._words.keywords
        self._wrong = Spoken(self._slips, self._words.cited)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The dates in the words of the selected nodes that cannot be."""
        for node, slips in self._wrong.among(nodes, draft):
            for item in slips:
                values = {"found": item.date, "number": item.number, "body": item.body}
                yield Match(draft.view(node).span(item.date_start, item.date_end), values)

    def _slips(self, wording: Wording, own: str) -> list[Dated]:
        items = self._words.spoken.at(wording, own) or ()
        return [item for item in items if item.date and self._words.day(item.date) is None]
