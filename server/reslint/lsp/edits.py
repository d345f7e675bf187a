"""Edits of a document as the client takes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from ..text import Edit, Span

if TYPE_CHECKING:
    from .client import Client
    from .documents import Snapshot


def workspace_edit(snapshot: Snapshot, edits: Sequence[Edit], client: Client) -> types.WorkspaceEdit:
    """Edits to one document, bound to its version where the client knows versions: none lands in a newer text."""
    changes = snapshot.text_edits(edits)
    if client.document_changes:
        document = types.OptionalVersionedTextDocumentIdentifier(snapshot.uri, snapshot.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])
    return types.WorkspaceEdit(changes={snapshot.uri: changes})


def snippet_edit(snapshot: Snapshot, edit: Edit, blank: Span) -> types.WorkspaceEdit:
    """One edit with a place to type over, `blank` being its span in the words of the edit."""
    before, word, after = edit.text[: blank.start], edit.text[blank.start : blank.end], edit.text[blank.end :]
    snippet = types.StringValue(f"{_literal(before)}${{1:{_literal(word)}}}{_literal(after)}")
    document = types.OptionalVersionedTextDocumentIdentifier(snapshot.uri, snapshot.version)
    changes = [types.SnippetTextEdit(snapshot.range(edit.span), snippet)]
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])


def _literal(words: str) -> str:
    """Words as a snippet has them that means nothing but these words."""
    for sign in "\\$}":
        words = words.replace(sign, f"\\{sign}")
    return words
