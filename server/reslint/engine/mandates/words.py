"""From the words of a paragraph to what they ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..patterns.compiled import LazyPattern
from ..search.search import Search
from .actors import Actors
from .model import Addressee, AgendaInWords, Asked, Head, Slot
from .slots import Slots

if TYPE_CHECKING:
    from ...draft.wording import Wording

LEXICONS = ("mandates", "mandate-slots", "openers", "ordinals")
_BLANKS = lazy(r"[\s,]*")
_COLON = lazy(r":\s*\Z")
_BEHIND = 80
"""How far before a verb is looked at for what begins its clause."""
_FURTHER = 240
"""How far behind a verb the name of those who are asked may end."""


class MandateReading(NamedTuple):
    """The requests in some words, and the head of those that the subparagraphs below them go on with."""

    asked: tuple[Asked, ...]
    head: Head | None = None


_NOTHING = MandateReading(())


class MandateWords:
    """Reads requests; made from the lexicons `mandates`, `mandate-slots`, `openers` and `ordinals`."""

    def __init__(
        self, mandates: Mapping[str, Any], slots: Mapping[str, Any], openers: Mapping[str, Any], ordinals: Any
    ) -> None:
        names = ordinals.get("ordinals", ()) if isinstance(ordinals, Mapping) else ordinals
        self._actors = Actors(mandates)
        self._names = list(names or ())
        self._slots = Slots(slots, self._names)
        self._verbs: list[str] = list(mandates["verbs"])
        verbs = "|".join(f"(?P<v{at}>{pattern})" for at, pattern in enumerate(mandates["verbs"].values()))
        self._verb = LazyPattern(rf"\b(?:{verbs})(?![\w-])", ignore_case=True)
        self._lead = lazy(rf"(?:{str(mandates['lead']).strip()})\Z", re.IGNORECASE)
        finite = sorted({re.escape(opener.split()[0].lower()) for opener in openers.get("finite") or {}})
        self._end = lazy(str(mandates["end"]).strip().replace("{finite}", "|".join(finite) or r"(?!)"))
        self._action = lazy(str(mandates["action"]))
        self._before = lazy(str(mandates["before"]))
        self._that = lazy(str(mandates["that"]))
        self._modal = lazy(str(mandates["modal"]))
        self._next = lazy(str(mandates["next"]))
        self._search: Search[MandateReading | None] = Search(self._asked_in, keywords=self._verb.keywords)

    @property
    def search(self) -> Search[MandateReading | None]:
        """The requests of paragraphs, by their wordings."""
        return self._search

    def ordinal(self, number: int) -> str:
        """A number in words, as sessions are named; in figures where the lexicon has none."""
        return self._names[number - 1] if 0 < number <= len(self._names) else str(number)

    def agenda(self, text: str) -> tuple[AgendaInWords, ...]:
        """The decisions on the agenda of sessions in some words."""
        return tuple(self._slots.agenda(text))

    def _asked_in(self, wording: Wording) -> MandateReading | None:
        reading = self.read(wording.text)
        return reading if reading.asked or reading.head else None

    def _verbs_in(self, text: str) -> list[tuple[int, re.Match[str]]]:
        """The verbs that ask, of which each stands at the start of a clause, with where that clause begins."""
        found = []
        for match in self._verb.finditer(text):
            behind = max(0, match.start() - _BEHIND)
            lead = self._lead.search(text[behind : match.start()])
            if lead is not None:
                found.append((behind + lead.start(), match))
        return found

    def read(self, text: str) -> MandateReading:
        """The requests of a paragraph."""
        verbs = self._verbs_in(text)
        if not verbs:
            return _NOTHING
        found: list[Asked] = []
        head: Head | None = None
        shared: list[tuple[str, int, tuple[Addressee, ...]]] = []
        for at, (_, match) in enumerate(verbs):
            verb = self._verbs[next(i for i in range(len(self._verbs)) if match[f"v{i}"] is not None)]
            start = match.end()
            limit = verbs[at + 1][0] if at + 1 < len(verbs) else len(text)
            place = match.start()
            addressees, action, asides = self._addressed(text, start, limit)
            if not addressees:
                shared = []
                if _COLON.match(text, start):
                    head = Head(verb, ())
                continue
            if action < 0:
                if limit < len(text):
                    shared.append((verb, place, addressees))  # “Urges donors and invites institutions to …”
                elif _COLON.search(text, start):
                    head = Head(verb, addressees)
                continue
            stop = self._stop(text, action, limit)
            if _COLON.match(text, action) or not text[action:stop].strip(" :"):
                head = Head(verb, addressees)
                continue
            for one, where, those in [*shared, (verb, place, addressees)]:
                found += self._each(text, Asked(one, where, those, action, stop, ""), asides)
            shared = []
        return MandateReading(tuple(self._with_items(text, found)), head)

    def _with_items(self, text: str, found: Sequence[Asked]) -> Iterator[Asked]:
        """Requests with the item under which the same paragraph puts them on the agenda of the same session."""
        agenda = self.agenda(text) if any(each.deadlines for each in found) else ()
        for asked in found:
            due = {number for deadline in asked.deadlines for number in deadline.sessions}
            items = [each for each in agenda if each.item and due & {*each.sessions}]
            if items and asked.deliverables and not asked.items:
                item = f"“{items[0].item}”"
                yield asked._replace(items=(Slot(item, item, items[0].start, items[0].end),))
            else:
                yield asked

    def below(self, text: str, head: Head) -> Iterator[Asked]:
        """The requests of a subparagraph below a verb and those who are asked, or which names these itself."""
        begin, limit = self._start_of_item(text), self._first_verb(text)
        addressees = tuple(each._replace(start=-1, end=-1) for each in head.addressees)
        asides: list[tuple[int, int]] = []
        if not addressees:
            addressees, begin, asides = self._addressed(text, 0, limit)
        if addressees and begin >= 0:
            stop = self._stop(text, begin, limit)
            yield from self._each(text, Asked(head.verb, -1, addressees, begin, stop, ""), asides)

    def _first_verb(self, text: str) -> int:
        return next((start for start, match in self._verbs_in(text) if match.start()), len(text))

    def _start_of_item(self, text: str) -> int:
        match = self._next.match(text)
        return match.end() if match else 0

    def _addressed(self, text: str, start: int, limit: int) -> tuple[tuple[Addressee, ...], int, list[tuple[int, int]]]:
        """Those asked by a verb that ends at `start`, where the action begins (-1: not here), and what stands between.

        The action stands behind the name, or the words end with a colon, or another verb comes first.
        """
        begin = _BLANKS.match(text, start).end()  # type: ignore[union-attr] # it matches nothing, too
        clause = self._that.match(text, begin)
        if clause is not None:
            return self._in_clause(text, clause.end(), limit)
        far = self._end.search(text, begin, limit)
        last = far.start() if far else limit
        for match in self._action.finditer(text, begin, last):
            if self._before.search(text[max(begin, match.start() - 40) : match.start()].rstrip()):
                continue
            if match.start() - begin > 3 * _FURTHER:
                break
            action = match.start() if match["not"] or not match["do"] else match.start("do")
            found = self._actors.find(text, begin, match.start())
            if found or match.start() - begin > _FURTHER:
                return found, action, [(found[0].end, match.end())] if found else []
            return (), -1, []
        if last < len(text) or _COLON.search(text, begin):
            return self._actors.find(text, begin, last), -1, []
        return (), -1, []

    def _in_clause(self, text: str, after: int, limit: int) -> tuple[tuple[Addressee, ...], int, list[tuple[int, int]]]:
        """The same for “that all parties cease …”."""
        modal = self._modal.search(text, after, min(limit, after + _FURTHER))
        if modal is None:
            return (), -1, []
        return self._actors.find(text, after, modal.start()), modal.start(), []

    def _stop(self, text: str, action: int, limit: int) -> int:
        """Where what is asked ends: before the next verb of the paragraph."""
        end = self._end.search(text, action, limit)
        last = end.start() if end else limit
        return len(text[:last].rstrip(" ,;:."))

    def _each(self, text: str, whole: Asked, asides: Sequence[tuple[int, int]]) -> Iterator[Asked]:
        """A request, divided where another action begins, each with its slots."""
        begins, ends = [whole.start], []
        for match in self._next.finditer(text, whole.start, whole.end):
            if match.start() > begins[-1]:
                ends.append(match.start())
                begins.append(match.end())
        ends.append(whole.end)
        for at, (begin, end) in enumerate(zip(begins, ends, strict=True)):
            part = whole._replace(start=begin, end=end, action=text[begin:end])
            yield self._slots.filled(part, text, asides if not at else [])
