"""Edits made in a document that is open: what a Word file would be written with, by the cursor of Writer.

Where the document records changes, Writer records these, too.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Any

import uno

from reslint.formats.word.assembly import WordParagraph
from reslint.formats.word.inline import RunPiece
from reslint.formats.word.plan import Deleted, Inserted, ParagraphPlan, Turned, plans
from reslint.formats.word.styles import BOLD, ITALIC, UNDERLINE
from reslint.text import Edit

from .reading import OpenDraft

_NORMAL, _BOLD = 100.0, 150.0
_ALL = BOLD | ITALIC | UNDERLINE


class OtherWords(Exception):
    """A paragraph has other words than when it was read."""


def change(model: Any, draft: OpenDraft, edits: Sequence[Edit], title: str) -> Generator[float, None, None]:
    """Make edits of the text of a draft in its document, paragraph by paragraph, as one step that can be undone.

    Says after each paragraph how much is done, from 0 to 1. What stops it half-way takes back what was done. Raises
    CannotWrite and OtherWords.
    """
    planned = plans(draft, edits)
    undo = model.getUndoManager()
    was_modified = model.isModified()
    undo.enterUndoContext(title)
    is_done = False
    try:
        for count, (paragraph, plan) in enumerate(planned, 1):
            if not draft.is_as_read(paragraph):
                raise OtherWords
            model.lockControllers()
            try:
                for step in _backwards(plan):
                    _do(paragraph, step)
            finally:
                model.unlockControllers()
            yield count / len(planned)
        is_done = True
    finally:
        undo.leaveUndoContext()
        if not is_done and title in undo.getAllUndoActionTitles()[:1]:
            undo.undo()
            undo.clearRedo()
            model.setModified(was_modified)


def _backwards(plan: ParagraphPlan) -> list[Deleted | Inserted | Turned]:
    """The steps of a plan from the end of the paragraph on, so that no step moves what a later one is about.

    At one place words come before others go: else they would come where nothing is left.
    """

    def place(step: Deleted | Inserted | Turned) -> tuple[int, bool]:
        if isinstance(step, Inserted):
            return step.beside + step.after, True
        return step.end, False

    return sorted([*plan.deleted, *plan.inserted, *plan.turned], key=place, reverse=True)


def _do(paragraph: WordParagraph, step: Deleted | Inserted | Turned) -> None:
    if isinstance(step, Inserted):
        for words, bits in reversed(step.words):
            cursor = _cursor(paragraph, step.beside, step.beside + 1)
            cursor.gotoRange(cursor.getEnd() if step.after else cursor.getStart(), False)
            cursor.setString(words)
            _turn(cursor, _ALL, bits)
        return
    for start, end in reversed(list(_stretches(paragraph, step.start, step.end))):
        cursor = _cursor(paragraph, start, end)
        if isinstance(step, Turned):
            _turn(cursor, step.mask, step.bits)
        else:
            cursor.setString("")


def _stretches(paragraph: WordParagraph, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch of visible characters, one for each piece."""
    for first, piece in zip(paragraph.starts, paragraph.pieces):
        last = first + len(piece.text)
        if first < end and last > start:
            yield max(first, start), min(last, end)


def _cursor(paragraph: WordParagraph, start: int, end: int) -> Any:
    """A cursor over visible characters of one piece."""
    piece: RunPiece = paragraph.piece_at(start)
    range_: Any = piece.element.range  # type: ignore[attr-defined]
    first = piece.offset + start - paragraph.starts[next(n for n, each in enumerate(paragraph.pieces) if each is piece)]
    if piece.note:
        return range_.getText().createTextCursorByRange(range_)
    cursor = range_.getText().createTextCursorByRange(range_.getStart())
    words = piece.text
    skipped = range_.getString()[:first]
    cursor.goRight(_units(skipped), False)
    at = start - (paragraph.starts[next(n for n, each in enumerate(paragraph.pieces) if each is piece)])
    cursor.goRight(_units(words[at : at + end - start]), True)
    return cursor


def _units(words: str) -> int:
    """The length in UTF-16 code units, which Writer counts."""
    return len(words.encode("utf-16-le")) // 2


def _turn(cursor: Any, mask: int, bits: int) -> None:
    """Give words emphasis, or take it."""
    if mask & ITALIC:
        cursor.CharPosture = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC" if bits & ITALIC else "NONE")
    if mask & BOLD:
        cursor.CharWeight = _BOLD if bits & BOLD else _NORMAL
    if mask & UNDERLINE:
        cursor.CharUnderline = 1 if bits & UNDERLINE else 0


def words_of(paragraph: WordParagraph, start: int, end: int) -> Any:
    """A cursor over visible characters of a paragraph."""
    start = min(start, paragraph.length - 1)
    stretches = list(_stretches(paragraph, start, max(end, start + 1)))
    cursor = _cursor(paragraph, *stretches[0])
    cursor.gotoRange(_cursor(paragraph, *stretches[-1]).getEnd(), True)
    return cursor
