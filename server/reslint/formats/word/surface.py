"""A Word file as a text, and the way from every place of the text to the run it comes from.

The text is Markdown as drafts have it: a blank line between paragraphs, `*italics*`, `[^1]` with the notes at the end,
numbers written out, tables as `| … |`, text boxes after their paragraph, the header of the first page as front matter.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ...text import Span, Text
from ...text.record import dataclass, field
from ..original import Version
from .header import front_matter
from .inline import LineReader, RunPiece, WordLine, shown_branch
from .markdown import VisibleStretch, write
from .notes import WordNotes
from .numbers import Numbers
from .package import AUTHOR, CARRIED, Package
from .styles import Styles
from .xml import Element

_LABEL = re.compile(r"(?:\d{1,3}\.?|\(?[a-z]{1,5}\)|[a-z]\.|[IVX]{1,5}\.|\([ivx]+\)|[-•–—*])\Z")
"""A number or letter typed by hand."""
_ROWS = frozenset({"w:sdt", "w:sdtContent", "w:customXml"})
_BLOCKS = frozenset({"w:customXml", "w:sdtContent", "w:ins", "w:moveTo"})
_DIRECTIVE = re.compile(r"reslint-(disable(?:-next-line|-line|-file)?)(?![\w-])\s*(.*)", re.DOTALL)
_BEHIND_LABEL = 3
"""So many tabs after a number that was typed are one space."""


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


class Surface:
    """A Word file that was read. Raises CannotRead for one that cannot be.

    With `comments`, the text has those that people have written, before the paragraph on which they stand; else only
    those that suppress findings.
    """

    def __init__(self, data: bytes, version: Version = "final", *, comments: bool = False) -> None:
        self.package = Package(data)
        self.version = version
        self.styles = Styles(self.package.related("styles"))
        self.numbers = Numbers(self.package.related("numbering"), self.styles)
        self.notes = WordNotes(self.package)
        self.paragraphs: list[WordParagraph] = []
        self._reader = LineReader(self.styles, self.notes, version)
        self._told = self._comments(comments)
        self._out: list[str] = []
        self._length = 0
        self.memo: dict[object, object] = {}
        """What others have worked out of it."""
        self._count = 0
        self._inside_box = False
        self._put(front_matter(self.package, self.styles))
        body = self.package.main.root.child("w:body")
        if body is not None:
            self._blocks(body)
        for label, element in self.notes.bodies():
            self._note(label, element)
        self.text = Text("".join(self._out) + "\n")
        self._starts = [paragraph.start for paragraph in self.paragraphs]

    @property
    def lost(self) -> dict[str, int]:
        """What the file holds and the text does not, by name."""
        return self._reader.lost

    def paragraph_at(self, offset: int) -> WordParagraph | None:
        """The paragraph at an offset of the text; what stands between two belongs to the first."""
        place = bisect_right(self._starts, offset) - 1
        return self.paragraphs[max(place, 0)] if self.paragraphs else None

    def following(self, paragraph: WordParagraph) -> WordParagraph | None:
        """The next paragraph."""
        index = self.paragraphs.index(paragraph) + 1
        return self.paragraphs[index] if index < len(self.paragraphs) else None

    def paragraphs_of(self, span: Span) -> list[WordParagraph]:
        """The paragraphs that a span touches."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = max(bisect_right(self._starts, max(span.end - 1, span.start)), first + 1)
        return self.paragraphs[first:last]

    def _comments(self, everybody: bool) -> dict[str, str]:
        """The comments of the file that suppress findings, or all of people, by identity: what stands for them."""
        part = self.package.related("comments")
        found: dict[str, str] = {}
        for each in part.root.children if part is not None else ():
            words = " ".join("".join(text.text for text in each.within("w:t")).split())
            directive = _DIRECTIVE.match(words)
            if directive is not None and "-->" not in words:
                word = "disable-file" if directive[1] == "disable-file" else "disable-next-line"
                found[each.attributes.get("w:id", "")] = f"<!-- reslint-{word} {directive[2]} -->"
            elif everybody and words and (author := each.attributes.get("w:author", "")) != AUTHOR:
                told = words if author == CARRIED else f"{author}: {words}"
                found[each.attributes.get("w:id", "")] = f"<!-- {told.replace('-->', '→')} -->"
        return found

    # Blocks

    def _blocks(self, parent: Element) -> None:
        line, first = WordLine(), None
        number = ""
        for each in parent.children:
            if each.tag == "w:p":
                properties = each.child("w:pPr")
                style = self.styles.of_paragraph(properties)
                label = self.numbers.label(properties, style)  # an empty paragraph has a number, too
                if first is None:
                    first, number = each, label
                self._reader.read(each, style, line)
                if not self._is_joined(properties):
                    self._paragraph(WordParagraph(first, 0, number), line)
                    line, first = WordLine(), None
            elif each.tag == "w:tbl":
                self._table(each)
            elif each.tag == "w:altChunk":
                self._reader.lost["embedded document"] = self._reader.lost.get("embedded document", 0) + 1
            else:
                for inner in _inner(each):
                    self._blocks(inner)
        if first is not None:
            self._paragraph(WordParagraph(first, 0, number), line)

    def _is_joined(self, properties: Element | None) -> bool:
        """Whether tracked changes take away the mark of a paragraph, so that it goes on with the next one."""
        mark = properties.child("w:rPr") if properties is not None else None
        if mark is None:
            return False
        gone = ("w:del", "w:moveFrom") if self.version == "final" else ("w:ins", "w:moveTo")
        return any(each.tag in gone for each in mark.children)

    def _table(self, table: Element) -> None:
        rows = [row for row in _through(table, "w:tr") if not self._is_gone(row)]
        cells = [list(_through(row, "w:tc")) for row in rows]
        nested = any(True for row in cells for cell in row for _ in cell.within("w:tbl", "w:txbxContent"))
        if nested or max(map(len, cells), default=0) < 2:
            for row in cells:
                for cell in row:
                    self._blocks(cell)
            return
        self._break()
        for index, row in enumerate(cells):
            self._put("\n" if index else "")
            for cell in row:
                self._put("| ")
                self._cell(cell)
                self._put(" ")
            self._put("|")

    def _cell(self, cell: Element) -> None:
        filled = False
        for each in _through(cell, "w:p"):
            properties = each.child("w:pPr")
            style = self.styles.of_paragraph(properties)
            number = self.numbers.label(properties, style)
            line = WordLine()
            self._reader.read(each, style, line)
            if any(piece.text.strip() for piece in line.pieces):
                self._put(" " if filled else "")
                filled = True
                self._paragraph(WordParagraph(each, 0, number), line, in_table=True)

    def _is_gone(self, row: Element) -> bool:
        properties = row.child("w:trPr")
        gone = "w:del" if self.version == "final" else "w:ins"
        return properties is not None and properties.child(gone) is not None

    def _note(self, label: str, element: Element) -> None:
        lead = f"[^{label}]: "
        for each in element.within("w:p"):
            properties = each.child("w:pPr")
            line = WordLine()
            self._reader.read(each, self.styles.of_paragraph(properties), line)
            if self._paragraph(WordParagraph(each, 0, "", label), line, lead):
                lead = "    "

    # Paragraphs

    def _paragraph(self, paragraph: WordParagraph, line: WordLine, lead: str = "", in_table: bool = False) -> bool:
        """Puts a paragraph into the text; says whether it has words."""
        pieces = _trimmed(line.pieces)
        if not pieces:
            self._boxes(line)
            return False
        if in_table:
            for piece in pieces:
                piece.text = piece.text.translate(_SPACES)
        else:
            self._break()
            _spaced(pieces)
            for identity in line.comments:
                if identity in self._told:
                    self._put(self._told[identity] + "\n")
        if not paragraph.note:
            self._count += 1
            paragraph.ordinal = self._count
        paragraph.boxed = self._inside_box
        self._put(lead or (f"{paragraph.number} " if paragraph.number else ""))
        written = write(pieces, in_table=in_table)
        paragraph.pieces, paragraph.stretches, paragraph.dropped = pieces, written.stretches, written.dropped
        at = 0
        for piece in pieces:
            paragraph.starts.append(at)
            at += len(piece.text)
        paragraph.start = self._length
        self._put(written.text)
        paragraph.end = self._length
        self.paragraphs.append(paragraph)
        self._boxes(line)
        return True

    def _boxes(self, line: WordLine) -> None:
        outer, self._inside_box = self._inside_box, True
        for box in line.boxes:
            self._blocks(box)
        self._inside_box = outer

    def _put(self, words: str) -> None:
        self._out.append(words)
        self._length += len(words)

    def _break(self) -> None:
        if self._length:
            self._put("\n\n")


_SPACES = str.maketrans("\n\t", "  ")


def _inner(element: Element) -> list[Element]:
    """What holds the blocks of an element that stands among blocks; nothing where it has none."""
    if element.tag == "w:sdt":
        return [each for each in element.children if each.tag == "w:sdtContent"]
    if element.tag == "mc:AlternateContent":
        return shown_branch(element)
    return [element] if element.tag in _BLOCKS else []


def _through(parent: Element, tag: str) -> list[Element]:
    """The rows of a table, the cells of a row or the paragraphs of a cell, also those in content controls."""
    found: list[Element] = []
    for each in parent.children:
        if each.tag == tag:
            found.append(each)
        elif each.tag in _ROWS:
            found += _through(each, tag)
    return found


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
