"""Which notation a draft uses for its notes: found from the whole text, markers and texts together.

A form that nothing but a note has needs little to be believed. Others (`(1)`, a bare digit, a note listed as `1.`) are
believed only where markers and texts count alike: what cannot be told from a number or a paragraph is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from ...text.record import NamedTuple
from .note_forms import SURE, NoteMark

_MOST = 0.6
"""So many of the markers must have a text that is written like something else."""
LOOSE = frozenset({"glued", "bare", "paren", "apart", "spaced", "exponent", "slash", "slashed"})
"""The forms of markers some of which may be taken for something else in the text, and left alone."""
_SLASHES = frozenset({"slash", "slashed"})
"""Forms that are markers only if there is a note for them: a slash stands in many symbols."""
_LOOSE = (("glued", "bare"), ("paren",), ("paren", "apart"), ("spaced",))


class NoteMarks(NamedTuple):
    """The markers of a draft and what stands before the texts of its notes, each in order of the text."""

    markers: tuple[NoteMark, ...] = ()
    texts: tuple[NoteMark, ...] = ()


def paired(markers: Sequence[NoteMark], texts: Sequence[NoteMark], opens: Callable[[NoteMark], bool]) -> NoteMarks:
    """The markers and texts that belong together, of all that may be some.

    `opens` says of what may stand before a note whether the words after it begin like a paragraph of a resolution.
    """
    sure = list(_all_of(markers))
    best = NoteMarks(tuple(one for one in sure if one.form in SURE and one.form not in _SLASHES))
    matched = 0
    for form in dict.fromkeys(one.form for one in texts):
        lines = [one for one in texts if one.form == form]
        notes = _with_sure(sure, lines, opens) if sure else _with_loose(markers, lines, opens)
        count = len({one.label for one in notes.texts})
        if count > matched:
            matched, best = count, notes
    if not matched:
        return best
    labels = {one.label for one in best.texts}
    if best.texts[0].form != "alone":
        best = _with_alone(best, texts)
    if sure:
        best = best._replace(markers=tuple(_all_of(markers, labels)))
    return best


def _with_sure(sure: Sequence[NoteMark], lines: Sequence[NoteMark], opens: Callable[[NoteMark], bool]) -> NoteMarks:
    """The texts in lines of one form that are those of markers that can be nothing else."""
    first: dict[str, int] = {}
    for one in sure:
        first.setdefault(one.label, one.start)
    if lines[0].form in SURE:
        called = [one for one in lines if one.label in first]
        return NoteMarks(tuple(sure), tuple(called if len(called) < _MOST * len(lines) else lines))
    chosen = _listed(first, lines, opens)
    if len(chosen) < _MOST * len(first):
        return NoteMarks()
    return NoteMarks(tuple(sure), tuple(chosen))


def _listed(first: dict[str, int], lines: Sequence[NoteMark], opens: Callable[[NoteMark], bool]) -> list[NoteMark]:
    """Of lines that count like paragraphs those that are the texts of the markers that stand first at these places."""
    lines = [one for one in lines if one.label.isdecimal()]
    free = [one for one in lines if not opens(one)]
    chosen = _rising([one for one in free if first.get(one.label, one.start) < one.start])
    if not chosen:
        return []
    after = free.index(chosen[-1]) + 1
    if after < len(free) and int(free[after].label) == int(chosen[-1].label) + 1:
        return []  # the list goes on where the markers are at their end: it is a list of something else
    chosen = _without_gaps(chosen, lines)
    others = [one for one in lines if one not in chosen]
    return [one for one in chosen if not _counts_among(one, others)]


def _without_gaps(chosen: Sequence[NoteMark], lines: Sequence[NoteMark]) -> list[NoteMark]:
    """The chosen lines with those that count on between them: their markers were not seen."""
    start = lines.index(chosen[0])
    filled: list[NoteMark] = []
    ahead = list(reversed(chosen))
    for one in lines[start:]:
        if ahead and one == ahead[-1]:
            filled.append(ahead.pop())
        elif ahead and int(filled[-1].label) + 1 == int(one.label) < int(ahead[-1].label):
            filled.append(one)
    for one in reversed(lines[:start]):
        if int(one.label) != int(filled[0].label) - 1:
            break
        filled.insert(0, one)
    return filled


def _counts_among(one: NoteMark, others: Sequence[NoteMark]) -> bool:
    """Whether a line is the next number between two others, as a paragraph is."""
    value = int(one.label)
    return any(
        before.start < one.start < after.start and int(before.label) == value - 1 and int(after.label) == value + 1
        for before, after in pairwise(others)
    )


def _rising(lines: Sequence[NoteMark], *, late: bool = True) -> list[NoteMark]:
    """The longest row of lines whose labels rise; of several such rows one that stands late, or early."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, one in enumerate(lines):
        length = bisect_left(ends, int(one.label))
        if not late and ends[length : length + 1] == [int(one.label)]:
            before.append(-1)
            continue
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [int(one.label)]
        last[length : length + 1] = [index]
    row: list[NoteMark] = []
    index = last[-1] if last else -1
    while index >= 0:
        row.append(lines[index])
        index = before[index]
    return row[::-1]


def _with_loose(markers: Sequence[NoteMark], lines: Sequence[NoteMark], opens: Callable[[NoteMark], bool]) -> NoteMarks:
    """Markers that could be numbers, where they count as the texts do; nothing where they do not."""
    best = NoteMarks()
    run = _rising([one for one in lines if one.label.isdecimal() and not opens(one)])
    for forms in _LOOSE if run else ():
        candidates = [one for one in markers if one.form in forms]
        first: dict[str, int] = {}
        row = _rising([one for one in candidates if one.label in {each.label for each in run}], late=False)
        places = {one.label: one.start for one in row}
        at = -1
        for each in run:
            # A note whose marker cannot be told from a number is called somewhere after the marker before it.
            at = first[each.label] = places.get(each.label, at)
        texts = _listed(first, lines, opens)
        labels = {one.label for one in texts}
        row = [one for one in row if one.label in labels]
        if "apart" in forms and row and (texts[0].form == "paren" or texts[0].start < row[-1].start):
            continue  # "groups (1) and (2)": it takes endnotes that are written otherwise to make them markers
        if row and len(row) >= _MOST * len(texts) and len(texts) > len(best.texts):
            best = NoteMarks(tuple(_again(candidates, row)), tuple(texts))
    return best


def _again(candidates: Sequence[NoteMark], row: Sequence[NoteMark]) -> Iterable[NoteMark]:
    """The markers of a row, and those that call a note again and can hardly be anything else."""
    called: set[str] = set()
    first = set(row)
    for one in candidates:
        if one in first or (one.form == "glued" and one.label in called):
            called.add(one.label)
            yield one


def _with_alone(notes: NoteMarks, texts: Sequence[NoteMark]) -> NoteMarks:
    """The notes with those texts, too, whose labels have a line of their own."""
    labels = {one.label for one in notes.texts}
    first: dict[str, int] = {}
    for one in notes.markers:
        first.setdefault(one.label, one.start)
    alone = [
        one
        for one in texts
        if one.form == "alone" and one.label not in labels and first.get(one.label, one.start) < one.start
    ]
    return notes._replace(texts=tuple(sorted([*notes.texts, *_rising(alone)], key=lambda one: one.start)))


def _all_of(markers: Sequence[NoteMark], labels: set[str] | None = None) -> Iterable[NoteMark]:
    """All markers that can be nothing else, and those beside them whose turn it is; of these those with a note."""
    highest = 0
    for one in markers:
        number = int(one.label) if one.label.isdigit() else 0
        noted = labels is None or one.label in labels
        if one.form in SURE:
            if one.form in _SLASHES and not noted:
                continue
        elif one.form not in ("exponent", "spaced") or number != highest + 1 or not noted:
            continue
        highest = max(highest, number)
        yield one
