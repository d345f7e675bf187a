"""The things of a draft that have a name and can be gone to: footnotes, numbered paragraphs, every mention of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ...text import Edit, Span
from ...text.record import dataclass
from ..language.labels import redigit
from .renumber import owner_of

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..language.references import Reference, ReferenceWords

Sort = Literal["footnote", "paragraph", "subparagraph"]


@dataclass(frozen=True)
class Named:
    """A footnote or a numbered paragraph: where it stands and where it is mentioned.

    `labels` are the spans of the labels of its nodes, `mentions` those of markers or references; all without
    brackets and full stops where the source shows any. `here` is the one that was asked about.
    """

    sort: Sort
    label: str
    nodes: tuple[Node, ...]
    labels: tuple[Span, ...]
    mentions: tuple[Span, ...]
    here: Span


def named_at(draft: Draft, offset: int, words: ReferenceWords | None) -> Named | None:
    """The footnote or paragraph whose label or mention stands at `offset` (the end of it counts)."""
    for marker in draft.markers:
        if marker.span.start <= offset <= marker.span.end:
            return _footnote(draft, marker.label, marker.span)
    for notes in draft.notes.values():
        for note in notes:
            if note.label_span is not None and _touches(note.label_span, offset):
                return _footnote(draft, note.label, note.label_span)
    mentions = links(draft, words) if words else ()
    for span, target in mentions:
        if _touches(span, offset):
            return _numbered(draft, target, mentions, span)
    for node in draft.nodes("operative", "subparagraph"):
        if node.label and node.label_span is not None and _touches(node.label_span, offset):
            return _numbered(draft, node, mentions, core(draft, node.label_span, node.label))
    return None


@lru_cache(maxsize=4)
def links(draft: Draft, words: ReferenceWords) -> tuple[tuple[Span, Node], ...]:
    """Every number or letter by which the draft refers to a paragraph of its own, with that paragraph.

    Remembered for the drafts asked about last: what an editor asks one after the other it asks about one draft.
    """
    return tuple(_links(draft, words))


def _links(draft: Draft, words: ReferenceWords) -> Iterator[tuple[Span, Node]]:
    numbered: dict[tuple[int, str], list[Node]] = {}
    for node in draft.nodes("operative"):
        if node.label:
            numbered.setdefault((id(owner_of(node, draft)), node.label), []).append(node)
    paragraphs = draft.nodes("preambular", "operative", "subparagraph")
    for node, reference in words.among(paragraphs, draft):
        if reference.number is None:
            here: Node | None = next(
                (each for each in (node, *draft.ancestors(node)) if each.kind == "operative"), None
            )
        else:
            candidates = numbered.get((id(owner_of(node, draft)), reference.number.text), [])
            here = _meant(candidates, reference)
            if here is not None:
                yield reference.number.span, here
        for letter in reference.letters:
            here = _child(here, letter.text)
            if here is None:
                break
            yield letter.span, here


def core(draft: Draft, span: Span, label: str) -> Span:
    """The label inside a label or marker as written: the 4 of "4.", the a of "(a)", the 1 of "[^1]"."""
    at = draft.text.slice(span).find(label)
    return span if at < 0 else Span(span.start + at, span.start + at + len(label))


def renamed(draft: Draft, named: Named, label: str) -> tuple[Edit, ...]:
    """The edits that give `named` another label wherever it stands. Raises ValueError, saying why, if it cannot be."""
    _object(draft, named, label)
    edits = []
    for span in (*named.labels, *named.mentions):
        written = draft.text.slice(span)
        new = label if written == named.label else redigit(written, label)
        edits.append(Edit(span, new))
    return tuple(edits)


def _object(draft: Draft, named: Named, label: str) -> None:
    if named.sort == "footnote":
        plain = all(draft.text.slice(span) == named.label for span in (*named.labels, *named.mentions))
        if not (label.isascii() and label.isdigit()) and not (plain and label.isidentifier()):
            raise ValueError(f"“{label}” is not a label of a footnote: use a number")
        if label in draft.notes and label != named.label:
            raise ValueError(f"there is a footnote {label} already; “Renumber footnotes” puts all of them in order")
        return
    node = named.nodes[0]
    if named.sort == "paragraph" and not (label.isascii() and label.isdigit()):
        raise ValueError(f"“{label}” is not a number of a paragraph")
    if named.sort == "subparagraph" and not (label.isascii() and label.isalpha() and label.islower()):
        raise ValueError(f"“{label}” is not a letter of a subparagraph")
    siblings = draft.siblings(node)
    if any(each.label == label and each is not node for each in siblings):
        raise ValueError(f"there is a paragraph {label} already; “Renumber paragraphs” puts all of them in order")


def _footnote(draft: Draft, label: str, here: Span) -> Named:
    nodes = draft.notes.get(label, ())
    labels = tuple(core(draft, node.label_span, label) for node in nodes if node.label_span is not None)
    mentions = tuple(core(draft, marker.span, label) for marker in draft.markers if marker.label == label)
    return Named("footnote", label, nodes, labels, mentions, core(draft, here, label))


def _numbered(draft: Draft, node: Node, mentions: tuple[tuple[Span, Node], ...], here: Span) -> Named:
    sort: Sort = "paragraph" if node.kind == "operative" else "subparagraph"
    labels = (core(draft, node.label_span, node.label),) if node.label_span is not None else ()
    uses = tuple(span for span, target in mentions if target is node)
    return Named(sort, node.label, (node,), labels, uses, here)


def _meant(candidates: list[Node], reference: Reference) -> Node | None:
    """Of several paragraphs with one number the nearest in the direction that is said, else the first."""
    if reference.direction == "above":
        before = [node for node in candidates if node.span.start < reference.span.start]
        return before[-1] if before else next(iter(candidates), None)
    if reference.direction == "below":
        after = [node for node in candidates if node.span.start > reference.span.start]
        return after[0] if after else next(iter(candidates), None)
    return next(iter(candidates), None)


def _child(node: Node | None, label: str) -> Node | None:
    children = node.children if node is not None else ()
    return next((child for child in children if child.kind == "subparagraph" and child.label == label), None)


def _touches(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end
