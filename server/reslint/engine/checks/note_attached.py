"""Notes that Markdown prints as part of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ..data.check import Match
from ..data.schema import Record
from ._notes import inside, markdown_notes

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...text import Text
    from ..data.context import Context
    from ..data.resources import Resources

_PARAGRAPHS = frozenset({"preambular", "operative", "subparagraph", "paragraph"})


class NoteAttachedCheck:
    """A note directly below a paragraph, which pandoc makes part of it.

    It is reported once, with the blank lines for all. A text that parts its paragraphs without blank lines is not
    Markdown, and not told so.
    """

    KIND: ClassVar[str] = "note-attached"
    OPTIONS: ClassVar[Record] = Record({}, "Notes that Markdown prints as part of a paragraph.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"label", "count"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first such note, if it lies inside the selected nodes."""
        yield from inside(_attached, nodes, draft)


def _attached(draft: Draft) -> Iterator[Match]:
    text = draft.text
    starts = {note: text.line_of(note.span.start) for note in markdown_notes(draft)}
    below = {note: line for note, line in starts.items() if line and not _is_blank(line - 1, text)}
    nodes = draft.nodes(*_PARAGRAPHS) if below else ()
    lines = {text.line_of(max(piece.start, piece.end - 1)): node for node in nodes for piece in node.body}
    found = []
    for note, line in below.items():
        above = lines.get(line - 1)
        if above is not None and _is_parted(above, draft):
            found.append((note, Edit(Span(text.line_starts[line], text.line_starts[line]), text.line_end)))
    if found:
        note = found[0][0]
        values = {"label": note.label, "count": str(len(found))}
        yield Match(note.label_span or note.span, values, tuple(edit for _, edit in found))


def _is_parted(node: Node, draft: Draft) -> bool:
    """Whether a blank line, or nothing, stands before a node."""
    line = draft.text.line_of(node.span.start)
    return line == 0 or _is_blank(line - 1, draft.text)


def _is_blank(line: int, text: Text) -> bool:
    return not text.slice(text.line_span(line)).strip()
