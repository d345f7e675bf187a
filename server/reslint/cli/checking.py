"""One draft after the other: read, parsed, checked; what cannot be read is an error and the next one follows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.data.finding import Problem
from ..engine.data.suffixes import is_draft_by_name
from ..formats import CannotRead, Original, Version
from ..text import Text
from ..text.record import NamedTuple, dataclass, replace
from .files import STDIN, Candidate, open_draft, shown_path, unreadable

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.run.runner import Notice, Outcome
    from .session import InForce, Session


class Reading(NamedTuple):
    """A text as the parser and the rules see it."""

    draft: Draft
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Opened:
    """A candidate that was read and parsed, with the rules in force for it; `path` is the path that it has for them."""

    candidate: Candidate
    path: Path
    original: Original
    draft: Draft
    rules: InForce
    notices: tuple[Notice, ...]
    forced: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """A draft that was checked, and the rules that were in force for it. `path` is the path as it is shown."""

    candidate: Candidate
    path: str
    original: Original
    draft: Draft
    outcome: Outcome
    rules: InForce
    forced: bool


class Inspector:
    """Checks candidates with the rules of a session, and remembers what could not be checked."""

    def __init__(
        self, session: Session, *, force: bool = False, stdin_filename: str = "", version: Version = "final"
    ) -> None:
        self.session = session
        self.force = force
        self.version = version
        self.stdin_filename = stdin_filename
        self.errors: list[Problem] = []
        """The files that could not be read."""
        self.refused: list[str] = []
        """The paths of files that were named and are no resolutions."""
        self.unchanged: Original | None = None
        """The standard input, when it is no resolution."""
        self.passed_over = 0
        """How many files of folders are no resolutions."""

    def visit(self, candidate: Candidate) -> Visit | None:
        """What the rules find in one candidate; None when it cannot be read or is no resolution."""
        opened = self.open(candidate)
        return None if opened is None else self.judge(opened)

    def open(self, candidate: Candidate) -> Opened | None:
        """A candidate read and parsed; None when it cannot be read."""
        from ..draft import parse

        is_stdin = str(candidate.path) == STDIN
        path = Path(self.stdin_filename) if is_stdin and self.stdin_filename else candidate.path
        try:
            original = open_draft(candidate.path, path, version=self.version)
        except (OSError, CannotRead) as error:
            self.errors.append(unreadable(path, error))
            return None
        rules, notices = self.session.for_text(self.session.for_file(path), original.text)
        forced = self.force or candidate.included or is_draft_by_name(path)
        draft = parse(original.text, rules.ruleset.vocabulary, forced=forced)
        return Opened(candidate, path, original, draft, rules, notices, forced)

    def judge(self, opened: Opened) -> Visit | None:
        """What the rules find in a draft; None when it is no resolution."""
        from ..engine import lint

        candidate, rules = opened.candidate, opened.rules
        if opened.draft.is_resolution:
            outcome = lint(opened.draft, rules.ruleset, rules.settings)
            if opened.notices:
                outcome = replace(outcome, notices=(*opened.notices, *outcome.notices))
            return Visit(
                candidate, shown_path(opened.path), opened.original, opened.draft, outcome, rules, opened.forced
            )
        if str(candidate.path) == STDIN:
            self.unchanged = opened.original
        if candidate.named:
            self.refused.append(shown_path(opened.path))
        else:
            self.passed_over += 1
        return None

    @staticmethod
    def draft(text: Text, visit: Visit) -> Draft:
        """The draft in another version of the text of a visit."""
        from ..draft import parse

        return parse(text, visit.rules.ruleset.vocabulary, forced=visit.forced)

    @staticmethod
    def check(text: Text, rules: InForce, forced: bool) -> Reading:
        """The draft in a text, and what the rules find in it."""
        from ..draft import parse
        from ..engine import lint

        draft = parse(text, rules.ruleset.vocabulary, forced=forced)
        return Reading(draft, lint(draft, rules.ruleset, rules.settings))
