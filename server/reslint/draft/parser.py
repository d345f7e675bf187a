"""From a text to a draft."""

from __future__ import annotations

from collections.abc import Sequence

from ..text import Span, Text
from .blocks import Block
from .body import BodyBuilder
from .draft import Draft
from .lexicon import lexicon_of
from .model import Node
from .node_builder import NodeBuilder
from .notation import SourcePlaces, canonical
from .prelude import hang_prelude
from .reading import SIDE
from .roles import Roles
from .sections import sections
from .stretches import find_blocks
from .vocabulary import Vocabulary

_AFTER_ORGAN = frozenset({"number", "part", "heading"})
_ANY = _AFTER_ORGAN | {"paragraph", "declaration"}
_AFTER_FORM = frozenset({"number"})


def parse(text: Text, vocabulary: Vocabulary, *, forced: bool = False) -> Draft:
    """The draft that a text holds; never fails, whatever the text.

    `forced` takes any text for a resolution or a part of one; else a text without enacting line and without
    paragraphs that begin with known openers is not a resolution.
    """
    lexicon = lexicon_of(vocabulary)
    read = canonical(text.content, lambda words: lexicon.begins(words) is not None)
    content = read.content
    roles = Roles(content, lexicon)
    blocks = find_blocks(content, lexicon)
    enacting = _enacting_lines(blocks, roles)
    is_resolution = bool(enacting) or forced or _reads_like_one(blocks)
    is_whole = bool(enacting) or (not vocabulary.grammar.address and _has_both(blocks))
    if enacting:
        root = Node("document", Span(0, len(content)), children=tuple(sections(blocks, enacting, roles)))
    else:
        builder = NodeBuilder(content)
        if is_resolution:
            _fragment(blocks, builder, roles)
        else:
            BodyBuilder(builder, roles, builder.root).other(blocks)
        root = builder.root.freeze()
    if not read.is_source or read.uncalled:
        places = SourcePlaces(read)
        root = places.tree(root)
        return Draft(text, root, vocabulary, {}, places, is_resolution=is_resolution, is_whole=is_whole)
    folded = {block.words: block.folded for block in blocks if block.reading is not SIDE}
    return Draft(text, root, vocabulary, folded, is_resolution=is_resolution, is_whole=is_whole)


def _enacting_lines(blocks: Sequence[Block], roles: Roles) -> list[int]:
    """The indices of the enacting lines: a known organ alone, or a line of that form before a paragraph."""
    found = []
    for index, block in enumerate(blocks):
        enacts = block.reading.enacts
        if not enacts or not _followed(blocks, index, _ANY if block.reading.sign == "," else _AFTER_ORGAN):
            continue
        if enacts == "organ":
            found += [] if roles.heading(block).chapeau else [index]
        elif _followed(blocks, index, _AFTER_FORM):
            found.append(index)
    return found


def _followed(blocks: Sequence[Block], index: int, kinds: frozenset[str]) -> bool:
    """Whether a block of one of the kinds, a paragraph with an opener or the end of the text comes after a block."""
    for after in range(index + 1, len(blocks)):
        reading = blocks[after].reading
        if reading.role != "side":
            return reading.role in kinds or (reading.role != "item" and reading.opens)
    return True


def _reads_like_one(blocks: Sequence[Block]) -> bool:
    """Whether a text without enacting line has paragraphs of a resolution: both kinds, or two operative ones."""
    preambular = operative = 0
    for block in blocks:
        if block.kind != "text" or block.reading.role == "item":
            continue
        form, last = block.reading.form, block.reading.last
        if form == "participle" and last in (",", ";"):
            preambular += 1
        elif form == "finite" and block.label is not None and last in (":", ";", ".", ","):
            operative += 1
    return operative > 1 or (preambular > 0 and operative > 0)


def _has_both(blocks: Sequence[Block]) -> bool:
    """Whether a text has paragraphs that give reasons and others that decide something."""
    forms = {block.reading.form for block in blocks if block.kind == "text"}
    return {"participle", "finite"} <= forms


def _fragment(blocks: Sequence[Block], builder: NodeBuilder, roles: Roles) -> None:
    """A text without enacting line: what stands before the first paragraph is masthead, the rest a body."""
    first = next((index for index, block in enumerate(blocks) if _is_body(block, roles)), len(blocks))
    if first == len(blocks):
        first = 0
    prelude = blocks[:first]
    start = blocks[first].start if first < len(blocks) else 0
    lines = [roles.heading(block) for block in prelude if block.kind == "text"]
    headed = any(line.masthead or line.sponsors for line in lines)
    resolution = hang_prelude(prelude, start, builder, roles, title=headed)
    BodyBuilder(builder, roles, resolution).resolution(blocks[first:])


def _is_body(block: Block, roles: Roles) -> bool:
    reading = block.reading
    if reading.role in ("side", "heading", "part"):
        return False
    heading = roles.heading(block)
    if heading.masthead or heading.sponsors:
        return False
    return reading.role != "paragraph" or reading.opens or (reading.finished and not heading.chapeau)
