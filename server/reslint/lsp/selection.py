"""textDocument/selectionRange: from the word to the phrase, the paragraph, its parts and the whole text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from ..draft.outline import node_at, runs
from ..text import Span
from .feature import Feature, Request

if TYPE_CHECKING:
    from ..draft import Draft, Node

_WORD = re.compile(r"[^\W_]+(?:[’'\-‑][^\W_]+)*")
_PHRASE_END = re.compile(r"[,;:.](?=\s|$)|[“”\"()]")


def selections(draft: Draft, offset: int) -> list[Span]:
    """The spans around `offset`, from the smallest to the whole text; each holds the one before it.

    Word, phrase (between punctuation marks), words of the paragraph, paragraph with its label and subparagraphs,
    preamble, part, resolution, document.
    """
    whole = Span(0, len(draft.text))
    chain: list[Span] = []
    node = node_at(draft, offset)
    if node is not None:
        piece = next((each for each in node.body if each.start <= offset <= each.end), None)
        if piece is not None:
            chain += [*_in_piece(draft.text.content, piece, offset), piece]
            if len(node.body) > 1:
                chain.append(Span(node.body[0].start, node.body[-1].end))
        for above in (node, *draft.ancestors(node)):
            chain.append(above.span)
            if above.kind == "preambular":
                chain.append(_preamble(draft, above))
    grown: list[Span] = []
    for span in (*chain, whole):
        if span.covers(grown[-1] if grown else Span(offset, offset)) and span != (grown[-1] if grown else None):
            grown.append(span)
    return grown


def _in_piece(content: str, piece: Span, offset: int) -> list[Span]:
    found = [
        Span(*match.span())
        for match in _WORD.finditer(content, piece.start, piece.end)
        if match.start() <= offset <= match.end()
    ][:1]
    start = piece.start
    for match in _PHRASE_END.finditer(content, piece.start, piece.end):
        if match.start() >= offset:
            end = match.start()
            break
        start = match.end()
    else:
        end = piece.end
    while start < min(offset, end) and content[start].isspace():
        start += 1
    return [*found, Span(start, end)] if start < end else found


def _preamble(draft: Draft, node: Node) -> Span:
    parent = draft.parent(node)
    for run in runs(parent, "preambular") if parent else ():
        if any(each is node for each in run):
            return Span(run[0].span.start, run[-1].span.end)
    return node.span


def selection_ranges(request: Request) -> list[types.SelectionRange]:
    """One chain for each position; from the word to the whole in another text, the whole where it is too long."""
    snapshot = request.snapshot
    whole = [Span(0, len(snapshot.text))]
    result = []
    for position in request.params.positions:
        made: types.SelectionRange | None = None
        spans = whole if snapshot.is_too_long else selections(snapshot.draft, snapshot.offset(position))
        for span in reversed(spans):
            made = types.SelectionRange(snapshot.range(span), made)
        assert made is not None  # the whole text is always there
        result.append(made)
    return result


FEATURES = (Feature(types.TEXT_DOCUMENT_SELECTION_RANGE, selection_ranges),)
