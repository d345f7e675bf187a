"""The work on one candidate: checked, fixed if that is asked for, and told in a form that processes exchange."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.data.finding import SEVERITIES, Finding, Problem
from ..formats import CannotRead, CannotWrite
from ..reports.checked import About, Checked
from ..text.record import NamedTuple, dataclass, field, replace
from .checking import Inspector, Opened, Visit
from .files import Candidate, shown_path, unreadable
from .options import CheckOptions
from .placing import placed
from .project import Project, chosen

if TYPE_CHECKING:
    from ..engine.edits.fix import FixResult
    from ..engine.project.baseline import Baseline, BaselineEntry
    from ..formats import Original
    from ..text import Edit, Text
    from .since import ChangedLines
    from .writing import Manner


MOST_AHEAD = 64
"""So many drafts are searched together, at most."""
LONG = 600_000
"""With so many characters no further draft is read ahead."""


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """The work that is wanted on every candidate, besides the options of the command."""

    formats: frozenset[str] = frozenset({"text"})
    baseline: Baseline | None = None
    changes: ChangedLines | None = None


@dataclass(slots=True)
class Done:
    """The result of one candidate; `file` is None where it could not be read or is not a resolution."""

    file: Checked | None = None
    fails: bool = False
    """Whether a finding is as grave as the fail level."""
    remarks: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    wanting: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The rules that did not run, by what they want."""
    errors: list[Problem] = field(default_factory=list)
    refused: str = ""
    """The path of a named file that is not a resolution."""
    skipped: str = ""
    """The path of a file of a folder that is not a resolution."""
    fixed: Counter[str] = field(default_factory=Counter)
    diff: list[str] = field(default_factory=list)
    unchanged: bytes | None = None
    """The standard input, when it is not a resolution."""
    entries: Counter[BaselineEntry] = field(default_factory=Counter)
    """The findings as a baseline keeps them, before it was heard."""


class Begun(NamedTuple):
    """A candidate on its way: opened, where it could be, and the mistakes in rules that came to light with it."""

    candidate: Candidate
    inspector: Inspector
    opened: Opened | None
    problems: Sequence[Problem]


class Worker:
    """Does the work of `reslint check` on one candidate after the other."""

    def __init__(self, options: CheckOptions, request: WorkOrder) -> None:
        self.options = options
        self.request = request
        self.project = Project(options)
        self._told = 0

    def do(self, candidate: Candidate) -> Done:
        """Everything that is to be done with one candidate. Raises UsageError for arguments that make no sense."""
        return next(self.do_all([candidate]))

    def do_all(self, candidates: Iterable[Candidate]) -> Iterator[Done]:
        """The same for several, in their order; some are read ahead, since drafts cost less when searched together."""
        from ..engine.search.words import meet

        # A file that is written may be read under another name later.
        for some in self._read_ahead(candidates, 1 if self.options.writes else MOST_AHEAD):
            read = [each.opened for each in some if each.opened is not None and each.opened.outcome is None]
            meet(each.draft for each in read if each.draft.is_resolution)
            while some:
                yield self._done(some.popleft())

    def _read_ahead(self, candidates: Iterable[Candidate], most: int) -> Iterator[deque[Begun]]:
        some: deque[Begun] = deque()
        length = 0
        for candidate in candidates:
            some.append(self.begin(candidate))
            opened = some[-1].opened
            length += len(opened.original.text.content) if opened else 0
            if len(some) == most or length >= LONG:
                yield some
                some, length = deque(), 0
        yield some

    def begin(self, candidate: Candidate) -> Begun:
        """A candidate read and parsed, where that is possible."""
        options = self.options
        inspector = Inspector(
            self.project, force=options.force, stdin_filename=options.stdin_filename, version=options.version
        )
        opened = inspector.open(candidate)
        problems = self.project.problems[self._told :]
        self._told = len(self.project.problems)
        return Begun(candidate, inspector, opened, problems)

    def _done(self, begun: Begun) -> Done:
        inspector = begun.inspector
        visit = inspector.judge(begun.candidate, begun.opened) if begun.opened else None
        done = Done(refused="".join(inspector.refused), skipped="".join(inspector.skipped))
        done.unchanged = inspector.unchanged.write() if inspector.unchanged else None
        if visit is not None:
            self._settle(visit, done)
        done.errors += [*inspector.errors, *begun.problems]
        return done

    def _settle(self, visit: Visit, done: Done) -> None:
        found = visit.outcome.findings
        self._note(visit, done)
        if self.request.baseline is not None:
            done.entries = self.request.baseline.entries(visit.path, visit.original.text, found)
        file = Checked(visit.path, visit.original.text, self._wanted(visit, visit.original.text, found))
        file = replace(file, profiles=visit.outcome.profiles)
        file = placed(file, visit.original, visit.draft, visit.checker.ruleset)
        if self.options.fix or self.options.diff:
            file = self._repair(visit, file, done)
        elif self.options.add_suppressions is not None:
            file = self._suppress(visit, file, done)
        elif self.options.comments or self.options.remove_comments:
            self._comment(visit, file, done)
        level = SEVERITIES.index(visit.checker.configuration.fail_level)
        done.fails = any(SEVERITIES.index(finding.severity) <= level for finding in file.findings)
        done.file = self._furnished(visit, file)

    def _wanted(self, visit: Visit, text: Text, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings that the baseline does not know and that stand in lines that have changed."""
        if self.request.baseline is not None:
            findings = self.request.baseline.new(visit.path, text, findings)
        if self.request.changes is not None:
            findings = self.request.changes.among(Path(visit.path), visit.original, findings)
        return tuple(findings)

    def _note(self, visit: Visit, done: Done) -> None:
        """A check that broke down is an error of this run; what is merely not installed is not."""
        if visit.original.notice:
            done.notices.append(f"{visit.path}: {visit.original.notice}")
        if remark := chosen(visit.checker):
            done.remarks.append(f"{visit.path}: {remark}")
        for notice in visit.outcome.notices:
            if notice.broken:
                done.errors.append(Problem(visit.candidate.path, 0, 0, str(notice)))
            elif notice.wants:
                done.wanting[notice.wants] = (*done.wanting.get(notice.wants, ()), *notice.rules)
            else:
                done.notices.append(f"{visit.path}: {notice}" if notice.span else str(notice))

    def _repair(self, visit: Visit, file: Checked, done: Done) -> Checked:
        def wanted(text: Text, findings: Sequence[Finding]) -> Sequence[Finding]:
            return self._wanted(visit, text, findings)

        original, checker = visit.original, visit.checker
        result = checker.fix(
            visit.draft,
            visit.outcome.findings,
            keep=wanted,
            unsafe=self.options.unsafe_fixes,
            refusal=None if original.has_lines else original.refusal,
        )
        if result.unstable:
            rules = ", ".join(result.unstable)
            done.notices.append(f"{visit.path}: fixes that undo each other were left out: {rules}")
        if self.options.diff:
            from .unified import unified_diff

            done.diff = unified_diff(visit.path, file.text, result.text)
            done.fixed.update(result.applied)
            return file
        try:
            written = self._write(visit, result.edits, result, done)
        except (OSError, CannotWrite, CannotRead) as error:
            done.errors.append(unreadable(visit.candidate.path, error))
            return file
        done.fixed.update(result.applied)
        after = replace(file, text=result.text, findings=result.findings)
        if written.has_lines:
            return after
        if written.text.content == result.text.content:
            return placed(after, written, checker.parse(result.text, forced=True), checker.ruleset)
        # Markdown can say some things in several ways.
        draft = checker.parse(written.text, forced=True)
        left = self._wanted(visit, written.text, checker.lint(draft).findings)
        return placed(replace(after, text=written.text, findings=left), written, draft, checker.ruleset)

    def _write(self, visit: Visit, edits: Sequence[Edit], result: FixResult, done: Done) -> Original:
        """Writes a fixed draft, with comments on what is left where they are wanted; gives what was written."""
        from .writing import Written, put, write

        path, original, manner = visit.candidate.path, visit.original, self._manner()
        if not self.options.comments:
            written = write(path, original, edits, (), manner)
        else:
            from ..formats import open_file
            from .remarks import remarks_of

            data = original.write(edits, plain=manner.plain)
            fixed = open_file(path, data)
            same = fixed.text.content == result.text.content
            left = result.findings if same else self._left(visit, fixed.text)
            data = fixed.write((), remarks_of(left, visit.checker.ruleset))
            written = Written(*put(path, original, data, manner))
        self._tell(visit, written.path, done)
        return written.original

    def _left(self, visit: Visit, text: Text) -> tuple[Finding, ...]:
        """The findings in a text that was written."""
        checker = visit.checker
        return self._wanted(visit, text, checker.lint(checker.parse(text, forced=True)).findings)

    def _comment(self, visit: Visit, file: Checked, done: Done) -> None:
        """Puts the findings into the margin of a draft, or takes those of earlier runs out."""
        from .remarks import remarks_of
        from .writing import put

        original = visit.original
        try:
            if self.options.comments:
                data = original.write((), remarks_of(file.findings, visit.checker.ruleset))
            else:
                data = original.without_remarks()
            self._tell(visit, put(visit.candidate.path, original, data, self._manner()).path, done)
        except (OSError, CannotWrite, CannotRead) as error:
            done.errors.append(unreadable(visit.candidate.path, error))

    def _manner(self) -> Manner:
        from .writing import Manner

        options = self.options
        return Manner(in_place=options.in_place, plain=options.clean, force=options.force)

    @staticmethod
    def _tell(visit: Visit, path: Path | None, done: Done) -> None:
        """Says into which other file a draft was written."""
        if path is not None and path != visit.candidate.path:
            done.remarks.append(f"{visit.path}: written into {shown_path(path)}")

    def _suppress(self, visit: Visit, file: Checked, done: Done) -> Checked:
        from ..engine.edits.suppressing import suppressing_edits
        from .writing import write

        edits = suppressing_edits(file.text, file.findings, self.options.add_suppressions or "")
        try:
            text = write(visit.candidate.path, visit.original, edits).original.text
        except (OSError, CannotWrite, CannotRead) as error:
            done.errors.append(unreadable(visit.candidate.path, error))
            return file
        left = self._left(visit, text)
        done.fixed = Counter(each.rule for each in file.findings)
        done.fixed.subtract(each.rule for each in left)
        done.fixed = +done.fixed
        return replace(file, text=text, findings=left)

    def _furnished(self, visit: Visit, file: Checked) -> Checked:
        """The file with what the formats show besides its findings."""
        from ..reports import formats

        if self.request.formats & formats.WITH_RULES:
            file = replace(file, rules=dict(_about(visit, file.findings)))
        if self.request.formats & formats.WITH_PAGES:
            from ..reports.measures import measure
            from ..reports.page import page
            from ..reports.places import told

            draft = visit.checker.parse(file.text, forced=True)
            findings = [replace(each, message=told(file, each)) for each in file.findings]
            shown = page(draft, findings).html
            file = replace(file, page=shown, measures=measure(visit.path, draft, visit.checker.citations))
        return file


def _about(visit: Visit, findings: Sequence[Finding]) -> Iterator[tuple[str, About]]:
    from ..reports.markdown import explain_markdown

    rules: Mapping[str, None] = dict.fromkeys(finding.rule for finding in findings)
    for name in rules:
        rule = visit.checker.ruleset.by_name.get(name)
        if rule is not None:
            yield name, About(name, rule.summary, rule.why.strip(), rule.severity, explain_markdown(rule))
