"""Which notation a draft uses for its notes: found from the whole text, markers and texts together.

A form that nothing but a note has needs little to be believed. Others (`(1)`, a bare digit, a note listed as `1.`) are
believed only where markers and texts count alike: what cannot be told from a number or a paragraph is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from ...text.record import NamedTuple
from .note_forms import SURE, Found

_MOST = 0.6
"""So many of the markers must have a text that is written like something else."""
_LISTED = frozenset({"dotted", "half", "paren", "plain", "alone"})
_LOOSE = ("bare", "paren", "spaced")


class Notes(NamedTuple):
    """The markers of a draft and what stands before the texts of its notes, each in order of the text."""

    markers: tuple[Found, ...] = ()
    texts: tuple[Found, ...] = ()


def paired(markers: Sequence[Found], texts: Sequence[Found], opens: Callable[[Found], bool]) -> Notes:
    """The markers and texts that belong together, of all that may be some.

    `opens` says of what may stand before a note whether the words after it begin like a paragraph of a resolution.
    """
    sure = list(_all_of(markers))
    best = Notes(tuple(one for one in sure if one.form in SURE and one.form != "slash"))
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


def _with_sure(sure: Sequence[Found], lines: Sequence[Found], opens: Callable[[Found], bool]) -> Notes:
    """The texts in lines of one form that are those of markers that can be nothing else."""
    first: dict[str, int] = {}
    for one in sure:
        first.setdefault(one.label, one.start)
    if lines[0].form in SURE:
        return Notes(tuple(sure), tuple(one for one in lines if one.label in first))
    chosen = _listed(first, lines, opens)
    if len(chosen) < _MOST * len(first):
        return Notes()
    return Notes(tuple(sure), tuple(chosen))


def _listed(first: dict[str, int], lines: Sequence[Found], opens: Callable[[Found], bool]) -> list[Found]:
    """Of lines that count like paragraphs those that are the texts of the markers that stand first at these places."""
    free = [one for one in lines if not opens(one)]
    chosen = _rising([one for one in free if first.get(one.label, one.start) < one.start])
    if not chosen:
        return []
    after = free.index(chosen[-1]) + 1
    if after < len(free) and int(free[after].label) == int(chosen[-1].label) + 1:
        return []  # the list goes on where the markers are at their end: it is a list of something else
    others = [one for one in lines if one not in chosen]
    return [one for one in chosen if not _counts_among(one, others)]


def _counts_among(one: Found, others: Sequence[Found]) -> bool:
    """Whether a line is the next number between two others, as a paragraph is."""
    value = int(one.label)
    return any(
        before.start < one.start < after.start and int(before.label) == value - 1 and int(after.label) == value + 1
        for before, after in pairwise(others)
    )


def _rising(lines: Sequence[Found]) -> list[Found]:
    """The longest row of lines whose labels rise; of several such rows one that stands late."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, one in enumerate(lines):
        length = bisect_left(ends, int(one.label))
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [int(one.label)]
        last[length : length + 1] = [index]
    row: list[Found] = []
    index = last[-1] if last else -1
    while index >= 0:
        row.append(lines[index])
        index = before[index]
    return row[::-1]


def _with_loose(markers: Sequence[Found], lines: Sequence[Found], opens: Callable[[Found], bool]) -> Notes:
    """Markers that could be numbers, where they count as the texts do; nothing where they do not."""
    best = Notes()
    if lines[0].form == "sign":
        return best
    for form in _LOOSE:
        candidates = [one for one in markers if one.form == form]
        last = max((one.start for one in candidates), default=-1)
        run = _rising([one for one in lines if not opens(one)])
        row = _in_turn(candidates, [one.label for one in run])
        first = {one.label: one.start for one in reversed(row)}
        run = [one for one in run if first.get(one.label, last) < one.start]
        labels = {one.label for one in run}
        row = [one for one in row if one.label in labels]
        if row and len(row) >= _MOST * len(run) and len(run) > len(best.texts):
            if lines[0].form in _LISTED and _listed(first, lines, opens) != run:
                continue
            best = Notes(tuple(row), tuple(run))
    return best


def _in_turn(candidates: Sequence[Found], labels: Iterable[str]) -> list[Found]:
    """The candidates with these labels in this order, each the first after the one before it."""
    row: list[Found] = []
    at = 0
    for label in labels:
        index = next((n for n in range(at, len(candidates)) if candidates[n].label == label), None)
        if index is not None:
            row.append(candidates[index])
            at = index + 1
    return row


def _with_alone(notes: Notes, texts: Sequence[Found]) -> Notes:
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


def _all_of(markers: Sequence[Found], labels: set[str] | None = None) -> Iterable[Found]:
    """All markers that can be nothing else, and those beside them whose turn it is; of these those with a note."""
    highest = 0
    for one in markers:
        number = int(one.label) if one.label.isdigit() else 0
        if one.form in SURE:
            if one.form == "slash" and labels is not None and one.label not in labels:
                continue
        elif one.form not in ("exponent", "spaced") or number != highest + 1:
            continue
        elif labels is not None and one.label not in labels:
            continue
        highest = max(highest, number)
        yield one
