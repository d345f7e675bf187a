"""Finding the drafts: files that are named, folders that are walked, the standard input."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..engine.data.finding import Problem, shown_path
from ..engine.project.walk import Candidate, Scope, is_odd, walk
from .usage import reason_of

__all__ = ["STDIN", "Candidate", "candidates", "read_draft", "read_input", "shown_path"]

STDIN = "-"


def candidates(
    paths: Sequence[str], scope: Callable[[Path], Scope], complain: Callable[[Problem], object] | None = None
) -> list[Candidate]:
    """The files to look at, each once: named ones in their order, those of a folder in the order of `walk`.

    A path that is no folder is a named file, whether it is there or not: reading it will tell. `scope` gives the
    configuration for a folder. What is wrong with a folder that cannot be read is told to `complain`.
    """

    def refused(error: OSError) -> None:
        if complain is not None:
            complain(Problem(Path(error.filename), 0, 0, reason_of(error)))

    found: dict[str, Candidate] = {}
    for name in paths:
        path = Path(name)
        is_folder = name != STDIN and os.path.isdir(path)
        for candidate in walk(path, scope, refused) if is_folder else [Candidate(path, named=True)]:
            key = name if name == STDIN else os.path.abspath(candidate.path)
            if key not in found or candidate.named:
                found[key] = candidate
    return list(found.values())


def read_draft(path: Path) -> bytes:
    """The bytes of a file. Raises OSError, also for pipes and devices, which might never end."""
    if is_odd(path):
        raise OSError(errno.EINVAL, "this is no ordinary file; give its content to “reslint check -”")
    return path.read_bytes()


def read_input() -> bytes:
    """The bytes of the standard input. Raises OSError, also where there is none."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "there is no standard input")
    return sys.stdin.buffer.read()
