"""Paragraphs that a page break has cut in two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Record

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_LINE_END = lazy(r"\r\n|\n|\r")
_FIRST_WORDS = lazy(r"\S+(?:[ \t\u00a0]\S+)?")
_LAST_WORD = lazy(r"\S+\s*$")


class WholeCheck:
    """A paragraph whose words stand in several pieces with something else between them.

    The span is where the words go on. The fix joins the pieces and moves what stood between them (footnotes, page
    lines) behind the paragraph; nothing is deleted but blank lines.
    """

    KIND: ClassVar[str] = "whole"
    OPTIONS: ClassVar[Record] = Record({}, "A paragraph cut in two.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"before", "after"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """There is nothing to choose."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """Each place where a selected node is cut; the fix of the whole node comes with the first.

        Text of printed pages is cut by every page: no mistake of its writer.
        """
        if draft.is_paged:
            return
        for node in (node for node in nodes if len(node.body) > 1):
            pairs = list(zip(node.body, node.body[1:], strict=False))
            for index, (piece, after) in enumerate(pairs):
                edits = _joined(node, draft) if index == 0 else ()
                yield _cut(piece, after, draft, edits, any(child.kind == "page-line" for child in node.children))


def _cut(piece: Span, after: Span, draft: Draft, edits: tuple[Edit, ...], unsure: bool) -> Match:
    content = draft.text.content
    first = _FIRST_WORDS.match(content, after.start, after.end)
    last = _LAST_WORD.search(content, max(piece.start, piece.end - 80), piece.end)
    span = Span(*first.span()) if first else after
    before = last.group().strip() if last else ""
    end = len(content[: piece.end].rstrip())
    where = Span(end - len(before), end)
    values = {"before": before, "after": draft.text.slice(span)}
    return Match(span, values, edits, where, unsure)


def _joined(node: Node, draft: Draft) -> tuple[Edit, ...]:
    """The edits that put one blank in place of each cut, and what stood there behind the node."""
    content = draft.text.content
    edits: list[Edit] = []
    moved: list[str] = []
    newline = "\n"
    for piece, after in zip(node.body, node.body[1:], strict=False):
        start = len(content[: piece.end].rstrip())
        gap = content[start : after.start]
        if (found := _LINE_END.search(gap)) is not None:
            newline = found.group()
        edits.append(Edit(Span(start, after.start), " "))
        if gap.strip():
            moved.append(gap.strip())
    if moved:
        end = node.span.end
        edits.append(Edit(Span(end, end), "".join(newline * 2 + text for text in moved)))
    return tuple(edits)
