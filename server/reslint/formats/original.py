"""The contract between a format and everything that reads drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from ..text import Edit, Position, Span, Text
from ..text.record import NamedTuple

Version = Literal["final", "original"]
"""Whether tracked changes are read as accepted or as rejected."""


class CannotRead(ValueError):
    """The bytes are not a file that can be read; the message says what they are and what to do.

    `line` and `column` are one-based, the column in code points; 0 where the place is the whole file.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class CannotWrite(ValueError):
    """Edits or remarks for which the file has no place; the message says why and what to do."""


class InParagraph(NamedTuple):
    """A place in a file that has paragraphs and no lines."""

    label: str
    """How the file counts the paragraph: “¶11”, “note 3”, “header”."""
    ordinal: int
    """The same as a number from 1 on; 0 for what is not counted."""
    name: str
    """How a draft calls it: “operative 2”; "" where it has no name."""
    number: str
    """The number that is printed before it; "" where there is none."""
    before: str
    """The visible words before the place, as many as tell it from others."""
    words: str
    """The visible words in question."""
    after: str
    """The visible words behind the place."""


class Place(NamedTuple):
    """Where a span lies in a file, as whoever opens the file finds it: by lines, or else by its paragraph."""

    span: Span
    """The code-point offsets into the text of the original, half-open."""
    lines: tuple[Position, Position] | None = None
    """The zero-based lines and columns of both ends, columns in code points; None where the file has no lines."""
    paragraph: InParagraph | None = None
    """The paragraph, where the file has no lines."""

    def __str__(self) -> str:
        """The place as reports print it after the path: “12:3”, “¶11 (operative 2)”; both numbers count from 1."""
        if self.lines is not None:
            line, column = self.lines[0]
            return f"{line + 1}:{column + 1}"
        if self.paragraph is None:
            return ""
        label, name = self.paragraph.label, self.paragraph.name
        return f"{label} ({name})" if name and name != label else label


class Remark(NamedTuple):
    """Words to put beside a span of the text, for whoever reads the file; they may have several lines."""

    span: Span
    words: str


class Original(Protocol):
    """A file that has been opened. All offsets are code points of its `text`, spans half-open."""

    @property
    def text(self) -> Text:
        """The words of the file, as Markdown; the same object at every call."""
        ...

    @property
    def told(self) -> Text:
        """The words of the file with all that people have said beside them, as comments of Markdown."""
        ...

    @property
    def has_lines(self) -> bool:
        """Whether its places are the lines of its text, and every edit has a place in it: nobody need ask for either.

        Whoever asks for a place in a file without lines names the paragraph, too.
        """
        ...

    def place(self, span: Span, paragraph: str = "") -> Place:
        """Where a span lies in the file. `paragraph` is how the draft calls the paragraph around it: “operative 2”."""
        ...

    def refusal(self, edits: Sequence[Edit]) -> str:
        """Why the file has no place for some edits of its text, as a sentence; "" where it has one for all."""
        ...

    def write(self, edits: Sequence[Edit] = (), remarks: Sequence[Remark] = (), *, plain: bool = False) -> bytes:
        """The file with edits made and remarks put in, both of its text; the bytes as they came where there are none.

        A format that can show what an edit changes does so, unless they are to be made `plain`. Raises CannotWrite for
        what has no place in the file.
        """
        ...

    def without_remarks(self) -> bytes:
        """The file without the remarks that `write` has put in. Raises CannotWrite where it may not be changed."""
        ...

    def shows_emphasis(self, span: Span) -> bool:
        """Whether the text says which words of a span are in italics and which are not."""
        ...

    @property
    def suffix(self) -> str:
        """The suffix of the copy into which edits and remarks go; "" where they go into the file itself."""
        ...

    @property
    def is_replaceable(self) -> bool:
        """Whether what is written can take the place of the file."""
        ...

    @property
    def notice(self) -> str:
        """A notice of how it was read, for whoever reads its findings; "" for nothing."""
        ...
