"""Taking reslint up in a project that has many drafts: the baseline, and changed lines only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.data.finding import Problem
from ..engine.run.settings import RunSettings
from ..reports.checked import counted
from .options import CheckOptions
from .usage import UsageError

if TYPE_CHECKING:
    from ..engine.project.baseline import Baseline, BaselineEntry
    from .printing import Printer
    from .since import ChangedLines
    from .worker import Done

_NAMED = 10
"""So many entries that no longer occur are named."""


class Adoption:
    """The baseline of a run and the lines it looks at, as the options ask for. Raises UsageError."""

    def __init__(self, options: CheckOptions) -> None:
        self.options = options
        self.baseline: Baseline | None = None
        self.changes: ChangedLines | None = None
        self._found: Counter[BaselineEntry] = Counter()
        self._checked: list[str] = []
        if options.baseline:
            self.baseline = self._read(Path(options.baseline))
        elif options.write_baseline or options.prune_baseline:
            raise UsageError("name the baseline: --baseline FILE")
        if options.since:
            from .since import changes

            self.changes = changes(options.since)

    def _read(self, file: Path) -> Baseline:
        from ..engine.project.baseline import Baseline, BrokenBaseline

        if self.options.write_baseline:
            return Baseline(file)
        try:
            return Baseline.read(file)
        except FileNotFoundError:
            raise UsageError(f"--baseline {file}: no such file; --write-baseline makes it") from None
        except OSError as error:
            raise UsageError(f"--baseline {file}: {error.strerror}") from error
        except BrokenBaseline as error:
            raise UsageError(f"--baseline {file}: {error}") from error

    def settle(self, done: Done) -> None:
        """Remember what a draft has of the baseline."""
        if done.file is not None and self.baseline is not None:
            self._found += done.entries
            self._checked.append(done.file.path)

    def finish(self, printer: Printer) -> None:
        """Write the baseline, or say what of it occurs no longer."""
        if self.baseline is None:
            return
        if self.options.write_baseline:
            self.baseline.counts = self._found
            self._write(printer)
            printer.passed = True
            total = self._found.total()
            drafts = len({entry.path for entry in self._found})
            known = f"{counted(total, 'finding')} in {counted(drafts, 'draft')} written to {self.baseline.file}"
            printer.console.say(f"{known}; with --baseline {self.baseline.file} only new ones are reported")
            return
        wanted = RunSettings(select=self.options.selected, ignore=self.options.ignored).wants
        stale = self.baseline.stale(self._found, self._checked, wanted)
        if not stale:
            return
        if self.options.prune_baseline:
            self.baseline.counts -= stale
            self._write(printer)
            printer.console.say(f"{_entries(stale)} of {self.baseline.file} taken out")
        else:
            printer.console.say(f"{_occur(stale)} no longer; --prune-baseline takes them out of {self.baseline.file}:")
            for line in _listed(sorted(stale)):
                printer.console.say(line)

    def _write(self, printer: Printer) -> None:
        from ..text.writing import put

        baseline = self.baseline
        if baseline is None:
            return
        try:
            put(baseline.file, baseline.text().encode("utf-8"))
        except OSError as error:
            printer.complain(Problem(baseline.file, 0, 0, f"the baseline cannot be written: {error.strerror}"))


def _entries(stale: Counter[BaselineEntry]) -> str:
    total = stale.total()
    return "1 entry" if total == 1 else f"{total} entries"


def _occur(stale: Counter[BaselineEntry]) -> str:
    return f"{_entries(stale)} of the baseline {'occurs' if stale.total() == 1 else 'occur'}"


def _listed(entries: Sequence[BaselineEntry]) -> list[str]:
    shown = [f"  {entry.path}: {entry.rule}: {entry.context}" for entry in entries[:_NAMED]]
    rest = len(entries) - len(shown)
    return [*shown, f"  and {rest} more"] if rest else shown
