"""Checkstyle XML, which reviewdog, Jenkins and many editors read."""

from __future__ import annotations

from ..engine.data.finding import Finding, Problem
from .checked import Checked, Report
from .places import told
from .xmltext import HEAD, element


def report_checkstyle(report: Report) -> str:
    """The run as Checkstyle XML: the errors found in each file, with lines and columns from 1."""
    parts = [
        element("file", {"name": file.path}, [_finding(file, finding) for finding in file.findings])
        for file in report.checked
    ]
    parts += [element("file", {"name": each.shown_path or "-"}, [_error(each)]) for each in report.errors]
    # The version of the format, not of this program: the one whose elements these are.
    return f"{HEAD}\n{element('checkstyle', {'version': '4.3'}, parts)}"


def _finding(file: Checked, finding: Finding) -> str:
    lines = file.place(finding.span).lines
    place = {"line": lines[0].line + 1, "column": lines[0].column + 1} if lines else {}
    said = {"severity": finding.severity, "message": told(file, finding), "source": f"reslint.{finding.rule}"}
    return element("error", {**place, **said})


def _error(problem: Problem) -> str:
    place = {"line": max(problem.line, 1), "column": max(problem.column, 1)}
    return element("error", {**place, "severity": "error", "message": problem.message, "source": "reslint"})
