"""workspace/executeCommand: explain a rule, apply an action, show what is loaded."""

from __future__ import annotations

import platform
import sys
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from .. import __version__
from .actions import APPLY_COMMAND, EXPLAIN_COMMAND, edit_for, plain_edit_for
from .edit_requests import FIX_ALL, NOTES, PARAGRAPHS, EditRequest
from .feature import Command, Session
from .hover import explain
from .rulefiles import quietly

FIX_ALL_COMMAND = "reslint.fixAll"
PARAGRAPHS_COMMAND = "reslint.renumberParagraphs"
FOOTNOTES_COMMAND = "reslint.renumberFootnotes"
LOADED_COMMAND = "reslint.showLoaded"
_INVALID = -32602


async def explain_rule(session: Session, rule: str, uri: str = "") -> str:
    """Open the file of a rule in the editor; returns, and without `window/showDocument` shows, what it says."""
    snapshot = session.documents.get(uri) if uri else None
    checkers = [snapshot.checker] if snapshot else session.workspace.loaded()
    found = next((each.ruleset.by_name[rule] for each in checkers if rule in each.ruleset.by_name), None)
    if found is None:
        raise JsonRpcException(f"there is no rule “{rule}”", _INVALID)
    words = explain(found)
    if session.client.shows_documents:
        page = next(session.workspace.page(each, rule) for each in checkers if rule in each.ruleset.by_name)
        outside = page.startswith("https:")
        asked = session.server.window_show_document_async(types.ShowDocumentParams(page, external=outside))
        await quietly(session.server, asked)
    else:
        session.server.window_show_message(types.ShowMessageParams(types.MessageType.Info, words))
    return words


async def apply_action(session: Session, data: dict[str, Any]) -> None:
    """Do what an action stands for: for clients that know commands only, and where something is then selected."""
    edit, shown = await session.server.run_in(session.server.answers, plain_edit_for, session, data)
    if await _apply(session, edit) and shown is not None:
        await quietly(session.server, session.server.window_show_document_async(shown))


async def fix_all(session: Session, uri: str) -> None:
    """Apply every safe fix to a document."""
    await _do(session, uri, EditRequest(FIX_ALL))


async def renumber_paragraphs(session: Session, uri: str) -> None:
    """Number the operative paragraphs of a document in order, with the references to them."""
    await _do(session, uri, EditRequest(PARAGRAPHS))


async def renumber_footnotes(session: Session, uri: str) -> None:
    """Number the footnotes of a document in order, markers and texts."""
    await _do(session, uri, EditRequest(NOTES))


async def show_loaded(session: Session) -> dict[str, Any]:
    """The state of the server: versions, folders, configurations, packs, rules, and what is wrong with them."""
    return {
        "reslint": __version__,
        "python": f"{platform.python_version()} ({sys.executable})",
        "positions": session.documents.unit,
        "diagnostics": "pull" if session.client.pulls_diagnostics else "push",
        "folders": list(session.workspace.folder_uris),
        "documents": sorted(snapshot.uri for snapshot in session.documents),
        "environments": [
            {
                "configuration": _shown(each.configuration.path),
                "packs": {info.name: str(info.root) for info in each.ruleset.packs},
                "rules": len(each.ruleset.rules),
                "problems": [str(problem) for problem in each.problems],
            }
            for each in session.workspace.loaded()
        ],
    }


def _shown(path: Path | None) -> str | None:
    return None if path is None else str(path)


async def _do(session: Session, uri: str, edit_request: EditRequest) -> None:
    snapshot = session.documents.get(uri)
    if snapshot is None:
        raise JsonRpcException(f"{uri} is not open", _INVALID)
    edit = await session.server.run_in(session.server.answers, edit_for, session, edit_request.data(snapshot))
    await _apply(session, edit)


async def _apply(session: Session, edit: types.WorkspaceEdit) -> bool:
    """Have the editor make an edit; says whether it has. An answer that says nothing counts as no."""
    edits = [*(edit.changes or {}).values(), *(getattr(each, "edits", ()) for each in edit.document_changes or ())]
    if not any(edits):
        return False
    asked = session.server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label="reslint"))
    result: types.ApplyWorkspaceEditResult | None = await quietly(session.server, asked)
    if result is None:
        return False
    if not result.applied:
        session.server.log(f"the editor did not apply the edit: {result.failure_reason or 'it gave no reason'}")
    return result.applied


COMMANDS = (
    Command(EXPLAIN_COMMAND, explain_rule),
    Command(APPLY_COMMAND, apply_action),
    Command(FIX_ALL_COMMAND, fix_all),
    Command(PARAGRAPHS_COMMAND, renumber_paragraphs),
    Command(FOOTNOTES_COMMAND, renumber_footnotes),
    Command(LOADED_COMMAND, show_loaded),
)
