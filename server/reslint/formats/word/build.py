"""From a text to a new Word file: its blocks as paragraphs of a template, with real footnotes and numbers as typed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...text.record import NamedTuple
from ..original import CannotRead
from .attach import attach
from .frontmatter import parted, with_property
from .header import first_header
from .markdown import Seen, seen
from .marks import Comments, next_comment, write_comments
from .notes import MARKER
from .package import Package
from .runs import Stamp
from .styles import BOLD, ITALIC, UNDERLINE
from .template import FOOTNOTES, plain
from .xml import escaped

LOOKS: Mapping[str, tuple[str, ...]] = {
    "title": ("_ H_1", "Title", "heading 1"),
    "heading": ("_ H_2/3", "heading 2", "Subtitle"),
    "paragraph": ("_ Single Txt", "Body Text", "Normal"),
    "item": ("reslint item", "_ Single Txt", "List Paragraph", "Body Text", "Normal"),
    "deep item": ("reslint deep item", "_ Single Txt", "List Paragraph", "Body Text", "Normal"),
    "lines": ("reslint lines", "Normal"),
    "table": ("Normal",),
    "note": ("footnote text", "Normal"),
}
"""For each look of a block the names of the styles that may give it, the best first."""
_PROPERTIES = {BOLD: "<w:b/>", ITALIC: "<w:i/>", UNDERLINE: '<w:u w:val="single"/>'}
_SIGNS = {"\u2011": "<w:noBreakHyphen/>", "\u00ad": "<w:softHyphen/>", "\t": "<w:tab/>", "\n": "<w:br/>"}
_CUT = re.compile("([\u2011\u00ad\t\n])")
_WRAP = re.compile(r"[^\S\n]*\n[^\S\n]*")
_ROW = re.compile(r"^\s*\|(.*?)\|?\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:-]+")


class WordBlock(NamedTuple):
    """A paragraph, table, note or comment of a text, in Markdown.

    `look` is a key of `LOOKS`, or "comment", which is put on the next paragraph. `label` is the number as printed;
    `note` the label by which markers refer to a note. The lines of "lines" and of a "title" stay lines; of all others
    they are joined.
    """

    look: str
    words: str
    label: str = ""
    note: str = ""


def build(
    blocks: Sequence[WordBlock], stamp: Stamp, front_matter: str = "", template: bytes | None = None
) -> tuple[bytes, list[str]]:
    """A Word file that holds the blocks, and remarks on what it could not take.

    `front_matter` is that of the text, with its lines of ---. Raises CannotRead for a template that cannot be used.
    """
    lines, rest = parted(front_matter)
    remarks: list[str] = []
    package = Package(template if template is not None else plain(lines))
    if template is not None and lines and first_header(package) is not None:
        remarks.append("The template has a header of its own; the draft's was left out.")
    elif template is not None and lines:
        remarks.append("The template has no header for the first page; the draft's was left out.")
    builder = _Builder(package, blocks, stamp)
    builder.fill()
    with_property(package, rest)
    return package.save(), remarks


class _Builder:
    def __init__(self, package: Package, blocks: Sequence[WordBlock], stamp: Stamp) -> None:
        self.package = package
        self.stamp = stamp
        self.blocks = [each for each in blocks if not each.note]
        self.notes: dict[str, WordBlock] = {}
        for each in blocks:
            if each.note and self.notes.setdefault(each.note, each) is not each:
                self.blocks.append(each)
        part = package.related("styles")
        self.by_name = {
            (each.value("w:name") or "").lower(): each.attributes.get("w:styleId", "")
            for each in (part.root.children if part is not None else ())
            if each.tag == "w:style"
        }
        if package.main.root.prefix != "w:":
            raise CannotRead("the template does not call the elements of Word w:; open it in Word and save it again")
        self.numbers: dict[str, int] = {}
        self.comments = Comments(next_comment(package))

    def fill(self) -> None:
        """Put the blocks in place of the body of the template, and the notes in place of its notes."""
        body = self.package.main.root.child("w:body")
        if body is None:
            raise CannotRead("the template has no body")
        last = body.children[-1] if body.children and body.children[-1].tag == "w:sectPr" else None
        inside = "".join(self._blocks())
        notes = "".join(self._notes())
        inside += "".join(self._paragraph(note) for label, note in self.notes.items() if label not in self.numbers)
        if body.is_empty:
            self.package.main.append(body, inside)
        else:
            self.package.main.splice(body.inner, last.start if last is not None else body.close, inside)
        self._write_notes(notes)
        if self.comments.words:
            write_comments(self.package, self.comments, self.stamp)

    def _blocks(self) -> Iterator[str]:
        """The blocks as XML. A comment stands on the next paragraph, behind the last one on that."""
        found: list[tuple[WordBlock, list[str]]] = []
        waiting: list[str] = []
        for block in self.blocks:
            if block.look == "comment":
                waiting += [block.words] if block.words else []
            else:
                found.append((block, [] if block.look == "table" else waiting))
                waiting = waiting if block.look == "table" else []
        last = next((comments for block, comments in reversed(found) if block.look != "table"), None)
        if last is not None:
            last += waiting
        for block, comments in found:
            yield self._table(block) if block.look == "table" else self._paragraph(block, comments)

    def _style(self, look: str) -> str:
        names = (self.by_name.get(name.lower()) for name in LOOKS[look])
        return next((each for each in names if each), "")

    def _paragraph(self, block: WordBlock, comments: Iterable[str] = ()) -> str:
        style = self._style(block.look)
        properties = f'<w:pPr><w:pStyle w:val="{escaped(style)}"/></w:pPr>' if style else ""
        label = f"<w:r>{_text(block.label)}<w:tab/></w:r>" if block.label else ""
        words = block.words if block.look in ("lines", "title") else _WRAP.sub(" ", block.words)
        opened = closed = ""
        for each in comments:
            number = self.comments.first + len(self.comments.words)
            self.comments.words.append(each)
            opened += f'<w:commentRangeStart w:id="{number}"/>'
            closed += f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        return f"<w:p>{properties}{opened}{label}{self._runs(words)}{closed}</w:p>"

    def _table(self, block: WordBlock) -> str:
        rows = [match[1] for line in block.words.splitlines() if (match := _ROW.match(line)) is not None]
        rows = [row for row in rows if not _RULE.fullmatch(row) or "-" not in row]
        cells = [[cell.strip() for cell in _CELL.split(row)] for row in rows]
        wide = max(map(len, cells), default=1)
        grid = "<w:gridCol/>" * wide
        made = "".join(
            "<w:tr>"
            + "".join(
                f"<w:tc><w:tcPr/>{self._paragraph(WordBlock('table', cell))}</w:tc>"
                for cell in (*row, *[""] * (wide - len(row)))
            )
            + "</w:tr>"
            for row in cells
        )
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        properties = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        # Word joins two tables between which no paragraph stands.
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl><w:p/>" if made else ""

    def _runs(self, markdown: str) -> str:
        """Words as runs of one look each."""
        read = seen(markdown, self.notes)
        labels = iter(read.labels)
        out: list[str] = []
        at = 0
        while at < len(read.words):
            if read.words[at] == MARKER:
                label = next(labels, None)
                out.append(self._marker(label) if label is not None else _run(MARKER, 0))
                at += 1
                continue
            end = _stretch(read, at)
            out.append(_run(read.words[at:end], read.bits[at], raised=at in read.raised))
            at = end
        return "".join(out)

    def _marker(self, label: str) -> str:
        if label not in self.notes:
            return _run(f"[^{label}]", 0)
        if label in self.numbers:  # the file has one marker for each note: others are figures
            return _run(str(self.numbers[label]), 0, raised=True)
        self.numbers[label] = len(self.numbers) + 1
        return f'<w:r>{self._reference_look()}<w:footnoteReference w:id="{self.numbers[label]}"/></w:r>'

    def _reference_look(self) -> str:
        style = self.by_name.get("footnote reference")
        raised = '<w:vertAlign w:val="superscript"/>'
        return f'<w:rPr><w:rStyle w:val="{escaped(style)}"/></w:rPr>' if style else f"<w:rPr>{raised}</w:rPr>"

    def _notes(self) -> Iterator[str]:
        """The notes in the order of their markers; one may have the marker of another."""
        done = 0
        style = self._style("note")
        properties = f'<w:pPr><w:pStyle w:val="{escaped(style)}"/></w:pPr>' if style else ""
        while done < len(self.numbers):
            label, number = list(self.numbers.items())[done]
            words = self._runs(_WRAP.sub(" ", self.notes[label].words))
            mark = f"<w:r>{self._reference_look()}<w:footnoteRef/></w:r><w:r><w:tab/></w:r>"
            yield f'<w:footnote w:id="{number}"><w:p>{properties}{mark}{words}</w:p></w:footnote>'
            done += 1

    def _write_notes(self, notes: str) -> None:
        package = self.package
        part = package.related("footnotes")
        if part is not None:
            for each in part.root.children:
                if each.tag == "w:footnote" and "w:type" not in each.attributes:
                    part.splice(each.start, each.end, "")
            part.append(part.root, notes)
        elif notes:
            content = FOOTNOTES.replace("</w:footnotes>", f"{notes}</w:footnotes>")
            attach(package, "footnotes", posixpath.join(package.folder, "footnotes.xml"), content)


def _stretch(read: Seen, at: int) -> int:
    """The end of the words from an index on that look the same."""
    end = at + 1
    while end < len(read.words) and read.words[end] != MARKER:
        if read.bits[end] != read.bits[at] or (end in read.raised) != (at in read.raised):
            break
        end += 1
    return end


def _run(words: str, bits: int, *, raised: bool = False) -> str:
    properties = "".join(each for bit, each in _PROPERTIES.items() if bits & bit)
    properties += '<w:vertAlign w:val="superscript"/>' if raised else ""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{_text(words)}</w:r>"


def _text(words: str) -> str:
    return "".join(
        _SIGNS.get(each) or f'<w:t xml:space="preserve">{escaped(each)}</w:t>' for each in _CUT.split(words) if each
    )
