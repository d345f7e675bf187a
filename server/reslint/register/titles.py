"""Resolutions of one title: those of other sessions whose titles differ in their years alone."""

from __future__ import annotations

from collections.abc import Iterable

from ..text.regex import lazy
from .entry import Entry
from .search import fold
from .table import COLUMNS, Table

_NUMBER = lazy(r"^\W*\d+/\d+(?:[ –-]?[A-Z])?\.?\s+")
_YEAR = lazy(r"\b(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?\b")
_SESSION = lazy(r"\d+(?=/)")


def title_key(title: str) -> str:
    """A title as it is compared: without the number before it, years, marks and capitals."""
    return fold(_YEAR.sub(" ", without_number(title)))


def without_number(title: str) -> str:
    """A title without the number before it."""
    return _NUMBER.sub("", title)


def number_before(title: str) -> str:
    """The number that stands before a title ("78/134" of "78/134. Bells"); "" for none."""
    found = _NUMBER.match(title)
    return found.group().strip(" .*\t") if found else ""


def session_in(number: str) -> int:
    """The session in a number of the form "78/134"; 0 in any other."""
    found = _SESSION.match(number)
    return int(found.group()) if found else 0


def titled(tables: Iterable[Table], body: str, title: str, before: int = 0) -> list[Entry]:
    """The entries of a body with that title, the latest session first; with `before` only those of earlier sessions.

    Raises DamagedTable.
    """
    wanted = title_key(title)
    # To fold every title of a table takes a hundred times as long as to look for one word in it.
    longest = max(wanted.split(), key=len, default="")
    found: dict[str, Entry] = {}
    for table in tables:
        codes = {code for code, known in table.bodies.items() if known.name == body}
        for line in table.lines():
            columns = line.split("\t")
            if len(columns) != COLUMNS or columns[0] not in codes or not columns[6]:
                continue
            if longest not in columns[6].replace("\u2011", "-").casefold():
                continue
            session = session_in(columns[1])
            if session and (not before or session < before) and title_key(columns[6]) == wanted:
                found.setdefault(columns[1], table.entry(line))
    return sorted(found.values(), key=lambda entry: (-session_in(entry.number), entry.number))
