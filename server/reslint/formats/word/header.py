"""The header of the first page, which holds the masthead of a United Nations document, as front matter."""

from __future__ import annotations

from .frontmatter import kept, whole
from .inline import LineReader, WordLine
from .notes import WordNotes
from .package import Package
from .styles import Styles, is_on
from .xml import Element, XmlPart


def front_matter(package: Package, styles: Styles) -> str:
    """The front matter of a file: the lines of the header as a list `header`, and what its properties keep of it."""
    part = first_header(package)
    lines = _lines(part.root, LineReader(styles, WordNotes(package), "final")) if part is not None else []
    return whole([line for line in lines if any(character.isalpha() for character in line)], kept(package))


def first_header(package: Package) -> XmlPart | None:
    """The header that Word prints on the first page."""
    section = next(package.main.root.within("w:sectPr"), None)
    if section is None:
        return None
    wanted = "first" if is_on(section.child("w:titlePg")) else "default"
    for each in section.children:
        if each.tag == "w:headerReference" and each.attributes.get("w:type", "default") == wanted:
            name = package.target(each.attributes.get("r:id", ""))
            return package.part(name) if name is not None else None
    return None


def _lines(parent: Element, reader: LineReader) -> list[str]:
    """The lines of words; the first lines of the cells of a row are one line."""
    lines: list[str] = []
    for each in parent.children:
        if each.tag == "w:p":
            lines += _words(each, reader)
        elif each.tag == "w:tr":
            cells = [_lines(cell, reader) for cell in each.within("w:tc")]
            lines.append(" ".join(cell[0] for cell in cells if cell))
            lines += [line for cell in cells for line in cell[1:]]
        else:
            lines += _lines(each, reader)
    return [line for line in lines if line]


def _words(paragraph: Element, reader: LineReader) -> list[str]:
    line = WordLine()
    reader.read(paragraph, None, line)
    words = "".join(piece.text for piece in line.pieces if not piece.note)
    lines = [" ".join(each.split()) for each in words.split("\n")]
    for box in line.boxes:
        lines += _lines(box, reader)
    return lines
