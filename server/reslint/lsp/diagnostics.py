"""Diagnostics: findings as the protocol has them, pushed by the publisher or pulled by the client.

textDocument/diagnostic and workspace/diagnostic are announced only to clients that can be told to ask again; for all
others diagnostics are pushed. Never both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from lsprotocol import types

from ..text import Position, Span, Text
from .documents import key_of, path_of
from .feature import Feature, Request, Session
from .packfiles import mistakes_in

if TYPE_CHECKING:
    from ..engine.checker import Checker
    from ..engine.data.finding import Finding, Problem
    from ..engine.run.runner import Notice
    from .client import Client
    from .documents import Documents, Snapshot
    from .workspace import Workspace

SOURCE = "reslint"
Plain = dict[str, Any]
"""A thing of the protocol as it goes over the wire. There are hundreds of diagnostics after every keystroke, and to
make classes of them and take those apart again costs more than everything else that is done with them."""
_SEVERITIES = {"error": 1, "warning": 2, "info": 3}
_ERROR, _INFORMATION, _UNNECESSARY = 1, 3, 1
_pages: WeakKeyDictionary[Checker, dict[str, str]] = WeakKeyDictionary()


def diagnose(snapshot: Snapshot, client: Client) -> list[Plain]:
    """Everything to mark in a document: findings in a draft, mistakes in a rule file or a configuration."""
    if snapshot.is_draft:
        outcome = snapshot.outcome
        placed = [_of_notice(snapshot, notice) for notice in outcome.notices if notice.span is not None]
        return [diagnostic(snapshot, finding, client) for finding in outcome.findings] + placed
    return [of_problem(snapshot, problem) for problem in mistakes_in(snapshot)]


def diagnostic(snapshot: Snapshot, finding: Finding, client: Client) -> Plain:
    """A finding, with as much of it as the client shows."""
    can = client.diagnostic_details
    made: Plain = {
        "range": snapshot.place(finding.span),
        "message": finding.message,
        "severity": _SEVERITIES[finding.severity],
        "code": finding.rule,
        "source": SOURCE,
    }
    if "codeDescription" in can and (page := _page(snapshot, finding.rule)):
        made["codeDescription"] = {"href": page}
    if "tags" in can and _only_deletes(finding):
        made["tags"] = [_UNNECESSARY]
    if "relatedInformation" in can and finding.related:
        made["relatedInformation"] = [
            {"location": {"uri": snapshot.uri, "range": snapshot.place(each.span)}, "message": each.message}
            for each in finding.related
        ]
    if "data" in can and finding.fix:
        made["data"] = {"fix": finding.fix.title, "safety": finding.fix.safety}
    return made


def _page(snapshot: Snapshot, rule: str) -> str:
    known = _pages.setdefault(snapshot.checker, {})
    if rule not in known:
        known[rule] = snapshot.workspace.page(snapshot.checker, rule)
    return known[rule]


def _only_deletes(finding: Finding) -> bool:
    """Whether what is marked can simply go: editors fade it."""
    edits = finding.fix.edits if finding.fix else ()
    return bool(edits) and all(not edit.text and finding.span.covers(edit.span) for edit in edits)


def _of_notice(snapshot: Snapshot, notice: Notice) -> Plain:
    """A notice of what a check could not do, at its first line, so that silence there is not taken for praise."""
    span = notice.span or Span(0, 0)
    end = min(span.end, snapshot.text.line_span(snapshot.text.line_of(span.start)).end)
    return _plain(snapshot, Span(span.start, end), str(notice), _INFORMATION)


def of_problem(snapshot: Snapshot, problem: Problem) -> Plain:
    """A mistake in a rule file or a configuration, marked at its key or value."""
    text = snapshot.text
    start = text.offset(Position(max(problem.line - 1, 0), max(problem.column - 1, 0)))
    if problem.end is not None:
        end = text.offset(Position(problem.end[0] - 1, problem.end[1] - 1))
    else:
        words = text.content[start : text.line_span(text.line_of(start)).end]
        value = words.partition(" #")[0].rstrip().rstrip(",")
        if words[:1].isalnum() and ":" in value:  # a key: mark it and not its value
            value = value.partition(":")[0]
        end = start + (len(value) or len(words))
    return _plain(snapshot, Span(start, max(start, end)), problem.message, _ERROR)


def _plain(snapshot: Snapshot, span: Span, message: str, severity: int) -> Plain:
    return {"range": snapshot.place(span), "message": message, "severity": severity, "source": SOURCE}


def pull(request: Request) -> Plain:
    """The diagnostics of one document; "unchanged" when the client has them already."""
    snapshot = request.snapshot
    result = snapshot.result
    if request.params.previous_result_id == result:
        return {"kind": "unchanged", "resultId": result}
    return {"kind": "full", "items": diagnose(snapshot, request.client), "resultId": result}


def nothing() -> Plain:
    """The report on a document that is not open."""
    return {"kind": "full", "items": []}


def pull_all(session: Session) -> Plain:
    """The diagnostics of the open documents, of every draft in the folders, and of the files of the rules in force."""
    known = {each.uri: each.value for each in session.params.previous_result_ids}
    reports = [_report(snapshot, snapshot.result, known, session.client) for snapshot in session.documents]
    if session.client.open_files_only:
        return {"items": [*reports, *_taken_back(known, reports)]}
    paths = session.workspace.files()
    opened = {snapshot.path for snapshot in session.documents}
    for path in session.progress(paths, "Checking drafts"):
        if path in opened:
            continue
        stamp = session.workspace.stamp(path)
        uri = path.as_uri()
        if known.get(uri) == stamp:
            reports.append(_unchanged(uri, stamp))
        elif (read := session.workspace.read(path, session.documents)) is not None:
            reports.append(_report(read, stamp, known, session.client))
    reports += _in_rule_files(session, known)
    return {"items": [*reports, *_taken_back(known, reports)]}


def _taken_back(known: Mapping[str, str], reports: Sequence[Plain]) -> list[Plain]:
    """Empty reports on the files of which something was told before and does not hold any more."""
    told = {key_of(report["uri"]) for report in reports}
    gone = [uri for uri in known if key_of(uri) not in told]
    return [{"kind": "full", "uri": uri, "version": None, "items": []} for uri in gone]


def _in_rule_files(session: Session, known: Mapping[str, str]) -> Iterator[Plain]:
    """Reports on the files of the rules in force that are not open and have mistakes."""
    session.workspace.warm_up()
    for uri, diagnostics in mistakes_elsewhere(session.workspace, session.documents).items():
        stamp = session.workspace.stamp(path_of(uri) or Path())
        if known.get(uri) == stamp:
            yield _unchanged(uri, stamp)
        else:
            yield {"kind": "full", "uri": uri, "version": None, "items": diagnostics, "resultId": stamp}


def mistakes_elsewhere(workspace: Workspace, documents: Documents) -> dict[str, list[Plain]]:
    """The mistakes in the files of the rules in force that are not open, by their addresses."""
    found = {}
    for path, problems in workspace.problems().items():
        uri = path.as_uri()
        if documents.get(uri) is None and path.is_file():
            snapshot = workspace.read(path, documents) or documents.read(uri, Text(""))
            found[uri] = [of_problem(snapshot, problem) for problem in problems]
    return found


def _report(snapshot: Snapshot, stamp: str, known: Mapping[str, str], client: Client) -> Plain:
    if known.get(snapshot.uri) == stamp:
        return _unchanged(snapshot.uri, stamp, snapshot.version)
    found = diagnose(snapshot, client)
    return {"kind": "full", "uri": snapshot.uri, "version": snapshot.version, "items": found, "resultId": stamp}


def _unchanged(uri: str, stamp: str, version: int | None = None) -> Plain:
    return {"kind": "unchanged", "uri": uri, "version": version, "resultId": stamp}


def matching(snapshot: Snapshot, finding: Finding, given: Iterable[types.Diagnostic]) -> Sequence[types.Diagnostic]:
    """The diagnostics among those the client sent that stand for a finding."""
    place = snapshot.range(finding.span)
    return [each for each in given if each.source == SOURCE and each.code == finding.rule and each.range == place]


_OPTIONS = types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=True, identifier=SOURCE)

FEATURES = (
    Feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC, pull, _OPTIONS, wanted=lambda client: client.pulls_diagnostics, absent=nothing
    ),
    Feature(types.WORKSPACE_DIAGNOSTIC, pull_all, of_document=False, wanted=lambda client: client.pulls_diagnostics),
)
