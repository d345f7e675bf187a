"""The texts of footnotes, as Markdown prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ..data.check import Match
from ..data.schema import Choice, Record
from ..edits.footnotes import Area

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_NATIVE = "[^"
_PARAGRAPHS = frozenset({"preambular", "operative", "subparagraph", "paragraph"})


class NoteTextsCheck:
    """Texts of footnotes that Markdown loses, or prints as part of a paragraph.

    `twice`: a further note with the label of an earlier one, of which nothing is printed. `attached`: a note directly
    below a paragraph, which pandoc makes part of it; reported once, with the blank lines for all. A text that parts
    its paragraphs without blank lines is no Markdown, and not told so.
    """

    KIND: ClassVar[str] = "note-texts"
    OPTIONS: ClassVar[Record] = Record(
        {"report": Choice(["twice", "attached"], "What is reported.", required=True)}, "The texts of footnotes."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"label", "count"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._report = _twice if options["report"] == "twice" else _attached

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The notes inside the selected nodes that are wrong, in the order of the text."""
        found = list(self._report(draft))
        area = Area(nodes) if found else ()
        yield from (match for match in found if match.span in area)


def _native(draft: Draft) -> list[Node]:
    notes = draft.nodes("note")
    return [one for one in notes if one.label_span is not None and draft.text.slice(one.span).startswith(_NATIVE)]


def _twice(draft: Draft) -> Iterator[Match]:
    seen: dict[str, Node] = {}
    for note in _native(draft):
        first = seen.setdefault(note.label, note)
        if first is not note:
            yield Match(note.label_span or note.span, {"label": note.label}, (), first.span)


def _attached(draft: Draft) -> Iterator[Match]:
    text = draft.text
    nodes = draft.nodes(*_PARAGRAPHS) if draft.nodes("note") else ()
    lines = {text.line_of(max(piece.start, piece.end - 1)): node for node in nodes for piece in node.body}
    found = []
    for note in _native(draft):
        line = text.line_of(note.span.start)
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
    return line == 0 or not draft.text.slice(draft.text.line_span(line - 1)).strip()
