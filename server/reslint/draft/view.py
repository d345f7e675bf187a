"""Words as a rule sees them: mark-up away, one space for a wrapped line, and the way back to the source.

`text.fold` is a pure function of characters and therefore remembered; `View` puts its result at a place in a text.
"""

from __future__ import annotations

from ..text import Span
from ..text.folded import Folded
from ..text.record import dataclass


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
        if len(self.pieces) == 1:
            first, last = self.pieces[0]
            return Span(min(first + local.start, last), min(first + local.end, last))
        return Span(self._at(local.start, first=True), self._at(local.end, first=False))

    def _at(self, local: int, *, first: bool) -> int:
        for piece in self.pieces:
            size = len(piece)
            if local < size or (local == size and not first):
                return piece.start + local
            local -= size
        return self.pieces[-1].end if self.pieces else 0
