"""Edits: what to put in place of a span, and how several go together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

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


def _place(edit: Edit) -> str:
    return f"({edit.span.start}, {edit.span.end})"
