"""One draft after the other: read, parsed, checked; what cannot be read is an error and the next one follows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.data.finding import Problem
from ..formats import CannotRead, Original, Version
from ..text.record import NamedTuple, replace
from .files import STDIN, Candidate, open_draft, shown_path, unreadable

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.checker import Checker
    from ..engine.run.runner import Notice, Outcome
    from .project import Project


class Opened(NamedTuple):
    """A draft that was read and parsed, and the rules that hold for it; `path` is the path that it has for them."""

    path: Path
    original: Original
    checker: Checker
    draft: Draft
    notices: tuple[Notice, ...]
    """Requests of the text that cannot be met."""
    outcome: Outcome | None = None
    """The outcome of the draft, where an earlier run has kept it."""


class Visit(NamedTuple):
    """A draft that was checked. `path` is the path as it is shown."""

    candidate: Candidate
    path: str
    original: Original
    checker: Checker
    draft: Draft
    outcome: Outcome


def opened(
    project: Project,
    path: Path,
    name: str = "",
    *,
    force: bool = False,
    ordinary: bool = True,
    version: Version = "final",
) -> Opened:
    """The draft in a file, or in the standard input for “-”, which then has the path `name` for the rules.

    With `force` any text is taken for a resolution; see `open_draft` for the rest. Raises OSError and CannotRead.
    """
    named = Path(name) if name and str(path) == STDIN else path
    original = open_draft(path, named, ordinary=ordinary, version=version)
    checker, notices = project.for_file(named).for_text(named, original.text)
    return Opened(named, original, checker, checker.parse(original.text, named, forced=force), notices)


class Inspector:
    """Checks candidates with the rules of a project, and remembers what could not be checked."""

    def __init__(
        self, project: Project, *, force: bool = False, stdin_filename: str = "", version: Version = "final"
    ) -> None:
        self.project = project
        self.force = force
        self.version = version
        self.stdin_filename = stdin_filename
        self.errors: list[Problem] = []
        """The files that could not be read."""
        self.refused: list[str] = []
        """The paths of files that were named and are not resolutions."""
        self.unchanged: Original | None = None
        """The standard input, when it is not a resolution."""
        self.skipped: list[str] = []
        """The paths of files of folders that are not resolutions."""

    def visit(self, candidate: Candidate) -> Visit | None:
        """One candidate with what the rules find in it; None when it cannot be read or is not a resolution."""
        found = self.open(candidate)
        return None if found is None else self.judge(candidate, found)

    def open(self, candidate: Candidate) -> Opened | None:
        """A candidate read and parsed; None when it cannot be read."""
        path, name = candidate.path, self.stdin_filename
        try:
            found = opened(self.project, path, name, force=self.force, version=self.version)
        except (OSError, CannotRead) as error:
            shown = Path(name) if name and str(path) == STDIN else path
            self.errors.append(unreadable(shown, error))
            return None
        return found._replace(outcome=found.checker.recall(found.draft)) if found.draft.is_resolution else found

    def judge(self, candidate: Candidate, found: Opened) -> Visit | None:
        """A draft with what the rules find in it; None when it is not a resolution."""
        path = shown_path(found.path)
        if found.draft.is_resolution:
            outcome = found.outcome
            if outcome is None:
                outcome = found.checker.lint(found.draft)
                found.checker.remember(found.draft, outcome)
            if found.notices:
                outcome = replace(outcome, notices=(*found.notices, *outcome.notices))
            return Visit(candidate, path, found.original, found.checker, found.draft, outcome)
        if str(candidate.path) == STDIN:
            self.unchanged = found.original
        if candidate.named:
            self.refused.append(path)
        else:
            self.skipped.append(path)
        return None
