"""From what was found in the canonical text back to the text as written: the tree, and the words of its nodes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from itertools import accumulate

from ...text import Span
from ...text.fold import fold
from ...text.folded import Emphasis, Folded, MarkerAt
from ..model import Node
from .canonical import Canonical

INLINE = "^"
"""The labels of notes that have none, as they stand in the middle of a sentence, begin with it."""


class SourcePlaces:
    """The places that a tree of the canonical text has in the source."""

    def __init__(self, canonical: Canonical) -> None:
        self._canonical = canonical
        self.uncalled = canonical.uncalled
        """The labels of notes whose markers cannot be told from numbers."""
        self.is_paged = canonical.is_paged
        self.bracketed = canonical.bracketed
        self._bodies: dict[Node, tuple[Span, ...]] = {}

    def lost(self, source: str) -> tuple[Span, ...]:
        """The spans that can be seen in the source and are not words: tags and the like, in order."""
        return tuple(self._canonical.lost(source))

    def tree(self, root: Node) -> Node:
        """The tree of the text as written. Notes in the middle of a paragraph, read at the end, are children of it."""
        placed = self.put(root)
        inline = [node for node in placed.walk() if node.kind == "note" and node.label.startswith(INLINE)]
        return self._hung(placed, inline) if inline else placed

    def _hung(self, node: Node, inline: Sequence[Node]) -> Node:
        """A node without the notes that stood in paragraphs, but for those that stand in its own words."""
        own = [note for note in inline if any(piece.covers(note.span) for piece in node.body)]
        children = [self._hung(child, inline) for child in node.children if child not in inline] + own
        if not own and children == list(node.children):
            return node
        span = node.span
        spans = [*node.body, *(child.span for child in children), node.label_span or Span(span.start, span.start)]
        if node.kind == "document":
            spans.append(span)
        span = Span(span.start, max(one.end for one in spans))
        children.sort(key=lambda child: child.span)
        hung = Node(node.kind, span, node.label, node.label_span, node.level, node.body, tuple(children), node.doubt)
        if node in self._bodies:
            self._bodies[hung] = self._bodies.pop(node)
        return hung

    def put(self, node: Node) -> Node:
        """A node and all below it, in the text as written."""
        source = self._canonical.source
        placed = Node(
            node.kind,
            source(node.span),
            node.label,
            node.label_span and source(node.label_span),
            node.level,
            tuple([source(piece) for piece in node.body]),
            tuple([self.put(child) for child in node.children]),
            node.doubt,
        )
        if node.body:
            self._bodies[placed] = node.body
        return placed

    def words(self, node: Node) -> tuple[str, ...]:
        """The own words of a node in the canonical notation, piece by piece."""
        return tuple([self._canonical.content[start:end] for start, end in self._bodies.get(node, ())])

    def key(self, node: Node) -> Hashable:
        """The canonical words of a node and how they come from the source: equal for nodes that are folded alike."""
        pieces = []
        for piece in self._bodies.get(node, ()):
            first = self._canonical.source(piece).start
            segments = [one._replace(first=one.first - first) for one in self._canonical.within(piece)]
            pieces.append((self._canonical.content[piece.start : piece.end], *segments))
        return tuple(pieces)

    def folded(self, node: Node) -> Folded:
        """The folded words of a node; its local offsets count through the source of its own words."""
        body = self._bodies.get(node, ())
        return _Way(self._canonical, body, node.body).back(fold(self.words(node)))


class _Way:
    """The way from local offsets of canonical pieces to those of the pieces of the source they come from."""

    def __init__(self, canonical: Canonical, pieces: Sequence[Span], sources: Sequence[Span]) -> None:
        self._canonical = canonical
        self._pieces = pieces
        self._sources = sources
        self._starts = [0, *accumulate(map(len, pieces))]
        self._local_starts = [0, *accumulate(map(len, sources))]

    def back(self, folded: Folded) -> Folded:
        """The same words with local offsets of the source."""
        starts: list[int] = []
        origins: list[int] = []
        ends: list[int] = []
        limits = (*folded.starts[1:], len(folded.text))[: len(folded.starts)]
        for at, local, limit in zip(folded.starts, folded.origins, limits, strict=True):
            for first, origin, end in self._runs(local, limit - at):
                starts.append(at + first)
                origins.append(origin)
                ends.append(end)
        emphasis = [
            Emphasis(one.start, one.end, one.style, self._span(one.opening), self._span(one.closing))
            for one in folded.emphasis
        ]
        markers = [MarkerAt(one.label, one.at, self._span(one.local)) for one in folded.markers]
        length = self._local_starts[-1]
        return Folded(folded.text, tuple(emphasis), tuple(markers), tuple(starts), tuple(origins), length, tuple(ends))

    def _runs(self, local: int, length: int) -> list[tuple[int, int, int]]:
        """The unbroken runs of source behind so many characters: offset among these, local offset, and its end."""
        runs: list[tuple[int, int, int]] = []
        at, end = local, local + length
        while at < end:
            index = self._piece(at)
            limit = min(end, self._starts[index + 1])
            if limit <= at:
                break
            by = self._pieces[index].start - self._starts[index]
            shift = self._local_starts[index] - self._sources[index].start
            for segment in self._canonical.within(Span(at + by, limit + by)):
                first = segment.first + shift
                runs.append((at - local + segment.start, first, -1 if segment.exact else first + segment.width))
            at = limit
        return runs

    def _piece(self, local: int) -> int:
        return min(max(bisect_right(self._starts, local) - 1, 0), len(self._pieces) - 1)

    def _span(self, span: Span) -> Span:
        index = self._piece(span.start)
        by = self._pieces[index].start - self._starts[index]
        shift = self._local_starts[index] - self._sources[index].start
        return self._canonical.source(span.shift(by)).shift(shift)
