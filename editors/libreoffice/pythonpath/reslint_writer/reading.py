"""A document that is open in Writer as a draft: the same text, by the same code, as a Word file of it would have.

All of `model` and below are objects of LibreOffice's API (UNO), which has no types in Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reslint.formats.word.assembly import Assembly, WordParagraph
from reslint.formats.word.frontmatter import whole
from reslint.formats.word.inline import RunPiece
from reslint.formats.word.notes import MARKER
from reslint.formats.word.numbers import roman
from reslint.formats.word.plan import refusal
from reslint.formats.word.styles import BOLD, ITALIC, UNDERLINE
from reslint.text import Edit

NOTE = "\u200b"
"""The character for a footnote marker in the text that a proofreader is given."""
_HEAVY = 110.0
"""Letters heavier than this are bold (com.sun.star.awt.FontWeight)."""
_BULLET = 6
"""The type of numbering that is a sign (com.sun.star.style.NumberingType.CHAR_SPECIAL)."""
_DIRECTIVE = re.compile(r"\s*reslint-(disable(?:-next-line|-line|-file)?)(?![\w-])\s*([^>]*)")
_PARAGRAPH = "com.sun.star.text.Paragraph"
_NESTED = ("InContentMetadata", "ContentControl")


class Portion:
    """A portion of a paragraph: its range in the document, and where it begins in the text of the paragraph.

    `position` counts the characters that a proofreader is given.
    """

    def __init__(self, range_: Any, position: int) -> None:
        self.range = range_
        self.position = position


class _Run:
    """In a Word file the run has properties that forbid some changes; here nothing does."""

    def child(self, *_: str) -> None:
        """None."""


_RUN: Any = _Run()


class OpenDraft(Assembly):
    """A document of Writer as an original: see `reslint.formats.Original`."""

    has_lines = False
    suffix = ".odt"
    is_replaceable = True
    notice = ""

    def __init__(self) -> None:
        super().__init__()
        self.proofs: dict[int, str] = {}
        """By identity of a paragraph, its text as a proofreader is given it."""
        self._strings: dict[int, str] = {}
        """By identity of a paragraph, its words as LibreOffice gives them."""
        self._notes: list[tuple[str, Any]] = []
        self._counts = {"footnote": 0, "endnote": 0}
        self._disabled: list[str] = []

    def read(self, model: Any) -> Iterator[float]:
        """Reads a document paragraph by paragraph, and says after each how much of it is read, from 0 to 1."""
        self.put(whole(list(_header(model)), ""))
        most = max(1, model.ParagraphCount)
        for count, _ in enumerate(self._blocks(model.getText()), 1):
            yield min(count / most, 1.0)
        for label, note in self._notes:
            self._note(label, note)
            yield 1.0
        self.finish()

    def is_as_read(self, paragraph: WordParagraph) -> bool:
        """Whether a paragraph still has the words with which it was read."""
        element: Any = paragraph.element
        return bool(element.getString() == self._strings[id(paragraph)])

    def refusal(self, edits: Sequence[Edit]) -> str:
        """Why the document has no place for some edits; "" where it has one for all."""
        return refusal(self, edits).replace("Word", "Writer")

    def position(self, paragraph: WordParagraph, visible: int) -> int:
        """Where a visible character stands in the text that a proofreader is given; of the end, behind the last."""
        if visible >= paragraph.length:
            return self.position(paragraph, paragraph.length - 1) + 1
        piece = paragraph.piece_at(visible)
        start = paragraph.starts[next(n for n, each in enumerate(paragraph.pieces) if each is piece)]
        portion: Any = piece.element
        return int(portion.position) + piece.offset + visible - start

    def _blocks(self, text: Any) -> Iterator[None]:
        for each in _all(text):
            if each.supportsService(_PARAGRAPH):
                pieces, proof, boxes = self._pieces(each)
                self._add(each, pieces, proof, _label(each))
                yield
                for box in boxes:
                    yield from self._blocks(box)
            elif each.supportsService("com.sun.star.text.TextTable"):
                yield from self._table(each)

    def _add(
        self,
        element: Any,
        pieces: list[RunPiece],
        proof: str,
        number: str = "",
        note: str = "",
        lead: str = "",
        in_table: bool = False,
    ) -> bool:
        paragraph = WordParagraph(element, 0, number, note)
        disabled, self._disabled = self._disabled, []
        added = self.add(paragraph, pieces, lead, before=disabled, in_table=in_table)
        if added:
            self.proofs[id(paragraph)] = proof
            self._strings[id(paragraph)] = element.getString()
        return added

    def _table(self, table: Any) -> Iterator[None]:
        rows, columns = table.getRows().getCount(), table.getColumns().getCount()
        cells = [[_cell(table, row, column) for column in range(columns)] for row in range(rows)]
        if columns < 2 or any(cell is None for row in cells for cell in row):
            for name in table.getCellNames():
                yield from self._blocks(table.getCellByName(name))
            return
        self.part()
        for index, row in enumerate(cells):
            self.put("\n" if index else "")
            for cell in row:
                self.put("| ")
                filled = False
                for each in _all(cell):
                    if each.supportsService(_PARAGRAPH):
                        pieces, proof, _ = self._pieces(each)
                        if any(piece.text.strip() for piece in pieces):
                            self.put(" " if filled else "")
                            filled = True
                            self._add(each, pieces, proof, _label(each), in_table=True)
                self.put(" ")
                yield
            self.put("|")

    def _note(self, label: str, note: Any) -> None:
        lead = f"[^{label}]: "
        for each in _all(note.getText()):
            if each.supportsService(_PARAGRAPH):
                pieces, proof, _ = self._pieces(each)
                if self._add(each, pieces, proof, note=label, lead=lead):
                    lead = "    "

    def _pieces(self, paragraph: Any) -> tuple[list[RunPiece], str, list[Any]]:
        """The pieces of a paragraph, its text as a proofreader is given it, and its text boxes."""
        pieces: list[RunPiece] = []
        proof = ""
        deleted = False
        for portion in _portions(paragraph):
            kind = portion.TextPortionType
            if kind == "Redline":
                if portion.RedlineType == "Delete" and not portion.IsCollapsed:
                    deleted = bool(portion.IsStart)
            elif kind.startswith("Annotation"):
                self._annotation(portion)
            elif deleted or portion.CharHidden:
                continue
            elif kind == "Footnote":
                pieces.append(self._marker(portion, len(proof)))
                proof += NOTE
            elif words := portion.getString():
                lock = "a field" if kind in ("TextField", "Ruby") else ""
                at: Any = Portion(portion, len(proof))
                pieces.append(RunPiece(words, _RUN, at, 0, _bits(portion), lock))
                proof += words
        return pieces, proof, _boxes(paragraph)

    def _annotation(self, portion: Any) -> None:
        """A comment that suppresses findings stands before its paragraph."""
        try:
            match = _DIRECTIVE.match(portion.TextField.Content)
        except AttributeError:
            return
        if match is not None:
            word = "disable-file" if match[1] == "disable-file" else "disable-next-line"
            self._disabled.append(f"<!-- reslint-{word} {match[2].strip()} -->")

    def _marker(self, portion: Any, position: int) -> RunPiece:
        note = portion.Footnote
        kind = "endnote" if note.supportsService("com.sun.star.text.Endnote") else "footnote"
        label = note.getLabel()
        if not label or re.search(r"[\s\[\]\\]", label):
            self._counts[kind] += 1
            label = str(self._counts[kind]) if kind == "footnote" else roman(self._counts[kind]).lower()
        self._notes.append((label, note))
        at: Any = Portion(portion, position)
        return RunPiece(MARKER, _RUN, at, 0, 0, "a footnote marker", label)


def _all(container: Any) -> Iterator[Any]:
    """The members of an object that can be enumerated."""
    each = container.createEnumeration()
    while each.hasMoreElements():
        yield each.nextElement()


def _portions(paragraph: Any) -> Iterator[Any]:
    for portion in _all(paragraph):
        if portion.TextPortionType in _NESTED:
            yield from _portions(portion)
        else:
            yield portion


def _bits(portion: Any) -> int:
    bits = ITALIC if portion.CharPosture.value != "NONE" else 0
    bits |= BOLD if portion.CharWeight > _HEAVY else 0
    return bits | (UNDERLINE if portion.CharUnderline else 0)


def _label(paragraph: Any) -> str:
    """The number that Writer prints before a paragraph."""
    if not paragraph.NumberingIsNumber or paragraph.NumberingRules is None:
        return ""
    label = str(paragraph.ListLabelString).strip()
    rule = {each.Name: each.Value for each in paragraph.NumberingRules.getByIndex(paragraph.NumberingLevel)}
    return "-" if rule.get("NumberingType") == _BULLET else label


def _cell(table: Any, row: int, column: int) -> Any:
    """A cell of a table; None where cells are merged or split."""
    try:
        return table.getCellByPosition(column, row)
    except Exception:  # whatever UNO raises for a place without a cell
        return None


def _boxes(paragraph: Any) -> list[Any]:
    """The text boxes that hang on a paragraph."""
    found = []
    contents = paragraph.createContentEnumeration("com.sun.star.text.TextContent")
    while contents.hasMoreElements():
        each = contents.nextElement()
        if each.supportsService("com.sun.star.text.TextFrame"):
            found.append(each.getText())
    return found


def _header(model: Any) -> Iterator[str]:
    """The lines of words in the header of the first page."""
    first = next(iter(_all(model.getText())), None)
    name = getattr(first, "PageStyleName", "") if first is not None else ""
    styles = model.getStyleFamilies().getByName("PageStyles")
    if not name or not styles.hasByName(name):
        return
    style = styles.getByName(name)
    if not style.HeaderIsOn:
        return
    text = style.HeaderText if style.FirstIsShared else style.HeaderTextFirst
    for line in text.getString().splitlines():
        if any(character.isalpha() for character in line):
            yield " ".join(line.split())
