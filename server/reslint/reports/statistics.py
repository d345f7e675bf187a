"""How often each rule spoke."""

from __future__ import annotations

from collections.abc import Iterator

from .checked import Report
from .style import PLAIN, Style


def statistics_lines(report: Report, style: Style = PLAIN) -> Iterator[str]:
    """A line for each rule that found something, the most frequent first: count, severity, name, safe fixes."""
    every = [finding for file in report.checked for finding in file.findings]
    counts = report.rules()
    severity = {finding.rule: finding.severity for finding in every}
    fixable = {finding.rule for finding in every if finding.fix is not None and finding.fix.safety == "safe"}
    digits = len(str(max(counts.values(), default=0)))
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        name = style.paint(rule, "rule") + (" [*]" if rule in fixable else "")
        level = style.paint(f"{severity[rule]:7}", severity[rule])
        yield f"{count:>{digits}}  {level}  {name}"
