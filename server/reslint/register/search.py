"""Finding entries and instruments by what somebody types: a number, some words of a title, a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..text.record import NamedTuple
from ..text.regex import lazy
from .entry import Entry, Instrument
from .table import COLUMNS, Table

_PAGE = 1000
"""The weight of an entry that has a page of its own."""
_MARKS = lazy(r"[“”‘’\"',;:()\[\]]+")
_SYMBOL = lazy(r"^[a-z]+(?:/[a-z][a-z0-9.]*)*/(?:res|res\.)/(?=[\d(se])")
_ANYWHERE = 2
"""The rank of a name that has the words of a query somewhere."""
_BEFORE_YEAR = lazy(r"(?<=\d)\(")


def fold(text: str) -> str:
    """Words as they are compared: in small letters, without quotation marks and commas."""
    return " ".join(_MARKS.sub(" ", text.replace("‑", "-").casefold()).split())


def words_of(query: str) -> list[str]:
    """The words of a query; of a symbol ("A/RES/66/181") its number."""
    spaced = _BEFORE_YEAR.sub(" (", query.replace("‑", "-").casefold())
    return [word for part in spaced.split() for word in fold(_SYMBOL.sub("", part)).split()]


class _Row(NamedTuple):
    """One line of a table, made ready for searching."""

    words: str
    """Number, body and title, folded, each word after a blank."""
    body: str
    """The name of the body, folded."""
    number: str
    title: str
    weight: int
    """How much stands behind it: the more, the earlier it is proposed."""
    table: Table
    line: str


class RegisterIndex:
    """An index of the register: built once, in some 30 ms for ten thousand entries; a search takes a few milliseconds.

    A thing is found if each word of the query begins one of its own words: those of its number, body and title.
    """

    def __init__(self, tables: Sequence[Table], instruments: Iterable[Instrument]) -> None:
        self._rows: list[_Row] = []
        seen: set[tuple[str, str]] = set()
        for table in tables:
            names = {code: body.name for code, body in table.bodies.items()}
            bodies = {code: fold(name) for code, name in names.items()}
            for line in table.lines():
                code, number, _, evidence, _, _, title = (line + "\t" * COLUMNS).split("\t", COLUMNS)[:7]
                key = (names.get(code, code), number)
                if key not in seen:
                    seen.add(key)
                    bare, folded = _MARKS.sub("", number.casefold()), fold(title) if title else ""
                    weight = int(evidence) if evidence.isdigit() else _PAGE
                    body = bodies.get(code) or fold(code)
                    words = f" {bare} {code.casefold()} {body} {folded}"
                    self._rows.append(_Row(words, body, bare, folded, weight, table, line))
        self._instruments = [(names_of(item), item) for item in instruments]

    def search(self, query: str, limit: int, body: str = "") -> list[Entry | Instrument]:
        """At most `limit` things, the best first: a number or name that is the query, one that begins with it, others.

        `body` keeps only the entries of that body. Raises DamagedTable.
        """
        import heapq

        words = words_of(query)
        if not words or limit < 1:
            return []
        asked = " ".join(words)
        found: list[tuple[tuple[int, ...], Instrument | _Row]] = []
        if not body:
            named = [pair for pair in self._instruments if all(f" {word}" in pair[0] for word in words)]
            # A single word rather means a treaty than one of the hundreds of resolutions that have it in their titles.
            first = -1 - _ANYWHERE if len(words) == 1 else 0
            found = [((first + _name_rank(asked, names), -_PAGE, at), item) for at, (names, item) in enumerate(named)]
        rows, own = self._rows, fold(body)
        if own:
            rows = [row for row in rows if row.body == own]
        for needle in (f" {word}" for word in words):
            rows = [row for row in rows if needle in row.words]
        for at, row in enumerate(rows, len(found)):
            rank = _row_rank(asked, row)
            newest_first = at if row.number.startswith(words[0]) else -at
            found.append(((rank, -row.weight, newest_first), row))
        best = heapq.nsmallest(limit, found, key=lambda pair: pair[0])
        return [item.table.entry(item.line) if isinstance(item, _Row) else item for _, item in best]

    def numbered(self, query: str, limit: int) -> list[Entry]:
        """The entries that have a word of the query as their number, and that most of its other words name, too.

        Words that name nothing ("resolution") do no harm. Raises DamagedTable.
        """
        words = words_of(query)
        asked = f" {' '.join(words)} "
        rows = [row for row in self._rows if f" {row.number} " in asked]
        agree = [sum(f" {word}" in row.words for word in words) for row in rows]
        best = [row for row, agreed in zip(rows, agree, strict=True) if agreed == max(agree)]
        return [row.table.entry(row.line) for row in sorted(best, key=lambda row: -row.weight)[:limit]]


def instruments_named(query: str, names: Sequence[tuple[str, Instrument]], limit: int) -> list[Instrument]:
    """The instruments whose names have words that begin with those of a query, the best first.

    `names` are the instruments with all their names, as `names_of` gives them.
    """
    words = words_of(query)
    if not words:
        return []
    found = [pair for pair in names if all(f" {word}" in pair[0] for word in words)]
    asked = " ".join(words)
    return [item for _, item in sorted(found, key=lambda pair: _name_rank(asked, pair[0]))][:limit]


def names_of(item: Instrument) -> str:
    """All names of an instrument, folded, each between bars."""
    names = [item.title, *item.aliases, *(short.partition(" ")[2] for short in item.short)]
    return "|".join(f" {fold(name)} " for name in names)


def begins_name(query: str, item: Instrument) -> bool:
    """Whether one of the names of an instrument begins with the words of a query."""
    return _name_rank(" ".join(words_of(query)), names_of(item)) < _ANYWHERE


def _name_rank(asked: str, names: str) -> int:
    """0 for a name that is the query, 1 for one that begins with it, 2 for words anywhere."""
    if f"| {asked} |" in f"|{names}|":
        return 0
    return 1 if f"| {asked}" in f"|{names}" else _ANYWHERE


def _row_rank(asked: str, row: _Row) -> int:
    """0 where the query has the number, 1 where it begins the number or the title, 2 where its words stand together."""
    if f" {row.number} " in f" {asked} ":
        return 0
    if row.number.startswith(asked) or row.title.startswith(asked):
        return 1
    return 2 if asked in row.title else 3
