"""Edits of a document as the client takes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from ..text import Edit

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
