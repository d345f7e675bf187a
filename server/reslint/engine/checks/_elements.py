"""Shared parts of the kinds of check about the elements of a resolution."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...draft.model import KINDS
from ...text import Span
from ..data.schema import Choice, ListOf

if TYPE_CHECKING:
    from ...draft import Draft, Node


def elements_field(doc: str) -> ListOf:
    """An option that names kinds of elements."""
    return ListOf(Choice(KINDS, "A kind of element."), doc, required=True)


def inside(node: Node) -> Iterator[Node]:
    """The elements of a node, not those of a part with a preamble of its own or of a resolution in a resolution."""
    for child in node.children:
        yield child
        if not child.children:
            continue
        own = child.kind == "part" and any(grandchild.kind == "preambular" for grandchild in child.children)
        if not own and not (child.kind == node.kind == "resolution"):
            yield from inside(child)


def first_line(node: Node, draft: Draft) -> Span:
    """The first line of a node, or what of it belongs to the node."""
    start = node.span.start
    line = draft.text.line_span(draft.text.line_of(start))
    return Span(start, max(start, min(node.span.end, line.end)))
