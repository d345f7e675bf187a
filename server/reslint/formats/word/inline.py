"""The inside of a paragraph: its runs as pieces of visible words."""

from __future__ import annotations

import re

from ...text.record import dataclass, field
from ..original import Version
from .notes import MARKER, WordNotes
from .styles import HIDDEN, Styles
from .xml import Element

_THROUGH = frozenset({"w:hyperlink", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo", "w:sdtContent"})
_CHANGED = {"final": frozenset({"w:ins", "w:moveTo"}), "original": frozenset({"w:del", "w:moveFrom"})}
_BOUND = frozenset({"w:lock", "w:dataBinding", "w:dropDownList", "w:comboBox", "w:date", "w:checkbox"})
_DRAWN = frozenset({"w:drawing", "w:pict", "w:object", "mc:AlternateContent"})
_SYMBOLS = {
    "F0B7": "•", "F0A7": "§", "F0D2": "®", "F0D3": "©", "F0B0": "°", "F0AE": "→", "F0B3": "≥", "F0A3": "≤",
    "F02D": "-", "F0B1": "±", "F0B4": "×", "F0B9": "≠", "F0D7": "⋅",
}  # fmt: skip
"""Letters of the font Symbol that stand in texts."""
_UNKNOWN = "\ufffd"
_RAISED = re.compile(r"\d{1,2}")
_NO_MARKER_BEFORE = re.compile(r"(?:[\dA-Z\s]|\b[kcd]?m)\Z")
"""After these a raised figure is an exponent."""
_LINE_END = re.compile(r"[\r\n]")
_BLANKS = " \t\r\n"


@dataclass(slots=True, eq=False)
class RunPiece:
    """Visible words that stand unbroken in one element of one run, all with the same look.

    `element` is the child of the run that holds them, `offset` where they begin in its text. `lock` says what they
    are part of where they cannot be changed, "" where they can. A footnote marker is one character, `MARKER`, and has
    the label of its note.
    """

    text: str
    run: Element
    element: Element
    offset: int = 0
    bits: int = 0
    lock: str = ""
    note: str = ""
    raised: bool = False
    """Whether it is a figure that was raised by hand to mark a note."""


@dataclass(slots=True, eq=False)
class WordLine:
    """The pieces of a paragraph, with what hangs on it."""

    pieces: list[RunPiece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """The contents of text boxes, which are read after the paragraph."""
    comments: list[str] = field(default_factory=list)
    """The identities of the comments that stand on it."""


@dataclass(slots=True, eq=False)
class _Field:
    """A field that has begun: its code is not visible, its result is."""

    code: str = ""
    shown: bool = False

    @property
    def lock(self) -> str:
        """Nothing for a link, whose words are the writer's own."""
        return "" if self.code.split(None, 1)[:1] == ["HYPERLINK"] else "a field"


class LineReader:
    """Reads the runs of one paragraph after the other; fields may go on from one to the next."""

    def __init__(self, styles: Styles, notes: WordNotes, version: Version) -> None:
        self._styles = styles
        self._notes = notes
        self._original = version == "original"
        self._written = ("w:t", "w:delText") if self._original else ("w:t",)
        self._through = _THROUGH | _CHANGED[version]
        self._fields: list[_Field] = []
        self.lost: dict[str, int] = {}
        """A piece without words that is not shown: a picture, a symbol of an unknown font."""

    def read(self, paragraph: Element, style: str | None, line: WordLine) -> None:
        """Adds what a paragraph of this style shows."""
        self._inside(paragraph, style, "", line)

    def _inside(self, parent: Element, style: str | None, lock: str, line: WordLine) -> None:
        for each in parent.children:
            tag = each.tag
            if tag == "w:r":
                self._run(each, style, lock, line)
            elif tag in self._through:
                self._inside(each, style, lock or ("a field" if tag == "w:fldSimple" else ""), line)
            elif tag == "w:sdt":
                self._inside(each, style, lock or _control(each), line)
            elif tag == "mc:AlternateContent":
                for branch in shown_branch(each):
                    self._inside(branch, style, lock, line)
            elif tag in ("m:oMath", "m:oMathPara"):
                for words in each.within("m:t"):
                    line.pieces.append(RunPiece(_LINE_END.sub(" ", words.text), each, words, 0, 0, "a formula"))

    def _run(self, run: Element, style: str | None, lock: str, line: WordLine) -> None:
        properties = run.child("w:rPr")
        if self._original and properties is not None:
            properties = properties.child("w:rPrChange", "w:rPr") or properties
        bits = self._styles.emphasis(properties, style)
        raised = properties is not None and properties.value("w:vertAlign") == "superscript"
        for each in run.children:
            tag = each.tag
            if tag == "w:fldChar":
                self._field(each)
            elif self._fields and not self._fields[-1].shown:
                self._fields[-1].code += each.text if tag == "w:instrText" else ""
            elif tag == "w:commentReference":
                line.comments.append(each.attributes.get("w:id", ""))
            elif bits & HIDDEN == 0:
                held = lock or (next((one.lock for one in self._fields if one.lock), "") if self._fields else "")
                if tag in self._written:
                    self._words(each, run, bits, held, raised, line)
                elif tag in ("w:footnoteReference", "w:endnoteReference"):
                    label = self._notes.label(each, run)
                    line.pieces.append(RunPiece(MARKER, run, each, 0, 0, "a footnote marker", label))
                    if each.attributes.get("w:customMarkFollows") in ("1", "true", "on"):
                        break
                else:
                    self._other(each, run, style, bits, held, line)

    def _other(self, element: Element, run: Element, style: str | None, bits: int, lock: str, line: WordLine) -> None:
        """The elements that hold no words of their own: drawings, ruby texts, and those that stand for a character."""
        if element.tag in _DRAWN:
            self._drawn(element, line)
        elif element.tag == "w:ruby":
            base = element.child("w:rubyBase")
            if base is not None:
                self._inside(base, style, "a ruby text", line)
        elif (sign := self._sign(element)) is not None:
            held = lock or ("a symbol" if element.tag == "w:sym" else "")
            line.pieces.append(RunPiece(sign, run, element, 0, bits, held))

    def _words(self, element: Element, run: Element, bits: int, lock: str, raised: bool, line: WordLine) -> None:
        words, offset = element.text, 0
        if element.attributes.get("xml:space") != "preserve":
            words = words.strip(_BLANKS)
            offset = element.text.find(words)
        if not words:
            return
        if "\n" in words or "\r" in words:
            words = _LINE_END.sub(" ", words)
        mark = raised and _RAISED.fullmatch(words) is not None and _may_be_marked(line.pieces)
        line.pieces.append(RunPiece(words, run, element, offset, bits, lock, "", mark))

    def _field(self, element: Element) -> None:
        kind = element.attributes.get("w:fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _sign(self, element: Element) -> str | None:
        """The character that an element stands for; None for no character."""
        tag = element.tag
        if tag in ("w:tab", "w:ptab"):
            return "\t"
        if tag == "w:cr" or (tag == "w:br" and element.attributes.get("w:type", "textWrapping") == "textWrapping"):
            return "\n"
        if tag == "w:noBreakHyphen":
            return "\u2011"
        if tag == "w:softHyphen":
            return "\u00ad"
        if tag == "w:sym":
            return self._symbol(element)
        return None

    def _symbol(self, element: Element) -> str:
        code = element.attributes.get("w:char", "").upper()
        sign = _SYMBOLS.get(code)
        if sign is None and len(code) == 4 and not code.startswith("F0"):
            try:
                sign = chr(int(code, 16))
            except ValueError:
                sign = None
        if sign is None or not sign.isprintable():
            self._lose("symbol")
            return _UNKNOWN
        return sign

    def _drawn(self, element: Element, line: WordLine) -> None:
        branches = element.children if element.tag == "mc:AlternateContent" else [element]
        boxes = next((found for each in branches if (found := list(each.within("w:txbxContent")))), [])
        line.boxes += [box for box in boxes if not any(_holds(other, box) for other in boxes)]
        if not boxes:
            self._lose("picture")

    def _lose(self, what: str) -> None:
        self.lost[what] = self.lost.get(what, 0) + 1


def shown_branch(element: Element) -> list[Element]:
    """The branch of alternate content that is read: the first that holds anything; none where all are empty."""
    return [each for each in element.children if each.children][:1]


def _control(element: Element) -> str:
    """The name of a content control whose words are bound to something; "" where they are free."""
    properties = element.child("w:sdtPr")
    bound = properties is not None and any(each.tag in _BOUND for each in properties.children)
    return "a content control" if bound else ""


def _holds(outer: Element, inner: Element) -> bool:
    return outer is not inner and outer.start < inner.start and inner.start < outer.close


def _may_be_marked(pieces: list[RunPiece]) -> bool:
    """Whether a raised figure after these pieces can be the marker of a note."""
    before = "".join(piece.text for piece in pieces[-4:])[-4:]
    return bool(before) and _NO_MARKER_BEFORE.search(before) is None
