"""Writing the comments that suppress findings (see `suppress`)."""

from __future__ import annotations

from collections.abc import Sequence

from ...text import Edit, Span, Text
from ..data.finding import Finding


def suppressing_edits(text: Text, findings: Sequence[Finding], reason: str = "") -> list[Edit]:
    """A comment for every line that has findings, naming their rules and the reason.

    The comment stands on the line above. Within a paragraph of several lines it would cut the paragraph in two there,
    so that it stands at the end of the line instead.
    """
    by_line: dict[int, dict[str, None]] = {}
    for finding in findings:
        by_line.setdefault(text.line_of(finding.span.start), {}).setdefault(finding.rule)
    said = f" -- {' '.join(reason.split())}" if reason.strip() else ""
    # A reason must not end its comment.
    said = said.replace("-->", "- ->")
    edits = []
    for line, rules in sorted(by_line.items()):
        names = ", ".join(rules)
        start, end = text.line_starts[line], text.line_span(line).end
        if line and text.slice(text.line_span(line - 1)).strip():
            edits.append(Edit(Span(end, end), f" <!-- reslint-disable-line {names}{said} -->"))
        else:
            words = f"<!-- reslint-disable-next-line {names}{said} -->{text.line_end}"
            edits.append(Edit(Span(start, start), words))
    return edits
