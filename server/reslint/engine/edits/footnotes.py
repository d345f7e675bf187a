"""Footnotes: their markers and texts, and how they are renumbered together.

Three notations are one here: ``[^1]`` with ``[^1]: text``, raised digits with a line that begins with them, and
``<sup>1</sup>``. Labels that are not numbers (``*``) have no order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ...text import Edit, Span, Text
from ...text.record import dataclass
from ..language.labels import redigit, value

if TYPE_CHECKING:
    from ...draft import Draft, Marker, Node


def first_markers(draft: Draft) -> tuple[Marker, ...]:
    """The first marker of each numbered note, in the order of the text: a second one repeats the first."""
    return draft.memo.once(first_markers, lambda: _first_markers(draft))


def _first_markers(draft: Draft) -> tuple[Marker, ...]:
    seen: dict[str, Marker] = {}
    for marker in draft.markers:
        seen.setdefault(marker.label, marker)
    return tuple(marker for label, marker in seen.items() if value(label, "arabic") is not None)


def are_paired(draft: Draft) -> bool:
    """Whether every marker leads to one note as far as can be told.

    It cannot where some markers look like numbers, where two notes share a label, and where one marker leads to no
    note and another note has no marker: the two may belong together, and with new numbers nobody would see that any
    more.
    """
    return draft.memo.once(are_paired, lambda: _are_paired(draft))


def _are_paired(draft: Draft) -> bool:
    notes = draft.notes
    if draft.uncalled or any(len(several) > 1 for several in notes.values()):
        return False
    called = {marker.label for marker in draft.markers}
    return called <= notes.keys() or notes.keys() <= called


def renumber_notes(draft: Draft, merged: Mapping[str, str] | None = None) -> tuple[Edit, ...]:
    """The edits that number the footnotes 1, 2, 3 … by their first markers, markers and texts together.

    A fragment keeps the number it begins with. `merged` gives labels whose notes go away and the label that their
    markers take instead. Notes that no marker calls come last. Nothing is edited where nobody knows which marker calls
    which note: see `are_paired`.
    """
    merged = merged or {}
    if not are_paired(draft):
        return ()
    notes = draft.notes
    new = _numbers([label for label in _order(draft) if label not in merged], draft)
    for gone, kept in merged.items():
        new[gone] = new.get(kept, kept)
    removed = tuple(Edit(lines_of(notes[label][0], draft), "") for label in notes if label in merged)
    return (*_relabelled(draft, new, skip=merged), *removed)


def _order(draft: Draft) -> list[str]:
    """The labels of the numbered notes in the order of their first markers, those that no marker calls last."""
    called = dict.fromkeys(marker.label for marker in first_markers(draft))
    return [
        *called,
        *(label for label in draft.notes if label not in called and value(label, "arabic") is not None),
    ]


def _numbers(order: Sequence[str], draft: Draft) -> dict[str, str]:
    """The new label of each old one, counted from 1, or in a fragment from the least of those that markers call."""
    ordered = frozenset(order)
    called = [int(marker.label) for marker in first_markers(draft) if marker.label in ordered]
    start = 1 if draft.is_whole or not called else min(called)
    return {label: str(start + index) for index, label in enumerate(order)}


def _relabelled(draft: Draft, new: Mapping[str, str], skip: Collection[str] = ()) -> Iterator[Edit]:
    """The edits that give markers and notes their new labels; the notes (not the markers) of `skip` are left."""
    spans = [(marker.label, marker.span) for marker in draft.markers]
    for label, several in draft.notes.items():
        if label not in skip:
            spans += [(label, note.label_span) for note in several if note.label_span is not None]
    for label, span in spans:
        edit = _relabel(span, new.get(label), draft)
        if edit is not None:
            yield edit


@dataclass(frozen=True, slots=True)
class NewNote:
    """A footnote that is to be added: its marker as this text writes them, and all edits but that of the marker."""

    marker: str
    edits: tuple[Edit, ...]


_NEW = "new"
_NOTATIONS = ("[^{}]", "[^{}]: ")
"""How a marker and a note are written in a text that has neither."""


def insert_note(draft: Draft, offset: int, words: str) -> NewNote:
    """The edits that add a note, for a marker at `offset`: these words in their place, later notes renumbered.

    The place is after the note before it where notes stand together, and after the paragraph where they stand below
    the paragraphs; the end of the text for the first note. Where nobody knows which marker calls which note (see
    `are_paired`) nothing is renumbered, and the new one takes the next free number.
    """
    if not are_paired(draft):
        free = max((int(label) for label in _order(draft)), default=0) + 1
        return _new_note(draft, offset, words, str(free), ())
    order = _order(draft)
    at = sum(1 for marker in first_markers(draft) if marker.span.start < offset)
    order.insert(at, _NEW)
    new = _numbers(order, draft)
    return _new_note(draft, offset, words, new.pop(_NEW), tuple(_relabelled(draft, new)))


def _new_note(draft: Draft, offset: int, words: str, label: str, others: tuple[Edit, ...]) -> NewNote:
    marker, head = _NOTATIONS
    if draft.markers:
        marker = redigit(draft.text.slice(draft.markers[-1].span), label)
    note = next((note for note in draft.nodes("note") if note.label_span is not None and note.body), None)
    if note is not None and note.label_span is not None:
        gap = draft.text.slice(Span(note.label_span.end, note.body[0].start)) or " "
        head = redigit(draft.text.slice(note.label_span), label) + gap
    elif draft.markers and not marker.startswith("["):
        head = f"{marker} "
    return NewNote(marker.format(label), (*others, _placed(draft, offset, head.format(label) + words)))


def _placed(draft: Draft, offset: int, note: str) -> Edit:
    """The edit that puts the lines of a note where it belongs."""
    notes = {label: several[0] for label, several in draft.notes.items()}
    called = [marker for marker in first_markers(draft) if marker.label in notes]
    before = next((notes[each.label] for each in reversed(called) if each.span.start < offset), None)
    after = next((notes[each.label] for each in called if each.span.start >= offset), None)
    text, end = draft.text, draft.text.line_end
    blank = end if _spaced(draft) else ""
    if before is not None and before.span.start > offset:
        return _below(text, before.span.end, note, blank)
    last = max((node.span.end for node in draft.nodes("preambular", "operative", "subparagraph")), default=0)
    if after is not None and before is None and after.span.start > last:
        start = text.line_starts[text.line_of(after.span.start)]
        return Edit(Span(start, start), f"{note}{end}{blank}")
    if before is None and after is None:
        return _below(text, len(text.content.rstrip()), note, end)
    line = text.line_of(offset)
    while line + 1 < text.line_count and text.slice(text.line_span(line + 1)).strip():
        line += 1
    return _below(text, text.line_span(line).end, note, end)


def _below(text: Text, at: int, note: str, blank: str) -> Edit:
    """The edit that puts a note on the line after that of `at`, with `blank` between; never right at a line's end.

    So it does not touch what is written at that end, unless the text ends there.
    """
    line, end = text.line_of(at), text.line_end
    if line + 1 >= text.line_count:
        return Edit(Span(len(text), len(text)), f"{end}{blank}{note}")
    start = text.line_starts[line + 1]
    return Edit(Span(start, start), f"{blank}{note}{end}")


def _spaced(draft: Draft) -> bool:
    """Whether notes that follow each other have a blank line between them; so it is where there are not two."""
    notes = draft.nodes("note")
    gaps = [draft.text.slice(Span(one.span.end, two.span.start)) for one, two in pairwise(notes)]
    adjacent = [gap for gap in gaps if not gap.strip()]
    return not adjacent or any(gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1 for gap in adjacent)


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
