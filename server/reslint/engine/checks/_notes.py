"""Shared parts of the kinds of check about footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..edits.footnotes import Area

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.check import Match


def inside(matches: Iterable[Match], nodes: Iterable[Node]) -> Iterator[Match]:
    """The matches that lie in the text of the nodes, in their order."""
    found = list(matches)
    area = Area(nodes) if found else ()
    return (match for match in found if match.span in area)


def markdown_notes(draft: Draft) -> list[Node]:
    """The notes that are written as Markdown has them: `[^1]: …`."""
    notes = draft.nodes("note")
    return [one for one in notes if one.label_span is not None and draft.text.slice(one.span).startswith("[^")]
