"""How the parts of a draft are named to its writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..draft import Draft, Node

_WORDS = 9
_LEVELS = {"1": "({})", "2": "({})", "3": "{}.", "4": "{}."}


def name_of(draft: Draft, node: Node) -> str:
    """What a node is called in a list: "4. Requests", "(a) To report …", "Note 3", its title or its first words."""
    opener = draft.opener(node) if node.kind in {"preambular", "operative"} else None
    words = opener.text if opener else ""
    if node.kind == "subparagraph":
        return f"{label_of(node)} {first_words(draft, node, 4)}".strip()
    if node.kind == "note":
        return f"Note {node.label}"
    if node.kind in {"preambular", "operative"}:
        number = f"{node.label}. " if node.label else ""
        return f"{number}{words or first_words(draft, node, 4)}".strip()
    if node.kind == "resolution":
        title = next((child for child in node.children if child.kind == "title"), None)
        return first_words(draft, title) if title else "Resolution"
    return first_words(draft, node) or node.label or node.kind.replace("-", " ").capitalize()


def label_of(node: Node) -> str:
    """The label of a subparagraph as running text has it: "(a)", "(iv)", "a."."""
    return _LEVELS.get(str(node.level), "{}").format(node.label) if node.label else ""


def first_words(draft: Draft, node: Node, count: int = _WORDS) -> str:
    """The first words of a node, with an ellipsis where there are more."""
    words = draft.view(node).text.split(None, count)
    return f"{' '.join(words[:count])} …" if len(words) > count else " ".join(words)


def detail_of(draft: Draft, node: Node) -> str:
    """What follows the opener of a paragraph: its first words."""
    if node.kind not in {"preambular", "operative"}:
        return first_words(draft, node) if node.kind in {"note", "subparagraph"} else ""
    opener = draft.opener(node)
    text = draft.view(node).text
    words = text[opener.end if opener else 0 :].split(None, _WORDS)
    return f"{' '.join(words[:_WORDS])} …" if len(words) > _WORDS else " ".join(words)


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
