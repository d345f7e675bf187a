"""Folders walked for drafts: what is hidden, ignored or excluded is skipped; for commands and the server alike."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ...formats import SUFFIXES
from ...text.record import NamedTuple
from ..data import globs
from ..data.suffixes import DRAFT_SUFFIXES

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Candidate(NamedTuple):
    """A file that may be a draft."""

    path: Path
    named: bool
    """Whether somebody named it; it was not found in a folder."""
    included: bool = False
    """Whether the configuration says that it is a draft."""


class Scope(Protocol):
    """The part of the configuration of a folder that speaks of the files below it."""

    def includes(self, path: Path) -> bool:
        """Whether a file is a draft whatever its suffix."""
        ...

    def excludes(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether a file or folder is skipped."""
        ...


def walk(
    folder: Path, scope: Callable[[Path], Scope], complain: Callable[[OSError], object] | None = None
) -> Iterator[Candidate]:
    """The files below a folder that may be drafts: by name, those of a folder before those of the folders in it.

    Hidden files and folders are skipped, the files `~$…` by which Word marks a file that is open, the copies
    `*.reslint.docx` that `check --fix` makes, and what the configuration excludes or `.gitignore` names: the
    `.gitignore` files of the folder, of those below it and of those above it up to the root of the repository count.
    Links to folders are not followed. `scope` gives the configuration for a folder. A folder that cannot be read is
    told to `complain`, and the others are walked.
    """
    ignored = _Ignored(folder)
    for current, folders, files in os.walk(folder, onerror=complain):
        here = Path(current)
        rules = scope(here)
        ignored.enter(here)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and not rules.excludes(here / name, is_folder=True)
            and not ignored.holds(here / name, is_folder=True)
        )
        for name in sorted(files):
            path = here / name
            included = rules.includes(path)
            suits = included or name.lower().endswith(DRAFT_SUFFIXES + SUFFIXES)
            passed = name.startswith((".", "~$")) or _is_copy(name) or not suits
            passed = passed or rules.excludes(path) or ignored.holds(path)
            if not passed and not is_odd(path):
                yield Candidate(path, named=False, included=included)


def _is_copy(name: str) -> bool:
    """Whether a file is a copy that `check --fix` has made of a draft in Word."""
    stem, dot, suffix = name.lower().rpartition(".")
    return bool(dot) and stem.endswith(".reslint") and f".{suffix}" in SUFFIXES and suffix.startswith("doc")


def is_odd(path: Path) -> bool:
    """Whether something is neither a file nor a folder, a pipe for example; what is not there is not odd."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


class _Ignored:
    """The `.gitignore` files that bear on a walk; a deeper file overrules a higher one (gitignore(5))."""

    def __init__(self, root: Path) -> None:
        self._specs: dict[Path, GitIgnoreSpec] = {}
        for above in reversed(_up_to_repository(Path(os.path.abspath(root)))):
            self._read(above)

    def enter(self, folder: Path) -> None:
        """Take account of the `.gitignore` of a folder."""
        self._read(Path(os.path.abspath(folder)))

    def holds(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether a path is ignored."""
        if not self._specs:
            return False
        whole = os.path.abspath(path)
        verdict = False
        for folder, spec in self._specs.items():
            below = os.path.relpath(whole, folder).replace(os.sep, "/")
            if below.startswith("../"):
                continue
            result = spec.check_file(below + "/" if is_folder else below).include
            verdict = verdict if result is None else result
        return verdict

    def _read(self, folder: Path) -> None:
        if folder in self._specs:
            return
        try:
            lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return
        self._specs[folder] = globs.spec(lines)


def _up_to_repository(folder: Path) -> list[Path]:
    """The folders above `folder` up to the one that holds `.git`, nearest first; none outside a repository."""
    passed: list[Path] = []
    for above in (folder, *folder.parents):
        passed.append(above)
        # Unlike that of paths, this function takes folders that may not be looked into.
        if os.path.exists(above / ".git"):
            return passed
    return []
