"""`reslint init --concept-note DRAFT`: a concept note to start from, beside the draft."""

from __future__ import annotations

from pathlib import Path

from ..formats import CannotRead
from .checking import opened
from .console import Console
from .files import shown_path, unreadable
from .project import Project
from .usage import FAILED, OK, UsageError, reason_of

_ENDING = ".concept-note.md"


def write_note(path: Path, console: Console, *, only_print: bool) -> int:
    """Write the note beside the draft, or print it; the exit status. Raises UsageError where one is there already."""
    from ..engine.data.library import title_of
    from ..engine.predecessor import predecessor_of
    from ..register import DamagedTable
    from ..register.titles import without_number
    from ..reports.conceptnote import concept_note
    from ..reports.mandates import mandate_rows
    from ..text.writing import put

    project = Project()
    try:
        found = opened(project, path, force=True, ordinary=False)
    except (OSError, CannotRead) as error:
        console.complain(unreadable(path, error))
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
        console.print(note.rstrip("\n"))
        return OK
    target = path.with_name(f"{path.name.split('.')[0]}{_ENDING}")
    if target.exists():
        raise UsageError(f"{target} is there already; --print shows what would be written")
    try:
        put(target, note.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {reason_of(error)}") from error
    console.print(f"{shown_path(target)} written.")
    return OK
