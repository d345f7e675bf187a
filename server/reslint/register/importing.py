"""Files of entries that a user brings: tables (CSV, TSV) and MARCXML exports, read record by record.

A record that cannot be read is a `Refusal` with its line; the others are taken.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .entry import Entry
from .records import Found, NoImport, Refusal
from .symbols import resolve, usual_spacing
from .table import Body

COLUMNS = ("body", "number", "symbol", "date", "title")
"""The columns that a table may have, in any order; a symbol stands for body and number."""
XML_ENDINGS = (".xml", ".marcxml")
TABLE_ENDINGS = (".csv", ".tsv", ".txt")


class Reader:
    """Makes entries from what records say.

    `bodies` are the known bodies by code, `months` the names of the months in order.
    """

    def __init__(self, bodies: Mapping[str, Body], months: Sequence[str]) -> None:
        self._bodies = bodies
        self._by_name = {body.name.casefold(): body.name for body in bodies.values()}
        self._months = [month.casefold() for month in months]

    def read(self, path: Path) -> Iterator[Found]:
        """The records of a file. Raises OSError, and NoImport for a file that is no such table or export."""
        data = path.read_bytes()
        if path.suffix.lower() in XML_ENDINGS or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            from .marcxml import read_marcxml

            return read_marcxml(data, self.from_symbol)
        if path.suffix.lower() not in TABLE_ENDINGS:
            endings = ", ".join((*TABLE_ENDINGS, *XML_ENDINGS))
            raise NoImport(f"this is not MARCXML, and a table has one of the endings {endings}")
        return self._read_table(_decoded(data), tabs=path.suffix.lower() != ".csv")

    def from_symbol(self, symbol: str, day: str, title: str) -> Entry:
        """An entry from a symbol, a date in any of the usual forms ("" where there is none) and a title.

        Raises ValueError; the message says what is wrong.
        """
        resolved = resolve(symbol, self._bodies.values())
        if resolved is None:
            raise ValueError(f"“{symbol}” is not a symbol of a resolution that is known here")
        return self._entry(*resolved, day, title)

    def _entry(self, body: str, number: str, day: str, title: str) -> Entry:
        if not re.search(r"\d", number) or "\t" in number:
            raise ValueError(f"“{number}” is not a number of a resolution")
        title = " ".join(title.split())
        when = self.date(day) if day.strip() else None
        return Entry(body, number, when, title, source="user", sure=when is not None, title_sure=bool(title))

    def date(self, text: str) -> dt.date:
        """2011-12-19, 20111219 or 19 December 2011 as a date. Raises ValueError."""
        words = text.replace("\N{NO-BREAK SPACE}", " ").split()
        try:
            if len(words) == 3 and words[1].casefold() in self._months:
                return dt.date(int(words[2]), self._months.index(words[1].casefold()) + 1, int(words[0]))
            digits = re.fullmatch(r"(\d{4})-?(\d\d)-?(\d\d)", text.strip())
            if digits:
                return dt.date(*map(int, digits.groups()))
        except ValueError:
            raise ValueError(f"“{text.strip()}” is not a day of the calendar") from None
        raise ValueError(f"“{text.strip()}” is not a date; write 2011-12-19 or 19 December 2011")

    def _read_table(self, text: str, *, tabs: bool) -> Iterator[Found]:
        head = text.partition("\n")[0]
        delimiter = "\t" if tabs or "\t" in head else ";" if head.count(";") > head.count(",") else ","
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        names = [name.strip().casefold() for name in next(rows, [])]
        _check_columns(names)
        while True:
            line = rows.line_num + 1
            try:
                row = next(rows)
                if any(cell.strip() for cell in row):
                    yield self._from_row(names, row)
            except StopIteration:
                return
            except (ValueError, csv.Error) as error:
                yield Refusal(line, str(error))

    def _from_row(self, names: Sequence[str], row: Sequence[str]) -> Entry:
        if len(row) > len(names):
            raise ValueError(f"{len(row)} cells in a table of {len(names)} columns; put a cell with commas in quotes")
        cells = {name: cell.strip() for name, cell in zip(names, row, strict=False)}
        day, title = cells.get("date", ""), cells.get("title", "")
        if cells.get("symbol"):
            return self.from_symbol(cells["symbol"], day, title)
        body, number = cells.get("body", ""), cells.get("number", "")
        if not body or not number:
            raise ValueError(f"the {'number' if body else 'body'} is missing")
        known = self._bodies.get(body)
        name = known.name if known else self._by_name.get(body.casefold(), " ".join(body.split()))
        return self._entry(name, usual_spacing(number), day, title)


def _check_columns(names: Sequence[str]) -> None:
    unknown = [name for name in names if name not in COLUMNS]
    if "symbol" not in names and not {"body", "number"} <= set(names):
        raise NoImport(f"the first line names the columns: symbol (or body and number), date, title; it has {names}", 1)
    if unknown:
        raise NoImport(f"there is no column “{unknown[0]}”; there are {', '.join(COLUMNS)}", 1)
    if len(set(names)) < len(names):
        raise NoImport("a column is named twice", 1)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NoImport(f"byte 0x{data[error.start]:02x} is not UTF-8; save the file in that encoding", line) from None
