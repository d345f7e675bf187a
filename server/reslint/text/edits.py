"""Edits: what to put in place of a span, and how several go together."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from .record import NamedTuple
from .span import Span


class Edit(NamedTuple):
    """Replace the characters of `span` by `text`; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


class EditConflict(ValueError):
    """Two edits want to change the same characters, or an edit lies outside the text."""


def conflicts(first: Edit, second: Edit) -> bool:
    """Whether two edits cannot both be applied.

    They conflict when they share a character, when one inserts strictly inside the other, or when both insert
    different texts at the same offset (their order would be a guess). Equal edits never conflict.
    """
    if first == second:
        return False
    a, b = sorted((first.span, second.span))
    if a.start == a.end and b.start == b.end:
        return a.start == b.start
    return b.start < a.end


def compose(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits in the order of the text, equal ones once. Raises EditConflict when two of them conflict."""
    ordered = sorted(set(edits))
    for before, after in pairwise(ordered):
        if conflicts(before, after):
            raise EditConflict(f"edits at {_place(before)} and {_place(after)} change the same characters")
    return tuple(ordered)


def joined(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits in the order of the text, no two of which begin at the same offset: what is inserted there is one.

    The protocol asks for insertions before what is replaced at the same place, and not every editor sorts them so.
    Raises EditConflict when two edits conflict.
    """
    found: list[Edit] = []
    for edit in compose(edits):
        if found and found[-1].span.start == edit.span.start:
            found[-1] = Edit(edit.span, found[-1].text + edit.text)
        else:
            found.append(edit)
    return tuple(found)


def apply_edits(content: str, edits: Sequence[Edit]) -> str:
    """`content` with all edits made; every offset refers to `content` as it came in.

    Raises EditConflict when two edits conflict or one lies outside the text.
    """
    pieces: list[str] = []
    at = 0
    for edit in compose(edits):
        start, end = edit.span
        if not 0 <= start <= end <= len(content):
            raise EditConflict(f"edit at {_place(edit)} lies outside a text of {len(content)} characters")
        pieces += (content[at:start], edit.text)
        at = end
    pieces.append(content[at:])
    return "".join(pieces)


def chained(content: str, rounds: Iterable[Sequence[Edit]]) -> tuple[Edit, ...]:
    """The edits of `content` that do at once what rounds of edits do one after the other.

    The offsets of each round refer to the text as the round before left it. What comes out is in order, and no edit
    is longer than what it changes. Raises EditConflict when two edits of one round conflict.
    """
    pieces: list[Span | str] = [Span(0, len(content))]
    for edits in rounds:
        pieces = list(_cut(pieces, compose(edits)))
    made: list[Edit] = []
    at, words = 0, ""
    for piece in (*pieces, Span(len(content), len(content))):
        if isinstance(piece, str):
            words += piece
        else:
            made += _trimmed(content, at, piece.start, words)
            at, words = piece.end, ""
    return tuple(made)


class Chain:
    """Edits that turn a text into another, and what further edits would add to them."""

    def __init__(self, content: str, rounds: Iterable[Sequence[Edit]]) -> None:
        """See `chained`. Raises EditConflict."""
        self._content = content
        self._made = chained(content, rounds)
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shifts = [0]
        for edit in self._made:
            self._starts.append(edit.span.start + self._shifts[-1])
            self._ends.append(self._starts[-1] + len(edit.text))
            self._shifts.append(self._shifts[-1] + len(edit.text) - len(edit.span))
        self._now = apply_edits(content, self._made)

    def near(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """The edits of the first text that do what was done and these edits, of those between the blank lines around.

        These edits refer to the text as it is now. Raises EditConflict where two of them conflict.
        """
        return self.around(edits)[1]

    def around(self, edits: Sequence[Edit]) -> tuple[tuple[Edit, ...], tuple[Edit, ...], tuple[Edit, ...]]:
        """The edits before these places, those that `near` gives, and those behind; only the second change."""
        before = self._now.rfind("\n\n", 0, min(edit.span.start for edit in edits))
        behind = self._now.find("\n\n", max(edit.span.end for edit in edits))
        start, end = before + 2 if before >= 0 else 0, behind if behind >= 0 else len(self._now)
        low, high = bisect_left(self._ends, start), bisect_left(self._starts, end)
        if low < high:
            start, end = min(start, self._starts[low]), max(end, self._ends[high - 1])
        high = max(low, high)
        first, last = start - self._shifts[low], end - self._shifts[high]
        made = [edit._replace(span=edit.span.shift(-first)) for edit in self._made[low:high]]
        more = [edit._replace(span=edit.span.shift(-start)) for edit in edits]
        found = chained(self._content[first:last], (made, more))
        here = tuple(edit._replace(span=edit.span.shift(first)) for edit in found)
        return self._made[:low], here, self._made[high:]


def _cut(pieces: Iterable[Span | str], edits: Sequence[Edit]) -> Iterator[Span | str]:
    """The pieces after some edits: spans of the first text that are kept, and words that were written."""
    left = deque(pieces)
    at = 0
    for edit in edits:
        yield from _taken(left, edit.span.start - at)
        _taken(left, len(edit.span))
        yield edit.text
        at = edit.span.end
    yield from left


def _taken(left: deque[Span | str], count: int) -> list[Span | str]:
    """The pieces of the next `count` characters, taken from what is left."""
    taken: list[Span | str] = []
    while count > 0:
        piece = left.popleft()
        size = min(len(piece), count)
        if size < len(piece):
            if isinstance(piece, str):
                piece, rest = piece[:size], piece[size:]
                left.appendleft(rest)
            else:
                left.appendleft(Span(piece.start + size, piece.end))
                piece = Span(piece.start, piece.start + size)
        taken.append(piece)
        count -= size
    return taken


def _trimmed(content: str, start: int, end: int, words: str) -> Iterator[Edit]:
    """The edits that write `words` in place of a span, without what stays where it is; none if they are equal."""
    if len(words) == end - start:
        different = (at for at in range(len(words)) if words[at] != content[start + at])
        for _, run in groupby(enumerate(different), key=lambda each: each[1] - each[0]):
            places = [at for _, at in run]
            first, last = places[0], places[-1] + 1
            yield Edit(Span(start + first, start + last), words[first:last])
        return
    while start < end and words and content[start] == words[0]:
        start, words = start + 1, words[1:]
    while start < end and words and content[end - 1] == words[-1]:
        end, words = end - 1, words[:-1]
    yield Edit(Span(start, end), words)


def _place(edit: Edit) -> str:
    return f"({edit.span.start}, {edit.span.end})"
