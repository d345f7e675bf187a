"""A summary in Markdown, for a job's page or a comment on a merge request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..engine.data.finding import Finding
from .cells import printable
from .checked import Checked, Report, counted
from .places import posix
from .text import summary_lines

SHOWN = 100
"""More findings than these are counted and not listed: a job's page has room for so many."""
_SPECIAL = str.maketrans({each: f"\\{each}" for each in "\\`*_[]<>|#~"})


def report_markdown(report: Report) -> str:
    """The run as Markdown (GitHub Flavored Markdown): sums, findings by rule, and the first of them in a table."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield "## reslint"
    yield ""
    yield " ".join(summary_lines(report))
    if report.errors:
        yield from ("", "| could not be done |", "|---|", *(f"| {_escaped(str(each))} |" for each in report.errors))
    every = [(file, finding) for file in report.checked for finding in file.findings]
    if not every:
        return
    yield from ("", "| rule | findings |", "|---|---:|")
    counts: Counter[str] = report.rules()
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"| `{rule}` | {count} |"
    yield from ("", "| place | severity | rule | message |", "|---|---|---|---|")
    yield from (_row(file, finding) for file, finding in every[:SHOWN])
    if len(every) > SHOWN:
        yield from ("", f"{counted(len(every) - SHOWN, 'more finding')}.")


def _row(file: Checked, finding: Finding) -> str:
    place = _escaped(f"{posix(file.path)}:{file.place(finding.span)}")
    return f"| {place} | {finding.severity} | `{finding.rule}` | {_escaped(finding.message)} |"


def _escaped(words: str) -> str:
    return printable(" ".join(words.split())).translate(_SPECIAL)
