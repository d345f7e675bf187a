"""The action that writes into the configuration of a project that a rule is not to be run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from ..engine.edits.configuring import ignoring
from ..text import Text
from .documents import path_of

if TYPE_CHECKING:
    from .client import Client
    from .documents import Documents, Snapshot

_NAME = ".reslint.yaml"


def configuration_of(snapshot: Snapshot, client: Client) -> Path | None:
    """The configuration that can say what is not to be reported in a draft: the one that holds for it, else a new one.

    None where it is not in YAML, or where the client cannot make one.
    """
    path = snapshot.checker.configuration.path
    if path is not None:
        return path if path.suffix in (".yaml", ".yml") else None
    if snapshot.path is None or not client.document_changes or not client.creates_files:
        return None
    folders = [folder for uri in snapshot.workspace.folder_uris if (folder := path_of(uri)) is not None]
    above = [folder for folder in folders if folder in snapshot.path.parents]
    return max(above, key=lambda folder: len(folder.parts)) / _NAME if above else None


def silenced_in_project(
    snapshot: Snapshot, rule: str, client: Client, documents: Documents
) -> types.WorkspaceEdit | None:
    """The edit of the configuration; None where it cannot be made for certain."""
    path = configuration_of(snapshot, client)
    if path is None:
        return None
    uri = path.as_uri()
    there = path.is_file()
    file = documents.get(uri) or (snapshot.workspace.read(path, documents) if there else None)
    file = file or documents.read(uri, Text(""))
    edit = ignoring(file.text, rule)
    if edit is None:
        return None
    changes = file.text_edits([edit])
    if not client.document_changes:
        return types.WorkspaceEdit(changes={uri: changes})
    document = types.OptionalVersionedTextDocumentIdentifier(uri, file.version)
    made = [] if there else [types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))]
    return types.WorkspaceEdit(document_changes=[*made, types.TextDocumentEdit(document, changes)])
