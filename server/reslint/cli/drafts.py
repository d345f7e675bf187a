"""The drafts that a command reads one after the other; what cannot be read is named, and the others are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..formats import CannotRead
from .checking import Opened, opened
from .files import candidates, shown_path, unreadable
from .usage import FAILED, OK

if TYPE_CHECKING:
    from ..engine.data.finding import Problem
    from .console import Console
    from .project import Project


class Drafts:
    """Opens drafts, and remembers in `status` whether something could not be read or a rule has a mistake."""

    def __init__(self, project: Project, console: Console, *, force: bool) -> None:
        self._project = project
        self._console = console
        self._force = force
        self.status = OK

    def among(self, paths: Sequence[str]) -> Iterator[tuple[str, Opened]]:
        """The drafts in files and folders, each with its path as it is shown; problems are printed."""
        unread: list[Problem] = []
        for candidate in candidates(paths, self._project.configuration, unread.append):
            found = open_one(self._project, self._console, candidate.path, force=self._force)
            if found is None:
                self.status = FAILED
            elif found.draft.is_resolution:
                yield shown_path(candidate.path), found
            elif candidate.named:
                say_other(candidate.path, self._console)
        for problem in (*unread, *self._project.problems):
            self._complain(problem)

    def _complain(self, problem: Problem) -> None:
        self._console.complain(problem)
        self.status = FAILED


def open_one(project: Project, console: Console, path: Path, *, force: bool) -> Opened | None:
    """The draft in one file; None where it cannot be read, which is said."""
    try:
        return opened(project, path, force=force, ordinary=False)
    except (OSError, CannotRead) as error:
        console.complain(unreadable(path, error))
        return None


def say_other(path: Path, console: Console) -> None:
    """Say that a file that was named is not a resolution."""
    console.say(f"{shown_path(path)} is not a resolution; --force reads it as one")
