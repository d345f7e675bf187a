"""The prelude, which stands before the enacting line: masthead, sponsors, chapeau, title."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.regex import lazy
from .blocks import Block
from .model import Kind
from .node_builder import NodeBuilder, NodeSketch
from .roles import Roles

_LETTER = lazy(r"[A-Z]")
_TITLE_LINES = 3
_LONG = 300


def prelude_start(blocks: Sequence[Block], before: int, enacting: int, roles: Roles) -> int:
    """The index at which the prelude of a further resolution begins, at least `before`, at most `enacting`.

    A prelude has no numbered, lettered or finished paragraph; a chapeau or a sponsors' line is no such paragraph.
    """
    start = enacting
    while start > before:
        block = blocks[start - 1]
        if block.kind in ("note", "table"):
            break
        if block.kind == "text":
            opens = block.reading.opens and not block.bold
            if opens or block.label is not None or block.reading.role in ("meeting", "annex"):
                break
            if block.reading.finished and not (roles.heading(block).chapeau or roles.heading(block).sponsors):
                break
        start -= 1
    while start < enacting and blocks[start].kind in ("comment", "page-line"):
        start += 1
    return start


def hang_prelude(
    blocks: Sequence[Block], start: int, builder: NodeBuilder, roles: Roles, *, title: bool = True
) -> NodeSketch:
    """Hangs the blocks before a body and gives the resolution's node, which begins with its letter or title.

    `start` is where the body begins when there is neither.
    """
    kinds = [_kind(block, roles) for block in blocks]
    values = _values(blocks, kinds, roles)
    _sponsors_cut(blocks, kinds, roles)
    lettered = _lettered(blocks, kinds, roles)
    titles = _titles(blocks, kinds, lettered, values, roles) if title else []
    for index in titles:
        kinds[index] = "title"
    if lettered is not None:
        kinds[lettered] = "heading"
    inside = min([*titles[:1], *([] if lettered is None else [lettered]), len(blocks)])
    parent = builder.root
    resolution: NodeSketch | None = None
    for index, block in enumerate(blocks):
        if index == inside:
            resolution = parent = builder.group(builder.root, "resolution", block.start)
        kind = kinds[index]
        if kind is None:
            builder.wait(block)
        elif index in values and parent.children:
            builder.extend(parent.children[-1], block)
        else:
            builder.add(parent, kind, block, 1 if kind == "heading" else 0)
    if resolution is None:
        resolution = builder.group(builder.root, "resolution", start)
    if lettered is not None:
        resolution.label = letter_of(blocks[lettered], roles)
    return resolution


def letter_of(block: Block, roles: Roles) -> str:
    """The letter or numeral of one of several texts under one number."""
    words = roles.words(block).strip()
    return words if _LETTER.fullmatch(words) else roles.label_of(block)


def _kind(block: Block, roles: Roles) -> Kind | None:
    """The kind of a block of the prelude; None for notes, comments and the like."""
    if block.kind == "heading":
        return "masthead"
    if block.kind != "text":
        return None
    if block.label is not None:
        return "paragraph"
    if roles.heading(block).chapeau:
        return "chapeau"
    if roles.heading(block).sponsors:
        return "sponsors"
    if block.end - block.start > _LONG and block.reading.finished:
        return "paragraph"
    return "masthead"


def _sponsors_cut(blocks: Sequence[Block], kinds: list[Kind | None], roles: Roles) -> None:
    """A long list of sponsors may be cut in two by a page: the first half is a line of sponsors, too."""
    for index in range(1, len(blocks)):
        block = blocks[index - 1]
        cut = kinds[index] == "sponsors" and kinds[index - 1] in ("masthead", "paragraph") and block.label is None
        if cut and block.reading.last == "," and not roles.heading(block).masthead:
            kinds[index - 1] = "sponsors"


def _values(blocks: Sequence[Block], kinds: list[Kind | None], roles: Roles) -> frozenset[int]:
    """The blocks that are the words of a field whose name stands alone in the block before them."""
    found = []
    for index in range(1, len(blocks)):
        before, block = blocks[index - 1], blocks[index]
        plain = kinds[index] == "masthead" and not roles.heading(block).masthead and block.kind == "text"
        if not plain or index - 1 in found or kinds[index - 1] not in ("masthead", "sponsors"):
            continue
        if roles.heading(before).field:
            kinds[index] = kinds[index - 1]
            found.append(index)
    return frozenset(found)


def _titles(
    blocks: Sequence[Block], kinds: Sequence[Kind | None], lettered: int | None, values: frozenset[int], roles: Roles
) -> list[int]:
    """The lines of the title: those after the last line that is something else, or the very last one."""
    lines: list[int] = []
    for index in range(len(blocks) - 1, -1, -1):
        if kinds[index] is None:
            continue
        if index in values or index == lettered or kinds[index] != "masthead" or roles.heading(blocks[index]).masthead:
            break
        if lines and blocks[index].reading.last == ":":
            break  # "Here is the draft resolution:"
        lines.insert(0, index)
    return lines if len(lines) <= _TITLE_LINES else lines[-1:]


def _lettered(blocks: Sequence[Block], kinds: Sequence[Kind | None], roles: Roles) -> int | None:
    for index in range(len(blocks) - 1, max(len(blocks) - 4, -1), -1):
        if kinds[index] == "masthead" and not roles.heading(blocks[index]).masthead:
            words = roles.words(blocks[index]).strip()
            if _LETTER.fullmatch(words) or blocks[index].reading.role == "part":
                return index
    return None
