"""A text in the one notation that the parser reads, with the way back to the text as it was written.

Whatever a writer or a program uses for a footnote, a space or an insertion is rewritten as the parser knows it before
anything is parsed. Positions are then led back, so that all that is shown or edited lies in the text as written.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ...text import Span
from ...text.record import NamedTuple


class Replaced(NamedTuple):
    """Characters to be read as others: code-point offsets, half-open, and what to read there."""

    start: int
    end: int
    words: str


class Segment(NamedTuple):
    """Characters that come from one stretch of the source.

    `exact` says that they come from it one by one; else all of them come from all of it.
    """

    start: int
    """The offset of the first of the characters."""
    first: int
    """The offset of the stretch in the source."""
    width: int
    """The length of the stretch."""
    exact: bool


class Canonical:
    """A text as the parser reads it, in segments of the source. `is_source` says that it is the source."""

    __slots__ = ("_starts", "bracketed", "content", "is_paged", "is_source", "segments", "uncalled")

    def __init__(self, content: str, segments: tuple[Segment, ...] | None = None) -> None:
        self.content = content
        self.bracketed: tuple[Span, ...] = ()
        """The places under negotiation, in the source: brackets with their words, remarks, struck text."""
        self.is_paged = False
        """Whether it was taken from printed pages, so that what belongs together was worked out."""
        self.is_source = segments is None
        self.segments = (Segment(0, 0, len(content), True),) if segments is None else segments
        self.uncalled: frozenset[str] = frozenset()
        """The labels of notes whose markers cannot be told from numbers."""
        self._starts = [segment.start for segment in self.segments]

    def changed(self, changes: Iterable[Replaced], copies: Iterable[tuple[str, Span]] = ()) -> Canonical:
        """The text with these changes, whose offsets count in `content`; they are in order and do not overlap.

        `copies` are put at its end: new words and what is to be read again after them, of the text as it was.
        """
        segments: list[Segment] = []
        words: list[str] = []
        at = length = 0
        for change in changes:
            length = self._keep(at, change.start, length, segments)
            words += (self.content[at : change.start], change.words)
            if change.words:
                first, end = self.source(Span(change.start, change.end))
                width = end - first
                segments.append(Segment(length, first, width, width == len(change.words)))
            length += len(change.words)
            at = change.end
        if not words:
            return self
        length = self._keep(at, len(self.content), length, segments)
        words.append(self.content[at:])
        for head, span in copies:
            segments.append(Segment(length, self.source(span).start, 0, False))
            length = self._keep(*span, length + len(head), segments)
            words += (head, self.content[span.start : span.end])
        changed = Canonical("".join(words), tuple(segments))
        changed.is_paged, changed.uncalled = self.is_paged, self.uncalled
        return changed

    def _keep(self, start: int, end: int, at: int, segments: list[Segment]) -> int:
        """Adds the segments of what stays, which is at `at` from now on; gives the offset after it."""
        segments += [piece._replace(start=piece.start + at) for piece in self.within(Span(start, end))]
        return at + end - start

    def lost(self, source: str) -> Iterator[Span]:
        """The spans that can be seen in the source and are not words in `content`: tags and the like, in order."""
        at = 0
        for segment, limit in zip(self.segments, (*self._starts[1:], len(self.content)), strict=True):
            if _is_seen(source[at : segment.first]):
                yield Span(at, segment.first)
            at = max(at, segment.first + segment.width)
            if (
                not segment.exact
                and not self.content[segment.start : limit].strip()
                and _is_seen(source[segment.first : segment.first + segment.width])
            ):
                yield Span(segment.first, segment.first + segment.width)
        if _is_seen(source[at:]):
            yield Span(at, len(source))

    def within(self, span: Span) -> Iterator[Segment]:
        """The segments of a part of `content`, their `start` counted from its start."""
        start, end = span
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self._starts) and self._starts[index] < end:
            segment = self.segments[index]
            index += 1
            low = max(segment.start, start)
            high = min(self._starts[index] if index < len(self._starts) else len(self.content), end)
            if segment.exact:
                yield Segment(low - start, segment.first + low - segment.start, high - low, True)
            else:
                yield segment._replace(start=low - start)

    def source(self, span: Span) -> Span:
        """Where characters of `content` come from; for none of them the place before which they would stand."""
        start, end = span
        first = self._first(start)
        return Span(first, first) if start == end else Span(first, self._last(end))

    def _first(self, at: int) -> int:
        if at >= len(self.content):
            return self._last(len(self.content))
        segment = self.segments[bisect_right(self._starts, at) - 1]
        return segment.first + (at - segment.start if segment.exact else 0)

    def _last(self, at: int) -> int:
        """Where the source of the character before `at` ends."""
        if not self.segments or at <= 0:
            return 0
        segment = self.segments[bisect_right(self._starts, at - 1) - 1]
        return segment.first + (at - segment.start if segment.exact else segment.width)


def _is_seen(words: str) -> bool:
    """Whether anything of some characters can be seen: spaces, and what has no width, cannot."""
    return any(character.isprintable() and not character.isspace() for character in words)
