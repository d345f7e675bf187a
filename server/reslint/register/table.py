"""A table of resolutions (`.tsv`): read when first asked, its lines made entries one by one as they are needed.

Each line has eight columns: body, number, date (YYYY-MM-DD or empty), evidence ("page", "user" or how many citations
agree), other dates ("2012-09-19×3; …"), "?" where the entry is unsure, title, where the title is from ("?" where it
is unsure). Lines "#body" have a code for a body, its name, the symbol of its texts ({number}; {session} and {item} are
its parts) and the number at which its decisions begin. Other lines that begin with "#" are for the reader.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from ..text.record import dataclass
from .entry import Entry, Source

_FEW = 50
COLUMNS = 8


class DamagedTable(Exception):
    """A line of a table that is not as it should be; the message says which line of which file, and what is wrong.

    `line` is one-based, 0 where the whole file cannot be read; `reason` is the message without the place.
    """

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}:1: {reason}" if line else f"{path}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Body:
    """A body as a table has it."""

    name: str
    symbol: str = ""
    decisions: int = 0
    """The first number of a decision in each session or year; 0 where decisions cannot be told by their number."""


class Table:
    """One file of resolutions. Nothing is read before the first question; a file that is not there is empty.

    A body without a "#body" line of its own is what the tables `beside` it say of that name.
    """

    def __init__(self, path: Path, beside: Sequence[Table] = (), content: str | None = None) -> None:
        """`content` is what an editor holds of the file; without it the file is read."""
        self.path = path
        if content is not None:
            self.text = "\n" + content.replace("\r\n", "\n").rstrip("\n") + "\n"
        self._beside = tuple(beside)
        self._asked = 0

    @cached_property
    def text(self) -> str:
        """The file as it is, with a line end before its first line and after its last. Raises DamagedTable."""
        try:
            # A pipe or a device would never end: look before opening.
            mode = os.stat(self.path).st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                raise DamagedTable(self.path, 0, "this is not an ordinary file")
            # Put together before it is decoded, which makes it twice as large.
            return b"".join((b"\n", self.path.read_bytes().rstrip(b"\n"), b"\n")).decode("utf-8")
        except FileNotFoundError:
            return "\n"
        except (OSError, UnicodeDecodeError) as error:
            raise DamagedTable(self.path, 0, f"this register cannot be read: {error}") from None

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """The bodies by their codes."""
        found = {}
        at = self.text.find("\n#body\t")
        while at >= 0:
            end = self.text.index("\n", at + 1)
            try:
                _, code, name, symbol, decisions = self.text[at + 1 : end].split("\t")
                found[code] = Body(name, symbol, int(decisions or 0))
            except ValueError:
                raise self._damaged(at, "a line “#body” has a code, a name, a symbol and a number") from None
            at = self.text.find("\n#body\t", end)
        return found

    @cached_property
    def _named(self) -> Mapping[str, Body]:
        return {body.name: body for table in self._beside for body in table.bodies.values()}

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        return {body.name.casefold(): code for code, body in self.bodies.items()}

    def lookup(self, body: str, number: str) -> Entry | None:
        """The entry of a body (by its name) and number, None if there is none. Raises DamagedTable."""
        key = f"{self._codes.get(body.casefold(), body)}\t{number}\t"
        if "\n" in key:
            return None
        # Of two lines for one resolution the later one holds. A table pays when there is much to look up.
        self._asked += 1
        if self._asked > _FEW:
            line = self._by_key.get(key)
            return self.entry(line) if line else None
        at = self.text.rfind(f"\n{key}") + 1
        return self.entry(self.text[at : self.text.index("\n", at)]) if at else None

    @cached_property
    def _by_key(self) -> Mapping[str, str]:
        """The lines by their first two columns."""
        return {line[: line.find("\t", line.find("\t") + 1) + 1]: line for line in self.lines()}

    def lines(self) -> Iterator[str]:
        """Every line with an entry, as it is."""
        for line in self.text.split("\n"):
            if line and not line.startswith("#"):
                yield line

    def entry(self, line: str) -> Entry:
        """A line as an entry. Raises DamagedTable."""
        columns = line.split("\t")
        try:
            code, number, day, evidence, others, weak, title, title_source = columns
            body = self.bodies.get(code) or self._named.get(code) or Body(code)
            source: Source = "page" if evidence == "page" else "user" if evidence == "user" else "citations"
            item = _item(number)
            return Entry(
                body=body.name,
                number=number,
                date=date.fromisoformat(day) if day else None,
                title=title,
                source=source,
                agree=int(evidence) if source == "citations" else 0,
                others=tuple(_dissent(other) for other in others.split("; ") if other),
                sure=not weak and bool(day),
                title_sure=bool(title) and title_source != "?",
                kind="decision" if 0 < body.decisions <= item else "resolution",
                symbol=_symbol(body, number, item),
            )
        except ValueError as error:
            reason = f"{len(columns)} columns instead of {COLUMNS}" if len(columns) != COLUMNS else str(error)
            raise self._damaged(max(0, self.text.find(f"\n{line}\n")), reason) from None

    def damage(self) -> Iterator[DamagedTable]:
        """Everything that is wrong in the file, line by line."""
        try:
            self.bodies  # noqa: B018
        except DamagedTable as damaged:
            yield damaged
            return
        for line in dict.fromkeys(self.lines()):
            try:
                self.entry(line)
            except DamagedTable as damaged:
                yield damaged

    def _damaged(self, at: int, reason: str) -> DamagedTable:
        line = self.text.count("\n", 0, at + 1)
        return DamagedTable(self.path, line, f"this line of the register is damaged: {reason}")


def tables_in(pack: Path) -> list[Path]:
    """The tables of a pack, by name: ordinary files, to which no link leads out of the pack."""
    inside = os.path.realpath(pack) + os.sep
    found = sorted((pack / "register").glob("*.tsv"))
    return [file for file in found if os.path.isfile(file) and os.path.realpath(file).startswith(inside)]


def _dissent(text: str) -> tuple[date, int]:
    day, _, count = text.partition("×")
    return date.fromisoformat(day), int(count)


def _item(number: str) -> int:
    """The number within the session or year: 181 of "66/181", 0 where there is none ("1325 (2000)", "S-10/2")."""
    session, slash, item = number.partition(" ")[0].partition("/")
    return int(item) if slash and session.isdigit() and item.isdigit() else 0


def _symbol(body: Body, number: str, item: int) -> str:
    if not body.symbol or 0 < body.decisions <= item:
        return ""
    session, _, rest = number.partition("/")
    return body.symbol.format(number=number, session=session, item=rest)
