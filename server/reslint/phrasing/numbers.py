"""The next number or letter: of an operative paragraph, a subparagraph, or a list that begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..engine.edits.renumber import STYLES
from ..engine.language.labels import Style, redigit, value, written
from ..text import Span
from ..text.regex import lazy
from .cursor import Cursor
from .proposal import Proposal

if TYPE_CHECKING:
    from ..draft import Draft, Node

_TYPED = lazy(r"\(?\w{0,4}\)?\\?\.?\Z")
_FIRST = "1. "


def next_label(cursor: Cursor) -> str:
    """The number of the operative paragraph that begins at a place, as the draft writes numbers, with the gap after it.

    "" where the paragraphs above have no numbers.
    """
    last = next((node for node in above(cursor) if node.kind == "operative"), None)
    if last is None:
        return _FIRST
    number = value(last.label, "arabic")
    return _like(last, str(number + 1), cursor.draft) if number is not None else ""


def due(cursor: Cursor) -> list[str]:
    """The labels that may come next at the start of a line, with the gap after them, the likeliest first.

    After a colon a list begins; after a subparagraph comes the next one, and then the levels above it.
    """
    last = next(above(cursor), None)
    if last is None or last.kind == "preambular" or cursor.before is not last:
        if last is not None and last.kind == "preambular" and cursor.before is last:
            return _after_preambular(last, cursor)
        return []
    found = []
    colon = ends_with(last, ":", cursor.draft)
    if colon:
        label = _below(last, cursor.draft)
        found += [label] if label else []
    here: Node | None = last
    while here is not None and here.kind == "subparagraph":
        found.append(_next(here, cursor.draft))
        here = cursor.draft.parent(here)
    number = next_label(cursor)
    return [label for label in (*found, number) if label]


def _after_preambular(last: Node, cursor: Cursor) -> list[str]:
    """In a list of a preambular paragraph its letters, after the preamble the first number."""
    if ends_with(last, ":", cursor.draft):
        return [_below(last, cursor.draft)]
    return [_FIRST] if cursor.following is None else []


def propose_numbers(cursor: Cursor) -> Iterator[Proposal]:
    """The labels that are due where nothing or the beginning of a label has been typed."""
    if not cursor.begins:
        return
    indent = cursor.line.start
    content = cursor.draft.text.content
    while indent < cursor.offset and content[indent] in " \t":
        indent += 1
    typed = content[indent : cursor.offset]
    if not _TYPED.match(typed) or content[cursor.offset : cursor.line.end].strip() or typed.isalpha():
        return
    span = Span(indent, cursor.offset)
    for label in due(cursor):
        if label.startswith(typed) and label.strip() != typed:
            yield Proposal("number", label.strip(), span, label)


def ends_with(node: Node, mark: str, draft: Draft) -> bool:
    """Whether the words of a paragraph end with a mark."""
    return draft.view(node).text.rstrip().endswith(mark)


def above(cursor: Cursor) -> Iterator[Node]:
    """The paragraphs that begin above the line, the nearest first."""
    nodes = cursor.draft.nodes("preambular", "operative", "subparagraph")
    return (node for node in reversed(nodes) if node.span.start < cursor.line.start)


def _next(node: Node, draft: Draft) -> str:
    style: Style = STYLES.get(node.level, "letter")
    siblings = draft.siblings(node)
    if style == "letter" and siblings and siblings[0].label == "i":
        style = "roman"
    number = value(node.label, style)
    return _like(node, written(number + 1, style), draft) if number is not None else ""


def _below(node: Node, draft: Draft) -> str:
    """The first label of a list below a paragraph, shaped as other labels of that level in the draft."""
    level = node.level + 1 if node.kind == "subparagraph" else 1
    label = written(1, STYLES.get(level, "letter"))
    model = next((each for each in draft.nodes("subparagraph") if each.level == level), None)
    if model is not None:
        return _like(model, label, draft)
    grammar = draft.vocabulary.grammar
    return f"{grammar.label(label, level)} " if level <= len(grammar.labels) else ""


def _like(model: Node, label: str, draft: Draft) -> str:
    """A label as a node has its own, with the gap that follows there."""
    if model.label_span is None:
        return ""
    source = draft.text.slice(model.label_span)
    at = source.find(model.label)
    if model.label.isdigit():
        shaped = redigit(source, label)
    elif at >= 0:
        shaped = source[:at] + label + source[at + len(model.label) :]
    else:
        return ""
    start = model.body[0].start if model.body else model.label_span.end
    gap = draft.text.slice(Span(model.label_span.end, start))
    return shaped + (gap if gap and not gap.strip() and "\n" not in gap and "\r" not in gap else " ")
