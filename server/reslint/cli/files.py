"""Finding the drafts: files that are named, folders that are walked, the standard input."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from ..engine.walk import Candidate, Scope, is_odd, walk

__all__ = ["STDIN", "Candidate", "candidates", "read_draft", "shown_path"]

STDIN = "-"


def candidates(paths: Sequence[str], scope: Callable[[Path], Scope]) -> list[Candidate]:
    """The files to look at, each once: named ones in their order, those of a folder in the order of `walk`.

    A path that is no folder is a named file, whether it is there or not: reading it will tell. `scope` gives the
    configuration for a folder.
    """
    found: dict[str, Candidate] = {}
    for name in paths:
        path = Path(name)
        is_folder = name != STDIN and path.is_dir()
        for candidate in walk(path, scope) if is_folder else [Candidate(path, named=True)]:
            key = name if name == STDIN else os.path.abspath(candidate.path)
            if key not in found or candidate.named:
                found[key] = candidate
    return list(found.values())


def read_draft(path: Path) -> bytes:
    """The bytes of a file. Raises OSError, also for pipes and devices, which might never end."""
    if is_odd(path):
        raise OSError(errno.EINVAL, "this is no ordinary file; give its content to “reslint check -”")
    return path.read_bytes()


def shown_path(path: Path | str) -> str:
    """A path as it is printed: bytes of its name that are no text become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
