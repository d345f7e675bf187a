"""textDocument/inlayHint: the date that a first mention lacks, and the adverb that an opener lacks."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from lsprotocol import types

from ..draft.outline import node_at
from ..engine.language.register import MissingPhrases
from ..phrasing import sources_of
from ..phrasing.cited import cited_at
from ..phrasing.describe import describe
from ..phrasing.missing import Missing, missing
from ..register import DamagedTable
from .completion import recalled
from .feature import Feature, Request, Session
from .hover import markup

if TYPE_CHECKING:
    from ..engine.data.finding import Finding
    from .client import Client
    from .documents import Snapshot


def inlay_hints(request: Request) -> list[types.InlayHint]:
    """The hints in a range; accepting one writes what it says."""
    snapshot = request.snapshot
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    wanted = snapshot.span(request.params.range)
    found = missing(snapshot.draft, snapshot.outcome.findings, snapshot.checker.ruleset, wanted)
    return [_hint(each, snapshot, request.client) for each in found]


def _hint(lacking: Missing, snapshot: Snapshot, client: Client) -> types.InlayHint:
    words, edit, finding = lacking
    about = _about(finding, snapshot)
    behind = edit.text[:1].isspace()
    hint = types.InlayHint(
        snapshot.range(edit.span).start,
        words,
        text_edits=snapshot.text_edits([edit]),
        padding_left=behind,
        padding_right=not behind,
    )
    if about and "tooltip" in client.inlay_hint_resolve:
        hint.data = {"uri": snapshot.uri, "about": list(about)}
    else:
        said = describe(about, sources_of(snapshot.checker)) if about else finding.message
        hint.tooltip = markup(said, client)
    return hint


def _about(finding: Finding, snapshot: Snapshot) -> tuple[str, ...]:
    """The thing whose date a finding misses; empty where it speaks of no date, or the register cannot be read."""
    draft, at = snapshot.draft, finding.span.start
    node = node_at(draft, at)
    if node is None:
        return ()
    with suppress(DamagedTable, MissingPhrases):
        thing = cited_at(draft, node, at, sources_of(snapshot.checker))
        if thing is not None:
            return thing.about
    return ()


def resolve(session: Session) -> types.InlayHint:
    """The same hint with what the register knows; as it is when its document has been closed."""
    hint: types.InlayHint = session.params
    if hint.tooltip is None and (known := recalled(session, hint.data)) is not None:
        about, checker = known
        hint.tooltip = markup(describe(about, sources_of(checker)), session.client)
    return hint


FEATURES = (
    Feature(types.TEXT_DOCUMENT_INLAY_HINT, inlay_hints, types.InlayHintOptions(resolve_provider=True)),
    Feature(types.INLAY_HINT_RESOLVE, resolve, of_document=False),
)
