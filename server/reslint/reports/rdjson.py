"""The Reviewdog Diagnostic Format as one JSON object (reviewdog, proto/rdf/reviewdog.proto).

Lines and columns count from 1, columns in bytes of UTF-8.
"""

from __future__ import annotations

import json
from typing import Any

from ..engine.data.finding import Finding, Problem
from ..text import Span, Text
from .checked import Checked, Report
from .places import posix, told

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def report_rdjson(report: Report) -> str:
    """The run as a DiagnosticResult."""
    diagnostics = [_finding(file, finding) for file in report.checked for finding in file.findings]
    diagnostics += map(_error, report.errors)
    return json.dumps({"source": {"name": "reslint"}, "diagnostics": diagnostics}, ensure_ascii=False, indent=2)


def _finding(file: Checked, finding: Finding) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": told(file, finding),
        "location": _location(file, finding.span),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    # Suggestions are alternatives and each is one edit: a fix of several edits cannot be told in them.
    if finding.fix is not None and len(finding.fix.edits) == 1 and file.place(finding.span).lines:
        (edit,) = finding.fix.edits
        diagnostic["suggestions"] = [{"range": _range(file.text, edit.span), "text": edit.text}]
    if finding.related:
        diagnostic["relatedLocations"] = [
            {"message": one.message, "location": _location(file, one.span)} for one in finding.related
        ]
    return diagnostic


def _location(file: Checked, span: Span) -> dict[str, Any]:
    place = {"range": _range(file.text, span)} if file.place(span).lines else {}
    return {"path": posix(file.path), **place}


def _range(text: Text, span: Span) -> dict[str, Any]:
    places = [text.position(offset, "utf-8") for offset in span]
    first, last = ({"line": place.line + 1, "column": place.column + 1} for place in places)
    return {"start": first, "end": last}


def _error(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"path": posix(problem.shown_path or ".")}
    if problem.line:
        location["range"] = {"start": {"line": problem.line}}
    return {"message": problem.message, "location": location, "severity": "ERROR"}
