"""The parts of a report: the files that were checked, and the sums over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..engine.data.finding import SEVERITIES, Finding, Problem, Severity
from ..formats import Place, by_lines
from ..text import Span, Text
from ..text.record import dataclass, field

if TYPE_CHECKING:
    from ..engine.run.runner import Profile
    from .measures import Measures


@dataclass(frozen=True, slots=True)
class About:
    """A rule as reports for programs show it; `page` is the whole of it as Markdown."""

    name: str
    summary: str
    why: str
    severity: Severity
    page: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One draft and what was found in it, in the order of its text."""

    path: str
    """As it is shown: relative where it was given so, "-" for the standard input."""
    text: Text
    findings: tuple[Finding, ...]
    profiles: tuple[Profile, ...] = ()
    """The profiles that held, and why."""
    rules: Mapping[str, About] = field(default_factory=dict)
    """The rules that found something, where the report says something of rules."""
    page: str = ""
    """The draft as HTML (see `reports.page`), where the report shows it."""
    measures: Measures | None = None
    """The counts of the draft, where the report shows them."""
    places: Mapping[Span, Place] = field(default_factory=dict)
    """Where the findings and what is related to them lie in a file that has no lines, as its original says."""

    def place(self, span: Span) -> Place:
        """Where a span of the text lies in the file."""
        return self.places.get(span) or by_lines(self.text, span)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run. `fixed` counts the findings that fixes removed, by rule."""

    checked: Sequence[Checked]
    errors: Sequence[Problem] = ()
    skipped: int = 0
    """Files that are not resolutions."""
    fixed: Counter[str] = field(default_factory=Counter)
    notices: Sequence[str] = ()
    """The work that the run left out without failing: rules that did not run, and why."""

    def about(self) -> Mapping[str, About]:
        """The rules that found something, by name in order of their names, as far as the files tell of them."""
        found = {name: rule for file in self.checked for name, rule in file.rules.items()}
        return dict(sorted(found.items()))

    def severities(self) -> Counter[str]:
        """How many findings there are of each severity."""
        return Counter(finding.severity for file in self.checked for finding in file.findings)

    def rules(self) -> Counter[str]:
        """How many findings there are of each rule."""
        return Counter(finding.rule for file in self.checked for finding in file.findings)

    def fixable(self) -> Counter[str]:
        """How many findings have a fix, by its safety."""
        every = (finding.fix for file in self.checked for finding in file.findings)
        return Counter(fix.safety for fix in every if fix is not None)

    def worst(self) -> str:
        """The gravest severity found, "off" when nothing was."""
        found = self.severities()
        return next((severity for severity in SEVERITIES if found[severity]), "off")


def counted(number: int, noun: str) -> str:
    """A number with its noun: “1 error”, “2 errors”; the severity “info” has no plural."""
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"
