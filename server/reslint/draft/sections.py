"""The trees of the resolutions of one text: one whose blocks are the same as before is only put in its new place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..text.record import NamedTuple
from .blocks import Block
from .body import BodyBuilder
from .model import Node
from .node_builder import NodeBuilder
from .prelude import hang_prelude, prelude_start
from .recent import Recent
from .roles import Roles

_LEAST = 100_000
"""Characters of resolutions that are remembered of short texts."""


class Section(NamedTuple):
    """The children that a resolution and its prelude add to the root of the tree, where they were met last."""

    start: int
    nodes: tuple[Node, ...]


_Known = Recent[tuple[Block, ...], Section]


def sections(blocks: Sequence[Block], enacting: Sequence[int], roles: Roles) -> Iterator[Node]:
    """The children of the root of a text with enacting lines, whose indices among the blocks are given."""
    known = _known_under(roles)
    known.expect(len(roles.content))
    starts = [0]
    for before, index in pairwise(enacting):
        starts.append(prelude_start(blocks, before + 1, index, roles))
    for start, index, end in zip(starts, enacting, [*starts[1:], len(blocks)], strict=True):
        own = blocks[start:end]
        key = (blocks[index].origin, *[block.origin for block in own])
        section = known.get(key)
        if section is None:
            section = Section(own[0].start, _tree(own, index - start, roles))
            known.keep(key, section)
        elif section.start != own[0].start:
            by = own[0].start - section.start
            section = Section(own[0].start, tuple([node.shifted(by) for node in section.nodes]))
            known.keep(key, section)
        yield from section.nodes


def _tree(blocks: Sequence[Block], enacting: int, roles: Roles) -> tuple[Node, ...]:
    builder = NodeBuilder(roles.content)
    preamble = _preamble_above(blocks[:enacting])
    resolution = hang_prelude(blocks[:preamble], blocks[preamble].start, builder, roles)
    if preamble < enacting:
        BodyBuilder(builder, roles, resolution).resolution(blocks[preamble:enacting])
    builder.add(resolution, "enacting-line", blocks[enacting])
    BodyBuilder(builder, roles, resolution).resolution(blocks[enacting + 1 :])
    return tuple([child.freeze() for child in builder.root.children])


def _preamble_above(blocks: Sequence[Block]) -> int:
    """The index at which a preamble begins that stands above its enacting line; that of the line where none does."""
    first = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        reading = blocks[index].reading
        if reading.form == "participle" and reading.last == ",":
            first = index
        elif reading.role != "side" and not (reading.role == "item" and index):
            break
    return first


def _known_under(roles: Roles) -> _Known:
    return roles.lexicon.memo.once(Section, lambda: Recent(_length, _LEAST))


def _length(key: tuple[Block, ...]) -> int:
    return key[-1].end - key[1].start
