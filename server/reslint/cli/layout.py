"""A draft as the blocks of a Word file: which of its nodes is a title, a line of the masthead, a paragraph, an item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..formats.word.build import WordBlock

if TYPE_CHECKING:
    from ..draft import Draft, Node
    from ..text import Span

_LINES = frozenset({"masthead", "sponsors", "separator", "page-line", "meeting-line"})
_HEADINGS = frozenset({"heading", "annex", "part"})
_DEEP = 2


def front_matter_of(draft: Draft) -> str:
    """The front matter of a draft as written, "" where it has none."""
    nodes = draft.nodes("front-matter")
    return draft.text.slice(nodes[0].span) if nodes else ""


def blocks_of(draft: Draft) -> list[WordBlock]:
    """The blocks of a draft in the order of its text; words that are part of no node are lines."""
    found: list[tuple[int, WordBlock]] = []
    at = 0
    for start, end in sorted(_covered(draft)):
        if (words := draft.text.content[at:start].strip()) and any(each.isalnum() for each in words):
            found.append((at, WordBlock("lines", words)))
        at = max(at, end)
    if (words := draft.text.content[at:].strip()) and any(each.isalnum() for each in words):
        found.append((at, WordBlock("lines", words)))
    for node in draft.nodes():
        found += [(node.span.start, block) for block in _blocks(draft, node)]
    return [block for _, block in sorted(found, key=lambda each: each[0])]


def _covered(draft: Draft) -> Iterator[Span]:
    """The spans whose words are those of a node."""
    for node in draft.nodes():
        if node.kind != "document" and not node.children:
            yield node.span
        elif node.body:
            yield from node.body
        if node.label_span is not None:
            yield node.label_span


def _blocks(draft: Draft, node: Node) -> Iterator[WordBlock]:
    """The block of a node, where it has words of its own."""
    if node.kind != "document":
        if node.kind == "comment":
            words = draft.text.slice(node.span).removeprefix("<!--").removesuffix("-->").strip()
            yield WordBlock("comment", words)
        elif node.kind == "note":
            printed = draft.text.slice(node.label_span) if node.label_span is not None else ""
            yield WordBlock("note", _words(draft, node), printed.replace("\\", ""), node.label)
        elif node.kind not in ("front-matter", "document") and (node.body or node.label_span is not None):
            label = draft.text.slice(node.label_span) if node.label_span is not None else ""
            words = _words(draft, node)
            if node.label_span is not None and node.body and node.body[0].start == node.label_span.end:
                label, words = "", label + words  # “5.A.2” is not a number before a paragraph
            if words or label:
                yield WordBlock(_look(node), words, label.replace("\\", ""))
        elif node.kind in _LINES | {"table"} and not node.body:
            yield WordBlock(_look(node), draft.text.slice(node.span))


def _words(draft: Draft, node: Node) -> str:
    """The words of a node; those that a page break parts are put together."""
    return " ".join(draft.text.slice(piece).strip() for piece in node.body)


def _look(node: Node) -> str:
    if node.kind in ("title", "table"):
        return node.kind
    if node.kind in _LINES:
        return "lines"
    if node.kind in _HEADINGS:
        return "heading"
    if node.kind == "subparagraph":
        return "deep item" if node.level >= _DEEP else "item"
    return "paragraph"
