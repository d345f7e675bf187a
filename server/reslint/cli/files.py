"""Finding the drafts: files that are named, folders that are walked, the standard input."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..engine.data.finding import Problem, shown_path
from ..engine.project.walk import Candidate, Scope, is_odd, walk
from ..formats import CannotRead, CannotWrite, Original, Version, open_file
from .usage import reason_of

__all__ = ["STDIN", "Candidate", "candidates", "open_draft", "shown_path", "unreadable"]

STDIN = "-"


def candidates(
    paths: Sequence[str],
    scope: Callable[[Path], Scope],
    complain: Callable[[Problem], object] | None = None,
    *,
    force_exclude: bool = False,
) -> list[Candidate]:
    """The files to look at, each once: named ones in their order, those of a folder in the order of `walk`.

    A path that is not a folder is a named file, whether it is there or not: reading it will tell. `scope` gives the
    configuration for a folder; what it excludes is skipped where it is named, too, with `force_exclude`. What is
    wrong with a folder that cannot be read is told to `complain`.
    """

    def refused(error: OSError) -> None:
        if complain is not None:
            complain(Problem(Path(error.filename), 0, 0, reason_of(error)))

    found: dict[str, Candidate] = {}
    for name in paths:
        path = Path(name)
        is_folder = name != STDIN and os.path.isdir(path)
        home = scope(path if is_folder else path.parent) if force_exclude and name != STDIN else None
        if home is not None and home.excludes(path, is_folder=is_folder):
            continue
        for candidate in walk(path, scope, refused) if is_folder else [Candidate(path, named=True)]:
            key = name if name == STDIN else os.path.abspath(candidate.path)
            if key not in found or candidate.named:
                found[key] = candidate
    return list(found.values())


def open_draft(path: Path, name: Path | None = None, *, ordinary: bool = True, version: Version = "final") -> Original:
    """The original in a file, or in the standard input for the path “-”; `name` is the path that it has for rules.

    Raises OSError, where it has to be an `ordinary` file also for pipes and devices, which might never end; and
    CannotRead for what is not text and in no format.
    """
    if str(path) == STDIN:
        return open_file(name or path, _read_input(), version)
    if ordinary and is_odd(path):
        raise OSError(errno.EINVAL, "this is not an ordinary file; give its content to “reslint check -”")
    return open_file(name or path, path.read_bytes(), version)


def _read_input() -> bytes:
    """The bytes of the standard input. Raises OSError, also where there is none."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "there is no standard input")
    return sys.stdin.buffer.read()


def unreadable(path: Path, error: OSError | CannotRead | CannotWrite) -> Problem:
    """The reason why a file could not be opened or written, at its place where it has one."""
    if isinstance(error, CannotRead):
        return Problem(path, error.line, error.column, str(error))
    if isinstance(error, CannotWrite):
        return Problem(path, 0, 0, str(error))
    return Problem(path, 0, 0, reason_of(error))
