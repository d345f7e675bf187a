"""Paragraphs put together to a text, with the way back from every place of the text to the piece it comes from.

Whoever reads a paragraph says what it is made of: `surface.py` for Word files, the extension for LibreOffice Writer for
documents that are open there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from ...text import Span, Text
from ...text.record import dataclass, field
from ...text.stopping import go_on
from ..original import InParagraph, Place, Version
from .inline import RunPiece
from .markdown import VisibleStretch, write
from .styles import ITALIC
from .xml import Element

_LABEL = re.compile(r"(?:\d{1,3}\.?|\(?[a-z]{1,5}\)|[a-z]\.|[IVX]{1,5}\.|\([ivx]+\)|[-•–—*])\Z")
"""A number or letter typed by hand."""
_BEHIND_LABEL = 3
"""So many tabs after a number that was typed are one space."""

_SPACES = str.maketrans("\n\t", "  ")
_AROUND = 40
"""So many characters before and behind a place tell it from others."""


@dataclass(slots=True, eq=False)
class WordParagraph:
    """A paragraph of the file that has words, and where it stands in the text.

    `start` and `end` are those of its own words in the text, without the number that Word makes. `ordinal` counts
    from 1; notes have none, but a label. `elements` are more than one where tracked changes join paragraphs.
    """

    element: Element
    ordinal: int
    number: str = ""
    """The number that Word makes and prints before it."""
    note: str = ""
    """The label of the note that it belongs to."""
    boxed: bool = False
    """Whether it stands in a text box."""
    start: int = 0
    end: int = 0
    pieces: list[RunPiece] = field(default_factory=list)
    stretches: list[VisibleStretch] = field(default_factory=list)
    dropped: int = 0
    """The emphasis that the text cannot say."""
    starts: list[int] = field(default_factory=list)
    """The index of the first visible character of each piece."""

    @property
    def words(self) -> str:
        """The visible characters."""
        return "".join(piece.text for piece in self.pieces)

    def visible(self, offset: int) -> int:
        """The index of the first visible character at or after an offset of the text."""
        local = offset - self.start
        place = bisect_right(self.stretches, local, key=lambda stretch: stretch.start) - 1
        if place < 0:
            return 0
        start, length, visible = self.stretches[place]
        if local <= start:
            return visible
        after = self.stretches[place + 1].visible if place + 1 < len(self.stretches) else self.length
        return min(visible + local - start, after) if local < start + length else after

    @property
    def length(self) -> int:
        """The number of its visible characters."""
        return self.starts[-1] + len(self.pieces[-1].text) if self.pieces else 0

    def piece_at(self, visible: int) -> RunPiece:
        """The piece that holds a visible character."""
        return self.pieces[bisect_right(self.starts, visible) - 1]


class Assembly:
    """A text that grows by paragraphs: `put`, `part` and `add` make it, `finish` ends it."""

    version: Version = "final"
    """Which version of the file its text is."""
    text: Text

    def __init__(self) -> None:
        self.paragraphs: list[WordParagraph] = []
        self.memo: dict[object, object] = {}
        """The values that others have worked out of it."""
        self._out: list[str] = []
        self._length = 0
        self._count = 0
        self._starts: list[int] = []

    # How it is made

    def put(self, words: str) -> None:
        """Add words of the text that are nobody's in the file."""
        self._out.append(words)
        self._length += len(words)

    def part(self) -> None:
        """Part what comes from what is there by a blank line."""
        if self._length:
            self.put("\n\n")

    def add(
        self,
        paragraph: WordParagraph,
        pieces: list[RunPiece],
        lead: str = "",
        *,
        before: Iterable[str] = (),
        in_table: bool = False,
    ) -> bool:
        """Add a paragraph that is made of pieces; says whether it has words.

        `lead` is what stands on its line before its words, in place of its number; `before` are lines above it.
        Raises Stopped where the work is stoppable and no longer wanted (`text.stopping`).
        """
        go_on()
        pieces = _trimmed(pieces)
        if not pieces:
            return False
        if in_table:
            for piece in pieces:
                piece.text = piece.text.translate(_SPACES)
        else:
            self.part()
            _spaced(pieces)
            for line in before:
                self.put(line + "\n")
        if not paragraph.note:
            self._count += 1
            paragraph.ordinal = self._count
        self.put(lead or (f"{paragraph.number} " if paragraph.number else ""))
        written = write(pieces, in_table=in_table)
        paragraph.pieces, paragraph.stretches, paragraph.dropped = pieces, written.stretches, written.dropped
        at = 0
        for piece in pieces:
            paragraph.starts.append(at)
            at += len(piece.text)
        paragraph.start = self._length
        self.put(written.text)
        paragraph.end = self._length
        self.paragraphs.append(paragraph)
        return True

    def finish(self) -> None:
        """Make the text."""
        self.text = Text("".join(self._out) + "\n")
        self._starts = [paragraph.start for paragraph in self.paragraphs]

    # Where things are

    def paragraph_at(self, offset: int) -> WordParagraph | None:
        """The paragraph at an offset of the text; what stands between two belongs to the first."""
        place = bisect_right(self._starts, offset) - 1
        return self.paragraphs[max(place, 0)] if self.paragraphs else None

    def following(self, paragraph: WordParagraph) -> WordParagraph | None:
        """The next paragraph."""
        index = bisect_right(self._starts, paragraph.start)
        return self.paragraphs[index] if index < len(self.paragraphs) else None

    def paragraphs_of(self, span: Span) -> list[WordParagraph]:
        """The paragraphs that a span touches."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = max(bisect_right(self._starts, max(span.end - 1, span.start)), first + 1)
        return self.paragraphs[first:last]

    def place(self, span: Span, name: str = "") -> Place:
        """Where a span lies: its paragraph, which a draft calls by `name`, and the words around it."""
        found = self.paragraph_at(span.start)
        if found is None or (span.start < found.start and self.paragraphs[0] is found):
            return Place(span, None, InParagraph("header", 0, name, "", "", self.text.slice(span), ""))
        after = self.following(found)
        if span.start > found.end and after is not None:  # at the number of the next paragraph
            found = after
        return Place(span, None, _inside(found, span, name))

    def shows_emphasis(self, span: Span) -> bool:
        """Not in a paragraph whose italics Markdown cannot say."""
        return not any(each.dropped & ITALIC for each in self.paragraphs_of(span))


def _inside(paragraph: WordParagraph, span: Span, name: str) -> InParagraph:
    words = paragraph.words
    first, last = paragraph.visible(span.start), paragraph.visible(span.end)
    label = f"note {paragraph.note}" if paragraph.note else f"¶{paragraph.ordinal}"
    before, after = words[max(first - _AROUND, 0) : first], words[last : last + _AROUND]
    if first > _AROUND:
        before = before.partition(" ")[2] or before
    if last + _AROUND < len(words):
        after = after.rpartition(" ")[0] or after
    return InParagraph(label, paragraph.ordinal, name, paragraph.number, before, words[first:last], after)


def _trimmed(pieces: list[RunPiece]) -> list[RunPiece]:
    """The pieces without the blanks that the paragraph begins with."""
    for index, piece in enumerate(pieces):
        if words := piece.text.lstrip():
            piece.offset += len(piece.text) - len(words)
            piece.text = words
            return pieces[index:]
    return []


def _spaced(pieces: list[RunPiece]) -> None:
    """The tab after a number or letter typed by hand becomes a space."""
    head = ""
    for index, piece in enumerate(pieces[:6]):
        if piece.text == "\t":
            if _LABEL.match(head):
                for other in pieces[index : index + _BEHIND_LABEL]:
                    if other.text != "\t":
                        break
                    other.text = " "
            return
        head += piece.text
        if len(head) > 8:
            return
