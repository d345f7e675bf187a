"""From lines to blocks: where one element of the text ends and the next begins.

A block is a run of lines that belong together. A blank line ends one; in hard-wrapped text a label, an opener after
a finished line, a page line or a table does so too. Nothing here knows what part of a resolution a block is.
"""

from __future__ import annotations

import re
from typing import Literal

from ..text import Span
from ..text.fold import fold_once
from ..text.folded import Folded
from ..text.record import NamedTuple, dataclass
from ..text.regex import lazy
from .endings import finished
from .headings import is_bare_heading, is_part_line
from .labels import Label, begins_list, follows, label_at, number
from .lexicon import Lexicon
from .reading import HEAD, SIDE, UNREAD, Heading, Reading, head, is_bold, read_block, read_heading, read_line

BlockKind = Literal["text", "note", "comment", "table", "separator", "page-line", "front-matter", "heading"]

_FRONT_MATTER = lazy(
    r"(?:---|(?P<toml>\+\+\+))[^\S\r\n]*(?:\r\n|\r|\n)"
    r"(?:.*?(?:\r\n|\r|\n))?(?(toml)\+\+\+|(?:---|\.\.\.))[^\S\r\n]*(?=[\r\n]|\Z)",
    re.DOTALL,
)
_LINE = lazy(r"\S.*")
_LINE_BEFORE_CR = lazy(r"\S[^\r\n]*")
_LINE_END = lazy(r"[^\S\r\n]*(?=[\r\n]|\Z)")
_FIELD = lazy(r"(?:[*_]{0,2})[A-Z][\w /-]{2,30}:(?=\s|$|[*_])")
_EMPHASIS = lazy(r"(?:\*{1,3}|_{1,3}|<u>)[“\"‘(]?[^\W\d_]")
_INNER = ("(a", "(i", "\\(a", "\\(i", "a)", "a.", "i)", "i.")
"""How the label of a first item begins."""
_STRONG = ("**", "__")
_CLOSED = ("]", ")", "*", "_")
_INDENTED = ("   ", "\t")
"""How a line that goes on with a note is set in by programs that wrap lines."""
_FIRST = frozenset({"a", "i", "A", "1"})
_LIST = 40
_NEAR = 8
"""So many blocks before a note may be those of the list that goes on below it."""
_LONG_LINE = 120
_NUMERAL = 8
_EMPHASISED_NUMERAL = 40


@dataclass(slots=True, eq=False)
class Block:
    """A run of lines. Offsets are code points; `start` and `end` are the first and last character that is not blank."""

    kind: BlockKind
    start: int
    end: int
    words: int
    """Where its own words begin, after the label and blanks; `end` when it has none."""
    label: Label | None = None
    level: int = 0
    bold: bool = False
    reading: Reading = SIDE
    """The reading of its words, once it has all of them."""
    folded: Folded = UNREAD
    """Its words folded, as far as they were read."""
    met: Block | None = None
    """The same block where it was met first, if that was elsewhere."""

    @property
    def origin(self) -> Block:
        """One and the same object wherever the stretch of the text is that holds the block."""
        return self.met or self

    def shifted(self, by: int) -> Block:
        """The same block `by` code points later."""
        start, end, words = self.start + by, self.end + by, self.words + by
        label, level, bold, met = self.label, self.level, self.bold, self.met or self
        return Block(self.kind, start, end, words, label, level, bold, self.reading, self.folded, met)

    @property
    def body(self) -> Span:
        """Its own words."""
        return Span(self.words, self.end)


class State(NamedTuple):
    """The lines above a blank line, as far as they matter to those below it."""

    is_start: bool = True
    """Whether there are none above."""
    begun: bool = False
    """Whether there was an enacting line."""
    closed: bool = False
    """Whether the last resolution is over, so that plain numbers are those of notes."""
    last_decimal: int = 0
    closable: bool = True
    """Whether comments can end; no comment can once one was found that does not."""


class Scanner:
    """Finds the blocks of a stretch of a text that begins where a line does and ends before one.

    `looked_on` says whether what was found depends on what comes after the stretch.
    """

    def __init__(self, content: str, lexicon: Lexicon, start: int, end: int, state: State) -> None:
        self.content = content
        self.lexicon = lexicon
        self.at = start
        self.end = end
        self.is_start, self.begun, self.closed, self.last_decimal, self.closable = state
        self.looked_on = False
        self.blocks: list[Block] = []
        self.block: Block | None = None
        self.blank = True
        self.last_line = self.above_line = ""
        self.last_start = start
        self.is_indented = False
        self.organ = False
        self.last_organ = False
        self.masthead: tuple[Block | None, bool] = (None, False)
        """A block, and whether its first line is one of a masthead."""

    @property
    def state(self) -> State:
        """The state that the stretch and what stands above it leave to the lines below."""
        return State(False, self.begun, self.closed, self.last_decimal, self.closable)

    def scan(self) -> list[Block]:
        """The blocks in order. The last one may be a comment that ends after the stretch; `at` is where it ends."""
        content, end = self.content, self.end
        if self.is_start:
            self._front_matter()
        search = (_LINE_BEFORE_CR if content.find("\r", self.at, end) >= 0 else _LINE).search
        while (found := search(content, self.at, end)) is not None:
            start, stop = found.span()
            gap = content[self.at : start]
            if gap == "\n\n":
                self.blank = True
            elif gap != "\n":
                self.blank = self.blank or gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1
            self.is_indented = gap.endswith(_INDENTED)
            line = content[start:stop].rstrip()
            self.at = stop
            block = self._new(start, start + len(line), line)
            self.blank = False
            if block is not None:
                self.blocks.append(block)
                self.block = block
                if block.end > stop:
                    # A comment of several lines; what follows it is as after a blank line.
                    self.at = block.end
                    self.blank = True
            elif self.block is not None:
                if self.block.words >= self.block.end:
                    self.block.words = start
                self.block.end = start + len(line)
            self.above_line, self.last_line, self.last_start = self.last_line, line, start
            self.last_organ = self.organ
            if self.organ:
                self.begun = True
                self.closed = self.organ = False
        self.at = max(self.at, end)
        self._read()
        return self.blocks

    def _front_matter(self) -> None:
        matter = _FRONT_MATTER.match(self.content)
        if matter:
            self.blocks.append(Block("front-matter", 0, matter.end(), 0))
            self.at = matter.end()
        self.looked_on = self.content.startswith(("---", "+++")) and (matter is None or matter.end() > self.end)

    def _read(self) -> None:
        for block in self.blocks:
            if block.kind in ("text", "heading"):
                style = block.label.style if block.label is not None else None
                words = self.content[block.words : block.end]
                if not block.bold and words.startswith(_STRONG):
                    block.bold = is_bold(words)  # over several lines
                read = read_block(words, self.lexicon, style, block.bold, block.kind == "heading")
                block.reading, block.folded = read

    def _comment(self, start: int) -> Block | None:
        """A comment that has its lines to itself; one inside a paragraph that goes on is not a block."""
        if self.block is not None and not self.blank and self.block.kind == "text" and not finished(self.last_line):
            return None
        if not self.closable:
            return None
        close = self.content.find("-->", start) + 3
        self.closable = close > 2
        self.looked_on = self.looked_on or not self.closable or close > self.end
        if not self.closable or not _LINE_END.match(self.content, close):
            return None
        return Block("comment", start, close, start)

    def _new(self, start: int, end: int, line: str) -> Block | None:
        """The block that begins with this line, or None when the line goes on with the block before it."""
        if line.startswith("<!--") and (comment := self._comment(start)) is not None:
            return comment
        previous = None if self.blank else self.block
        read = read_line(line, self.lexicon)
        if read.kind == "page-line" and previous is not None and line.endswith((".", ",", ";")):
            read = read._replace(kind="text")  # the end of a sentence whose last word is a symbol
        if read.kind != "text":
            self.organ = read.kind == "heading" and self._is_organ(line[read.words :])
            if read.kind == "table" and previous is not None and previous.kind == "table":
                return None
            return Block(read.kind, start, end, start + read.words, None, read.level)
        self.closed = self.closed or (self.begun and read.meets)
        label = read.label
        if label is not None and label.style == "plain":
            label = label._replace(style="note") if self.closed else self._bare_number(label, line[read.words :])
        if label is not None and self._numbers(label, previous, line, read.words):
            self._lift_heading(line[read.words :], numbered=label.style == "decimal")
            return self._labelled(label, start, end, read.words)
        if previous is None:
            self.organ = self._is_organ(line)
        elif self._opens(line) and self._lift_heading(line):
            pass
        elif not (read.meets and finished(self.last_line)) and not self._breaks(previous, line, read.bold):
            return None
        return Block("text", start, end, start, None, 0, read.bold or read.starred)

    def _bare_number(self, label: Label, words: str) -> Label | None:
        """A number without its stop, if it is the next one and stands before an opener; else no label at all."""
        is_next = self.last_decimal and number(label.text) == self.last_decimal + 1
        return label._replace(style="bare") if is_next and self._opens(words) else None

    def _lift_heading(self, words: str, *, numbered: bool = False) -> bool:
        """Makes the last line a heading of its own, where it stands as one directly above a paragraph that begins so.

        Says whether it is one. Where there is no numeral, only the number of a paragraph below shows it.
        """
        block, line = self.block, self.last_line
        if self.blank or block is None or block.kind != "text":
            return False
        alone = block.start == self.last_start
        if alone and (block.label is not None or block.bold):
            return False
        named = is_part_line(line, self.lexicon)
        plain = numbered and self.begun and not alone and is_bare_heading(line) and not self._opens(line)
        if not (named or (plain and self._opens(words))) or not (alone or finished(self.above_line)):
            return False
        if alone:
            block.kind = "heading"
        else:
            self._part_last_line(block, "heading")
        return True

    def _lift_title(self, block: Block) -> None:
        """Parts the line above the first enacting line from a masthead that it touches: it is the title."""
        plain = block.label is None and not block.bold and block.start < self.last_start
        if self.organ and plain and not self.begun and not finished(self.last_line):
            self._part_last_line(block, "text")

    def _part_last_line(self, block: Block, kind: BlockKind) -> None:
        """Makes the last line of a block that has others a block of its own."""
        block.end = block.start + len(self.content[block.start : self.last_start].rstrip())
        self.blocks.append(Block(kind, self.last_start, self.last_start + len(self.last_line), self.last_start))

    def _labelled(self, label: Label, start: int, end: int, words: int) -> Block:
        if label.style in ("decimal", "bare"):
            self.last_decimal = number(label.text)
        inner = label.style in ("decimal", "paren") and self.content.startswith(_INNER, start + words)
        second = label_at(self.content[start + words : end]) if inner else None
        if second is not None and begins_list(label, second):
            # "1. (a) …" is a paragraph without words and its first item.
            self.blocks.append(Block("text", start, start + label.size, start + label.size, label))
            start, words, label = start + words, 0, second
            rest = self.content[start + second.size : end]
            words = second.size + len(rest) - len(rest.lstrip())
        return Block("note" if label.style == "note" else "text", start, end, start + words, label)

    def _numbers(self, label: Label, previous: Block | None, line: str, words: int) -> bool:
        """Whether a label begins a block here, and is not the wrapped end of a sentence."""
        if previous is not None and previous.kind == "note":
            return self._ends_note(label, previous, line, words)
        if previous is None or previous.kind != "text":
            return True
        if label.style == "note":
            return line.startswith("[^") or (self.closed and finished(self.last_line))
        if previous.label is not None and follows(previous.label, label):
            return True
        if label.style == "decimal" and number(label.text) == self.last_decimal + 1 and previous.words >= previous.end:
            return True
        if label.style in ("paren", "half") and not self._has_turn(label):
            return False
        if finished(self.last_line) or previous.bold or self.last_organ:
            return True
        # An opener after a number begins a paragraph, even where the one above has no end.
        due = label.style in ("decimal", "bare") and (
            number(label.text) == self.last_decimal + 1 or line.startswith(("*", "_"), words)
        )
        return due and self._opens(line[words:])

    def _has_turn(self, label: Label) -> bool:
        """Whether a letter can be that of an item: it is a first one, or the list of the paragraph has others.

        "(a) to do one thing; and / (b) to do another" is one sentence, wherever its lines are cut.
        """
        if label.text in _FIRST:
            return True
        for block in reversed(self.blocks[-_LIST:]):
            if block.kind == "text" and block.label is not None:
                return block.label.style == label.style
        return False

    def _ends_note(self, label: Label, previous: Block, line: str, words: int) -> bool:
        """Whether a label directly below a line of a note is one, and no number in the sentence of the note."""
        if label.style == "note":
            by_words = line[0].isdigit() and previous.label is not None and previous.label.text.isdigit()
            return not by_words or int(label.text) == int(previous.label.text) + 1  # type: ignore[union-attr]
        if self.is_indented or not finished(self.last_line):
            return False
        if label.style in ("decimal", "bare") and number(label.text) == self.last_decimal + 1:
            return True
        return self._opens(line[words:]) or any(
            block.kind == "text" and block.label is not None and follows(block.label, label)
            for block in self.blocks[-_NEAR:]
        )

    def _goes_beyond_note(self, line: str) -> bool:
        """Whether an unlabelled line directly below one of a note is a paragraph of the draft."""
        if self.is_indented or not finished(self.last_line):
            return False
        return self._opens(line) if self.last_line.endswith(".") else self.lexicon.begins(line) is not None

    def _breaks(self, previous: Block, line: str, bold: bool) -> bool:
        """Whether an unlabelled line begins a block although no blank line stands before it."""
        # A line in the middle of a sentence may hold nothing but a name: "… of / the Security Council,".
        self.organ = previous.kind != "note" and not line[0].islower() and self._is_organ(line)
        if previous.kind == "note":
            return self._goes_beyond_note(line)
        if previous.kind != "text" or previous.bold != bold or self._is_numeral(previous):
            return True
        if self.organ or self.last_organ:
            self._lift_title(previous)
            return True
        if previous.words >= previous.end:
            return False
        if self._heads(previous, line, bold):
            return True
        if not finished(self.last_line):
            return False
        if is_part_line(line, self.lexicon) or self._opens(line):
            # After ", the" a capital in italics is that of a title as well.
            return not self.last_line[-1].isalnum() or self.lexicon.begins(line) is not None
        return len(self.last_line) > _LONG_LINE and line[0].isupper()

    def _heads(self, previous: Block, line: str, bold: bool) -> bool:
        """Whether a line is one more field, or below a block that begins as a masthead one more line of that.

        The first line of a title in bold, below "[on the report of …]", is one as well.
        Neither line of a masthead is finished: prose that begins with such a name, and goes on with one, is.
        """
        if _FIELD.match(line) and _FIELD.match(self.content, previous.start):
            return True
        if self.begun or previous.label is not None:
            return False
        if line.startswith(_STRONG) and self.last_line.endswith(_CLOSED):
            return True
        if self.masthead[0] is not previous:
            first = self.content[previous.start : previous.end].splitlines()[0].rstrip()
            names = len(first) < HEAD and (bold or not self._opens(first))
            self.masthead = previous, names and self._heading(first, bold).masthead
        if not self.masthead[1] or len(line) >= HEAD or finished(line) or finished(self.last_line):
            return False
        heading = self._heading(line, bold)
        return heading.masthead or heading.sponsors

    def _heading(self, line: str, bold: bool) -> Heading:
        return read_heading(head(fold_once(line).text, bold=bold), self.lexicon, bold)

    def _is_numeral(self, block: Block) -> bool:
        """Whether a block is so far nothing but the numeral or letter of a part."""
        if block.label is not None or block.end - block.start > _EMPHASISED_NUMERAL:
            return False
        words = self.content[block.start : block.end].strip("*_ ")
        if len(words) > _NUMERAL:
            return False
        return (len(words) == 1 and words.isupper()) or any(
            pattern.fullmatch(words) for pattern in self.lexicon.layout.part
        )

    def _opens(self, line: str) -> bool:
        emphasis = _EMPHASIS.match(line)
        if emphasis and emphasis[0][-1].isupper():
            return True
        return self.lexicon.begins(line) is not None

    def _is_organ(self, line: str) -> bool:
        return len(line) < HEAD and self.lexicon.organ(line) is not None
