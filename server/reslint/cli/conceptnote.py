"""`reslint init --concept-note DRAFT`: a concept note to start from, beside the draft."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .console import Console
from .drafts import open_one
from .files import shown_path
from .project import Project
from .usage import FAILED, OK, UsageError, reason_of

if TYPE_CHECKING:
    from ..reports.conceptnote import NotePart

_TEXT, _WORD = ".md", ".docx"
_BULLETS = {"item": "•", "deep item": "–"}


def write_note(path: Path, target: Path | None, console: Console, *, only_print: bool) -> int:
    """Write the note, or print it; the exit status. Without a `target` it stands beside the draft and is of its kind.

    Raises UsageError where there is a file already, and for a target that is neither Word nor Markdown.
    """
    from ..engine.data.library import title_of
    from ..engine.predecessor import predecessor_of
    from ..register import DamagedTable
    from ..register.titles import without_number
    from ..reports.conceptnote import concept_note, markdown_of
    from ..reports.mandates import mandate_rows
    from ..text.writing import put

    found = open_one(Project(), console, path, force=True)
    if found is None:
        return FAILED
    words = found.checker.mandates
    try:
        before = predecessor_of(found.draft, found.checker, found.checker.configuration.library)
    except DamagedTable as error:
        console.complain(str(error))
        return FAILED
    rows = mandate_rows(shown_path(path), found.draft, words) if words else []
    note = concept_note(without_number(title_of(found.draft)), rows, before, words.ordinal if words else str)
    if only_print:
        console.print(markdown_of(note).rstrip("\n"))
        return OK
    if target is None:
        ending = _TEXT if found.original.has_lines else _WORD
        target = path.with_name(f"{path.name.split('.')[0]}.concept-note{ending}")
    if target.suffix.lower() not in (_TEXT, _WORD):
        raise UsageError(f"“{target}” must end in {_WORD} or {_TEXT}: these can be written")
    if target.exists():
        raise UsageError(f"{target} is there already; --print shows what would be written")
    try:
        put(target, _in_word(note) if target.suffix.lower() == _WORD else markdown_of(note).encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {reason_of(error)}") from error
    console.print(f"{shown_path(target)} written.")
    return OK


def _in_word(note: Sequence[NotePart]) -> bytes:
    from ..formats.word.build import WordBlock, build
    from ..formats.word.package import CARRIED
    from ..formats.word.writing import new_stamp

    blocks = [WordBlock(part.look, _in_bold(part), _BULLETS.get(part.look, "")) for part in note]
    return build(blocks, new_stamp(author=CARRIED))[0]


def _in_bold(part: NotePart) -> str:
    return f"**{part.words}**" if part.look in ("title", "heading") else part.words
