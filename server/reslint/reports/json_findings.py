"""The report for a program: JSON, version 1.

Lines and columns count from 1, offsets from 0; columns and offsets count code points. In a file without lines a place
is a paragraph (see `formats.InParagraph`), and offsets are those of the text that was read out of it.
"""

from __future__ import annotations

import json
from typing import Any

from ..engine.data.finding import SEVERITIES, Finding, Fix, Problem
from ..text import Span
from .checked import Checked, Report

VERSION = 1


def report_json(report: Report) -> str:
    """The whole run as one JSON object, indented, without a line end."""
    return json.dumps(report_data(report), ensure_ascii=False, indent=2)


def report_json_lines(report: Report) -> str:
    """The run as JSON, a line for each finding and each error (`type` tells which), the summary last."""
    rows = [{"type": "finding", **finding_data(file, one)} for file in report.checked for one in file.findings]
    rows += [{"type": "error", **_error(problem)} for problem in report.errors]
    rows.append({"type": "summary", "version": VERSION, **_summary(report)})
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def report_data(report: Report) -> dict[str, Any]:
    """The whole run as plain data."""
    return {
        "version": VERSION,
        "findings": [finding_data(file, finding) for file in report.checked for finding in file.findings],
        "errors": [_error(problem) for problem in report.errors],
        "summary": _summary(report),
    }


def finding_data(file: Checked, finding: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "path": file.path,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        **_place(file, finding.span),
        "fix": None if finding.fix is None else _fix(finding.fix),
        "related": [{"message": other.message, **_place(file, other.span)} for other in finding.related],
    }


def _place(file: Checked, span: Span) -> dict[str, Any]:
    place = file.place(span)
    if place.lines is None:
        paragraph = place.paragraph._asdict() if place.paragraph else None
        return {"paragraph": paragraph, "start": {"offset": span.start}, "end": {"offset": span.end}}
    start, end = (
        {"line": line + 1, "column": column + 1, "offset": offset}
        for (line, column), offset in zip(place.lines, span, strict=True)
    )
    return {"start": start, "end": end}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety, "edits": edits}


def _error(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.shown_path or None,
        "line": problem.line or None,
        "column": problem.column or None,
        "message": problem.message,
    }


def _summary(report: Report) -> dict[str, Any]:
    found = report.severities()
    fixable = report.fixable()
    return {
        "files": len(report.checked),
        "skipped": report.skipped,
        "findings": found.total(),
        **{severity: found[severity] for severity in SEVERITIES if severity != "off"},
        "fixable": {"safe": fixable["safe"], "unsafe": fixable["unsafe"]},
        "fixed": report.fixed.total(),
        "notices": list(report.notices),
        "profiles": [
            {"path": file.path, "profile": profile.name, "because": profile.because or None}
            for file in report.checked
            for profile in file.profiles
        ],
        "rules": dict(sorted(report.rules().items())),
    }
