"""The requests of drafts, as rows: for a person, a program, a spreadsheet or a browser."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..text.record import dataclass
from .cells import printable
from .html import document
from .style import PLAIN, Style

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.mandates import Mandate, MandateWords

BY = ("addressee", "session")
"""The keys by which rows of several drafts may be gathered."""
_NO_SESSION = "no session"
_LISTS = ("deliverables", "deadlines", "periods", "conditions", "items")
_COLUMNS = ("path", "line", "paragraph", "verb", "addressees", "action", *_LISTS)
_LEFT, _WHOM, _DETAILS, _SHOWN = 9, 26, 32, 220
_NARROWEST = 24
"""Fewer columns than that make what is asked hard to read."""
_HEADS = ("Paragraph", "Asks", "To", "What, by when, how")


@dataclass(frozen=True, slots=True)
class MandateRow:
    """One request: where it stands (a one-based line), who is asked by which verb, and its other parts."""

    path: str
    line: int
    paragraph: str
    verb: str
    addressees: Sequence[str]
    groups: Sequence[str]
    """The names under which the addressees are counted."""
    action: str
    deliverables: Sequence[str]
    deadlines: Sequence[str]
    sessions: Sequence[int]
    """The numbers of the sessions among the deadlines."""
    periods: Sequence[str]
    conditions: Sequence[str]
    items: Sequence[str]

    def data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {**{name: _plain(getattr(self, name)) for name in _COLUMNS}, "sessions": list(self.sessions)}

    @property
    def told(self) -> list[str]:
        """Deliverables, deadlines, periods, conditions and items, each with its words."""
        return [*self.deliverables, *self.deadlines, *self.periods, *self.conditions, *self.items]


def _plain(value: Any) -> Any:
    return value if isinstance(value, (str, int)) else list(value)


def requests_in(path: str, draft: Draft, words: MandateWords) -> list[tuple[Mandate, MandateRow]]:
    """The requests of a draft in the order of its text, each with its row."""
    from ..engine.mandates import mandates_of

    return [(each, _row(path, draft, each)) for each in mandates_of(draft, words)]


def mandate_rows(path: str, draft: Draft, words: MandateWords) -> list[MandateRow]:
    """The rows alone."""
    return [row for _, row in requests_in(path, draft, words)]


def _row(path: str, draft: Draft, mandate: Mandate) -> MandateRow:
    asked = mandate.asked
    return MandateRow(
        path=path,
        line=draft.text.line_of(mandate.span.start) + 1,
        paragraph=mandate.label,
        verb=asked.verb,
        addressees=[each.name for each in asked.addressees],
        groups=list(dict.fromkeys(each.group for each in asked.addressees)),
        action=asked.action,
        deliverables=list(dict.fromkeys(each.kind for each in asked.deliverables)),
        deadlines=[each.text for each in asked.deadlines],
        sessions=sorted({number for each in asked.deadlines for number in each.sessions}),
        periods=[each.text for each in asked.periods],
        conditions=[each.text for each in asked.conditions],
        items=[each.text for each in asked.items],
    )


def gathered(rows: Iterable[MandateRow], by: str, ordinal: Callable[[int], str]) -> list[tuple[str, list[MandateRow]]]:
    """The rows by `addressee`, those asked most first, by `session`, or else by file.

    A row with several addressees or sessions stands under each; `ordinal` names a number in words.
    """
    groups: dict[Any, list[MandateRow]] = {}
    for row in rows:
        keys: dict[str, Sequence[Any]] = {"addressee": row.groups, "session": row.sessions or [0]}
        for key in keys.get(by, [row.path]):
            groups.setdefault(key, []).append(row)
    if by == "session":
        ordered = sorted(groups, key=lambda number: (not number, number))
        return [(f"{ordinal(number)} session" if number else _NO_SESSION, groups[number]) for number in ordered]
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])) if by else list(groups.items())


def mandate_lines(
    groups: Sequence[tuple[str, Sequence[MandateRow]]], style: Style = PLAIN, width: int = 100
) -> Iterator[str]:
    """A table for each group: paragraph, who is asked, what, and the other parts; at the end how many requests."""
    several = len({row.path for _, rows in groups for row in rows}) > 1
    for at, (name, rows) in enumerate(groups):
        yield from [""] if at else []
        yield style.paint(printable(f"{name}  ({_count(len(rows), 'request')})"), "place")
        for row in rows:
            yield from _cells(row, style, width, named=several and name != row.path)
    every = {id(row) for _, rows in groups for row in rows}
    reports = {id(row) for _, rows in groups for row in rows if row.deliverables}
    yield ""
    yield f"{_count(len(every), 'request')}, {len(reports)} with something to deliver."


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _cells(row: MandateRow, style: Style, width: int, *, named: bool) -> Iterator[str]:
    # Where nothing is told besides, what is asked has its room, too; in a narrow window the rest stands below it.
    room = width - _LEFT - _WHOM - 2
    beside = bool(row.told) and room > _DETAILS + _NARROWEST
    middle = max(_NARROWEST, room - (_DETAILS + 1 if beside else 0))
    whom = [row.verb, *(line for name in row.addressees for line in _wrap(name, _WHOM - 2, "  "))]
    action = _wrap(textwrap.shorten(row.action, _SHOWN, placeholder=" …"), middle, "")
    details = [line for told in row.told for line in _wrap(told, _DETAILS, "", "  ")] if beside else []
    if not beside:
        action += [
            line
            for told in row.told
            for line in textwrap.wrap(told, middle, initial_indent="· ", subsequent_indent="  ")
        ]
    columns = [[row.paragraph], whom, action, details]
    widths = (_LEFT, _WHOM, middle, _DETAILS)
    if named:
        yield style.paint(printable(f"{row.path}:{row.line}"), "dim")
    for at in range(max(map(len, columns))):
        cells = [
            f"{printable(column[at]) if at < len(column) else '':{size}}"
            for column, size in zip(columns, widths, strict=True)
        ]
        if not at:
            cells[1] = style.paint(cells[1], "rule")
        yield " ".join(cells).rstrip()


def _wrap(words: str, width: int, indent: str, hanging: str = "") -> list[str]:
    return textwrap.wrap(
        words, width, initial_indent=indent, subsequent_indent=indent + hanging, break_on_hyphens=False
    )


def mandates_json(rows: Iterable[MandateRow]) -> str:
    """The rows as a JSON list."""
    return json.dumps([row.data() for row in rows], ensure_ascii=False, indent=2)


def mandates_csv(rows: Iterable[MandateRow]) -> str:
    """The rows as comma-separated values (RFC 4180) under a line of names; of several in a cell each after “; ”."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        values = [getattr(row, name) for name in _COLUMNS]
        writer.writerow(
            [
                _cell("; ".join(value) if not isinstance(value, (str, int)) else value)
                for name, value in zip(_COLUMNS, values, strict=True)
            ]
        )
    return out.getvalue().rstrip("\r\n")


def _cell(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula (OWASP, “CSV injection”)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value


def mandates_html(groups: Sequence[tuple[str, Sequence[MandateRow]]]) -> str:
    """The rows as an HTML document, a table for each group."""
    style = files(__package__).joinpath("report.css").read_text(encoding="utf-8")
    return document("reslint: mandates", style, _sections(groups))


def _sections(groups: Sequence[tuple[str, Sequence[MandateRow]]]) -> Iterator[str]:
    several = len({row.path for _, rows in groups for row in rows}) > 1
    yield '<header class="report"><h1>Who is asked to do what by when</h1>'
    if len(groups) > 1:
        links = (
            f'<li><a href="#group-{at}">{escape(name)}</a> <small>{len(rows)}</small></li>'
            for at, (name, rows) in enumerate(groups)
        )
        yield f"<ol>{''.join(links)}</ol>"
    yield "</header>"
    for at, (name, rows) in enumerate(groups):
        head = f"{escape(name)} <small>{_count(len(rows), 'request')}</small>"
        yield f'<section class="mandates" id="group-{at}"><h2>{head}</h2><table>'
        yield f"<thead><tr>{''.join(f'<th>{each}</th>' for each in _HEADS)}</tr></thead><tbody>"
        for row in rows:
            place = f"<small>{escape(row.path)}:{row.line}</small><br>" if several and name != row.path else ""
            whom = "".join(f"<li>{escape(each)}</li>" for each in row.addressees)
            told = "".join(f"<li>{escape(each)}</li>" for each in row.told)
            yield (
                f"<tr><td>{place}{escape(row.paragraph)}</td><td><i>{escape(row.verb)}</i><ul>{whom}</ul></td>"
                f"<td>{escape(row.action)}</td><td><ul>{told}</ul></td></tr>"
            )
        yield "</tbody></table></section>"
