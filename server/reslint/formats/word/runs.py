"""Runs rewritten where something changes in them: tracked or plain edits, and the marks of comments."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...text.record import NamedTuple, dataclass, field
from .assembly import WordParagraph
from .inline import RunPiece
from .plan import Inserted, ParagraphPlan, model_at
from .styles import BOLD, ITALIC, UNDERLINE
from .xml import Element, escaped

_TAGS = {BOLD: "b", ITALIC: "i", UNDERLINE: "u"}
_PROPERTIES = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange"
)
_ORDER = {tag: rank for rank, tag in enumerate(_PROPERTIES.split())}
"""The order that the schema has for the properties of a run."""
_FOREIGN = _ORDER["rPrChange"] - 0.5
"""The place of properties of other namespaces: before the record of a change."""
_T = re.compile(r"(</?(?:\w+:)?)t(?=[ >/])")
_ID = re.compile(r'(\bid=)(["\'])\d+\2')
_INSERTIONS = ("w:ins", "w:moveTo")
_PASSIVE = frozenset({"w:lastRenderedPageBreak"})
"""The elements that may go with the words that they stand among."""


@dataclass(slots=True)
class Stamp:
    """Who changes a file and when, and the next identity that no other mark in it has."""

    author: str
    date: str
    next_id: int

    def new_id(self) -> int:
        """An identity for one more mark."""
        self.next_id += 1
        return self.next_id - 1

    def attributes(self, prefix: str) -> str:
        """The attributes of a tracked change."""
        author = escaped(self.author)
        return f'{prefix}id="{self.new_id()}" {prefix}author="{author}" {prefix}date="{self.date}"'


@dataclass(slots=True, eq=False)
class ParagraphChanges:
    """The changes in a paragraph: its plan, and the comments that open before and close after visible characters."""

    plan: ParagraphPlan = field(default_factory=ParagraphPlan)
    opened: dict[int, list[int]] = field(default_factory=dict)
    closed: dict[int, list[int]] = field(default_factory=dict)

    def touched(self) -> Iterator[tuple[int, int]]:
        """The stretches of characters whose runs must be rewritten."""
        yield from self.plan.touched()
        yield from ((each, each + 1) for each in (*self.opened, *self.closed))

    def cuts(self) -> list[int]:
        """The indexes before which a run may have to be cut, in order."""
        found = {each for some in (self.plan.deleted, self.plan.turned) for one in some for each in one[:2]}
        found |= {each.beside + each.after for each in self.plan.inserted}
        return sorted(found | set(self.opened) | {each + 1 for each in self.closed})


class _Look(NamedTuple):
    """How characters come out: kept or deleted, with which emphasis turned."""

    deleted: bool = False
    mask: int = 0
    bits: int = 0


_KEPT = _Look()


def rewrite(
    paragraph: WordParagraph, changes: ParagraphChanges, stamp: Stamp, *, tracked: bool, reference: str
) -> None:
    """Splice every run of a paragraph in which something changes.

    `reference` is the style of a comment's mark, "" where the file has none.
    """
    runs: dict[int, tuple[Element, list[tuple[int, RunPiece]]]] = {}
    touched = list(changes.touched())
    for start, piece in zip(paragraph.starts, paragraph.pieces, strict=True):
        runs.setdefault(id(piece.run), (piece.run, []))[1].append((start, piece))
    for run, pieces in runs.values():
        if run.tag != "w:r":  # a formula
            continue
        first, last = pieces[0][0], pieces[-1][0] + len(pieces[-1][1].text)
        if any(start < last and end > first for start, end in touched):
            writer = _RunWriter(run, paragraph, changes, stamp, tracked, reference)
            run.part.splice(run.start, run.end, writer.written(pieces))


class _RunWriter:
    def __init__(
        self,
        run: Element,
        paragraph: WordParagraph,
        changes: ParagraphChanges,
        stamp: Stamp,
        tracked: bool,
        reference: str,
    ) -> None:
        self.run = run
        self.prefix = run.prefix
        self.head = run.start_tag
        self.properties = run.child("w:rPr")
        self.paragraph = paragraph
        self.changes = changes
        self.stamp = stamp
        self.tracked = tracked
        self.reference = reference
        self.cuts = changes.cuts()
        self.out: list[str] = []
        self.content: list[str] = []
        self.look = _KEPT
        self.emphasis = 0

    def written(self, pieces: Sequence[tuple[int, RunPiece]]) -> str:
        """The XML of the run, or of the runs that it becomes."""
        by_element: dict[int, list[tuple[int, RunPiece]]] = {}
        for start, piece in pieces:
            by_element.setdefault(id(piece.element), []).append((start, piece))
        for index, each in enumerate(self.run.children):
            if each is self.properties:
                continue
            some = by_element.get(id(each))
            if some is None:
                if each.tag not in _PASSIVE:
                    self._turn(_KEPT)
                self.content.append(each.raw)
            elif each.text:
                self._words(each, some)
            elif each.attributes.get("w:customMarkFollows"):
                self._visible(*some[0], "".join(other.raw for other in self.run.children[index:]))
                break
            else:
                self._visible(*some[0], each.raw)
        self._flush()
        return "".join(self.out)

    def _words(self, element: Element, pieces: Sequence[tuple[int, RunPiece]]) -> None:
        """The words of one element, cut where something begins or ends."""
        at = 0
        for start, piece in pieces:
            self._hidden(element, element.text[at : piece.offset])
            end = start + len(piece.text)
            inner = self.cuts[bisect_left(self.cuts, start + 1) : bisect_left(self.cuts, end)]
            if not inner and (piece.offset, len(piece.text)) == (0, len(element.text)):
                self._visible(start, piece, element.raw, end)
            else:
                for first, last in zip([start, *inner], [*inner, end], strict=True):
                    words = element.text[piece.offset + first - start : piece.offset + last - start]
                    self._visible(first, piece, self._text(words), last)
            at = piece.offset + len(piece.text)
        self._hidden(element, element.text[at:])

    def _hidden(self, element: Element, words: str) -> None:
        """Blanks with which the paragraph begins; those that the file does not preserve are none."""
        if words and element.attributes.get("xml:space") == "preserve":
            self._turn(_KEPT)
            self.content.append(self._text(words))

    def _visible(self, start: int, piece: RunPiece, content: str, end: int | None = None) -> None:
        """Visible characters from `start` to `end`, with what stands before and after them."""
        end = start + 1 if end is None else end
        for each in self.changes.plan.inserted:
            if each.beside == start and not each.after:
                self._insert(each)
        for number in self.changes.opened.get(start, ()):
            self._mark(f'<{self.prefix}commentRangeStart {self.prefix}id="{number}"/>')
        self._turn(self._look_at(start), piece.bits)
        self.content.append(content)
        for number in self.changes.closed.get(end - 1, ()):
            self._mark(f'<{self.prefix}commentRangeEnd {self.prefix}id="{number}"/>{self._reference(number)}')
        for each in self.changes.plan.inserted:
            if each.beside == end - 1 and each.after:
                self._insert(each)

    def _look_at(self, visible: int) -> _Look:
        if any(each.start <= visible < each.end for each in self.changes.plan.deleted):
            return _Look(deleted=True)
        for each in self.changes.plan.turned:
            if each.start <= visible < each.end:
                return _Look(False, each.mask, each.bits)
        return _KEPT

    def _turn(self, look: _Look, bits: int | None = None) -> None:
        bits = self.emphasis if bits is None else bits
        if look != self.look or (look.mask and bits != self.emphasis):
            self._flush()
        self.look, self.emphasis = look, bits

    def _mark(self, words: str) -> None:
        self._flush()
        self.out.append(words)

    def _flush(self) -> None:
        if not self.content:
            return
        content = "".join(self.content)
        self.content.clear()
        w, look = self.prefix, self.look
        end = f"</{self.run.name}>"
        own = self.properties.raw if self.properties is not None else ""
        if look.deleted:
            if self.tracked:
                content = _T.sub(r"\1delText", content)
                self.out.append(f"<{w}del {self.stamp.attributes(w)}>{self.head}{own}{content}{end}</{w}del>")
            return
        if look.mask:
            wanted = (self.emphasis & ~look.mask) | look.bits
            own = self._turned(self.properties, self.emphasis, wanted, tracked=self.tracked)
        self.out.append(f"{self.head}{own}{content}{end}")

    def _text(self, words: str) -> str:
        return f'<{self.prefix}t xml:space="preserve">{escaped(words)}</{self.prefix}t>'

    def _reference(self, number: int) -> str:
        w = self.prefix
        style = f'<{w}rPr><{w}rStyle {w}val="{escaped(self.reference)}"/></{w}rPr>' if self.reference else ""
        return f'<{w}r>{style}<{w}commentReference {w}id="{number}"/></{w}r>'

    def _insert(self, inserted: Inserted) -> None:
        self._flush()
        w = self.prefix
        model = model_at(self.paragraph, inserted.beside + inserted.after)
        properties = model.run.child("w:rPr") if model is not None else None
        has = model.bits if model is not None else 0
        runs = "".join(
            f"<{w}r>{self._turned(properties, has, bits, tracked=False)}{self._text(words)}</{w}r>"
            for words, bits in inserted.words
        )
        if not self.tracked:
            self.out.append(runs)
            return
        runs = f"<{w}ins {self.stamp.attributes(w)}>{runs}</{w}ins>"
        outer = self.run.parent
        if outer is not None and outer.tag in _INSERTIONS:  # somebody's own insertion is parted, as Word does it
            again = _ID.sub(lambda match: f'{match[1]}"{self.stamp.new_id()}"', outer.start_tag, count=1)
            runs = f"</{outer.name}>{runs}{again}"
        self.out.append(runs)

    def _turned(self, properties: Element | None, has: int, wanted: int, *, tracked: bool) -> str:
        """The properties of a run, with other emphasis; the old ones are recorded where the change is tracked."""
        w = self.prefix
        old = [(each.tag.partition(":")[2], each) for each in properties.children] if properties is not None else []
        kept = [(tag, each.raw) for tag, each in old if tag != "rPrChange" and each.tag not in ("w:ins", "w:del")]
        before = "".join(raw for _, raw in kept)
        for bit, tag in _TAGS.items():
            if (has ^ wanted) & bit:
                kept = [each for each in kept if each[0] != tag]
                on = bool(wanted & bit)
                value = f' {w}val="{"single" if on else "none"}"' if bit == UNDERLINE else "" if on else f' {w}val="0"'
                kept.append((tag, f"<{w}{tag}{value}/>"))
        if tracked:
            record = f"<{w}rPr>{before}</{w}rPr>" if before else f"<{w}rPr/>"
            kept.append(("rPrChange", f"<{w}rPrChange {self.stamp.attributes(w)}>{record}</{w}rPrChange>"))
        kept.sort(key=lambda each: _ORDER.get(each[0], _FOREIGN))
        return f"<{w}rPr>{''.join(raw for _, raw in kept)}</{w}rPr>" if kept else ""
