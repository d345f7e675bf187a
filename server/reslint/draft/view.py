"""Words as a rule sees them: mark-up away, one space for a wrapped line, and the way back to the source.

`fold` is a pure function of characters and therefore remembered; `View` puts its result at a place in a text.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from ..text import Span
from ..text.record import NamedTuple, dataclass

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


@dataclass(frozen=True, slots=True)
class View:
    """The folded words of one node, and where they stand."""

    folded: Folded
    pieces: tuple[Span, ...]
    """The source spans that were folded, in order."""

    @property
    def text(self) -> str:
        """The folded words."""
        return self.folded.text

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`, for showing and replacing it."""
        return self.source(self.folded.local(start, end))

    def source(self, local: Span) -> Span:
        """The source span of a local span; one that crosses a page break covers what cut the paragraph, too."""
        return Span(self._at(local.start, first=True), self._at(local.end, first=False))

    def _at(self, local: int, *, first: bool) -> int:
        for piece in self.pieces:
            size = len(piece)
            if local < size or (local == size and not first):
                return piece.start + local
            local -= size
        return self.pieces[-1].end if self.pieces else 0
