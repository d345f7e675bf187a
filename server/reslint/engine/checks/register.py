"""What a text says of cited resolutions, against the register."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from ...register import CitationPhrases, DamagedTable, Entry, Register
from ...text import Edit
from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.check import Match
from ..data.context import CannotRun
from ..data.schema import Choice, Pattern, Record
from ..language.dated import NEAR, Dated, DatedWords
from ..language.register import MissingPhrases, phrases_of, register_of
from ..search.spoken import Spoken

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class _Slip(NamedTuple):
    """What differs from an entry: where, in folded words, and what the register holds."""

    entry: Entry
    start: int
    end: int
    fixed: str


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
        self.keywords = self._words.keywords
        self._dates = options["report"] == "date"
        self._unless = lazy(rf"(?:{options['unless']})\Z") if options["unless"] else None
        self._register: Register | None = None
        self._differ = self._search()

    @cached_property
    def _phrases(self) -> CitationPhrases:
        return phrases_of(self._resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The dates or titles in the words of the selected nodes that are wrong. Raises CannotRun."""
        try:
            register = self._opened(draft)
            if register is not self._register:
                self._register, self._differ = register, self._search()
            for node, slips in self._differ.among(nodes, draft):
                for slip in slips:
                    yield self._match(slip, draft.view(node))
        except (DamagedTable, MissingPhrases) as error:
            raise CannotRun(str(error)) from None

    def _opened(self, draft: Draft) -> Register:
        """The register, of which it is asked once for each draft whether its tables have changed."""
        key = "register", self._resources.folders
        return draft.memo.once(key, lambda: register_of(self._resources))

    def _search(self) -> Spoken[tuple[_Slip, ...]]:
        return Spoken(self._slips, self._words.cited)

    def _slips(self, wording: Wording, own: str) -> tuple[_Slip, ...]:
        """What differs from the register in some words."""
        compared = self._date if self._dates else self._title
        items = self._words.spoken.at(wording, own) or ()
        register = self._register
        return tuple(slip for item in items for slip in compared(item, wording.text, register)) if register else ()

    def _date(self, item: Dated, text: str, register: Register) -> Iterator[_Slip]:  # noqa: ARG002 as `_title`
        day = self._words.day(item.date) if item.date else None
        entry = register.lookup(item.body, item.number) if day else None
        if day is None or entry is None or entry.date is None or not entry.sure or entry.date == day:
            return
        if not item.named and abs(entry.date - day) > NEAR:
            return
        if any(other.body != entry.body for other in register.of_date(item.number, day)):
            return
        fixed = self._phrases.date(entry.date)
        yield _Slip(entry, item.date_start, item.date_end, fixed)

    def _title(self, item: Dated, text: str, register: Register) -> Iterator[_Slip]:
        entry = register.lookup(item.body, item.number) if item.title else None
        if entry is None or not entry.title_sure or _letters(entry.title) == _letters(item.title):
            return
        if not item.named and item.date and entry.date != self._words.day(item.date):
            return
        if self._unless is not None and self._unless.search(text[: item.head]):
            return
        yield _Slip(entry, item.title_start, item.title_end, entry.title)

    def _match(self, slip: _Slip, view: View) -> Match:
        span = view.span(slip.start, slip.end)
        values = {
            "found": view.text[slip.start : slip.end],
            "fixed": slip.fixed,
            "number": slip.entry.number,
            "body": slip.entry.body,
            "evidence": self._phrases.evidence(slip.entry),
        }
        return Match(span, values, (Edit(span, slip.fixed),))


def _letters(title: str) -> str:
    """What of a title must agree: its letters and digits, in any capitals."""
    return "".join(re.findall(r"\w", title.casefold()))
