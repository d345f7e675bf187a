"""Dates of cited resolutions that do not lie in the session that the number names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import LexiconName, Record
from ..language.dated import Dated, DatedWords
from ..search.spoken import Spoken

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class _Slip(NamedTuple):
    """A resolution with a date that cannot be, and the first and the last month in which it can be."""

    item: Dated
    first: str
    last: str


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


class DateSessionCheck:
    """Dates of cited resolutions on which no session of that number met.

    Where the text does not name the body, nothing is said of a date that fits a session of that number of any other.
    """

    KIND: ClassVar[str] = "date-session"
    OPTIONS: ClassVar[Record] = Record(
        {
            "lexicon": LexiconName(
                "The lexicon that says when the sessions of bodies fall.", "sessions", default="sessions"
            ),
        },
        "Dates of cited resolutions by the sessions of their bodies.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body", "first", "last"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._words = DatedWords.shared(resources)
        self.keywords = self._words.keywords
        bodies: Mapping[str, Sequence[Mapping[str, Any]]] = resources.lexicon(options["lexicon"])["bodies"]
        self._sessions = {name: [_Sessions(data) for data in ways] for name, ways in bodies.items()}
        self._wrong = Spoken(self._slips, self._words.cited)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The dates in the words of the selected nodes that cannot be."""
        for node, slips in self._wrong.among(nodes, draft):
            for slip in slips:
                yield self._match(slip, draft.view(node))

    def _slips(self, wording: Wording, own: str) -> list[_Slip]:
        items = self._words.spoken.at(wording, own) or ()
        return [slip for item in items if item.date and (slip := self._out_of_session(item)) is not None]

    def _out_of_session(self, item: Dated) -> _Slip | None:
        day = self._words.day(item.date)
        window = self._window(item.body, item.number) if day is not None else None
        if day is None or window is None or window[0] <= day < window[1]:
            return None
        if not item.named and self._fits_another(item.number, day):
            return None
        last = window[1] - dt.timedelta(days=1)
        return _Slip(item, self._words.month(window[0]), self._words.month(last))

    def _window(self, body: str, number: str) -> tuple[dt.date, dt.date] | None:
        for sessions in self._sessions.get(body, ()):
            window = sessions.window(number)
            if window is not None:
                return window
        return None

    def _fits_another(self, number: str, day: dt.date) -> bool:
        windows = (self._window(body, number) for body in self._sessions)
        return any(window is not None and window[0] <= day < window[1] for window in windows)

    @staticmethod
    def _match(slip: _Slip, view: View) -> Match:
        item, first, last = slip
        values = {"found": item.date, "number": item.number, "body": item.body, "first": first, "last": last}
        return Match(view.span(item.date_start, item.date_end), values)


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _month(year: int, month: int) -> dt.date:
    """The first day of a month counted from January of `year`: 13 is the next January, 0 the last December."""
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
