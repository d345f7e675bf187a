"""Footnotes: their markers and texts, and how they are numbered anew together.

Three notations are one here: ``[^1]`` with ``[^1]: text``, raised digits with a line that begins with them, and
``<sup>1</sup>``. Labels that are no numbers (``*``) have no order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..text import Edit, Span
from .labels import redigit, value

if TYPE_CHECKING:
    from ..draft import Draft, Marker, Node


def notes_by_label(draft: Draft) -> dict[str, list[Node]]:
    """All note texts by their label, in the order of the text."""
    found: dict[str, list[Node]] = {}
    for note in draft.nodes("note"):
        found.setdefault(note.label, []).append(note)
    return found


def first_markers(draft: Draft) -> list[Marker]:
    """The first marker of each numbered note, in the order of the text: a second one repeats the first."""
    seen: dict[str, Marker] = {}
    for marker in draft.markers:
        if value(marker.label, "arabic") is not None:
            seen.setdefault(marker.label, marker)
    return list(seen.values())


def renumber_notes(draft: Draft, merged: Mapping[str, str] | None = None) -> tuple[Edit, ...]:
    """The edits that number the footnotes 1, 2, 3 … by their first markers, markers and texts together.

    A fragment keeps the number it begins with. `merged` gives labels whose notes go away and the label that their
    markers take instead. Notes that no marker calls come last. Nothing is edited where two notes share a label:
    nobody knows which marker calls which.
    """
    merged = merged or {}
    notes = notes_by_label(draft)
    if any(len(several) > 1 for several in notes.values()):
        return ()
    called = [marker.label for marker in first_markers(draft) if marker.label not in merged]
    uncalled = [label for label in notes if label not in called and value(label, "arabic") is not None]
    start = 1 if draft.is_whole or not called else min(int(label) for label in called)
    order = [*called, *(label for label in uncalled if label not in merged)]
    new = {label: str(start + index) for index, label in enumerate(order)}
    for gone, kept in merged.items():
        new[gone] = new.get(kept, kept)
    edits = [_relabel(marker.span, new.get(marker.label), draft) for marker in draft.markers]
    for label, (note, *_) in notes.items():
        if label in merged:
            edits.append(Edit(lines_of(note, draft), ""))
        elif note.label_span is not None:
            edits.append(_relabel(note.label_span, new.get(label), draft))
    return tuple(edit for edit in edits if edit is not None)


def _relabel(span: Span, new: str | None, draft: Draft) -> Edit | None:
    source = draft.text.slice(span)
    if new is None or redigit(source, new) == source:
        return None
    return Edit(span, redigit(source, new))


def lines_of(node: Node, draft: Draft) -> Span:
    """The lines of a node with their line ends, and the blank lines after it if there are some before it, too."""
    text = draft.text
    first = text.line_of(node.span.start)
    last = text.line_of(max(node.span.start, node.span.end - 1))
    starts = text.line_starts

    def blank(line: int) -> bool:
        return not text.slice(text.line_span(line)).strip()

    after = last + 1
    if first == 0 or blank(first - 1):
        while after < text.line_count and blank(after):
            after += 1
    start = starts[first]
    end = starts[after] if after < text.line_count else len(text)
    if end == len(text):
        # The last lines of a text: the blank lines before them go, the line end of what stays is kept as it was.
        while first > 0 and blank(first - 1):
            first -= 1
        start = starts[first]
    return Span(start, end)


class Area:
    """The part of a text that some nodes cover."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._spans: list[Span] = []
        for span in sorted(node.span for node in nodes):
            if self._spans and span.start <= self._spans[-1].end:
                self._spans[-1] = Span(self._spans[-1].start, max(self._spans[-1].end, span.end))
            else:
                self._spans.append(span)

    def __contains__(self, span: Span) -> bool:
        index = bisect_right(self._spans, span.start, key=lambda own: own.start) - 1
        return index >= 0 and self._spans[index].covers(span)
