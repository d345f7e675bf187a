"""The output of a run of `reslint check`: while it goes on, and at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..engine.data.finding import Finding, Problem
from ..reports import formats
from ..reports.checked import Checked, Report, counted
from ..text import Text
from .console import Console, writing
from .files import STDIN
from .options import CheckOptions
from .usage import FAILED, FOUND, OK
from .worker import Done


class Printer:
    """The results so far, and what has been printed of them."""

    def __init__(self, options: CheckOptions, targets: Sequence[tuple[str, Path]]) -> None:
        self.options = options
        self.targets = targets
        self.console = Console(options.color, quiet=options.quiet)
        self.writes = options.writes
        if self.writes and STDIN in options.paths:
            # The output is the changed text, so that what is left to say goes to the standard error.
            self.console.out, self.console.style = self.console.err, self.console.error_style
        self.status = OK
        self.passed = False
        """Whether findings are not a failure, because they were written down as known."""
        self.errors: dict[Problem, None] = {}
        self.checked: list[Checked] = []
        self._printed: dict[object, Checked] = {}
        self._alike: dict[tuple[str, str, str], Finding] = {}
        self.fixed: Counter[str] = Counter()
        self.notices: dict[str, None] = {}
        self.wanting: dict[str, dict[str, None]] = {}
        self.refused: list[str] = []
        self.skipped: list[str] = []

    def settle(self, done: Done) -> None:
        """Print what became of one candidate."""
        for remark in done.remarks:
            self.console.say(remark)
        self.notices.update(dict.fromkeys(done.notices))
        for want, rules in done.wanting.items():
            self.wanting.setdefault(want, {}).update(dict.fromkeys(rules))
        self.fixed.update(done.fixed)
        self.refused += [done.refused] if done.refused else []
        self.skipped += [done.skipped] if done.skipped else []
        if done.file is not None:
            if done.fails:
                self.status = max(self.status, FOUND)
            self._print(done.file, done.diff)
            streamed = self.options.output_format in formats.STREAMED and not self.targets
            self.checked.append(self._summed(done.file) if streamed else done.file)
        if done.unchanged is not None and self.writes:
            from .writing import write_output

            with writing():
                write_output(done.unchanged)
        for problem in done.errors:
            self.complain(problem)

    @property
    def _counts_only(self) -> bool:
        """Whether findings are counted by rule instead of shown."""
        return self.options.statistics or self.options.write_baseline

    def _summed(self, file: Checked) -> Checked:
        """The part of a printed file that the sums need; one object for all alike, as runs may be long."""
        kinds = [(each.rule, each.severity, each.fix.safety if each.fix else "") for each in file.findings]
        alike = tuple(self._alike.setdefault(kind, each) for kind, each in zip(kinds, file.findings, strict=True))
        key = tuple(kinds)
        if key not in self._printed:
            self._printed[key] = Checked("", Text(""), alike)
        return self._printed[key]

    def complain(self, problem: Problem) -> None:
        """Print an error, once."""
        if problem not in self.errors:
            self.status = FAILED
            self.errors[problem] = None
            self.console.complain(problem)

    def _print(self, file: Checked, diff: Sequence[str]) -> None:
        if self.options.diff:
            self.console.lines(_coloured(diff, self.console))
        elif self._counts_only:
            return
        elif self.options.output_format == "concise":
            from ..reports import concise

            self.console.lines(concise.file_lines(file, self.console.style))
        elif self.options.output_format == "text":
            from ..reports import text

            self.console.lines(text.file_lines(file, text.Layout(self.console.style, self.console.width)))

    def finish(self, looked_at: int) -> None:
        """Print what is said at the end: notices, what was not checked, the sums; write the files."""
        self.notices.update(dict.fromkeys(_wanting(want, list(rules)) for want, rules in self.wanting.items()))
        for notice in self.notices:
            self.console.warn(notice)
        for path in self.refused:
            self.console.say(f"{path}: not checked, because it is not a resolution; --force checks it anyway")
        self._say_skipped()
        if not looked_at:
            self.console.say("No drafts found.")
        report = self.report()
        if self.options.diff:
            self._say_changes()
        elif self.options.output_format in formats.STREAMED:
            self._print_sums(report)
        elif words := formats.render(self.options.output_format, report):
            self.console.print(words)
        for name, target in self.targets:
            self._write(target, formats.render(name, report))
        if self.passed and self.status == FOUND:
            self.status = OK

    def report(self) -> Report:
        """The whole run."""
        return Report(
            self.checked,
            tuple(self.errors),
            skipped=len(self.refused) + len(self.skipped),
            fixed=self.fixed,
            notices=tuple(self.notices),
        )

    def _say_skipped(self) -> None:
        if not self.skipped:
            return
        why = "not resolutions" if len(self.skipped) > 1 else "not a resolution"
        listed = self.options.list_skipped
        more = ":" if listed else "; --list-skipped names " + ("them" if len(self.skipped) > 1 else "it")
        self.console.say(f"{counted(len(self.skipped), 'file')} skipped, {why}{more}")
        if listed:
            for path in self.skipped:
                self.console.say(f"  {path}")

    def _write(self, path: Path, words: str) -> None:
        from ..text.writing import put

        try:
            put(path, (words + "\n" * bool(words)).encode("utf-8", "backslashreplace"))
        except OSError as error:
            self.complain(Problem(path, 0, 0, f"the report cannot be written: {error.strerror}"))

    def _say_changes(self) -> None:
        total = self.fixed.total()
        self.console.say(f"{counted(total, 'finding')} would be fixed." if total else "There is nothing to fix.")

    def _print_sums(self, report: Report) -> None:
        from ..reports import text

        if self._counts_only:
            from ..reports.statistics import statistics_lines

            self.console.lines(statistics_lines(report, self.console.style))
        if self.console.quiet or not self.checked:
            return
        done = "fixed" if self.options.fix else "suppressed"
        for rule, count in sorted(self.fixed.items()):
            self.console.print(f"{done}: {count} × {rule}")
        layout = text.Layout(self.console.style, self.console.width)
        marked = self._counts_only or self.options.output_format == "concise"
        lines = text.summary_lines(report, layout, fixing=self.options.fix, done=done, marked=marked)
        self.console.lines(lines)


def _coloured(diff: Sequence[str], console: Console) -> list[str]:
    roles = {"+": "good", "-": "mark", "@": "related"}
    return [console.style.paint(line, roles[line[0]]) if line[:1] in roles else line for line in diff]  # type: ignore[arg-type]


def _wanting(want: str, rules: Sequence[str]) -> str:
    """One line on all rules that did not run for want of the same thing."""
    areas = {rule.partition("/")[0] for rule in rules}
    kind = f"{areas.pop()} rule" if len(areas) == 1 else "rule"
    return f"{counted(len(rules), kind)} {'needs' if len(rules) == 1 else 'need'} a {want}: reslint config"
