"""textDocument/inlineCompletion: the one thing that is likely to be written next, shown in the text in grey."""

from __future__ import annotations

from contextlib import suppress

from lsprotocol import types

from ..engine.language.register import MissingPhrases
from ..phrasing import sources_of
from ..phrasing.inline import propose_inline
from ..register import DamagedTable
from .feature import Feature, Request


def inline_completion(request: Request) -> types.InlineCompletionList:
    """One item at most; it begins with what has been typed of it."""
    snapshot = request.snapshot
    found = None
    if snapshot.is_draft and snapshot.draft.is_resolution:
        offset = snapshot.offset(request.params.position)
        # What is wrong with a table of the register is said where it is searched.
        with suppress(DamagedTable, MissingPhrases):
            found = propose_inline(snapshot.draft, offset, sources_of(snapshot.checker))
    if found is None:
        return types.InlineCompletionList([])
    return types.InlineCompletionList([types.InlineCompletionItem(found.text, range=snapshot.range(found.span))])


FEATURES = (
    Feature(
        types.TEXT_DOCUMENT_INLINE_COMPLETION,
        inline_completion,
        types.InlineCompletionOptions(),
        wanted=lambda client: client.inline_completion,
    ),
)
