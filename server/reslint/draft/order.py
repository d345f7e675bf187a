"""Where the preamble ends: by form where the openers say it, by place where they do not."""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import Block
from .labels import number


def _is_numbered(block: Block) -> bool:
    return block.label is not None and block.label.style != "preamble"


def first_operative(blocks: Sequence[Block], indices: Sequence[int]) -> int:
    """The index of the first operative paragraph among the paragraphs of one section; `len(blocks)` for none.

    `indices` are the numbered and unnumbered paragraphs of the section in order.
    """
    numbered = [index for index in indices if _is_numbered(blocks[index])]
    finite = next((index for index in numbered if blocks[index].reading.form != "participle"), None)
    if finite is not None:
        return _numbered(blocks, [index for index in indices if index < finite], finite)
    if numbered and indices[0] < numbered[0]:
        return numbered[0]
    found = _unnumbered(blocks, [index for index in indices if not _is_numbered(blocks[index])])
    return len(blocks) if found is None else found


def _numbered(blocks: Sequence[Block], before: Sequence[int], finite: int) -> int:
    unnumbered = any(not _is_numbered(blocks[index]) and blocks[index].reading.form != "finite" for index in before)
    label = blocks[finite].label
    is_first = label is not None and number(label.text) == 1
    leading = blocks[before[-1]].reading if before else None
    if leading and leading.form == "finite" and leading.last == ":" and is_first and not blocks[finite].reading.opens:
        return before[-1]  # the numbers are those of a list below it
    first = finite
    for index in reversed(before):
        reading = blocks[index].reading
        fixed = unnumbered if _is_numbered(blocks[index]) else reading.form == "finite"
        if not fixed or is_first or reading.last == ",":
            break
        first = index
    return first


def _unnumbered(blocks: Sequence[Block], indices: Sequence[int]) -> int | None:
    """The first operative paragraph where none has a number."""
    participles = [index for index in indices if blocks[index].reading.form == "participle"]
    last = participles[-1] if participles else -1
    for index in indices:
        reading = blocks[index].reading
        if reading.form == "finite" and (reading.last != "," or index > last):
            return index
    for index in indices:
        reading = blocks[index].reading
        if index > last and reading.last in (";", ".") and (reading.opens or not participles):
            return index
    return None
