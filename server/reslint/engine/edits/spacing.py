"""The spaces and blank lines of a draft, and the edits that put them in order. Nothing else is touched.

Blocks have one blank line between them, words one space; lines have none at their end, but for the two that break a
line of Markdown inside a paragraph. What is not prose keeps its spaces: front matter, comments, tables, code, and the
lines of the heading block, which may stand in columns.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ...text import Edit, Span
from ...text.record import NamedTuple, dataclass
from ...text.regex import lazy

if TYPE_CHECKING:
    from ...draft import Draft, Node

_LINE_END = lazy(r"\r\n|\r|\n")
_TRAILING = lazy(r"[ \t]+(?=[\r\n]|\Z)")
_FENCED = lazy(r"^ {0,3}(`{3,}|~{3,})[^\r\n]*(?:[\r\n]|\Z)(?:.*?^ {0,3}\1[`~]*[ \t]*$|.*)", re.DOTALL | re.MULTILINE)
_MARK_UP = lazy(
    r"`+[^`\r\n]{1,2000}`+|<!--(?:(?!-->).){0,2000}-->|</?[A-Za-z][^<>]{0,200}>|\]\([^()\r\n]{0,2000}\)", re.DOTALL
)
_INNER = lazy(r"(?<=\S)(?: [ \t]+|\t[ \t]*)(?=\S)")
_COLUMNS = lazy(r"(?<=\S)(?: {3,}|[ \t]*\t[ \t]*)(?=\S)")
_PLAIN = " \t\r\n"
_BREAK = "  "
"""The sign that breaks a line of Markdown where the paragraph goes on."""

_FROZEN = frozenset({"front-matter", "comment", "table"})
_AS_WRITTEN = _FROZEN | {"masthead", "sponsors", "separator", "page-line"}
"""Kinds inside whose lines no space is touched."""
_PARTED = frozenset(
    {"title", "enacting-line", "preambular", "operative", "subparagraph", "paragraph", "heading", "meeting-line"}
)
"""Kinds that have a blank line between them; notes and the lines of a heading block may stand close together."""
_IN_LINES = frozenset({"title", "heading", "meeting-line"})
"""Kinds of which several lines may belong together."""
_CLOSERS = (".", ")", ":")


@dataclass(frozen=True, slots=True)
class Spacing:
    """The writer's wishes for the ends of lines and of the text."""

    trailing: bool | None = None
    """Whether the spaces at the ends of lines go: all of them, none, or those that break no line (None)."""
    final_line_end: bool = True
    """Whether the last line ends as the others do."""
    final_blank_lines: bool = False
    """Whether the blank lines at the end of the text stay."""


class SpacedBlock(NamedTuple):
    """A piece of a node that stands together: its label and words, or what a page break left of them."""

    span: Span
    node: Node
    first: bool
    """Whether it is the first piece of its node, with the label."""


def blocks_of(draft: Draft) -> list[SpacedBlock]:
    """The blocks of a draft in the order of the text."""
    found = []
    for node in draft.nodes():
        if node.kind in _FROZEN or not (node.body or node.children or node.kind == "document"):
            found.append(SpacedBlock(node.span, node, True))
        elif node.body:
            start = min(node.span.start, node.body[0].start)
            found.append(SpacedBlock(Span(start, node.body[0].end), node, True))
            found += [SpacedBlock(piece, node, False) for piece in node.body[1:]]
        elif node.label_span is not None:
            found.append(SpacedBlock(node.label_span, node, True))
    return sorted(found, key=lambda block: block.span)


def spacing_edits(draft: Draft, spacing: Spacing) -> list[Edit]:
    """The edits that put spaces and blank lines in order, in the order of the text; none of them conflict."""
    blocks = blocks_of(draft)
    if not blocks:
        return []
    edits = [*_between(blocks, draft, spacing), *_edges(blocks, draft, spacing)]
    frozen = Frozen(draft)
    if spacing.trailing is not False:
        edits += _at_line_ends(draft, spacing, edits)
    inside = {node for kind in ("annex", "declaration") for holder in draft.nodes(kind) for node in holder.walk()}
    for block in blocks:
        if block.node.kind not in _AS_WRITTEN:
            edits += _inside(block, draft, columns=block.node in inside or block.node.kind in _IN_LINES)
    return sorted(edit for edit in edits if not frozen.holds(edit.span))


class Frozen:
    """The spans of a draft that keep every character: front matter, comments, tables, code, tags, links."""

    def __init__(self, draft: Draft) -> None:
        content = draft.text.content
        spans = [node.span for node in draft.nodes(*_FROZEN)]
        if "```" in content or "~~~" in content:
            spans += [Span(*found.span()) for found in _FENCED.finditer(content)]
        spans += [Span(*found.span()) for found in _MARK_UP.finditer(content)]
        self._spans: list[Span] = []
        for span in sorted(spans):
            if self._spans and span.start < self._spans[-1].end:
                self._spans[-1] = Span(self._spans[-1].start, max(self._spans[-1].end, span.end))
            else:
                self._spans.append(span)

    def holds(self, span: Span) -> bool:
        """Whether a span reaches into one of them; one that is empty does so only inside."""
        at = bisect_right(self._spans, span.start, key=lambda own: own.end)
        return at < len(self._spans) and self._spans[at].start < span.end


def _between(blocks: Sequence[SpacedBlock], draft: Draft, spacing: Spacing) -> Iterator[Edit]:
    """The edits of the lines between blocks: one blank line of several, and one where paragraphs have none."""
    text = draft.text
    for before, after in pairwise(blocks):
        gap = text.content[before.span.end : after.span.start]
        if gap.strip(_PLAIN) or gap in ("\n\n", ""):
            continue
        ends = [Span(*found.span()).shift(before.span.end) for found in _LINE_END.finditer(gap)]
        if len(ends) > 2:
            yield Edit(Span(ends[1].end, ends[-1].end), "")
        elif len(ends) == 1 and _are_parted(before, after):
            broken = text.content[before.span.end : ends[0].start].endswith(_BREAK)
            if not broken or spacing.trailing:
                yield Edit(Span(ends[0].end, ends[0].end), text.line_end)


def _are_parted(before: SpacedBlock, after: SpacedBlock) -> bool:
    one, two = before.node, after.node
    if one is two or one.kind not in _PARTED or two.kind not in _PARTED:
        return False
    if one.kind == two.kind and one.kind in _IN_LINES:
        return False
    if _is_bullet(one) and _is_bullet(two):
        return False
    return bool(one.kind != "paragraph" or two.kind != "paragraph" or one.label or two.label)


def _is_bullet(node: Node) -> bool:
    return node.label_span is not None and not node.label


def _edges(blocks: Sequence[SpacedBlock], draft: Draft, spacing: Spacing) -> Iterator[Edit]:
    """The edits before the first block and after the last one."""
    text, content = draft.text, draft.text.content
    start = text.line_starts[text.line_of(blocks[0].span.start)]
    # A rule at the very start would be taken for the beginning of front matter.
    if start and not content[:start].strip(_PLAIN) and not content.startswith("---", start):
        yield Edit(Span(0, start), "")
    end = max(block.span.end for block in blocks)
    if content[end:].strip(_PLAIN):
        return
    line_end = _LINE_END.search(content, end)
    if line_end is None:
        if spacing.final_line_end:
            yield Edit(Span(len(text), len(text)), text.line_end)
    elif line_end.end() < len(text) and not spacing.final_blank_lines:
        yield Edit(Span(line_end.end(), len(text)), "")


def _at_line_ends(draft: Draft, spacing: Spacing, others: Sequence[Edit]) -> Iterator[Edit]:
    """The edits of spaces at the ends of lines that no other edit takes away."""
    text, content = draft.text, draft.text.content
    taken = sorted(edit.span for edit in others)
    for found in _TRAILING.finditer(content):
        at = bisect_right(taken, found.start(), key=lambda span: span.start) - 1
        if at >= 0 and found.start() < taken[at].end:
            continue
        kept = ""
        if not spacing.trailing and found[0].endswith(_BREAK):
            line = text.line_of(found.start())
            goes_on = line + 1 < text.line_count and text.slice(text.line_span(line + 1)).strip()
            kept = _BREAK if goes_on and text.slice(text.line_span(line)).strip() else ""
        if found[0] != kept:
            yield Edit(Span(found.start(), found.end()), kept)


def _inside(block: SpacedBlock, draft: Draft, *, columns: bool) -> Iterator[Edit]:
    """The edits of the spaces after a label and between words; `columns` where lines may be the rows of a table."""
    node, content = block.node, draft.text.content
    start, end = block.span
    if block.first and node.label_span is not None and node.body:
        label, start = node.label_span, node.body[0].start
        gap = content[label.end : start]
        due = " " if gap or content[label.start : label.end].endswith(_CLOSERS) else ""
        if gap != due and not gap.strip(" \t"):
            yield Edit(Span(label.end, start), due)
            yield from _hung(block, draft, len(gap) - len(due))
    if columns and _COLUMNS.search(content, start, end):
        return
    for found in _INNER.finditer(content, start, end):
        yield Edit(Span(found.start(), found.end()), " ")


def _hung(block: SpacedBlock, draft: Draft, by: int) -> Iterator[Edit]:
    """The edits that let lines that hang below the first word of a block do so when it moves to the left."""
    text = draft.text
    first, last = text.line_of(block.span.start), text.line_of(block.span.end)
    column = block.node.body[0].start - text.line_starts[first]
    lines = [(text.line_starts[line], text.slice(text.line_span(line))) for line in range(first + 1, last + 1)]
    if (
        by > 0
        and lines
        and all(line[:column] == " " * column and line[column:].lstrip() == line[column:] for _, line in lines)
    ):
        yield from (Edit(Span(start, start + by), "") for start, _ in lines)
