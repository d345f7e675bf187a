"""Who is asked to do what by when: a line above each paragraph that asks, and the rows of a table.

A client shows the rows in a view of its own, and goes from a row to its paragraph by the row's range.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcException

from ..reports.mandates import MandateRow, requests_in
from ..text import Span
from .feature import Command, Session

if TYPE_CHECKING:
    from ..engine.mandates import Mandate
    from .documents import Snapshot

MANDATES_COMMAND = "reslint.mandates"
_INVALID = -32602
_MOST = 2
"""So many requests of a paragraph are told in its line."""


def requests_of(snapshot: Snapshot) -> Sequence[tuple[Mandate, MandateRow]]:
    """The requests of a draft with their rows; none where the rules do not say how it asks."""
    words = snapshot.checker.mandates
    return requests_in("", snapshot.draft, words) if words else ()


def summaries(snapshot: Snapshot) -> Iterator[tuple[Span, str]]:
    """For each paragraph that asks: where it begins, and “asks the Secretary-General · report · at its … session”."""
    for node, group in groupby(requests_of(snapshot), key=lambda each: each[0].node):
        rows = [row for _, row in group]
        told = [summary(row) for row in rows[:_MOST]]
        more = [f"{len(rows) - _MOST} more"] if len(rows) > _MOST else []
        yield Span(node.span.start, node.span.start), " | ".join([*told, *more])


def summary(row: MandateRow) -> str:
    """A request in a line."""
    return " · ".join([f"asks {', '.join(row.addressees)}", *row.deliverables, *row.deadlines, *row.periods])


async def mandates(session: Session, uri: str) -> list[dict[str, Any]]:
    """The requests of an open draft as rows: the columns of `reslint mandates`, `groups`, `summary` and `range`."""
    snapshot = session.documents.get(uri)
    if snapshot is None:
        raise JsonRpcException(f"{uri} is not open", _INVALID)
    rows: list[dict[str, Any]] = await session.server.run_in(session.server.answers, _rows, snapshot)
    return rows


def _rows(snapshot: Snapshot) -> list[dict[str, Any]]:
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    return [
        {**row.data(), "groups": list(row.groups), "summary": summary(row), "range": _range(snapshot, mandate.span)}
        for mandate, row in requests_of(snapshot)
    ]


def _range(snapshot: Snapshot, span: Span) -> dict[str, dict[str, int]]:
    found = snapshot.range(span)
    ends = {"start": found.start, "end": found.end}
    return {name: {"line": end.line, "character": end.character} for name, end in ends.items()}


COMMANDS = (Command(MANDATES_COMMAND, mandates),)
