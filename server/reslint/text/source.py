"""One immutable text and its lines."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Literal

from .regex import lazy
from .span import Position, Span

Unit = Literal["code-point", "utf-16", "utf-8"]

# The line ends of the Language Server Protocol, and no others: U+2028, VT, FF and NEL are ordinary characters.
_LINE_END = lazy(r"\r\n|\n|\r")
_LF = lazy(r"\n")


class Text:
    """An immutable text with an index of its lines.

    Offsets are code points from the start of `content`. A line ends with LF, CRLF or CR and with
    nothing else (LSP 3.17, "Text Documents"); the text after the last line end is the last line, even if empty.
    Lone surrogates are allowed: they count one code point, one UTF-16 unit and three UTF-8 bytes.
    """

    __slots__ = ("__dict__", "content")

    content: str

    def __init__(self, content: str) -> None:
        self.content = content

    def __len__(self) -> int:
        """The number of code points."""
        return len(self.content)

    def __repr__(self) -> str:
        return f"Text({self.content[:40]!r}, {len(self.content)} code points)"

    def slice(self, span: Span) -> str:
        """The characters of `span`."""
        return self.content[span.start : span.end]

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line starts; the first is 0."""
        ends = _LINE_END if "\r" in self.content else _LF
        return (0, *[match.end() for match in ends.finditer(self.content)])

    def replaced(self, span: Span, content: str) -> Text:
        """The text with `content` in place of `span`; its lines are counted again only around the change.

        `span` must lie within the text.
        """
        start, end = span
        before, after = self.content[:start], self.content[end:]
        text = Text(f"{before}{content}{after}")
        if "line_starts" not in self.__dict__:
            return text
        # A CR just before the change or a LF just after it may become, or stop being, half of a CRLF: count the
        # whole lines around it.
        starts = self.line_starts
        first = bisect_right(starts, max(start - 1, 0)) - 1
        last = bisect_right(starts, end)
        by = len(content) - (end - start)
        limit = starts[last] + by if last < len(starts) else len(text.content)
        middle = (match.end() for match in _LINE_END.finditer(text.content, starts[first], limit))
        text.__dict__["line_starts"] = (*starts[: first + 1], *middle, *(at + by for at in starts[last + 1 :]))
        return text

    @cached_property
    def line_end(self) -> str:
        """The line end that the text uses first; LF in a text of one line."""
        if len(self.line_starts) < 2:
            return "\n"
        return self.content[self.line_span(0).end : self.line_starts[1]]

    @property
    def line_count(self) -> int:
        """The number of lines: one more than there are line ends."""
        return len(self.line_starts)

    def line_of(self, offset: int) -> int:
        """The zero-based line that holds `offset`; a line end belongs to the line it ends."""
        return bisect_right(self.line_starts, max(0, min(offset, len(self.content)))) - 1

    def line_span(self, line: int) -> Span:
        """The span of a zero-based line, without its line end. Raises IndexError for a line that is not there."""
        if line < 0:
            raise IndexError(line)
        start = self.line_starts[line]
        if line + 1 == len(self.line_starts):
            return Span(start, len(self.content))
        end = self.line_starts[line + 1] - 1
        if end > start and self.content[end] == "\n" and self.content[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def position(self, offset: int, unit: Unit = "code-point") -> Position:
        """The zero-based line and column of `offset`, the column in `unit`.

        An offset outside the text is moved to its nearest end.
        """
        content, starts = self.content, self.line_starts
        offset = max(0, min(offset, len(content)))
        line = bisect_right(starts, offset) - 1
        start = starts[line]
        if unit == "code-point" or content.isascii():
            return Position(line, offset - start)
        return Position(line, _width(content[start:offset], unit))

    def offset(self, position: Position, unit: Unit = "code-point") -> int:
        """The code-point offset of a zero-based line and column, the column counted in `unit`.

        A column past the end of its line means the end of the line, a column inside a character (the second half
        of a surrogate pair, the middle of a UTF-8 sequence) means the start of it, and a line past the last means
        the end of the text, as the Language Server Protocol asks.
        """
        line, column = position
        if line >= len(self.line_starts):
            return len(self.content)
        if line < 0 or column <= 0:
            return self.line_starts[max(line, 0)]
        start, end = self.line_span(line)
        if unit == "code-point":
            return min(start + column, end)
        # No character is narrower than one unit, so the answer lies within `column` characters.
        characters = self.content[start : min(end, start + column)]
        if characters.isascii():
            return start + len(characters)
        counted = 0
        for index, character in enumerate(characters):
            counted += _width(character, unit)
            if counted > column:
                return start + index
        return start + len(characters)


def _width(characters: str, unit: Unit) -> int:
    if characters.isascii():
        return len(characters)
    if unit == "utf-16":
        return len(characters.encode("utf-16-le", "surrogatepass")) // 2
    return len(characters.encode("utf-8", "surrogatepass"))
