"""From a text to a draft."""

from __future__ import annotations

from collections.abc import Sequence

from ..text import Text
from ..text.regex import lazy
from .blocks import Block, find_blocks
from .body import Body
from .draft import Draft
from .lexicon import lexicon_of
from .prelude import hang_prelude, prelude_start
from .roles import Roles
from .sketch import Builder
from .vocabulary import Vocabulary

_CAPITAL = lazy(r"(?:\*{1,3}|_{1,3})?\s*[^\W\d_a-z]")

_AFTER_ORGAN = frozenset({"number", "part", "heading"})
_ANY = _AFTER_ORGAN | {"paragraph", "declaration"}
_AFTER_FORM = frozenset({"number"})


def parse(text: Text, vocabulary: Vocabulary, *, forced: bool = False) -> Draft:
    """The draft that a text holds; never fails, whatever the text.

    `forced` takes any text for a resolution or a part of one; else a text without enacting line and without
    paragraphs that begin with known openers is no resolution.
    """
    lexicon = lexicon_of(vocabulary)
    roles = Roles(text.content, lexicon)
    blocks = find_blocks(text, lexicon)
    builder = Builder(text.content)
    enacting = _enacting_lines(blocks, roles)
    is_resolution = bool(enacting) or forced or _reads_like_one(blocks, roles)
    if enacting:
        _resolutions(blocks, enacting, builder, roles)
    elif is_resolution:
        _fragment(blocks, builder, roles)
    else:
        Body(builder, roles, builder.root).other(blocks)
    return Draft(text, builder.root.freeze(), vocabulary, is_resolution=is_resolution, is_whole=bool(enacting))


def _enacting_lines(blocks: Sequence[Block], roles: Roles) -> list[int]:
    """The indices of the enacting lines: a known organ alone, or a line of that form before a paragraph."""
    content, lexicon = roles.content, roles.lexicon
    found = []
    for index, block in enumerate(blocks):
        if block.kind != "text" or block.label is not None or block.end - block.start > 200:
            continue
        source = content[block.start : block.end]
        if not _CAPITAL.match(source) or not _followed(
            blocks, index, roles, _ANY if source.rstrip("*_ ").endswith(",") else _AFTER_ORGAN
        ):
            continue
        if lexicon.organ(source) is not None:
            found += [] if roles.is_chapeau(block) else [index]
        elif any(pattern.fullmatch(roles.words(block).strip()) for pattern in lexicon.layout.enacting):
            found += [index] if _followed(blocks, index, roles, _AFTER_FORM) else []
    return found


def _followed(blocks: Sequence[Block], index: int, roles: Roles, kinds: frozenset[str]) -> bool:
    """Whether a block of one of the kinds, a paragraph with an opener or the end of the text comes after a block."""
    for after in range(index + 1, len(blocks)):
        block = blocks[after]
        role = roles.role(block)
        if role == "side":
            continue
        return role in kinds or (role != "item" and roles.opens(block))
    return True


def _reads_like_one(blocks: Sequence[Block], roles: Roles) -> bool:
    """Whether a text without enacting line has paragraphs of a resolution: both kinds, or two operative ones."""
    preambular = operative = 0
    for block in blocks:
        if block.kind != "text":
            continue
        form = roles.form(block) if block.label is None or block.label.style == "decimal" else None
        if form == "participle" and roles.last(block) in (",", ";"):
            preambular += 1
        elif form == "finite" and block.label is not None and roles.last(block) in (":", ";", ".", ","):
            operative += 1
    return operative > 1 or (preambular > 0 and operative > 0)


def _resolutions(blocks: Sequence[Block], enacting: Sequence[int], builder: Builder, roles: Roles) -> None:
    starts = []
    before = 0
    for index in enacting:
        starts.append(prelude_start(blocks, before, index, roles) if before else 0)
        before = index + 1
    for number, index in enumerate(enacting):
        end = starts[number + 1] if number + 1 < len(starts) else len(blocks)
        resolution = hang_prelude(blocks[starts[number] : index], blocks[index].start, builder, roles)
        builder.add(resolution, "enacting-line", blocks[index])
        Body(builder, roles, resolution).resolution(blocks[index + 1 : end])


def _fragment(blocks: Sequence[Block], builder: Builder, roles: Roles) -> None:
    """A text without enacting line: what stands before the first paragraph is masthead, the rest a body."""
    first = next((index for index, block in enumerate(blocks) if _is_body(block, roles)), len(blocks))
    if first == len(blocks):
        first = 0
    prelude = blocks[:first]
    start = blocks[first].start if first < len(blocks) else 0
    headed = any(roles.is_masthead(block) or roles.is_sponsors(block) for block in prelude if block.kind == "text")
    resolution = hang_prelude(prelude, start, builder, roles, title=headed)
    Body(builder, roles, resolution).resolution(blocks[first:])


def _is_body(block: Block, roles: Roles) -> bool:
    role = roles.role(block)
    if role in ("side", "heading", "part") or roles.is_masthead(block) or roles.is_sponsors(block):
        return False
    if role != "paragraph" or roles.opens(block):
        return True
    return roles.finished(block) and not roles.is_chapeau(block)
