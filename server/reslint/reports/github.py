"""Workflow commands of GitHub Actions, which become annotations in a pull request.

GitHub Docs, "Workflow commands for GitHub Actions": line ends, per cent signs and, in properties, colons and commas
are escaped; `col` and `endColumn` are for findings within one line.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..engine.data.finding import Finding, Problem
from .cells import harmless
from .checked import Checked, Report
from .places import posix, told

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report_github(report: Report) -> str:
    """The run as workflow commands, one in each line."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    for file in report.checked:
        yield from (_finding(file, finding) for finding in file.findings)
    yield from map(_error, report.errors)


def _finding(file: Checked, finding: Finding) -> str:
    properties: dict[str, object] = {"file": posix(file.path)}
    if lines := file.place(finding.span).lines:
        first, last = lines
        properties["line"] = first.line + 1
        if first.line == last.line:
            properties |= {"col": first.column + 1, "endColumn": max(last.column, first.column) + 1}
        else:
            properties["endLine"] = last.line + 1
    properties["title"] = finding.rule
    return _command(_COMMANDS[finding.severity], properties, told(file, finding))


def _error(problem: Problem) -> str:
    properties: dict[str, object] = {} if problem.path is None else {"file": posix(problem.shown_path)}
    if problem.line:
        properties |= {"line": problem.line, "col": problem.column}
    return _command("error", properties, problem.message)


def _command(name: str, properties: dict[str, object], message: str) -> str:
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name}{' ' if said else ''}{said}::{_data(message)}"


def _data(words: str) -> str:
    return harmless(words).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
