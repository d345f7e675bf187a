"""Where the preamble ends: by form where the openers say it, by place where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .blocks import Block
from .roles import Roles
from .vocabulary import Form


class _Paragraph(NamedTuple):
    place: int
    number: int | None
    form: Form | None
    last: str
    opens: bool


def first_operative(blocks: Sequence[Block], indices: Sequence[int], roles: Roles) -> int:
    """The index of the first operative paragraph among the paragraphs of one section; `len(blocks)` for none.

    `indices` are the numbered and unnumbered paragraphs of the section in order.
    """
    paragraphs = [_read(blocks[index], index, roles) for index in indices]
    numbered = [one for one in paragraphs if one.number is not None]
    finite = next((one for one in numbered if one.form != "participle"), None)
    if finite is not None:
        return _numbered(paragraphs, finite)
    if numbered and any(one.number is None for one in paragraphs if one.place < numbered[0].place):
        return numbered[0].place
    found = _unnumbered([one for one in paragraphs if one.number is None])
    return len(blocks) if found is None else found


def _read(block: Block, index: int, roles: Roles) -> _Paragraph:
    number = None
    if block.label is not None:
        head = block.label.text.partition(".")[0].partition(" ")[0]
        number = int(head) if head.isdigit() else 0
    return _Paragraph(index, number, roles.form(block), roles.last(block), roles.opens(block))


def _numbered(paragraphs: Sequence[_Paragraph], finite: _Paragraph) -> int:
    before = [one for one in paragraphs if one.place < finite.place]
    unnumbered = any(one.number is None and one.form != "finite" for one in before)
    first = finite.place
    if before and before[-1].form == "finite" and before[-1].last == ":" and finite.number == 1 and not finite.opens:
        return before[-1].place  # the numbers are those of a list below it
    for one in reversed(before):
        mended = unnumbered if one.number is not None else one.form == "finite"
        if not mended or finite.number == 1 or one.last == ",":
            break
        first = one.place
    return first


def _unnumbered(paragraphs: Sequence[_Paragraph]) -> int | None:
    """The first operative paragraph where none has a number."""
    participles = [one.place for one in paragraphs if one.form == "participle"]
    last = participles[-1] if participles else -1
    for one in paragraphs:
        if one.form == "finite" and (one.last != "," or one.place > last):
            return one.place
    for one in paragraphs:
        if one.place > last and one.last in (";", ".") and (one.opens or not participles):
            return one.place
    return None
