"""textDocument/codeLens: how much each resolution, part and annex holds, and what each paragraph asks of whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap
from typing import TYPE_CHECKING

from lsprotocol import types

from ..draft.outline import head_of
from ..reports.measures import Counts, count
from ..text import Span
from ..text.record import NamedTuple
from .feature import Feature, Request
from .mandates import summaries

if TYPE_CHECKING:
    from ..draft import Draft

_COUNTED = ("resolution", "part", "annex", "declaration")
_NAMED = ("preambular", "operative")
"""The kinds of paragraph that are counted; an annex, whose title may be one of its paragraphs, has words alone."""


class Lens(NamedTuple):
    """A line of words above a span."""

    span: Span
    words: str


def lenses(draft: Draft) -> Iterator[Lens]:
    """The counts of each resolution, and of its parts and annexes, at its title or heading.

    A resolution has none before its first paragraph is written: editors show an old count for a while.
    """
    for node in draft.nodes(*_COUNTED):
        counts = count(draft, node)
        if node.kind != "resolution" or any(counts.kinds.get(kind) for kind in _NAMED):
            yield Lens(head_of(node), summary(counts))


def summary(counts: Counts) -> str:
    """Counts in a line: "12 preambular, 14 operative paragraphs · 1,240 words"."""
    kinds = [(counts.kinds[kind], kind) for kind in _NAMED if counts.kinds.get(kind)]
    pieces = []
    if kinds:
        listed = ", ".join(f"{number:,} {name}" for number, name in kinds)
        pieces.append(f"{listed} {_plural(kinds[-1][0], 'paragraph')}")
    pieces.append(f"{counts.words:,} {_plural(counts.words, 'word')}")
    return " · ".join(pieces)


def _plural(number: int, name: str) -> str:
    return name if number == 1 else f"{name}s"


def code_lenses(request: Request) -> list[types.CodeLens]:
    """The lenses of a draft. Their command has no name: there is nothing to do, and editors show its title as text."""
    snapshot = request.snapshot
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    every = [*lenses(snapshot.draft), *starmap(Lens, summaries(snapshot))]
    return [types.CodeLens(snapshot.range(span), types.Command(words, "")) for span, words in every]


FEATURES = (Feature(types.TEXT_DOCUMENT_CODE_LENS, code_lenses, types.CodeLensOptions()),)
