"""One line for each finding, for tools that read `path:line:column: message`."""

from __future__ import annotations

from collections.abc import Iterator

from .cells import printable
from .checked import Checked
from .style import PLAIN, Style


def file_lines(file: Checked, style: Style = PLAIN) -> Iterator[str]:
    """The findings of one draft, a line each: place, severity, rule, message, and `[*]` where a safe fix exists."""
    for finding in file.findings:
        place = style.paint(printable(f"{file.path}:{file.place(finding.span)}:"), "place")
        severity = style.paint(finding.severity, finding.severity)
        fix = " [*]" if finding.fix is not None and finding.fix.safety == "safe" else ""
        yield f"{place} {severity} {style.paint(finding.rule, 'rule')}{fix} {printable(finding.message)}"
