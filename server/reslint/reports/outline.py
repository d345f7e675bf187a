"""The tree of a draft, for people and for programs."""

from __future__ import annotations

from typing import Any

from ..draft import Draft, Node
from ..text import Span

_WIDTH = 100
_PLACE = 60


def outline_json(draft: Draft) -> dict[str, Any]:
    """The tree as JSON values: kind, label, opener, italic, markers, start, end and children of every node.

    Lines and columns count from 1, columns and offsets in code points; ends are exclusive.
    """
    markers = _markers(draft)
    return _json(draft, draft.root, markers)


def outline_text(draft: Draft) -> str:
    """The tree as indented lines: line numbers, kind, label, opener, first words, footnote markers."""
    markers = _markers(draft)
    digits = len(str(draft.text.line_count))
    lines: list[str] = []
    _lines(draft, draft.root, markers, 0, 2 * digits + 1, lines)
    return "\n".join(lines) + "\n"


def _markers(draft: Draft) -> dict[Node, list[str]]:
    found: dict[Node, list[str]] = {}
    for marker in draft.markers:
        found.setdefault(marker.node, []).append(marker.label)
    return found


def _place(draft: Draft, offset: int) -> dict[str, int]:
    line, column = draft.text.position(offset)
    return {"line": line + 1, "column": column + 1, "offset": offset}


def _range(draft: Draft, span: Span) -> dict[str, dict[str, int]]:
    return {"start": _place(draft, span.start), "end": _place(draft, span.end)}


def _json(draft: Draft, node: Node, markers: dict[Node, list[str]]) -> dict[str, Any]:
    opener = draft.opener(node)
    italic = None
    if opener is not None and opener.italic is not None:
        italic = _range(draft, draft.view(node).span(*opener.italic))
    return {
        "kind": node.kind,
        "label": node.label,
        "opener": opener.text if opener else "",
        "italic": italic,
        "markers": markers.get(node, []),
        **_range(draft, node.span),
        "children": [_json(draft, child, markers) for child in node.children],
    }


def _lines(draft: Draft, node: Node, markers: dict[Node, list[str]], depth: int, gutter: int, lines: list[str]) -> None:
    first = draft.text.line_of(node.span.start) + 1
    last = draft.text.line_of(max(node.span.start, node.span.end - 1)) + 1
    place = str(first) if first == last else f"{first}-{last}"
    head = f"{place:>{gutter}}  {'  ' * depth}{node.kind}"
    if node.label:
        head += f" {node.label}"
    notes = "".join(f" [{label}]" for label in markers.get(node, ()))
    words = _words(draft, node, max(_WIDTH - len(head) - len(notes) - 2, 20))
    lines.append(f"{head}  {words}{notes}".rstrip())
    for child in node.children:
        _lines(draft, child, markers, depth + 1, gutter, lines)


def _words(draft: Draft, node: Node, room: int) -> str:
    """The first words of a node, its opener between asterisks when that is in italics."""
    if not node.body:
        return ""
    view = draft.view(node)
    text = view.text
    opener = draft.opener(node)
    if opener is not None and opener.italic is not None:
        start, end = opener.italic
        text = f"{text[:start]}*{text[start:end]}*{text[end:]}"
    text = " ".join(text[: 2 * room].split())
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"
