"""Resolutions that a paragraph names with their dates and titles, each under the body that it belongs to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...text.record import dataclass
from ...text.regex import lazy
from ..data.resources import shared
from ..search.spoken import Spoken
from .citations import LEXICONS, Citation, CitationWords
from .dates import Dates

if TYPE_CHECKING:
    from ...draft.wording import Wording
    from ..data.resources import Resources

NEAR = dt.timedelta(days=400)
"""How far the date that is written may be from the register's where the body is not named: farther away, the number
belongs rather to another body, whose sessions of the same number meet in other years."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One resolution with what the text says of it; offsets into the folded words, half-open."""

    body: str
    """The body's full name, "" where nothing tells it."""
    named: bool
    """Whether the body stands before it in the same citation; else it was taken over from "its" or from before."""
    number: str
    start: int
    end: int
    """The end of the number."""
    date: str
    """"19 December 2011" as written, "" without one."""
    date_start: int
    date_end: int
    title: str
    title_start: int
    title_end: int
    head: int
    """Where its citation begins."""
    kind: str = ""
    """The lexicon's name of what is cited: "resolution", "decision"."""
    behind: int = 0
    """Where the words behind the number begin: after a square bracket that is closed there."""


class DatedWords:
    """Finds them, with the words of the lexicons `citations`, `organs`, `dates` and `grammar`."""

    def __init__(
        self,
        citations: Mapping[str, Any],
        organs: Mapping[str, Any],
        dates: Mapping[str, Any],
        grammar: Mapping[str, Any],
    ) -> None:
        self._citations = shared(CitationWords, citations, organs, dates, grammar)
        self.cited = self._citations.cited
        self.quotations = self._citations.quotations
        self.keywords = self._citations.keywords
        self.spoken: Spoken[tuple[Dated, ...]] = Spoken(self._spoken, self._citations.cited)
        """The same as `find`, remembered; "its resolution" is one of the organ that adopts the node."""
        dates_written = shared(Dates, dates)
        self.day, self.month = dates_written.day, dates_written.month
        """How a date is read, and how the month of a day is written; see `Dates`."""
        names: Mapping[str, Any] = organs["organs"]
        self._organs = lazy("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))

    @classmethod
    def shared(cls, resources: Resources) -> DatedWords:
        """The one of the lexicons in force. Raises MissingLexicon."""
        return shared(cls, *(resources.lexicon(name) for name in LEXICONS))

    def find(self, text: str, own: str) -> tuple[Dated, ...]:
        """The resolutions in folded words, in their order.

        `own` is the body that speaks; where it is "", so is the body of "its resolution".
        After a citation, a number with a date belongs to the same body as long as no other body is named between:
        "its resolutions 70/1 of … on wells and 71/2 of …".
        """
        return tuple(self._find(text, self._citations.scan(text), own))

    def _spoken(self, wording: Wording, own: str) -> tuple[Dated, ...]:
        return tuple(self._find(wording.text, self._citations.cited.at(wording) or (), own))

    def _find(self, text: str, citations: Sequence[Citation], own: str) -> Iterator[Dated]:
        for index, citation in enumerate(citations):
            body = citation.body or own
            named = bool(citation.body)
            for item in citation.items:
                title_start = text.rfind(item.title, item.date_end, item.title_end) if item.title else item.title_end
                yield Dated(
                    body,
                    named,
                    item.number,
                    item.start,
                    item.end,
                    item.date,
                    item.date_end - len(item.date),
                    item.date_end,
                    item.title,
                    title_start,
                    title_start + len(item.title),
                    citation.start,
                    citation.kind,
                    _behind(text, item.end),
                )
            limit = citations[index + 1].start if index + 1 < len(citations) else len(text)
            other = self._organs.search(text, citation.end, limit)
            yield from self._loose(text, body, citation.kind, citation.end, other.start() if other else limit)

    def _loose(self, text: str, body: str, kind: str, start: int, end: int) -> Iterator[Dated]:
        if text.find("/", start, end) < 0:
            return
        for found in self._citations.item.finditer(text, start, end):
            if found["date"] and "/" in found["number"] and not text[found.start() - 1].isalnum():
                at = found.end()
                yield Dated(
                    body,
                    False,
                    found["number"],
                    found.start(),
                    found.end("number"),
                    found["date"],
                    found.start("date"),
                    at,
                    "",
                    at,
                    at,
                    found.start(),
                    kind,
                    _behind(text, found.end("number")),
                )


def _behind(text: str, end: int) -> int:
    return end + text.startswith("]", end)
