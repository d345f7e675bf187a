"""Spans and positions: the two ways to say where something is."""

from __future__ import annotations

from .record import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code-point offsets into one text."""

    start: int
    end: int

    def __len__(self) -> int:
        """The number of code points covered (not the length of the tuple)."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """True for every span, the empty one too: an empty span is a place, not an absence."""
        return True

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span (a span covers itself)."""
        return self.start <= other.start and other.end <= self.end

    def holds(self, offset: int) -> bool:
        """Whether the code point at `offset` belongs to this span."""
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point (empty spans share none)."""
        return max(self.start, other.start) < min(self.end, other.end)

    def shift(self, by: int) -> Span:
        """The same span `by` code points later."""
        return Span(self.start + by, self.end + by)


class Position(NamedTuple):
    """A zero-based line and column; what a column counts is said by whoever makes it."""

    line: int
    column: int
