"""A Word file as an original: its text, its places by paragraph, and the way back as tracked changes and comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...text import Edit, Span, Text
from ..original import CannotWrite, Place, Remark, Version
from .surface import Surface

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
"""A copy has the suffix of its file: Word opens no file with macros under another."""
_ONLY_FINAL = "The text before its tracked changes cannot be changed."


class WordFile:
    """A Word file that was read from bytes. Raises CannotRead."""

    has_lines = False
    is_replaceable = True

    def __init__(self, data: bytes, version: Version = "final", suffix: str = SUFFIXES[0]) -> None:
        self._data = data
        self._surface = Surface(data, version)
        self.suffix = suffix

    @property
    def text(self) -> Text:
        """The words of the file, as Markdown."""
        return self._surface.text

    @property
    def told(self) -> Text:
        """The words of the file with the comments that people have written."""
        return Surface(self._data, self._surface.version, comments=True).text

    def place(self, span: Span, paragraph: str = "") -> Place:
        """Where a span lies: its paragraph, and the words around it."""
        return self._surface.place(span, paragraph)

    def shows_emphasis(self, span: Span) -> bool:
        """Not in a paragraph whose italics Markdown cannot say."""
        return self._surface.shows_emphasis(span)

    @property
    def notice(self) -> str:
        """A notice of what the file holds and its text cannot say."""
        lost = [f"{count} × {name}" for name, count in sorted(self._surface.lost.items()) if name != "picture"]
        return f"not read: {', '.join(lost)}" if lost else ""

    def refusal(self, edits: Sequence[Edit]) -> str:
        """Why the file has no place for edits, in order of the text; "" where it has one for all."""
        if self._surface.version != "final":
            return _ONLY_FINAL if edits else ""
        from .plan import refusal

        return refusal(self._surface, edits)

    def write(self, edits: Sequence[Edit] = (), remarks: Sequence[Remark] = (), *, plain: bool = False) -> bytes:
        """The file with edits as tracked changes, or made outright where `plain`, and remarks as comments.

        Raises CannotWrite.
        """
        if (edits or remarks) and self._surface.version != "final":
            raise CannotWrite(_ONLY_FINAL)
        if not edits and not remarks:
            return self._data
        from .writing import write

        return write(self._data, edits, remarks, tracked=not plain)

    def without_remarks(self) -> bytes:
        """The file without the comments that `write` has put there. Raises CannotWrite."""
        from .writing import without_comments

        return without_comments(self._data)


def open_word(path: Path, data: bytes, version: Version = "final") -> WordFile:
    """The Word file that bytes are. Raises CannotRead."""
    suffix = path.suffix.lower()
    return WordFile(data, version, suffix if suffix in SUFFIXES else SUFFIXES[0])
