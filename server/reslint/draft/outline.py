"""How the parts of a draft are named to its writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text import Span

if TYPE_CHECKING:
    from .draft import Draft
    from .model import Node

_WORDS = 9
_FEW = 4
"""By so many words a paragraph without an opener is called."""
_PARAGRAPHS = frozenset({"preambular", "operative", "subparagraph"})
_HEADS = ("title", "enacting-line", "heading")
"""The sorts of nodes that show the name of the one which holds it, the likelier first."""


def name_of(draft: Draft, node: Node) -> str:
    """The name of a node in a list: "4. Requests", "(a) To report on the", "Note 3", its title or first words."""
    if node.kind == "note":
        return f"Note {node.label}"
    if node.kind in _PARAGRAPHS:
        label = label_of(draft, node) if node.kind == "subparagraph" else f"{node.label}." if node.label else ""
        return f"{label} {_named(draft, node)}".strip()
    if node.kind == "resolution":
        title = next((child for child in node.children if child.kind == "title"), None)
        return first_words(draft, title) if title else "Resolution"
    return first_words(draft, node) or node.label or node.kind.replace("-", " ").capitalize()


def _named(draft: Draft, node: Node) -> str:
    """The words that a paragraph is called by: its opener, or its first words."""
    opener = draft.opener(node)
    return opener.text if opener else " ".join(draft.view(node).text.split(None, _FEW)[:_FEW])


def label_of(draft: Draft, node: Node) -> str:
    """The label of a subparagraph as running text has it: "(a)", "(iv)", "a."."""
    return draft.vocabulary.grammar.label(node.label, node.level) if node.label else ""


def first_words(draft: Draft, node: Node, count: int = _WORDS) -> str:
    """The first words of a node, with an ellipsis where there are more."""
    words = draft.view(node).text.split(None, count)
    return f"{' '.join(words[:count])} …" if len(words) > count else " ".join(words)


def detail_of(draft: Draft, node: Node) -> str:
    """The words after those that a paragraph or note is called by; "" for other nodes."""
    if node.kind == "note":
        return first_words(draft, node)
    if node.kind not in _PARAGRAPHS:
        return ""
    opener = draft.opener(node)
    text = draft.view(node).text
    words = text[opener.end :].split(None, _WORDS) if opener else text.split(None, _FEW + _WORDS)[_FEW:]
    return f"{' '.join(words[:_WORDS])} …" if len(words) > _WORDS else " ".join(words)


def head_of(node: Node) -> Span:
    """Where a node shows its name: its label and words; of a resolution, part or annex the title or heading."""
    if not node.body and node.label_span is None and node.children:
        heads = [next((child for child in node.children if child.kind == kind), None) for kind in _HEADS]
        return head_of(next((head for head in heads if head is not None), node.children[0]))
    label = node.label_span or Span(node.span.start, node.span.start)
    first = node.body[0] if node.body else label
    return Span(node.span.start, max(label.end, min(first.end, node.span.end)))


def runs(parent: Node, kind: str) -> list[list[Node]]:
    """The unbroken runs of children of one kind; notes, comments and page lines in between do not break them."""
    found: list[list[Node]] = []
    last = ""
    for child in parent.children:
        if child.kind in {"note", "comment", "page-line"}:
            continue
        if child.kind == kind:
            if last == kind:
                found[-1].append(child)
            else:
                found.append([child])
        last = child.kind
    return found


def node_at(draft: Draft, offset: int, *kinds: str) -> Node | None:
    """The innermost node (of some kinds) whose span holds `offset`; its end counts as inside."""
    found: Node | None = None
    here: Node | None = draft.root
    while here is not None:
        if not kinds or here.kind in kinds:
            found = here
        here = next((child for child in here.children if child.span.start <= offset <= child.span.end), None)
    return found
