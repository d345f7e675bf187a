"""Two versions of a draft, side by side for a person or a program."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import Any

from ..draft.compare import ComparedParagraph, DiffPiece, ParagraphChange
from .cells import printable
from .html import document
from .style import PLAIN, Role, Style

_SIGNS: dict[str, tuple[str, str, Role]] = {"-": ("[-", "-]", "mark"), "+": ("{+", "+}", "good")}
_SAID = {"opener": "other opener", "words": "changed"}
_COLUMNS = 100


def comparison_lines(changes: Sequence[ParagraphChange], style: Style = PLAIN) -> Iterator[str]:
    """The changes, a paragraph after the other: what became of it, and its words with `[-old-]` and `{+new+}`."""
    for change in changes:
        if change.what:
            yield style.paint(head(change), "bold")
            yield from _wrapped(" ".join(_marked(piece) for piece in _pieces(change)), style)
            yield ""
    yield summary(changes)


def _wrapped(words: str, style: Style) -> Iterator[str]:
    lines = textwrap.wrap(printable(words), _COLUMNS, initial_indent="  ", subsequent_indent="  ")
    if not style.colour:
        yield from lines
        return
    role: Role | None = None
    for line in lines:
        painted = []
        for word in line.split(" "):
            opening = next((each for each in _SIGNS.values() if word.startswith(each[0])), None)
            role = opening[2] if opening else role
            painted.append(style.paint(word, role) if role else word)
            role = None if word.endswith(tuple(each[1] for each in _SIGNS.values())) else role
        yield " ".join(painted)


def _marked(piece: DiffPiece) -> str:
    if piece.sign == "=":
        return piece.words
    before, after, _ = _SIGNS[piece.sign]
    return f"{before}{piece.words}{after}"


def _pieces(change: ParagraphChange) -> Sequence[DiffPiece]:
    """The words of a change; of a paragraph that only moved all that it has."""
    if change.pieces:
        return change.pieces
    if change.new is None:
        return [DiffPiece("-", change.old.text if change.old else "")]
    return [DiffPiece("=" if change.old else "+", change.new.text)]


def head(change: ParagraphChange) -> str:
    """The change of a paragraph, in a line: “operative paragraph 3 (was 4), moved, changed”."""
    one = change.new or change.old
    if one is None:
        return ""
    name = " ".join(filter(None, [one.kind, one.label]))
    if change.old and change.new and change.old.label != change.new.label:
        name += f" (was {change.old.label or 'without number'})"
    said = [_SAID.get(each, each) for each in change.what]
    if change.old and change.new and "opener" in change.what:
        said[change.what.index("opener")] = f"“{change.old.opener}” is now “{change.new.opener}”"
    return f"{name}: {', '.join(said)}"


def summary(changes: Sequence[ParagraphChange]) -> str:
    """The sums, in a line."""
    counts: dict[str, int] = {}
    for change in changes:
        for each in change.what:
            counts[each] = counts.get(each, 0) + 1
    told = [f"{count} {_SAID.get(each, each)}" for each, count in counts.items()]
    same = sum(not change.what for change in changes)
    return f"{', '.join(told) or 'No paragraph changed'}; {same} unchanged."


def comparison_json(changes: Sequence[ParagraphChange]) -> str:
    """The same as JSON: every paragraph, those that stayed as they were with an empty `what`."""
    rows = [
        {
            "what": list(change.what),
            "old": _side(change.old),
            "new": _side(change.new),
            "words": [{"sign": piece.sign, "words": piece.words} for piece in change.pieces],
        }
        for change in changes
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _side(one: ComparedParagraph | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"kind": one.kind, "label": one.label, "line": one.line, "opener": one.opener or None, "text": one.text}


def comparison_html(old: str, new: str, changes: Sequence[ParagraphChange]) -> str:
    """The same as an HTML document: every paragraph, with what was taken out and put in."""
    style = files(__package__).joinpath("report.css").read_text(encoding="utf-8")
    rows = (
        f'<tr><td class="said">{escape(head(change)) if change.what else escape(_name(change))}</td>'
        f"<td>{' '.join(map(_tagged, _pieces(change)))}</td></tr>"
        for change in changes
    )
    return document(
        f"{old} – {new}",
        style,
        iter(
            [
                f'<header class="report"><h1>{escape(old)} – {escape(new)}</h1><p>{summary(changes)}</p></header>',
                f'<section class="comparison"><table>{"".join(rows)}</table></section>',
            ]
        ),
    )


def _name(change: ParagraphChange) -> str:
    one = change.new or change.old
    return " ".join(filter(None, [one.kind, one.label])) if one else ""


def _tagged(piece: DiffPiece) -> str:
    tag = {"-": "del", "+": "ins"}.get(piece.sign)
    return f"<{tag}>{escape(piece.words)}</{tag}>" if tag else escape(piece.words)
