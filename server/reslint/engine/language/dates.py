"""Dates as a language writes them: "19 December 2011", «1er décembre 2011»; made from the lexicon `dates`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ...text.regex import lazy
from ..data.resources import shared

if TYPE_CHECKING:
    from ..data.resources import Resources

LEXICON = "dates"
_PLACE = lazy(r"\{(day|month|year)\}")


class Dates:
    """Reads and writes dates. `data` has the `months` in order, `date` and `month` with places, and odd `days`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.months = tuple(str(month) for month in data["months"])
        self._days = {int(day): str(words) for day, words in (data.get("days") or {}).items()}
        self._date, self._month = str(data["date"]), str(data["month"])
        days = "|".join([*map(re.escape, self._days.values()), r"\d{1,2}"])
        self._parts = {
            "day": f"(?:{days})" if self._days else days,
            "month": f"(?:{any_of(self.months)})",
            "year": r"\d{4}",
        }
        self.pattern = self._filled(lambda part: self._parts[part])
        """A pattern for a date, without groups."""
        self._read = lazy(self._filled(lambda part: f"(?P<{part}>{self._parts[part]})"))

    @classmethod
    def shared(cls, resources: Resources) -> Dates:
        """The ones of the lexicons in force. Raises MissingLexicon."""
        return shared(cls, resources.lexicon(LEXICON))

    def day(self, text: str) -> dt.date | None:
        """A date as it is written; None where the calendar has no such day."""
        found = self._read.fullmatch(text)
        if found is None:
            return None
        day = next((number for number, words in self._days.items() if words == found["day"]), None)
        try:
            number = int(found["day"]) if day is None else day
            return dt.date(int(found["year"]), self.months.index(found["month"]) + 1, number)
        except ValueError:
            return None

    def written(self, day: dt.date) -> str:
        """A day as running text writes it: "19 December 2011"."""
        return self._fill(self._date, day)

    def month(self, day: dt.date) -> str:
        """The month of a day: "September 2011"."""
        return self._fill(self._month, day)

    def _fill(self, template: str, day: dt.date) -> str:
        values = {"day": self._days.get(day.day, str(day.day)), "month": self.months[day.month - 1]}
        values["year"] = str(day.year)
        return _PLACE.sub(lambda found: values[found[1]], template)

    def _filled(self, part: Callable[[str], str]) -> str:
        """The template of a date as a pattern, its places filled in."""
        pieces = _PLACE.split(self._date)
        return "".join(part(piece) if index % 2 else re.escape(piece) for index, piece in enumerate(pieces))


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(map(str, words), key=len, reverse=True))
