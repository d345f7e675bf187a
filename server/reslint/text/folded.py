"""Folded words: those of a paragraph without its mark-up, and the way back to its source."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from .record import NamedTuple, dataclass
from .span import Span

Style = Literal["italic", "bold", "underline"]


class Emphasis(NamedTuple):
    """A run of emphasised words; `start` and `end` are offsets into the folded text, half-open.

    `opening` and `closing` are the spans of the delimiters in local coordinates (see `Folded`).
    """

    start: int
    end: int
    style: Style
    opening: Span
    closing: Span


class MarkerAt(NamedTuple):
    """A footnote marker: `at` is the offset in the folded text before which it stood, `local` its own span."""

    label: str
    at: int
    local: Span


@dataclass(frozen=True, slots=True)
class Folded:
    """The words of a paragraph without mark-up, markers, comments and line breaks.

    U+00AD is gone, U+2011 is "-", NBSP and its narrow kin are " ", a line break with the blanks around it is one
    " " (none where the joint is inside a hyphenated word is the writer's business: nothing is guessed).
    *Local* offsets count code points through the source pieces, put end to end.
    """

    text: str
    emphasis: tuple[Emphasis, ...]
    markers: tuple[MarkerAt, ...]
    starts: tuple[int, ...]
    """Offsets in `text` at which a run begins that lies unbroken in the source."""
    origins: tuple[int, ...]
    """The local offset of each run's first character."""
    local_length: int
    ends: tuple[int, ...] = ()
    """Where the source of a run ends whose characters do not stand in it one by one; -1 for the others."""

    def local(self, start: int, end: int) -> Span:
        """The local span of `text[start:end]`: from its first source character to just after its last."""
        if start >= end:
            at = self._origin(start)
            return Span(at, at)
        return Span(self._origin(start), self._after(end - 1))

    def _after(self, offset: int) -> int:
        """The local offset just after the source of a character."""
        if self.ends and (end := self.ends[bisect_right(self.starts, offset) - 1]) >= 0:
            return end
        return self._origin(offset) + 1

    def _origin(self, offset: int) -> int:
        if not self.starts:
            return 0
        if offset >= len(self.text):
            return self._after(len(self.text) - 1)
        run = bisect_right(self.starts, offset) - 1
        if self.ends and self.ends[run] >= 0:
            return self.origins[run]
        return self.origins[run] + offset - self.starts[run]
