"""The register: every resolution, decision and instrument that the program knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from ..text.record import replace
from .entry import Entry, Instrument
from .search import RegisterIndex, fold, instruments_named, names_of
from .table import Body, Table, tables_in
from .user import user_table

_SHORT = 3
"""The letters of a word that may stand before a name and is no part of it."""


class Register:
    """The tables of packs and the user's own, and the instruments of a lexicon.

    Opening costs nothing: the tables are read at the first question, and made searchable at the first search.
    A later table takes precedence over an earlier one; where it gives no date, or no title,
    the earlier one does.
    """

    def __init__(self, tables: Sequence[Table], instruments: Mapping[str, Any] | None = None) -> None:
        self.tables = tuple(reversed(tables))
        self._data = instruments or {}

    @classmethod
    def open(
        cls, packs: Sequence[Path], instruments: Mapping[str, Any] | None = None, user: Path | None = None
    ) -> Register:
        """The register of packs (their folders, in the order in which they build on each other).

        Reads what `tables_in` finds in them. `instruments` is the mapping of that name in their lexicon `instruments`:
        official title to facts. `user` is the user's own table, by default that of `user_table`.
        """
        tables = [Table(file) for pack in packs for file in tables_in(pack)]
        own = user or user_table()
        return cls([*tables, *([Table(own, tables)] if own else [])], instruments)

    def lookup(self, body: str, number: str) -> Entry | None:
        """The entry of a number under its body (by its full name); None if there is none. Raises DamagedTable."""
        known = [entry for table in self.tables if (entry := table.lookup(body, number)) is not None]
        if not known:
            return None
        dated = next((entry for entry in known if entry.date), known[0])
        if dated.title:
            return dated
        titled = next((entry for entry in known if entry.title), dated)
        return replace(dated, title=titled.title, title_sure=titled.title_sure)

    def of_date(self, number: str, day: date) -> tuple[Entry, ...]:
        """The entries of that number of any body that have that date. Raises DamagedTable."""
        found = (self.lookup(body.name, number) for body in self.bodies.values())
        return tuple(entry for entry in found if entry and (entry.date == day or day in dict(entry.others)))

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """The bodies that the tables name, by their codes. Raises DamagedTable."""
        return {code: body for table in reversed(self.tables) for code, body in table.bodies.items()}

    def search(self, query: str, limit: int = 20, body: str = "") -> list[Entry | Instrument]:
        """The entries that somebody may mean by a number, words of a title or a name; see `RegisterIndex.search`."""
        found = self._index.search(query, limit, body)
        return [
            self.lookup(item.body, item.number) or item if isinstance(item, Entry) and item.source == "user" else item
            for item in found
        ]

    def meant(self, query: str, limit: int = 20) -> list[Entry | Instrument]:
        """The things that a whole query means, where nobody goes on typing: a number stands alone.

        Where nothing has all the words, a short one in front is left out ("the Paris Agreement"). Raises DamagedTable.
        """
        if numbered := self._index.numbered(query, limit):
            return [self.lookup(entry.body, entry.number) or entry for entry in numbered]
        found = self.search(query, limit)
        first, _, others = query.strip().partition(" ")
        return found if found or len(first) > _SHORT else self.search(others, limit)

    def instruments_named(self, query: str, limit: int = 20) -> list[Instrument]:
        """The instruments that somebody may mean by some words of a name; no table is read for it."""
        return instruments_named(query, self._named, limit)

    def instrument(self, name: str) -> Instrument | None:
        """The instrument of that official title, alias or short title that no other has; None if there is none."""
        return self._names.get(fold(name))

    def begun(self, words: str) -> int:
        """How many titles begin with some words."""
        start = fold(words)
        return sum(fold(title).startswith(start) for title in self._data)

    def ends_with_title(self, text: str) -> bool:
        """Whether the last words of a text are a title, or a short title of several words."""
        words = fold(text).split()[-self._titles[1] :]
        return any(" ".join(words[at:]) in self._titles[0] for at in range(len(words)))

    @cached_property
    def _titles(self) -> tuple[frozenset[str], int]:
        """All titles as they are compared, and how many words the longest has."""
        shorts = {fold(short.partition(" ")[2]) for item in self.instruments for short in item.short}
        titles = {fold(item.title) for item in self.instruments} | {short for short in shorts if " " in short}
        return frozenset(titles), max((len(title.split()) for title in titles), default=1)

    @cached_property
    def instruments(self) -> tuple[Instrument, ...]:
        """All instruments, in the order of the lexicon."""
        return tuple(_instrument(title, facts) for title, facts in self._data.items())

    @cached_property
    def _names(self) -> Mapping[str, Instrument]:
        found: dict[str, Instrument | None] = {}
        for item in self.instruments:
            shorts = [short.partition(" ")[2] for short in item.short]
            for name in {fold(name) for name in (*item.aliases, *item.short, *shorts)}:
                found[name] = None if name in found else item
        found.update((fold(item.title), item) for item in self.instruments)
        return {name: item for name, item in found.items() if item}

    @cached_property
    def _named(self) -> tuple[tuple[str, Instrument], ...]:
        return tuple((names_of(item), item) for item in self.instruments)

    @cached_property
    def _index(self) -> RegisterIndex:
        return RegisterIndex(self.tables, self.instruments)


def _instrument(title: str, facts: Mapping[str, Any]) -> Instrument:
    return Instrument(
        title=title,
        short=tuple(facts.get("short", ())),
        aliases=tuple(map(str, facts.get("aliases", ()))),
        volumes=tuple(map(str, facts.get("volumes", ()))),
        number=str(facts.get("number", "")),
        league=bool(facts.get("league")),
        resolution=str(facts.get("resolution", "")),
        body=str(facts.get("body", "")),
        part=str(facts.get("part", "")),
        see=bool(facts.get("see")),
        note=str(facts.get("note", "")),
    )
