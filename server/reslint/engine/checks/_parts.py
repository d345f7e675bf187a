"""Shared parts of the kinds of check about the parts I, II, III of a resolution."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...text import Span
from ..data.schema import Pattern

if TYPE_CHECKING:
    from ...draft import Draft, Node


def unless_field() -> Pattern:
    """The option `unless`: the parts that are left alone."""
    return Pattern("Headings, from their beginning, of parts that keep the numerals of another text.")


def parts_by_owner(nodes: Iterable[Node], draft: Draft, unless: re.Pattern[str] | None) -> list[list[Node]]:
    """The parts among `nodes` of each resolution, none whose heading begins as `unless` says."""
    found: dict[Node | None, list[Node]] = {}
    for node in nodes:
        if node.kind == "part" and (unless is None or not _begins(node, draft, unless)):
            found.setdefault(draft.parent(node), []).append(node)
    return list(found.values())


def _begins(part: Node, draft: Draft, pattern: re.Pattern[str]) -> bool:
    heading = part.children[0]
    return heading.kind == "heading" and pattern.match(draft.view(heading).text) is not None


def numeral(part: Node, draft: Draft) -> Span:
    """The numeral of a part where it stands in its heading; the first line where it cannot be found."""
    heading = next((child for child in part.children if child.kind == "heading"), part)
    view = draft.view(heading)
    found = re.search(rf"\b{re.escape(part.label)}\b", view.text)
    return view.span(*found.span()) if found else Span(part.span.start, part.span.start + 1)
