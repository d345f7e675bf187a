"""textDocument/semanticTokens: openers with adverb and addressee, organs, labels, markers, references, citations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ..engine.edits.named import links
from ..engine.language.openings import openings
from ..phrasing import sources_of
from ..text import Span
from ..text.memo import forget_oldest
from ..text.record import NamedTuple
from .feature import Feature, Request
from .links import document_links

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.checker import Checker
    from .documents import Snapshot

KINDS = ("keyword", "modifier", "class", "number", "macro", "variable", "string", "parameter", "comment", "type")
"""The legend, in standard token types, for what the constants below name in the same order."""
OPENER, ADVERB, ORGAN, LABEL, MARKER, REFERENCE, CITATION, PLACEHOLDER, COMMENT, ADDRESSEE = range(len(KINDS))
# Two patterns, each of which `re` looks for by its first characters, which is far quicker than one.
_PLACEHOLDERS = (re.compile(r"\[(?:\.{3}|…)\]"), re.compile(r"___+"))
_AFTER_ORGAN = " ,.:;"
_CACHED = 32


class Token(NamedTuple):
    """A span and the index of its kind in the legend."""

    span: Span
    kind: int


def tokens(draft: Draft, checker: Checker) -> list[Token]:
    """The tokens of a draft in order of the text, none overlapping another.

    Where two would, the earlier one stays; an addressee has what the others leave of it.
    """
    found: list[Token] = []
    end = 0
    for token in sorted(_all(draft, checker), key=lambda each: (each.span.start, each.kind)):
        if token.span.start >= end and len(token.span):
            found.append(token)
            end = token.span.end
    left = [Token(piece, ADDRESSEE) for span in _addressees(draft, checker) for piece in _gaps(span, found)]
    return sorted((*found, *left))


def _all(draft: Draft, checker: Checker) -> Iterator[Token]:
    for node in draft.nodes():
        if node.label_span is not None:
            yield Token(node.label_span, MARKER if node.kind == "note" else LABEL)
        if node.kind == "enacting-line":
            view = draft.view(node)
            yield Token(view.span(0, len(view.text.rstrip(_AFTER_ORGAN))), ORGAN)
        elif node.kind == "comment":
            yield Token(node.span, COMMENT)
        opener = draft.opener(node) if node.kind in {"preambular", "operative"} else None
        if opener is not None:
            view = draft.view(node)
            pieces = [(opener.start, opener.end, OPENER)]
            if opener.adverb:
                at = opener.adverb_start
                after = at + len(opener.adverb)
                pieces = [(opener.start, at, OPENER), (at, after, ADVERB), (after, opener.end, OPENER)]
            yield from (Token(view.span(start, end), kind) for start, end, kind in pieces if start < end)
    yield from (Token(marker.span, MARKER) for marker in draft.markers)
    if checker.references is not None:
        yield from (Token(span, REFERENCE) for span, _ in links(draft, checker.references))
    yield from (Token(link.span, CITATION) for link in document_links(draft, checker))
    for pattern in _PLACEHOLDERS:
        yield from (Token(Span(*match.span()), PLACEHOLDER) for match in pattern.finditer(draft.text.content))


def _addressees(draft: Draft, checker: Checker) -> Iterator[Span]:
    """To whom the directive openers of a draft speak, in order of the text."""
    sequences = sources_of(checker).sequences
    if sequences is None:
        return
    for _, opening in openings(draft.nodes("preambular", "operative"), draft):
        place = sequences.addressee_place(opening)
        if place is not None:
            yield opening.view.span(*place)


def _gaps(span: Span, taken: Sequence[Token]) -> Iterator[Span]:
    """The gaps that tokens, in order and apart, leave in a span."""
    start = span.start
    for at in range(max(0, bisect_left(taken, (span,)) - 1), len(taken)):
        other = taken[at].span
        if other.start >= span.end:
            break
        if other.end > start:
            if start < other.start:
                yield Span(start, other.start)
            start = other.end
    if start < span.end:
        yield Span(start, span.end)


def encode(snapshot: Snapshot, found: Sequence[Token]) -> list[int]:
    """Tokens as the protocol has them, relative to each other; one that spans lines becomes one for each line."""
    data: list[int] = []
    line = column = 0
    for span, kind in found:
        for here, start, end in _pieces(snapshot, span):
            data += (here - line, start - (column if here == line else 0), end - start, kind, 0)
            line, column = here, start
    return data


def _pieces(snapshot: Snapshot, span: Span) -> Iterable[tuple[int, int, int]]:
    """Line, first and last column of what a span has of each line."""
    text, unit = snapshot.text, snapshot.unit
    line, column = text.position(span.start, unit)
    last, end = text.position(span.end, unit)
    if line == last:
        return ((line, column, end),)
    found = [(line, column, text.position(text.line_span(line).end, unit).column)]
    found += [(each, 0, text.position(text.line_span(each).end, unit).column) for each in range(line + 1, last)]
    return [piece for piece in (*found, (last, 0, end)) if piece[1] < piece[2]]


def delta(before: Sequence[int], after: Sequence[int]) -> list[types.SemanticTokensEdit]:
    """One edit that makes `after` of `before`; none when they are alike. Whole tokens of five numbers are replaced."""
    head = 0
    limit = min(len(before), len(after))
    while head < limit and before[head : head + 5] == after[head : head + 5]:
        head += 5
    tail = 0
    while tail < limit - head and _last(before, tail) == _last(after, tail):
        tail += 5
    if head == len(before) == len(after):
        return []
    return [types.SemanticTokensEdit(head, len(before) - head - tail, list(after[head : len(after) - tail]))]


def _last(data: Sequence[int], tail: int) -> Sequence[int]:
    """The token before the last `tail` numbers."""
    return data[len(data) - tail - 5 : len(data) - tail]


class _Sent:
    """The tokens that were sent last, by result: enough for a client to ask for what has changed since."""

    def __init__(self) -> None:
        self._cached: dict[str, list[int]] = {}

    def keep(self, ident: str, data: list[int]) -> None:
        self._cached[ident] = data
        if len(self._cached) > _CACHED:
            forget_oldest(self._cached)

    def get(self, ident: str) -> list[int] | None:
        return self._cached.get(ident)


_sent = _Sent()


def full(request: Request) -> types.SemanticTokens:
    """All tokens of a draft."""
    data = _data(request.snapshot)
    _sent.keep(request.snapshot.serial, data)
    return types.SemanticTokens(data, request.snapshot.serial)


def changed(request: Request) -> types.SemanticTokens | types.SemanticTokensDelta:
    """The changes since a result that the client has; all tokens when that is not known any more."""
    before = _sent.get(request.params.previous_result_id)
    answer = full(request)
    if before is None:
        return answer
    return types.SemanticTokensDelta(delta(before, list(answer.data)), answer.result_id)


def ranged(request: Request) -> types.SemanticTokens:
    """The tokens that touch a range."""
    wanted = request.snapshot.span(request.params.range)
    return types.SemanticTokens(_data(request.snapshot, wanted))


def _data(snapshot: Snapshot, wanted: Span | None = None) -> list[int]:
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    found = tokens(snapshot.draft, snapshot.checker)
    if wanted is not None:
        found = [token for token in found if token.span.start < wanted.end and token.span.end > wanted.start]
    return encode(snapshot, found)


_LEGEND: Any = types.SemanticTokensLegend(token_types=list(KINDS), token_modifiers=[])

FEATURES = (
    Feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, full, _LEGEND),
    Feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, changed),
    Feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, ranged),
)
