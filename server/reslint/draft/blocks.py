"""From lines to blocks: where one element of the text ends and the next begins.

A block is a run of lines that belong together. A blank line ends one; in hard-wrapped text a label, an opener after
a finished line, a page line or a table does so too. Nothing here knows what part of a resolution a block is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ..text import Span, Text
from ..text.record import dataclass
from ..text.regex import lazy
from .labels import Label, follows, label_at
from .lexicon import Lexicon

BlockKind = Literal["text", "note", "comment", "table", "separator", "page-line", "front-matter", "heading"]

_FRONT_MATTER = lazy(
    r"---[^\S\r\n]*(?:\r\n|\r|\n)(?:.*?(?:\r\n|\r|\n))?(?:---|\.\.\.)[^\S\r\n]*(?=[\r\n]|\Z)", re.DOTALL
)
_SEPARATOR = lazy(r"(?:\\?[*_=~—–-][^\S\r\n]*){3,}")
_HEADING = lazy(r"(#{1,6})(?:[^\S\r\n]+|$)")
_MARKER = r"(?:\[\^[^\]\s]{1,40}\]|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]|<sup>\w{1,4}</sup>|\\\*)*"
_BOLD = lazy(rf"(?:\*\*[^*]+(?:\*(?!\*)[^*]+)*\*\*|__[^_]+__){_MARKER}")
_FIELD = lazy(r"(?:[*_]{0,2})[A-Z][\w /-]{2,30}:(?=\s|$|[*_])")
_EMPHASIS = lazy(r"(?:\*{1,3}|_{1,3})[“\"‘(]?[^\W\d_]")
_FINISHED = lazy(
    r"[,;:.!?](?:[\s”\"’'»)\]*_]|\[\^[^\]\s]{1,40}\]|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]|<sup>\w{1,4}</sup>|\d{1,2}/)*"
    r"(?:(?<=\s)\w{1,3})?\s*\Z"
)
_TAIL = 60
_HEAD = 160
_LONG_LINE = 120
_SHORT_LINE = 60
_NUMERAL = 8


@dataclass(slots=True)
class Block:
    """A run of lines. Offsets are code points; `start` and `end` are its first and last character that is no blank."""

    kind: BlockKind
    start: int
    end: int
    words: int
    """Where its own words begin, after the label and blanks; `end` when it has none."""
    label: Label | None = None
    indent: int = 0
    level: int = 0
    bold: bool = False
    after_blank: bool = True
    """Whether a blank line, or the start of the text, stands before it."""

    @property
    def body(self) -> Span:
        """Its own words."""
        return Span(self.words, self.end)


def finished(text: str) -> bool:
    """Whether words end as a paragraph may: with a comma, semicolon, colon or stop, markers and an "and" aside."""
    return _FINISHED.search(text[-_TAIL:]) is not None


def find_blocks(text: Text, lexicon: Lexicon) -> list[Block]:
    """The blocks of a text in order; every character that is no blank lies in one of them."""
    return list(_Scanner(text, lexicon).scan())


class _Scanner:
    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        self.text = text
        self.content = text.content
        self.lexicon = lexicon
        self.block: Block | None = None
        self.blank = True
        self.last_line = ""
        self.organ = False
        self.last_organ = False
        self.last_decimal = 0
        self.skip_to = 0
        self.closable = True
        self.begun = False
        self.closed = False

    def scan(self) -> Iterator[Block]:
        """The blocks, one by one."""
        matter = _FRONT_MATTER.match(self.content)
        if matter:
            yield Block("front-matter", 0, matter.end(), 0)
            self.skip_to = matter.end()
        starts = self.text.line_starts
        size = len(self.content)
        for number, begin in enumerate(starts):
            stop = starts[number + 1] if number + 1 < len(starts) else size
            if stop <= self.skip_to and stop > begin:
                continue
            line_start = max(begin, self.skip_to)
            line = self.content[line_start:stop]
            stripped = line.strip()
            if not stripped:
                self.blank = True
                continue
            indent = len(line) - len(line.lstrip())
            start = line_start + indent
            yield from self._line(start, start + len(stripped), stripped, indent)
            self.blank = False
            self.last_line = stripped
            self.last_organ = self.organ
            self.begun = self.begun or self.organ
            self.closed = self.closed and not self.organ
            self.organ = False
        if self.block is not None:
            yield self.block

    def _line(self, start: int, end: int, line: str, indent: int) -> Iterator[Block]:
        """One line that is not blank; gives the block that it ends, if it does."""
        new = self._comment(start) if line.startswith("<!--") else None
        if new is None:
            new = self._new(start, end, line)
        if new is None and self.block is not None:
            self.block.end = end
            return
        if self.block is not None:
            yield self.block
        assert new is not None
        new.after_blank = self.blank
        new.indent = indent
        self.block = new
        self.skip_to = max(self.skip_to, new.end)

    def _comment(self, start: int) -> Block | None:
        """A comment that has its lines to itself; one inside a paragraph that goes on is no block."""
        if self.block is not None and not self.blank and self.block.kind == "text" and not finished(self.last_line):
            return None
        close = self.content.find("-->", start) + 3 if self.closable else 2
        self.closable = close > 2
        if not self.closable or self.content[close : self.text.line_span(self.text.line_of(close)).end].strip():
            return None
        return Block("comment", start, close, start)

    def _new(self, start: int, end: int, line: str) -> Block | None:
        """The block that begins with this line, or None when the line goes on with the block before it."""
        previous = None if self.blank else self.block
        if line[0] == "|":
            return None if previous is not None and previous.kind == "table" else Block("table", start, end, start)
        if line[0] in "\\*_=~—–-" and len(line) >= 3 and _SEPARATOR.fullmatch(line):
            return Block("separator", start, end, start)
        heading = _HEADING.match(line) if line[0] == "#" else None
        if heading:
            words = start + heading.end()
            return Block("heading", start, end, min(words, end), level=len(heading[1]))
        if len(line) <= _SHORT_LINE and self._is_page(line):
            return Block("page-line", start, end, start)
        self.closed = self.closed or (self.begun and self._is_meeting(line))
        label = label_at(self.content, start, end)
        if label is not None and label.style == "plain":
            label = label._replace(style="note") if self.closed else None
        if label is not None and self._numbers(label, previous, line):
            return self._labelled(label, end)
        bold = line.startswith(("**", "__")) and _BOLD.fullmatch(line) is not None
        if previous is None:
            self.organ = self._is_organ(line)
        elif not self._breaks(previous, line, bold):
            return None
        if len(line) > 3 and line.startswith("***") and line.endswith("***"):
            bold = True
        return Block("text", start, end, start, bold=bold)

    def _labelled(self, label: Label, end: int) -> Block:
        words = label.span.end
        while words < end and self.content[words].isspace():
            words += 1
        if label.style == "decimal":
            self.last_decimal = _number(label.text)
        return Block("note" if label.style == "note" else "text", label.span.start, end, words, label)

    def _is_page(self, line: str) -> bool:
        return any(pattern.match(line) for pattern in self.lexicon.layout.page)

    def _is_meeting(self, line: str) -> bool:
        return len(line) < _LONG_LINE and any(
            pattern.match(line.lstrip("*_")) for pattern in self.lexicon.layout.meeting
        )

    def _numbers(self, label: Label, previous: Block | None, line: str) -> bool:
        """Whether a label begins a block here, and is not the wrapped end of a sentence."""
        if previous is None or previous.kind != "text":
            return True
        if label.style == "note":
            return line.startswith("[^") or (self.closed and finished(self.last_line))
        if previous.label is not None and follows(previous.label, label):
            return True
        if label.style == "decimal" and _number(label.text) == self.last_decimal + 1 and previous.words >= previous.end:
            return True
        return finished(self.last_line) or previous.bold or self.last_organ

    def _breaks(self, previous: Block, line: str, bold: bool) -> bool:
        """Whether an unlabelled line begins a block although no blank line stands before it."""
        if previous.kind == "note":
            return self._opens(line) and finished(self.last_line)
        if previous.kind != "text" or previous.bold != bold or self._is_numeral(previous):
            return True
        self.organ = self._is_organ(line)
        if self.organ or self.last_organ:
            return True
        if previous.words >= previous.end:
            return False
        if _FIELD.match(line) and _FIELD.match(self.content, previous.start):
            return True
        if not finished(self.last_line):
            return False
        if self._opens(line):
            return True
        return len(self.last_line) > _LONG_LINE and line[0].isupper()

    def _is_numeral(self, block: Block) -> bool:
        """Whether a block is so far nothing but the numeral or letter of a part."""
        words = self.content[block.start : block.end].strip("*_ ")
        if block.label is not None or len(words) > _NUMERAL:
            return False
        return (len(words) == 1 and words.isupper()) or any(
            pattern.fullmatch(words) for pattern in self.lexicon.layout.part
        )

    def _opens(self, line: str) -> bool:
        emphasis = _EMPHASIS.match(line)
        if emphasis and emphasis[0][-1].isupper():
            return True
        return self.lexicon.begins(line[:_HEAD]) is not None

    def _is_organ(self, line: str) -> bool:
        return len(line) < _HEAD and self.lexicon.organ(line) is not None


def _number(text: str) -> int:
    head = text.partition(".")[0].partition(" ")[0]
    return int(head) if head.isdigit() else 0
