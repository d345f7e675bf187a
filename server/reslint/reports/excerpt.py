"""The line of a draft that a finding is in, with the place underlined.

Paragraphs often stand on one line of a thousand characters: such a line is cut to a window around the place.
"""

from __future__ import annotations

from ..text import Span, Text
from ..text.record import NamedTuple
from .cells import Row, cells, shown, width

_CUT = "…"
_SNAP = 14
"""A cut moves this many characters at most to spare a word."""


class Excerpt(NamedTuple):
    """A line or the part of it around a span, as printed; `line` is one-based."""

    line: int
    before: str
    marked: str
    after: str
    indent: int
    """The columns that `before` takes."""
    length: int
    """The columns that the mark takes: at least one."""
    last_line: int
    """The one-based line on which the span ends."""


def excerpt(text: Text, span: Span, columns: int) -> Excerpt:
    """The line on which `span` starts, cut to at most `columns` columns around it.

    `span` counts code points; of a span over several lines the part on its first line is marked, of an empty one
    the place where it stands.
    """
    line = text.line_of(span.start)
    whole = text.line_span(line)
    start = min(span.start, whole.end)
    end = max(start, min(span.end, whole.end))
    # No more characters than columns can be shown, so longer stretches need not be looked at.
    marked = cells(text.content[start : min(end, start + columns)])
    before = cells(text.content[max(whole.start, start - columns) : start])
    after = cells(text.content[end : min(whole.end, end + columns)])
    cut_mark = end - start > columns
    marked, cut_mark = _fit(marked, columns - 2, cut_mark)
    room = columns - width(marked) - (1 if cut_mark else 0)
    right = cells("") if cut_mark else after
    spare = max(room // 2, room - width(right))
    left, cut_left = _keep_end(before, spare, start - whole.start > len(before))
    room -= width(left) + (1 if cut_left else 0)
    right, cut_right = _keep_start(right, room, cut_mark or whole.end - end > len(after))
    return Excerpt(
        line=line + 1,
        before=(_CUT if cut_left else "") + shown(left),
        marked=shown(marked),
        after=(shown(right) + (_CUT if cut_right else "")).rstrip(),
        indent=int(cut_left) + width(left),
        length=max(1, width(marked)),
        last_line=text.line_of(max(span.end - 1, span.start)) + 1,
    )


def _fit(row: Row, columns: int, cut: bool) -> tuple[Row, bool]:
    """The cells from the start that fit, and whether any were left out."""
    kept = row
    while width(kept) > columns:
        kept = kept[: len(kept) - max(1, (width(kept) - columns) // 2)]
    return kept, cut or len(kept) < len(row)


def _keep_start(row: Row, columns: int, more: bool) -> tuple[Row, bool]:
    if not more and width(row) <= columns:
        return row, False
    kept, _ = _fit(row, max(0, columns - 1), more)
    for back in range(1, min(_SNAP, len(kept)) + 1):
        if shown(kept[-back : len(kept) - back + 1]) == " ":
            return kept[:-back], True
    return kept, True


def _keep_end(row: Row, columns: int, more: bool) -> tuple[Row, bool]:
    kept, cut = _keep_start(row[::-1], columns, more)
    return kept[::-1], cut
