"""Labels of footnotes after an opened marker, and numbers of paragraphs after "paragraph"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..engine.edits.footnotes import first_markers
from ..engine.edits.renumber import owner_of
from ..text import Span
from .proposal import Proposal

if TYPE_CHECKING:
    from ..draft import Draft, Node
    from .cursor import Cursor
    from .sources import Sources

_OPEN = re.compile(r"(?:\[\^(?P<note>[\w-]{0,20})|<sup>(?P<raised>\w{0,20}))\Z")
_DIGITS = re.compile(r"\d+")
_CLOSE = {"[": "]", "<": "</sup>"}


def propose_labels(cursor: Cursor) -> Iterator[Proposal]:
    """The footnotes of the draft after "[^" or "<sup>"; at the start of a line those that have no text yet."""
    draft = cursor.draft
    content = draft.text.content
    found = _OPEN.search(content[cursor.line.start : cursor.offset])
    if found is None:
        return
    typed = found["note"] if found["note"] is not None else found["raised"]
    close = _CLOSE[found[0][0]]
    notes = draft.notes
    called = [marker.label for marker in first_markers(draft)]
    if not content[cursor.line.start : cursor.line.start + found.start()].strip():
        labels = [label for label in called if label not in notes]
    else:
        labels = sorted(notes, key=lambda label: (not label.isdigit(), int(label) if label.isdigit() else 0))
    free = str(max((int(label) for label in {*notes, *called} if label.isdigit()), default=0) + 1)
    end = cursor.offset + (len(close) if content.startswith(close, cursor.offset) else 0)
    span = Span(cursor.offset - len(typed), end)
    for label in [*labels, *([free] if free not in labels else [])]:
        if label.startswith(typed):
            words = draft.view(notes[label][0]).text.strip() if label in notes else ""
            about = ("text", words) if words else ()
            yield Proposal("note", label, span, f"{label}{close}", typed=label, detail=words[:80], about=about)


def propose_paragraphs(cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """The numbers of the paragraphs of this resolution after "paragraph", the nearest above first."""
    words = sources.phrases("drafting").get("paragraph", {})
    numbered = sources.pattern("drafting", "paragraph", "number")
    lettered = sources.pattern("drafting", "paragraph", "letter")
    text = cursor.written.text
    draft = cursor.draft
    here = cursor.node or cursor.before
    if here is None:
        return
    own = next((each for each in (here, *draft.ancestors(here)) if each.kind == "operative"), None)
    letter = lettered.search(text) if lettered else None
    if letter is not None:
        parent = _numbered(draft, here, letter["number"]) if letter["number"] else own
        for child in parent.children if parent is not None else ():
            if child.kind == "subparagraph" and child.label and child is not here:
                label = draft.vocabulary.grammar.label(child.label, 1)
                yield _reference(cursor, letter.start("typed"), label, child, words)
        return
    number = numbered.search(text) if numbered else None
    if number is None:
        return
    nodes = [node for node in draft.nodes("operative") if node.label and node is not own]
    nodes = [node for node in nodes if owner_of(node, draft) is owner_of(here, draft)]
    above = [node for node in nodes if node.span.start < cursor.offset]
    below = [node for node in nodes if node.span.start > cursor.offset]
    listed = _DIGITS.findall(text[number.start() : number.start("typed")])
    last = not number["several"] or number["last"]
    for node in (*reversed(above), *below):
        if node.label.startswith(number["typed"]) and node.label not in listed:
            yield _reference(cursor, number.start("typed"), node.label, node, words if last else {})


def _numbered(draft: Draft, here: Node, label: str) -> Node | None:
    nodes = (node for node in draft.nodes("operative") if node.label == label)
    return next((node for node in nodes if owner_of(node, draft) is owner_of(here, draft)), None)


def _reference(cursor: Cursor, start: int, label: str, node: Node, words: Mapping[str, str]) -> Proposal:
    direction = words.get("above" if node.span.start < cursor.offset else "below", "")
    shown = cursor.draft.view(node).text.strip()
    text = f"{label}{direction}"
    return Proposal("paragraph", text, cursor.source(start), text, detail=shown[:80], about=("text", shown))
