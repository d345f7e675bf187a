"""Text so likely to be written next that it is shown in the text itself, in grey, and taken with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text import Span
from ..text.record import replace
from .cursor import PARAGRAPHS, Cursor
from .propose import propose
from .recurrent import propose_recurrent
from .repeated import propose_repeated

if TYPE_CHECKING:
    from ..draft import Draft
    from .proposal import Proposal
    from .sources import Sources

_BEGUN = 8
"""Letters that have been typed of the one proposal that there is."""
_LEFT = 4
"""Letters that are left to be written: fewer are typed sooner than read."""


def propose_inline(draft: Draft, offset: int, sources: Sources) -> Proposal | None:
    """The one proposal at `offset`, at the end of a line; None where several are likely, or none is.

    Its span ends at `offset`, and its text begins with what stands in it. Raises DamagedTable and MissingPhrases.
    """
    cursor = Cursor(draft, offset)
    if cursor.is_followed or cursor.node is None or cursor.node.kind not in PARAGRAPHS:
        return None
    found = propose(draft, offset, sources, limit=2)
    if len(found.items) == 1 and not found.cut:
        only = _fitting(found.items[0], draft, offset)
        if only is not None:
            return only
    return propose_repeated(cursor) or propose_recurrent(cursor, sources)


def _fitting(proposal: Proposal, draft: Draft, offset: int) -> Proposal | None:
    """The proposal as one that goes on with what has been typed; None where it changes something else."""
    typed = draft.text.content[proposal.span.start : offset]
    words = proposal.text
    if proposal.edits or proposal.rest or not words.startswith(typed):
        return None
    if len(typed) < _BEGUN or len(words) - len(typed) < _LEFT:
        return None
    return replace(proposal, span=Span(proposal.span.start, offset))
