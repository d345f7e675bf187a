"""SARIF 2.1.0, the format of code scanning (OASIS standard, "Static Analysis Results Interchange Format").

Columns and offsets count code points, and the log says so (`columnKind`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .. import __version__
from ..engine.data.finding import Finding, Fix, Problem
from ..engine.project.fingerprint import Fingerprint, numbered
from ..text import Edit, Position, Span, Text
from .checked import About, Checked, Report
from .places import uri

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note", "off": "none"}


def report_sarif(report: Report) -> str:
    """The run as a SARIF log with one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _run(report: Report) -> dict[str, Any]:
    about = report.about()
    places = {name: index for index, name in enumerate(about)}
    notifications = [_notification(problem) for problem in report.errors]
    return {
        "tool": {
            "driver": {
                "name": "reslint",
                "semanticVersion": __version__,
                **_home(),
                "rules": [_rule(rule) for rule in about.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not report.errors, "toolExecutionNotifications": notifications},
        ],
        "artifacts": [{"location": {"uri": uri(file.path)}} for file in report.checked],
        "results": [
            _result(file, finding, places, print_, nth)
            for file in report.checked
            for finding, print_, nth in numbered(file.text, file.findings)
        ],
    }


def _home() -> dict[str, str]:
    """Where this program can be read about: what its package names, else the address that pip installed it from."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        package = distribution("reslint")
    except PackageNotFoundError:
        return {}
    named = [line.partition(",")[2].strip() for line in package.metadata.get_all("Project-URL") or ()]
    installed = json.loads(package.read_text("direct_url.json") or "{}").get("url", "")  # PEP 610
    found = next((each for each in (*named, installed) if each.startswith("https://")), "")
    return {"informationUri": found} if found else {}


def _rule(rule: About) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why or rule.summary},
        "help": {"text": rule.why or rule.summary, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.severity != "off"},
        "properties": {"tags": [rule.name.partition("/")[0]]},
    }


def _result(
    file: Checked, finding: Finding, places: Mapping[str, int], print_: Fingerprint, nth: int
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(file, finding.span)],
        "partialFingerprints": {"context/v1": print_.digest(nth)},
    }
    if finding.rule in places:
        result["ruleIndex"] = places[finding.rule]
    if finding.related:
        result["relatedLocations"] = [
            {"id": at, **_location(file, one.span), "message": {"text": one.message}}
            for at, one in enumerate(finding.related, 1)
        ]
    if finding.fix is not None and file.place(finding.span).lines:
        result["fixes"] = [_fix(file, finding.fix)]
    return result


def _location(file: Checked, span: Span) -> dict[str, Any]:
    place = file.place(span)
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(file.path)}}
    if place.lines:
        return {"physicalLocation": {**physical, "region": _region(place.lines, span)}}
    words = place.paragraph
    logical = {"fullyQualifiedName": str(place), **({"properties": words._asdict()} if words else {})}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _region(lines: tuple[Position, Position], span: Span) -> dict[str, int]:
    first, last = lines
    return {
        "startLine": first.line + 1,
        "startColumn": first.column + 1,
        "endLine": last.line + 1,
        "endColumn": last.column + 1,
        "charOffset": span.start,
        "charLength": len(span),
    }


def _fix(file: Checked, fix: Fix) -> dict[str, Any]:
    title = fix.title if fix.safety == "safe" else f"{fix.title} (may change the sense)"
    replacements = [_replacement(file.text, edit) for edit in fix.edits]
    changes = [{"artifactLocation": {"uri": uri(file.path)}, "replacements": replacements}]
    return {"description": {"text": title}, "artifactChanges": changes}


def _replacement(text: Text, edit: Edit) -> dict[str, Any]:
    start, end = edit.span
    lines = text.position(start), text.position(end)
    return {"deletedRegion": _region(lines, edit.span), "insertedContent": {"text": edit.text}}


def _notification(problem: Problem) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": "error", "message": {"text": problem.message}}
    if problem.path is not None:
        location: dict[str, Any] = {"artifactLocation": {"uri": uri(problem.shown_path)}}
        if problem.line:
            location["region"] = {"startLine": problem.line, "startColumn": max(problem.column, 1)}
        notification["locations"] = [{"physicalLocation": location}]
    return notification
