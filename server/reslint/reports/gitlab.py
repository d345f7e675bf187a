"""The Code Quality report of GitLab, a part of the Code Climate format (GitLab Docs, "Code Quality")."""

from __future__ import annotations

import json
from typing import Any

from ..engine.data.finding import Problem
from ..engine.project.fingerprint import numbered
from ..formats import Place
from .checked import Report
from .places import posix, told

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def report_gitlab(report: Report) -> str:
    """The run as a JSON array; GitLab knows a finding again by its fingerprint, so each has one of its own."""
    rows = []
    for file in report.checked:
        path = posix(file.path)
        for finding, print_, nth in numbered(file.text, file.findings):
            first, last = _lines(file.place(finding.span))
            rows.append(
                {
                    "description": told(file, finding),
                    "check_name": finding.rule,
                    "fingerprint": print_.digest(path, nth),
                    "severity": _SEVERITIES[finding.severity],
                    "location": {"path": path, "lines": {"begin": first, "end": last}},
                }
            )
    rows += map(_error, report.errors)
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _lines(place: Place) -> tuple[int, int]:
    """The first and the last line, which a location must have; in a file without lines the number of the paragraph."""
    if place.lines is None:
        ordinal = place.paragraph.ordinal if place.paragraph else 0
        return ordinal or 1, ordinal or 1
    start, end = place.lines
    return start.line + 1, end.line + 1


def _error(problem: Problem) -> dict[str, Any]:
    import hashlib

    return {
        "description": problem.message,
        "check_name": "reslint",
        "fingerprint": hashlib.blake2b(str(problem).encode("utf-8", "replace"), digest_size=16).hexdigest(),
        "severity": "critical",
        "location": {"path": posix(problem.shown_path or "."), "lines": {"begin": problem.line or 1}},
    }
