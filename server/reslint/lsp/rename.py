"""textDocument/rename: another label for a footnote or a paragraph, wherever it is mentioned."""

from __future__ import annotations

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from ..engine.edits.named import renamed
from .edits import workspace_edit
from .feature import Feature, Request
from .navigation import named

_REQUEST_FAILED = -32803


def prepare(request: Request) -> types.PrepareRenamePlaceholder | None:
    """The label that would be renamed; null where there is none."""
    found = named(request)
    if found is None:
        return None
    return types.PrepareRenamePlaceholder(request.snapshot.range(found.here), found.label)


def rename(request: Request) -> types.WorkspaceEdit | None:
    """The edit; a refusal with its reason where the new label cannot be."""
    found = named(request)
    if found is None:
        return None
    try:
        edits = renamed(request.snapshot.draft, found, request.params.new_name.strip())
    except ValueError as error:
        raise JsonRpcException(str(error), _REQUEST_FAILED) from None
    return workspace_edit(request.snapshot, edits, request.client)


FEATURES = (
    Feature(types.TEXT_DOCUMENT_PREPARE_RENAME, prepare),
    Feature(types.TEXT_DOCUMENT_RENAME, rename),
)
