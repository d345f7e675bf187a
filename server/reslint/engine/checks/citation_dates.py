"""Dates of cited resolutions that cannot be: no day of the calendar, or not in the session that the number names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..dated import Dated, DatedWords
from ..schema import Choice, LexiconName, Record
from .base import Match

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ..context import Context
    from ..resources import Resources

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class _Sessions:
    """One way in which a body numbers its sessions, and when they fall (see the lexicon `sessions`)."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._number = lazy(data["number"])
        self._first = int(data.get("first", 0))
        self._per_year = int(data.get("per-year", 1))
        self._years = int(data.get("years", 1))
        self._applies = range(int(data.get("since", 0)), int(data.get("until", 9999)) + 1)
        self._months = int(data["from"]) - int(data.get("early", 0)), int(data["to"])

    def window(self, number: str) -> tuple[dt.date, dt.date] | None:
        """The first day on which a resolution of that number can have been adopted, and the day after the last."""
        found = self._number.match(number)
        if found is None:
            return None
        groups = found.groupdict()
        if groups.get("year"):
            year = int(groups["year"])
        else:
            session = int(groups["session"]) if groups.get("session") else _roman(groups["roman"])
            if session not in self._applies:
                return None
            year = self._first + (session * self._years if self._per_year == 1 else (session - 1) // self._per_year)
        opens, over = self._months
        return _month(year, opens), _month(year, over + 1)


class CitationDatesCheck:
    """Dates of cited resolutions that are wrong by the calendar alone.

    `calendar`: there is no such day. `session`: no session of that number of the body met on that day; where the text
    does not name the body, nothing is said of a date that fits a session of that number of any other body.
    """

    KIND: ClassVar[str] = "citation-dates"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(["calendar", "session"], "What is reported.", required=True),
            "lexicon": LexiconName("The lexicon that says when the sessions of bodies fall.", default="sessions"),
        },
        "Dates of cited resolutions by the calendar.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body", "first", "last"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._words = DatedWords.shared(resources)
        self.keywords = self._words.keywords
        self._calendar = options["report"] == "calendar"
        bodies: Mapping[str, Sequence[Mapping[str, Any]]] = resources.lexicon(options["lexicon"])["bodies"]
        self._sessions = {name: [_Sessions(data) for data in ways] for name, ways in bodies.items()}

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The dates in the words of the selected nodes that cannot be."""
        for node, items in self._words.spoken.among(nodes, draft):
            for item in items:
                if item.date:
                    yield from self._judge(item, draft.view(node))

    def _judge(self, item: Dated, view: View) -> Iterator[Match]:
        day = self._words.day(item.date)
        if self._calendar or day is None:
            if self._calendar and day is None:
                yield self._match(item, view, "", "")
            return
        window = self._window(item.body, item.number)
        if window is None or window[0] <= day < window[1]:
            return
        if not item.named and self._fits_another(item.number, day):
            return
        last = window[1] - dt.timedelta(days=1)
        yield self._match(item, view, self._words.month(window[0]), self._words.month(last))

    def _window(self, body: str, number: str) -> tuple[dt.date, dt.date] | None:
        windows = (sessions.window(number) for sessions in self._sessions.get(body, ()))
        return next((window for window in windows if window is not None), None)

    def _fits_another(self, number: str, day: dt.date) -> bool:
        windows = (self._window(body, number) for body in self._sessions)
        return any(window is not None and window[0] <= day < window[1] for window in windows)

    @staticmethod
    def _match(item: Dated, view: View, first: str, last: str) -> Match:
        values = {"found": item.date, "number": item.number, "body": item.body, "first": first, "last": last}
        return Match(view.span(item.date_start, item.date_end), values)


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _month(year: int, month: int) -> dt.date:
    """The first day of a month counted from January of `year`: 13 is the next January, 0 the last December."""
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
