"""A Word file as a text, and the way from every place of the text to the run it comes from.

The text is Markdown as drafts have it: a blank line between paragraphs, `*italics*`, `[^1]` with the notes at the end,
numbers written out, tables as `| … |`, text boxes after their paragraph, the header of the first page as front matter.
"""

from __future__ import annotations

import re

from ..original import Version
from .assembly import Assembly, WordParagraph
from .header import front_matter
from .inline import LineReader, WordLine, shown_branch
from .notes import WordNotes
from .numbers import Numbers
from .package import AUTHOR, CARRIED, Package
from .styles import Styles
from .xml import Element

_ROWS = frozenset({"w:sdt", "w:sdtContent", "w:customXml"})
_BLOCKS = frozenset({"w:customXml", "w:sdtContent", "w:ins", "w:moveTo"})
_DIRECTIVE = re.compile(r"reslint-(disable(?:-next-line|-line|-file)?)(?![\w-])\s*(.*)", re.DOTALL)


class Surface(Assembly):
    """A Word file that was read. Raises CannotRead for one that cannot be.

    With `comments`, the text has those that people have written, before the paragraph on which they stand; else only
    those that suppress findings.
    """

    def __init__(self, data: bytes, version: Version = "final", *, comments: bool = False) -> None:
        super().__init__()
        self.package = Package(data)
        self.version = version
        self.styles = Styles(self.package.related("styles"))
        self.numbers = Numbers(self.package.related("numbering"), self.styles)
        self.notes = WordNotes(self.package)
        self._reader = LineReader(self.styles, self.notes, version)
        self._told = self._comments(comments)
        self._inside_box = False
        self.put(front_matter(self.package, self.styles))
        body = self.package.main.root.child("w:body")
        if body is not None:
            self._blocks(body)
        for label, element in self.notes.bodies():
            self._note(label, element)
        self.finish()

    @property
    def lost(self) -> dict[str, int]:
        """The things that the file holds and the text does not, by name."""
        return self._reader.lost

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
        self.part()
        for index, row in enumerate(cells):
            self.put("\n" if index else "")
            for cell in row:
                self.put("| ")
                self._cell(cell)
                self.put(" ")
            self.put("|")

    def _cell(self, cell: Element) -> None:
        filled = False
        for each in _through(cell, "w:p"):
            properties = each.child("w:pPr")
            style = self.styles.of_paragraph(properties)
            number = self.numbers.label(properties, style)
            line = WordLine()
            self._reader.read(each, style, line)
            if any(piece.text.strip() for piece in line.pieces):
                self.put(" " if filled else "")
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

    def _paragraph(self, paragraph: WordParagraph, line: WordLine, lead: str = "", in_table: bool = False) -> bool:
        """Puts a paragraph into the text, and what hangs on it; says whether it has words."""
        paragraph.boxed = self._inside_box
        before = [self._told[each] for each in line.comments if each in self._told]
        added = self.add(paragraph, line.pieces, lead, before=before, in_table=in_table)
        self._boxes(line)
        return added

    def _boxes(self, line: WordLine) -> None:
        outer, self._inside_box = self._inside_box, True
        for box in line.boxes:
            self._blocks(box)
        self._inside_box = outer


def _inner(element: Element) -> list[Element]:
    """The containers of the blocks of an element that stands among blocks; nothing where it has none."""
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
