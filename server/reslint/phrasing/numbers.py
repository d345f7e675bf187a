"""The next number or letter: of an operative paragraph, a subparagraph, or a list that begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ..engine.edits.renumber import STYLES
from ..engine.language.labels import Style, redigit, value, written
from ..text import Edit, Span
from ..text.regex import lazy
from .proposal import Proposal
from .spot import Spot

if TYPE_CHECKING:
    from ..draft import Draft, Node

_TYPED = lazy(r"\(?\w{0,4}\)?\\?\.?\Z")
_SHAPES = {1: "({})", 2: "({})", 3: "{}.", 4: "{}."}
_FIRST = "1. "


def next_label(spot: Spot) -> str:
    """The number of the operative paragraph that begins at a place, as the draft writes numbers, with the gap after it.

    "" where the paragraphs above have no numbers.
    """
    last = next((node for node in _above(spot) if node.kind == "operative"), None)
    if last is None:
        return _FIRST
    number = value(last.label, "arabic")
    return _like(last, str(number + 1), spot.draft) if number is not None else ""


def due(spot: Spot) -> list[str]:
    """The labels that may come next at the start of a line, with the gap after them, the likeliest first.

    After a colon a list begins; after a subparagraph comes the next one, and then the levels above it.
    """
    last = next(_above(spot), None)
    if last is None or last.kind == "preambular" or spot.before is not last:
        if last is not None and last.kind == "preambular" and spot.before is last:
            return _after_preambular(last, spot)
        return []
    found = []
    colon = ends_with(last, ":", spot.draft)
    if colon:
        label = _below(last, spot.draft)
        found += [label] if label else []
    here: Node | None = last
    while here is not None and here.kind == "subparagraph":
        found.append(_next(here, spot.draft))
        here = spot.draft.parent(here)
    number = next_label(spot)
    return [label for label in (*found, number) if label]


def _after_preambular(last: Node, spot: Spot) -> list[str]:
    """In a list of a preambular paragraph its letters, after the preamble the first number."""
    if ends_with(last, ":", spot.draft):
        return [_below(last, spot.draft)]
    return [_FIRST] if spot.following is None else []


def propose_numbers(spot: Spot) -> Iterator[Proposal]:
    """The labels that are due where nothing or the beginning of a label has been typed."""
    if not spot.begins:
        return
    indent = spot.line.start
    content = spot.draft.text.content
    while indent < spot.offset and content[indent] in " \t":
        indent += 1
    typed = content[indent : spot.offset]
    if not _TYPED.match(typed) or content[spot.offset : spot.line.end].strip() or typed.isalpha():
        return
    span = Span(indent, spot.offset)
    for label in due(spot):
        if label.startswith(typed) and label.strip() != typed:
            yield Proposal("number", label.strip(), span, label)


def after_line_end(draft: Draft, offset: int) -> tuple[Edit, ...]:
    """The label that is due when a line has just been begun at `offset`; none where nothing is due for sure.

    A list after a colon, the next number or letter after a semicolon. Where the paragraphs of the draft have blank
    lines between them, there will be one.
    """
    spot = Spot(draft, offset)
    last = next(_above(spot), None)
    if last is None or spot.before is not last or draft.text.slice(spot.line).strip():
        return ()
    gap = draft.text.slice(Span(last.span.end, spot.line.start))
    labels = due(spot)
    if gap.strip() or not labels:
        return ()
    if not ends_with(last, ":", draft) and (last.kind == "preambular" or not ends_with(last, ";", draft)):
        return ()
    end = draft.text.line_end
    blank = end if gap.count("\n" if "\n" in end else end) == 1 and _is_spaced(draft) else ""
    return (Edit(Span(offset, offset), f"{blank}{labels[0]}"),)


def _is_spaced(draft: Draft) -> bool:
    """Whether the paragraphs of a draft have blank lines between them; so it is where there are not two."""
    nodes = draft.nodes("preambular", "operative", "subparagraph", "enacting-line")
    gaps = [draft.text.slice(Span(one.span.end, two.span.start)) for one, two in pairwise(nodes)]
    adjacent = [gap for gap in gaps if gap and not gap.strip()]
    return not adjacent or 2 * sum(len(gap.splitlines()) > 1 for gap in adjacent) > len(adjacent)


def ends_with(node: Node, mark: str, draft: Draft) -> bool:
    """Whether the words of a paragraph end with a mark."""
    return draft.view(node).text.rstrip().endswith(mark)


def _above(spot: Spot) -> Iterator[Node]:
    """The paragraphs that begin above the line, the nearest first."""
    nodes = spot.draft.nodes("preambular", "operative", "subparagraph")
    return (node for node in reversed(nodes) if node.span.start < spot.line.start)


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
    return f"{_SHAPES[level].format(label)} " if level in _SHAPES else ""


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
