"""How the paragraphs of a draft are called by those who speak of them."""

from __future__ import annotations

from bisect import bisect_right

from .draft import Draft
from .model import Node

_NAMED = frozenset({"preambular", "operative", "subparagraph", "note"})


def paragraph_at(draft: Draft, offset: int) -> str:
    """The paragraph at a code-point offset: “operative 2 (a)”, “preambular 3”, “note 5”, else the kind: “title”.

    Preambular paragraphs are counted, as they have no numbers. "" between the paragraphs.
    """
    chain: list[Node] = []
    here: Node | None = draft.root
    while here is not None:
        chain.append(here)
        here = _child_at(here, offset)
    named = [node for node in chain if node.kind in _NAMED]
    if not named:
        kind = chain[-1].kind
        return "" if kind in ("document", "resolution") else kind.replace("-", " ")
    if named[-1].kind == "note":
        return f"note {named[-1].label}"
    return " ".join(_called(draft, node) for node in named)


def _child_at(node: Node, offset: int) -> Node | None:
    place = bisect_right(node.children, offset, key=_start) - 1
    found = node.children[place] if place >= 0 else None
    return found if found is not None and offset < found.span.end else None


def _start(node: Node) -> int:
    return node.span.start


def _called(draft: Draft, node: Node) -> str:
    if node.kind == "subparagraph":
        return f"({node.label})"
    if node.kind == "preambular" and not node.label:
        parent = draft.parent(node)
        kin = parent.children if parent else (node,)
        return f"preambular {sum(each.kind == 'preambular' and each.span <= node.span for each in kin)}"
    return f"{node.kind} {node.label}".strip()
