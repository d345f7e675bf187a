"""Shared parts of the kinds of check about footnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..edits.footnotes import Area
from ..search.chosen import once_for

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.check import Match


def inside(find: Callable[[Draft], Iterable[Match]], nodes: Sequence[Node], draft: Draft) -> Iterator[Match]:
    """The matches that a function finds in a draft, once, and that lie in the text of the nodes, in their order."""
    found = draft.memo.once(("matches", find), lambda: list(find(draft)))
    area = once_for(nodes, draft, Area, lambda: Area(nodes)) if found else ()
    return (match for match in found if match.span in area)


def markdown_notes(draft: Draft) -> list[Node]:
    """The notes that are written as Markdown has them: `[^1]: …`."""
    return draft.memo.once(markdown_notes, lambda: _markdown_notes(draft))


def _markdown_notes(draft: Draft) -> list[Node]:
    content = draft.text.content
    return [one for one in draft.nodes("note") if one.label_span is not None and content.startswith("[^", *one.span)]
