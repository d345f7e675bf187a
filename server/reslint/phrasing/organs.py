"""Names of organs: in running text, and in the enacting line where there is none yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..text import Span
from .cursor import italic_mark
from .proposal import Proposal

if TYPE_CHECKING:
    from .cursor import Cursor
    from .sources import Sources

_TYPED = re.compile(r"(?<![\w’'\-])([A-Z][\w’'\-]+(?: [\w’'\-]+)*)\Z")
_LINE = re.compile(r"(?P<mark>\*{1,3}|_{1,3})?(?P<words>[\w’' ]*)\Z")
_SHORTEST = 3
_MOST = 6
"""Of more names than this what has been typed says too little."""


def propose_organs(cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """The organs whose names begin with the last words; none where the name of one, or of a treaty, is complete."""
    text = cursor.written.text
    found = _TYPED.search(text)
    if found is None or len(found[1]) < _SHORTEST or sources.register.ends_with_title(text):
        return
    names = {organ.name for organ in sources.vocabulary.organs}
    if any(found[1][start:] in names for start in _starts(found[1])):
        return
    for start in _starts(found[1]):
        typed = found[1][start:]
        begun = [organ for organ in sources.vocabulary.organs if organ.name.startswith(typed)]
        if len(typed) < _SHORTEST or not begun:
            continue
        if len(begun) + sources.register.begun(typed) <= _MOST:
            span = cursor.source(found.start(1) + start)
            yield from (Proposal("organ", organ.name, span, organ.name, detail=organ.short) for organ in begun)
        return


def _starts(words: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(" ", words))]


def propose_enacting(cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """The enacting lines that begin with what has been typed, in a draft that has none yet."""
    content = cursor.draft.text.content
    if cursor.draft.nodes("enacting-line") or not cursor.begins or content[cursor.offset : cursor.line.end].strip("*_"):
        return
    typed = _LINE.match(content[cursor.start : cursor.offset])
    if typed is None or not typed["words"]:
        return
    mark = typed["mark"] or italic_mark(cursor.draft)
    end = cursor.offset + (len(mark) if typed["mark"] and content.startswith(mark, cursor.offset) else 0)
    for organ in sources.vocabulary.organs:
        name = sources.vocabulary.grammar.with_article(organ.name, organ.short)
        if name.startswith(typed["words"]):
            span = Span(cursor.start, end)
            text = f"{mark}{name}{mark},"
            yield Proposal("organ", name, span, text, typed=f"{typed['mark'] or ''}{name}", detail=organ.short)
