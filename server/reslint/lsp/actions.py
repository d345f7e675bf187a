"""textDocument/codeAction: fixes, suppressions, explanations and renumbering, their edits made when one is chosen.

An action carries in its data which `EditRequest` it stands for; codeAction/resolve makes the edit of it. Clients that
cannot resolve edits get them at once, and clients that know no code actions but commands get commands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from ..text.record import dataclass
from . import citing
from .diagnostics import matching
from .edit_requests import (
    CITE,
    FIX,
    FIX_ALL,
    FIX_RULE,
    NOTES,
    PARAGRAPHS,
    SUPPRESS,
    SUPPRESS_FILE,
    SUPPRESS_FILE_SAYING,
    SUPPRESS_PROJECT,
    SUPPRESS_SAYING,
    EditRequest,
    blank_of,
    can_renumber,
    edits_of,
)
from .edits import snippet_edit, workspace_edit
from .feature import Feature, Request, Session
from .silencing import configuration_of, silenced_in_project

if TYPE_CHECKING:
    from ..engine.data.finding import Finding
    from ..phrasing.citing import CitationChange
    from .client import Client
    from .documents import Snapshot

QUICK_FIX = "quickfix"
REWRITE = "refactor.rewrite"
SOURCE_FIX_ALL = "source.fixAll.reslint"
SOURCE_PARAGRAPHS = "source.renumberParagraphs.reslint"
SOURCE_FOOTNOTES = "source.renumberFootnotes.reslint"
EXPLAIN_COMMAND = "reslint.explainRule"
APPLY_COMMAND = "reslint.applyAction"
_SUPPRESSIONS = (("here", SUPPRESS, SUPPRESS_SAYING), ("in this file", SUPPRESS_FILE, SUPPRESS_FILE_SAYING))
_TYPED_OVER = frozenset({SUPPRESS_SAYING, SUPPRESS_FILE_SAYING})
_CONTENT_MODIFIED = -32801
_FAILED = -32803
_NO_PLACE = "the rule cannot be added to the configuration by itself; write it into the list “ignore” there"


_Placed = tuple[int, "Finding"]
"""A finding and its index among all findings."""


@dataclass(frozen=True)
class Offer:
    """An action that is offered: its title and kind, and either a request for edits or a rule to explain."""

    title: str
    kind: str
    edit_request: EditRequest | None = None
    finding: Finding | None = None
    preferred: bool = False
    explains: str = ""


def offers(snapshot: Snapshot, start: int, end: int) -> Iterator[Offer]:
    """The actions on the findings that touch a span, on the citations there, and on the whole draft."""
    findings = snapshot.outcome.findings
    here = [(at, each) for at, each in enumerate(findings) if each.span.start <= end and start <= each.span.end]
    changes = citing.changes_at(snapshot, start, end)
    yield from _fixes(snapshot, here, changes)
    yield from _silencers(here)
    for change in changes:
        yield Offer(change.title, REWRITE, EditRequest(CITE, citing.key_of(change)))
    if any(finding.fix and finding.fix.safety == "safe" for finding in findings):
        yield Offer("Fix everything that is safe to fix", SOURCE_FIX_ALL, EditRequest(FIX_ALL))
    if can_renumber(snapshot, PARAGRAPHS):
        yield Offer("Renumber paragraphs and the references to them", SOURCE_PARAGRAPHS, EditRequest(PARAGRAPHS))
    if can_renumber(snapshot, NOTES):
        yield Offer("Renumber footnotes and their markers", SOURCE_FOOTNOTES, EditRequest(NOTES))


def _fixes(snapshot: Snapshot, here: Sequence[_Placed], changes: Iterable[CitationChange]) -> Iterator[Offer]:
    """The fix of each finding, the change to a citation that fixes it, and all fixes of its rule."""
    for at, finding in here:
        if finding.fix:
            safe = finding.fix.safety == "safe"
            yield Offer(finding.fix.title, QUICK_FIX, EditRequest(FIX, str(at)), finding, preferred=safe)
    for change in changes:
        for _, finding in here:
            if citing.fixes(snapshot, change, finding):
                yield Offer(change.title, QUICK_FIX, EditRequest(CITE, citing.key_of(change)), finding)
    for _, finding in _first_of_rule(here):
        count = sum(1 for each in snapshot.outcome.findings if each.rule == finding.rule and each.fix)
        if finding.fix and count > 1:
            yield Offer(f"Fix all {count} of {finding.rule}", QUICK_FIX, EditRequest(FIX_RULE, finding.rule), finding)


def _silencers(here: Sequence[_Placed]) -> Iterator[Offer]:
    """The comments that silence each rule that found something, and its explanation."""
    for at, finding in _first_of_rule(here):
        for words, plain, saying in _SUPPRESSIONS:
            title = f"Do not report {finding.rule} {words}"
            yield Offer(title, QUICK_FIX, EditRequest(plain, str(at)), finding)
            yield Offer(f"{title}, with a reason", QUICK_FIX, EditRequest(saying, str(at)), finding)
        title = f"Do not report {finding.rule} in this project"
        yield Offer(title, QUICK_FIX, EditRequest(SUPPRESS_PROJECT, finding.rule), finding)
        yield Offer(f"Explain {finding.rule}", QUICK_FIX, None, finding, explains=finding.rule)


def _first_of_rule(here: Sequence[_Placed]) -> list[_Placed]:
    first: dict[str, _Placed] = {}
    for placed in here:
        first.setdefault(placed[1].rule, placed)
    return list(first.values())


def code_actions(request: Request) -> list[types.CodeAction | types.Command]:
    """The actions for a range, of the kinds that the client wants."""
    snapshot, client = request.snapshot, request.client
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    span = snapshot.span(request.params.range)
    wanted = [str(getattr(kind, "value", kind)) for kind in request.params.context.only or ()]
    offered = (offer for offer in offers(snapshot, span.start, span.end) if _can_take(offer, snapshot, client))
    found = _once(offer for offer in offered if _is_wanted(offer.kind, wanted))
    if not client.code_action_literals:
        return [_command(offer, snapshot) for offer in found]
    return [_action(offer, request) for offer in found]


def _can_take(offer: Offer, snapshot: Snapshot, client: Client) -> bool:
    """Whether a client can show where something is to be typed over, and a file be written, where that is needed."""
    do = offer.edit_request.do if offer.edit_request is not None else ""
    if do == SUPPRESS_PROJECT:
        return configuration_of(snapshot, client) is not None
    return do not in _TYPED_OVER or client.snippet_edits or client.shows_documents


def _once(found: Iterable[Offer]) -> list[Offer]:
    """The offers without rewritings that have been offered as quick fixes already."""
    kept: dict[EditRequest | str, Offer] = {}
    for offer in found:
        kept.setdefault(offer.edit_request or offer.explains, offer)
    return list(kept.values())


def _is_wanted(kind: str, wanted: list[str]) -> bool:
    """Kinds form a tree: who asks for "source" gets "source.fixAll.reslint", too; the empty kind is its root."""
    return not wanted or any(not each or kind == each or kind.startswith(f"{each}.") for each in wanted)


def _action(offer: Offer, request: Request) -> types.CodeAction:
    snapshot, client = request.snapshot, request.client
    action = types.CodeAction(offer.title, kind=offer.kind)
    if offer.finding is not None:
        action.diagnostics = list(matching(snapshot, offer.finding, request.params.context.diagnostics)) or None
    if offer.preferred and client.code_action_preferred:
        action.is_preferred = True
    later = "edit" in client.code_action_resolve
    if offer.edit_request is None or _needs_command(offer.edit_request.do, client, later=later):
        action.command = _command(offer, snapshot)
    elif later:
        action.data = offer.edit_request.data(snapshot)
    else:
        action.edit = _edit(snapshot, offer.edit_request, client)
    return action


def _needs_command(do: str, client: Client, *, later: bool) -> bool:
    """Whether an edit cannot be part of an action: it has a place to type over, or changes a file that is read then."""
    return (do in _TYPED_OVER and not client.snippet_edits) or (do == SUPPRESS_PROJECT and not later)


def _command(offer: Offer, snapshot: Snapshot) -> types.Command:
    if offer.edit_request is None:
        return types.Command(offer.title, EXPLAIN_COMMAND, arguments=[offer.explains, snapshot.uri])
    return types.Command(offer.title, APPLY_COMMAND, arguments=[offer.edit_request.data(snapshot)])


def resolve(session: Session) -> types.CodeAction:
    """The same action with its edit. Refuses, as the protocol asks, when the text is another one by now."""
    action: types.CodeAction = session.params
    if action.data is not None and action.edit is None:
        action.edit = edit_for(session, action.data)
    return action


def edit_for(session: Session, data: Any) -> types.WorkspaceEdit:
    """The edit of the request that some data stand for. Raises JsonRpcException when the text has changed."""
    snapshot, edit_request = _recalled(session, data)
    if edit_request.do == SUPPRESS_PROJECT:
        made = silenced_in_project(snapshot, edit_request.what, session.client, session.documents)
        if made is None:
            raise JsonRpcException(_NO_PLACE, _FAILED)
        return made
    return _edit(snapshot, edit_request, session.client)


def plain_edit_for(session: Session, data: Any) -> tuple[types.WorkspaceEdit, types.ShowDocumentParams | None]:
    """As `edit_for`, for edits that the server asks for: without snippets; and what is to be selected afterwards."""
    snapshot, edit_request = _recalled(session, data)
    if edit_request.do == SUPPRESS_PROJECT:
        return edit_for(session, data), None
    edits = edits_of(snapshot, edit_request)
    blank = blank_of(edit_request, edits)
    shown = None
    if blank is not None and session.client.shows_documents:
        after = snapshot.edited(edits)
        selection = after.range(blank.shift(edits[0].span.start))
        shown = types.ShowDocumentParams(snapshot.uri, take_focus=True, selection=selection)
    return workspace_edit(snapshot, edits, session.client), shown


def _edit(snapshot: Snapshot, edit_request: EditRequest, client: Client) -> types.WorkspaceEdit:
    edits = edits_of(snapshot, edit_request)
    blank = blank_of(edit_request, edits)
    if blank is not None and client.snippet_edits:
        return snippet_edit(snapshot, edits[0], blank)
    return workspace_edit(snapshot, edits, client)


def _recalled(session: Session, data: Any) -> tuple[Snapshot, EditRequest]:
    if not isinstance(data, dict) or not all(isinstance(data.get(key), str) for key in ("uri", "serial", "do", "what")):
        raise JsonRpcException("this action was not offered by reslint", -32602)
    snapshot = session.documents.get(data["uri"])
    if snapshot is None or snapshot.serial != data["serial"]:
        raise JsonRpcException("the text has changed since the action was offered", _CONTENT_MODIFIED)
    return snapshot, EditRequest(data["do"], data["what"])


def kinds(_client: Client | None = None) -> list[str]:
    """The kinds of actions there are."""
    return [QUICK_FIX, REWRITE, SOURCE_FIX_ALL, SOURCE_PARAGRAPHS, SOURCE_FOOTNOTES]


_OPTIONS: Any = types.CodeActionOptions(code_action_kinds=kinds(), resolve_provider=True)

FEATURES = (
    Feature(types.TEXT_DOCUMENT_CODE_ACTION, code_actions, _OPTIONS),
    Feature(types.CODE_ACTION_RESOLVE, resolve, of_document=False),
)
