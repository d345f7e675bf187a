"""What a text says of cited resolutions, against the register."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from ...register import DamagedTable, Entry, Phrases, Register
from ...text import Edit
from ...text.regex import lazy
from ..context import CannotRun
from ..dated import Dated, DatedWords
from ..register import MissingPhrases, phrases_of, register_of
from ..schema import Choice, Pattern, Record
from .base import Match

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ..context import Context
    from ..resources import Resources

_NEAR = dt.timedelta(days=400)
"""How far a wrong date may be from the right one where the body is not named: farther away, the number belongs
rather to another body, whose sessions of the same number meet in other years."""


class RegisterCheck:
    """Dates and titles of cited resolutions that are not those the register holds.

    A number is looked up under its body alone. Nothing is said where the register does not know it or is not sure,
    or where another body has a resolution of that number and the date given.
    """

    KIND: ClassVar[str] = "register"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(["date", "title"], "What is compared.", required=True),
            "unless": Pattern("title: words right before a citation whose title is that of a part only."),
        },
        "Cited resolutions against the register.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "fixed", "number", "body", "evidence"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._resources = resources
        self._words = DatedWords.shared(resources)
        self._dates = options["report"] == "date"
        self._unless = lazy(rf"(?:{options['unless']})\Z") if options["unless"] else None

    @cached_property
    def _phrases(self) -> Phrases:
        return phrases_of(self._resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The dates or titles in the words of the selected nodes that are wrong. Raises CannotRun."""
        try:
            register = register_of(self._resources)
            for node in nodes:
                view = draft.view(node)
                organ = draft.organ(node)
                for item in self._words.find(view.text, organ.name if organ else ""):
                    compared = self._date if self._dates else self._title
                    yield from compared(item, view, register)
        except (DamagedTable, MissingPhrases) as error:
            raise CannotRun(str(error)) from None

    def _date(self, item: Dated, view: View, register: Register) -> Iterator[Match]:
        day = self._words.day(item.date) if item.date else None
        entry = register.lookup(item.body, item.number) if day else None
        if day is None or entry is None or entry.date is None or not entry.sure or entry.date == day:
            return
        if not item.named and abs(entry.date - day) > _NEAR:
            return
        if any(other.body != entry.body for other in register.of_date(item.number, day)):
            return
        fixed = self._phrases.date(entry.date)
        yield self._match(entry, view, (item.date_start, item.date_end), fixed)

    def _title(self, item: Dated, view: View, register: Register) -> Iterator[Match]:
        entry = register.lookup(item.body, item.number) if item.title else None
        if entry is None or not entry.title_sure or _letters(entry.title) == _letters(item.title):
            return
        if not item.named and item.date and entry.date != self._words.day(item.date):
            return
        if self._unless is not None and self._unless.search(view.text[: item.head]):
            return
        yield self._match(entry, view, (item.title_start, item.title_end), entry.title)

    def _match(self, entry: Entry, view: View, at: tuple[int, int], fixed: str) -> Match:
        span = view.span(*at)
        values = {
            "found": view.text[slice(*at)],
            "fixed": fixed,
            "number": entry.number,
            "body": entry.body,
            "evidence": self._phrases.evidence(entry),
        }
        return Match(span, values, (Edit(span, fixed),))


def _letters(title: str) -> str:
    """What of a title must agree: its letters and digits, in any capitals."""
    return "".join(re.findall(r"\w", title.casefold()))
