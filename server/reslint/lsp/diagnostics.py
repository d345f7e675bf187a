"""Diagnostics: findings as the protocol has them, pushed by the publisher or pulled by the client.

textDocument/diagnostic and workspace/diagnostic are announced only to clients that can be told to ask again; for all
others diagnostics are pushed. Never both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ..text import Position, Span, Text
from .documents import key_of, path_of
from .features import Feature, Request, Session
from .packfiles import mistakes_in

if TYPE_CHECKING:
    from ..engine.finding import Finding, Problem
    from ..engine.runner import Notice
    from .client import Client
    from .documents import Documents, Snapshot
    from .workspace import Workspace

SOURCE = "reslint"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnose(snapshot: Snapshot, client: Client) -> list[types.Diagnostic]:
    """Everything to mark in a document: findings in a draft, mistakes in a rule file or a configuration."""
    if snapshot.is_draft:
        outcome = snapshot.outcome
        placed = [_of_notice(snapshot, notice) for notice in outcome.notices if notice.span is not None]
        return [diagnostic(snapshot, finding, client) for finding in outcome.findings] + placed
    return [of_problem(snapshot, problem) for problem in mistakes_in(snapshot)]


def diagnostic(snapshot: Snapshot, finding: Finding, client: Client) -> types.Diagnostic:
    """A finding, with as much of it as the client shows."""
    can = client.diagnostic_details
    made = types.Diagnostic(
        range=snapshot.range(finding.span),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
    )
    if "codeDescription" in can and (page := snapshot.environment.page(finding.rule)):
        made.code_description = types.CodeDescription(page)
    if "tags" in can and _only_deletes(finding):
        made.tags = [types.DiagnosticTag.Unnecessary]
    if "relatedInformation" in can and finding.related:
        made.related_information = [
            types.DiagnosticRelatedInformation(types.Location(snapshot.uri, snapshot.range(each.span)), each.message)
            for each in finding.related
        ]
    if "data" in can and finding.fix:
        made.data = {"fix": finding.fix.title, "safety": finding.fix.safety}
    return made


def _only_deletes(finding: Finding) -> bool:
    """Whether what is marked can simply go: editors fade it."""
    edits = finding.fix.edits if finding.fix else ()
    return bool(edits) and all(not edit.text and finding.span.covers(edit.span) for edit in edits)


def _of_notice(snapshot: Snapshot, notice: Notice) -> types.Diagnostic:
    """What a check could not do at a place: marked at its first line, so that silence there is not taken for praise."""
    span = notice.span or Span(0, 0)
    end = min(span.end, snapshot.text.line_span(snapshot.text.line_of(span.start)).end)
    place = snapshot.range(Span(span.start, end))
    return types.Diagnostic(place, str(notice), types.DiagnosticSeverity.Information, source=SOURCE)


def of_problem(snapshot: Snapshot, problem: Problem) -> types.Diagnostic:
    """A mistake in a rule file or a configuration, marked at its key or value."""
    text = snapshot.text
    start = text.offset(Position(max(problem.line - 1, 0), max(problem.column - 1, 0)))
    end = text.line_span(text.line_of(start)).end
    words = text.content[start:end]
    value = words.partition(" #")[0].rstrip().rstrip(",")
    if words[:1].isalnum() and ":" in value:  # a key: mark it and not its value
        value = value.partition(":")[0]
    span = Span(start, start + (len(value) or len(words)))
    return types.Diagnostic(snapshot.range(span), problem.message, types.DiagnosticSeverity.Error, source=SOURCE)


def pull(request: Request) -> types.DocumentDiagnosticReport:
    """The diagnostics of one document; "unchanged" when the client has them already."""
    snapshot = request.snapshot
    if request.params.previous_result_id == snapshot.serial:
        return types.RelatedUnchangedDocumentDiagnosticReport(snapshot.serial)
    return types.RelatedFullDocumentDiagnosticReport(diagnose(snapshot, request.client), result_id=snapshot.serial)


def nothing() -> types.DocumentDiagnosticReport:
    """The report on a document that is not open."""
    return types.RelatedFullDocumentDiagnosticReport([])


def pull_all(session: Session) -> types.WorkspaceDiagnosticReport:
    """The diagnostics of the open documents and of every draft in the folders."""
    known = {each.uri: each.value for each in session.params.previous_result_ids}
    reports: list[Any] = []
    for snapshot in session.documents:
        reports.append(_report(snapshot, snapshot.serial, known, session.client))
    paths = session.workspace.files()
    opened = {snapshot.path for snapshot in session.documents}
    for path in session.progress(paths, "Checking drafts"):
        if path in opened:
            continue
        stamp = session.workspace.stamp(path)
        uri = path.as_uri()
        if known.get(uri) == stamp:
            reports.append(types.WorkspaceUnchangedDocumentDiagnosticReport(uri, stamp))
        elif (read := session.workspace.read(path, session.documents)) is not None:
            reports.append(_report(read, stamp, known, session.client))
    reports += _in_rule_files(session, known)
    told = {key_of(report.uri) for report in reports}
    # What was told of a file before and does not hold any more is taken back.
    reports += [types.WorkspaceFullDocumentDiagnosticReport(uri, []) for uri in known if key_of(uri) not in told]
    return types.WorkspaceDiagnosticReport(reports)


def _in_rule_files(session: Session, known: Mapping[str, str]) -> Iterator[Any]:
    """Reports on the files of the rules in force that are not open and have mistakes."""
    session.workspace.warm_up()
    for uri, diagnostics in mistakes_elsewhere(session.workspace, session.documents).items():
        stamp = session.workspace.stamp(path_of(uri) or Path())
        if known.get(uri) == stamp:
            yield types.WorkspaceUnchangedDocumentDiagnosticReport(uri, stamp)
        else:
            yield types.WorkspaceFullDocumentDiagnosticReport(uri, diagnostics, result_id=stamp)


def mistakes_elsewhere(workspace: Workspace, documents: Documents) -> dict[str, list[types.Diagnostic]]:
    """What is wrong with the files of the rules in force that are not open, by their addresses."""
    found = {}
    for path, problems in workspace.problems().items():
        uri = path.as_uri()
        if documents.get(uri) is None and path.is_file():
            snapshot = workspace.read(path, documents) or documents.read(uri, Text(""))
            found[uri] = [of_problem(snapshot, problem) for problem in problems]
    return found


def _report(snapshot: Snapshot, stamp: str, known: Mapping[str, str], client: Client) -> Any:
    if known.get(snapshot.uri) == stamp:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(snapshot.uri, stamp, version=snapshot.version)
    found = diagnose(snapshot, client)
    return types.WorkspaceFullDocumentDiagnosticReport(snapshot.uri, found, version=snapshot.version, result_id=stamp)


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
