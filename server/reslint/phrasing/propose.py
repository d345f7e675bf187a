"""Everything that can be proposed at a place of a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from .citations import propose_citations, propose_kinds, propose_titled
from .closings import propose_closings, propose_formulas, propose_rest, propose_sessions
from .cursor import Cursor
from .following import propose_following
from .instruments import propose_instruments
from .labels import propose_labels, propose_paragraphs
from .numbers import propose_numbers
from .openers import propose_openers, starts
from .organs import propose_enacting, propose_organs
from .proposal import Proposal, Proposals
from .rulenames import propose_in_comment

if TYPE_CHECKING:
    from ..draft import Draft
    from .sources import Sources

LIMIT = 40
"""How many proposals are made at most; whoever types on gets others."""


def propose(draft: Draft, offset: int, sources: Sources, limit: int = LIMIT) -> Proposals:
    """The proposals at `offset` (in code points), the likeliest first.

    What stands there decides what is looked for: an open comment, an open footnote marker, "paragraph ", the start of a
    paragraph, the words after an opener, and else what the last words ask for. Raises DamagedTable and MissingPhrases.
    """
    comment = propose_in_comment(draft.text, offset, sources.ruleset)
    if comment is not None:
        return _cut(comment, limit)
    cursor = Cursor(draft, offset)
    labels = list(propose_labels(cursor))
    if labels:
        return _cut(labels, limit)
    if not cursor.in_paragraph or offset < cursor.start:
        return _cut(propose_numbers(cursor), limit)
    ways: tuple[Callable[[], Iterable[Proposal]], ...] = (
        lambda: propose_paragraphs(cursor, sources),
        lambda: _at_start(cursor, sources),
        lambda: propose_citations(cursor, sources, limit),
        lambda: propose_kinds(cursor, sources),
        lambda: propose_sessions(cursor, sources),
        lambda: (*propose_following(cursor, sources), *propose_rest(cursor, sources)),
        lambda: propose_formulas(cursor, sources),
        lambda: _names(cursor, sources, limit),
        lambda: propose_titled(cursor, sources, limit),
    )
    for way in ways:
        found = _cut(way(), limit)
        if found.items:
            return found
    return Proposals()


def _at_start(cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """Numbers, openers and standard paragraphs where a paragraph begins."""
    yield from propose_enacting(cursor, sources)
    begun = starts(cursor)
    numbers = list(propose_numbers(cursor))
    first = not begun or begun[0].kind == "operative" or len(numbers) > 1
    if first:
        yield from numbers
    for start in begun:
        openers = propose_openers(start, cursor, sources)
        closings = list(propose_closings(start, cursor, sources))
        # Where next to nothing has been typed the openers are many: the standard paragraphs stand after the first ones.
        yield from islice(openers, LIMIT // (2 * len(begun)))
        yield from closings
        yield from openers
    if not first:
        yield from numbers


def _names(cursor: Cursor, sources: Sources, limit: int) -> list[Proposal]:
    """Organs and instruments; those first of whose names more has been typed."""
    found = [*propose_organs(cursor, sources), *propose_instruments(cursor, sources, limit)]
    return sorted(found, key=lambda item: item.span.start)


def _cut(found: Iterable[Proposal], limit: int) -> Proposals:
    items = list(islice(found, limit + 1))
    # What edits another place is made again as the writer types: its spans hold for this text alone.
    return Proposals(tuple(items[:limit]), len(items) > limit or any(item.edits for item in items))
