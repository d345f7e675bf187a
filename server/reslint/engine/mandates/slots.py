"""The slots of a request: deliverables, deadlines, periods, conditions, agenda items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...text.regex import lazy
from .model import AgendaInWords, Asked, Deadline, Slot

_WORDS = "words"
_REPORT = "report"
"""The kind of deadline that is the next report: its words say that it is to come."""
_ORDINAL = lazy(r"[a-z]+(?:-[a-z]+)?")
_QUOTED = lazy("“([^”]+)”")
_Place = tuple[int, str]
"""Some words of a paragraph and where they begin."""


class Slots:
    """Fills the slots of requests; made from the lexicons `mandate-slots` and `ordinals`."""

    def __init__(self, lexicon: Mapping[str, Any], ordinals: Sequence[str]) -> None:
        put = {
            key: str(lexicon.get(key, "")).strip()
            for key in ("makes", "between", "object", "article", "few", "start", "bare")
        }

        def filled(pattern: str) -> re.Pattern[str]:
            for key, words in put.items():
                pattern = pattern.replace(f"{{{key}}}", words)
            return lazy(pattern)

        self._deliverables = [
            (kind, lazy(str(data["near"])), [filled(each) for each in data["find"]])
            for kind, data in (lexicon.get("deliverables") or {}).items()
        ]
        self._article = lazy(put["article"])
        self._deadlines = _by_kind(lexicon.get("deadlines"), lazy)
        self._periods = [("", lazy(each)) for each in lexicon.get("periods") or ()]
        self._conditions = [("", lazy(each)) for each in lexicon.get("conditions") or ()]
        self._items = [("", lazy(each)) for each in lexicon.get("items") or ()]
        self._past = lazy(str(lexicon.get("past") or r"(?!)"))
        self._agenda = lazy(str(lexicon.get("agenda") or r"(?!)"))
        self._ordinals = {word: number for number, word in enumerate(ordinals, start=1)}

    def filled(self, asked: Asked, text: str, asides: Sequence[tuple[int, int]]) -> Asked:
        """A request with its slots filled: from what is asked, and from what stands beside the addressee."""
        action = (asked.start, text[asked.start : asked.end])
        places = [*((start, text[start:end]) for start, end in asides), action]
        return asked._replace(
            deliverables=_once(self._delivered(*action)),
            deadlines=tuple(self._due(places)),
            periods=_once(_found(self._periods, places)),
            conditions=_once(_found(self._conditions, places)),
            items=_once(_found(self._items, [action])),
        )

    def _delivered(self, offset: int, words: str) -> Iterator[Slot]:
        for kind, near, patterns in self._deliverables:
            if not near.search(words):
                continue
            slot = next(_found([(kind, each) for each in patterns], [(offset, words)]), None)
            if slot is not None:
                articles = list(self._article.finditer(slot.text))
                skipped = articles[-1].start() if articles else 0
                yield slot._replace(text=slot.text[skipped:], start=slot.start + skipped)

    def agenda(self, text: str) -> Iterator[AgendaInWords]:
        """The decisions on the agenda of sessions, from left to right."""
        for match in self._agenda.finditer(text):
            sessions = self._sessions(match)
            if sessions:
                items = _QUOTED.findall(match["rest"])
                yield AgendaInWords(sessions, items[-1] if items else "", *match.span())

    def _due(self, places: Sequence[_Place]) -> Iterator[Deadline]:
        taken: list[tuple[int, int]] = []
        told: set[str] = set()
        for kind, pattern in self._deadlines:
            for offset, words in places:
                for match in pattern.finditer(words):
                    first, last = (offset + at for at in match.span(_WORDS))
                    if any(first < stop and begin < last for begin, stop in taken) or match[_WORDS] in told:
                        continue
                    sessions = self._sessions(match)
                    if match.groupdict().get("session") and not sessions:
                        continue
                    if kind != _REPORT and self._past.search(words[: match.start()]):
                        continue
                    taken.append((first, last))
                    told.add(match[_WORDS])
                    yield Deadline(kind, match[_WORDS], first, last, sessions)

    def _sessions(self, match: re.Match[str]) -> tuple[int, ...]:
        groups = match.groupdict()
        words = f"{groups.get('session') or ''} {groups.get('sessions') or ''}"
        named = (self._ordinals.get(each, 0) for each in _ORDINAL.findall(words))
        return tuple(number for number in named if number)


def _by_kind(data: Any, make: Any) -> list[tuple[str, re.Pattern[str]]]:
    return [(kind, make(each)) for kind, patterns in (data or {}).items() for each in patterns]


def _found(patterns: Sequence[tuple[str, re.Pattern[str]]], places: Sequence[_Place]) -> Iterator[Slot]:
    for kind, pattern in patterns:
        for offset, words in places:
            for match in pattern.finditer(words):
                start, end = match.span(_WORDS)
                yield Slot(kind or match[_WORDS], match[_WORDS], offset + start, offset + end)


def _once(slots: Iterator[Slot]) -> tuple[Slot, ...]:
    """The slots without those that overlap earlier ones, in the order of the text."""
    kept: list[Slot] = []
    for slot in slots:
        if not any(slot.start < other.end and other.start < slot.end for other in kept):
            kept.append(slot)
    return tuple(sorted(kept, key=lambda slot: slot.start))
