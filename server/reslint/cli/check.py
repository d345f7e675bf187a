"""`reslint check`: what an editor would mark in drafts, and the fixes for it."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from ..engine.finding import SEVERITIES, Problem, Severity
from ..reports.checked import Checked, Report, counted
from ..text.record import replace
from . import options
from .checking import Inspector, Visit, unreadable
from .console import Console
from .files import STDIN, candidates
from .session import Session, chosen
from .usage import FAILED, FOUND, OK, UsageError

if TYPE_CHECKING:
    from ..engine.runner import Notice

FORMATS = ("text", "concise", "json")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="drafts, folders to walk (the current one when nothing is named), or - for the standard input",
    )
    parser.add_argument("--stdin-filename", default="", metavar="PATH", help="the path that the standard input has")
    parser.add_argument("--force", action="store_true", help="check texts that do not look like resolutions, too")
    fixing = parser.add_argument_group("fixes")
    either = fixing.add_mutually_exclusive_group()
    either.add_argument("--fix", action="store_true", help="apply the safe fixes")
    either.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")
    fixing.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: also fixes that may change what a draft says"
    )
    options.add_configuration(parser)
    parser.add_argument("--select", action="append", default=[], metavar="RULE", help="run these rules or areas only")
    parser.add_argument("--ignore", action="append", default=[], metavar="RULE", help="do not run these rules or areas")
    parser.add_argument(
        "--fail-level", choices=SEVERITIES[:3], metavar="LEVEL", help="exit 1 from this severity on (default: warning)"
    )
    options.add_output(parser, FORMATS)
    parser.add_argument("--statistics", action="store_true", help="count the findings by rule instead of showing them")
    parser.add_argument("--quiet", "-q", action="store_true", help="print findings and errors only")


def run(arguments: argparse.Namespace) -> int:
    """Check, fix and print; the exit status."""
    _refuse_nonsense(arguments)
    check = _Check(arguments)
    found = candidates(arguments.paths, check.session.configuration)
    for candidate in check.console.progress(found, len(found), "Checking file"):
        visit = check.inspector.visit(candidate)
        if visit:
            check.settle(visit)
        check.tell_errors()
    if arguments.fix and check.inspector.unchanged:
        from .repair import write_output

        write_output(check.inspector.unchanged)
    check.finish(looked_at=len(found))
    return check.status


def _refuse_nonsense(arguments: argparse.Namespace) -> None:
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise UsageError("--unsafe-fixes goes with --fix or --diff")
    if arguments.diff and (arguments.output_format != "text" or arguments.statistics):
        raise UsageError("--diff prints a diff; it does not go with --output-format or --statistics")
    if arguments.stdin_filename and STDIN not in arguments.paths:
        raise UsageError("--stdin-filename goes with “-”, the standard input")
    if arguments.fix and STDIN in arguments.paths and arguments.output_format == "json":
        raise UsageError("with --fix the fixed text of “-” is the output; leave --output-format json out")


class _Check:
    """One run of the command: what was found so far, and what has been printed of it."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.console = Console(arguments.color, quiet=arguments.quiet)
        if arguments.fix and STDIN in arguments.paths:
            # The output is the fixed text, so that what is left to say goes to the standard error.
            self.console.out, self.console.style = self.console.err, self.console.error_style
        self.session = Session.from_arguments(arguments)
        self.inspector = Inspector(self.session, force=arguments.force, stdin_filename=arguments.stdin_filename)
        self.status = OK
        self.errors: list[Problem] = []
        self.checked: list[Checked] = []
        self.fixed: Counter[str] = Counter()
        self.notices: dict[str, None] = {}
        self._told = (0, 0)

    def settle(self, visit: Visit) -> None:
        """Fix the draft if that is asked for, and report what is left."""
        file = Checked(visit.path, visit.source.text, visit.outcome.findings, visit.outcome.profiles)
        if visit.rules.because:
            self.console.say(f"{visit.path}: {chosen(visit.rules)}")
        if self.arguments.fix or self.arguments.diff:
            file = self._repair(visit, file)
        self._judge(file, visit.rules.configuration.fail_level)
        self.checked.append(file)
        for notice in visit.outcome.notices:
            self._note(visit, notice)
        if not (self.arguments.diff or self.arguments.statistics):
            self._print(file)

    def _note(self, visit: Visit, notice: Notice) -> None:
        """A check that broke down is an error of this run; what is merely not installed is not."""
        if notice.broken:
            self.inspector.errors.append(Problem(visit.candidate.path, 0, 0, str(notice)))
        else:
            self.notices.setdefault(f"{visit.path}: {notice}" if notice.span else str(notice))

    def _repair(self, visit: Visit, file: Checked) -> Checked:
        from .repair import repaired, unified_diff, write

        result = repaired(visit, self.inspector, unsafe=self.arguments.unsafe_fixes)
        if result.unstable:
            rules = ", ".join(result.unstable)
            self.notices.setdefault(f"{visit.path}: fixes that undo each other were left out: {rules}")
        if self.arguments.diff:
            self.console.lines(_coloured(unified_diff(visit.path, file.text, result.text), self.console))
            self.fixed.update(result.applied)
            return file
        try:
            write(visit, result.text)
        except OSError as error:
            self.inspector.errors.append(unreadable(visit.candidate.path, error))
            return file
        self.fixed.update(result.applied)
        return replace(file, text=result.text, findings=result.findings)

    def _judge(self, file: Checked, fail_level: Severity) -> None:
        failing = SEVERITIES[: SEVERITIES.index(fail_level) + 1]
        if any(finding.severity in failing for finding in file.findings):
            self.status = max(self.status, FOUND)

    def _print(self, file: Checked) -> None:
        if self.arguments.output_format == "concise":
            from ..reports import concise

            self.console.lines(concise.file_lines(file, self.console.style))
        elif self.arguments.output_format == "text":
            from ..reports import text

            self.console.lines(text.file_lines(file, text.Layout(self.console.style, self.console.width)))

    def tell_errors(self) -> None:
        """Print the errors that have come up since the last time."""
        of_files, of_rules = self._told
        fresh = [*self.inspector.errors[of_files:], *self.session.problems[of_rules:]]
        self._told = (len(self.inspector.errors), len(self.session.problems))
        for problem in fresh:
            self.status = FAILED
            self.errors.append(problem)
            self.console.complain(problem)

    def finish(self, looked_at: int) -> None:
        """Print what is said at the end: notices, what was not checked, the sums."""
        for notice in self.notices:
            self.console.warn(notice)
        for path in self.inspector.refused:
            self.console.say(f"{path} is no resolution and was not checked; --force checks it all the same")
        if passed_over := self.inspector.passed_over:
            are = "are no resolutions and were" if passed_over > 1 else "is no resolution and was"
            self.console.say(f"{counted(passed_over, 'file')} {are} passed over")
        if not looked_at:
            self.console.say("No drafts found.")
        report = Report(
            self.checked,
            self.errors,
            skipped=len(self.inspector.refused) + self.inspector.passed_over,
            fixed=self.fixed,
            notices=tuple(self.notices),
        )
        if self.arguments.diff:
            self._say_changes()
        elif self.arguments.output_format == "json":
            from ..reports.json_findings import report_json

            self.console.print(report_json(report))
        else:
            self._print_sums(report)

    def _say_changes(self) -> None:
        total = self.fixed.total()
        self.console.say(f"{counted(total, 'finding')} would be fixed." if total else "There is nothing to fix.")

    def _print_sums(self, report: Report) -> None:
        from ..reports import text
        from ..reports.statistics import statistics_lines

        if self.arguments.statistics:
            self.console.lines(statistics_lines(report, self.console.style))
        if self.console.quiet or not self.checked:
            return
        for rule, count in sorted(self.fixed.items()):
            self.console.print(f"fixed: {count} × {rule}")
        layout = text.Layout(self.console.style, self.console.width)
        self.console.lines(text.summary_lines(report, layout, fixing=self.arguments.fix))


def _coloured(diff: list[str], console: Console) -> list[str]:
    roles = {"+": "good", "-": "mark", "@": "related"}
    return [console.style.paint(line, roles[line[0]]) if line[:1] in roles else line for line in diff]  # type: ignore[arg-type]
