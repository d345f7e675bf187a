"""A Word file as an original: its text, its places by paragraph, and the way back as tracked changes and comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...text import Edit, Span, Text
from ..original import CannotWrite, InParagraph, Place, Remark, Version
from .styles import ITALIC
from .surface import Surface, WordParagraph

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
"""A copy has the suffix of its file: Word opens no file with macros under another."""
_ONLY_FINAL = "The text before its tracked changes cannot be changed."
_AROUND = 40
"""So many characters before and behind a place tell it from others."""


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
        found = self._surface.paragraph_at(span.start)
        if found is None or (span.start < found.start and self._surface.paragraphs[0] is found):
            return Place(span, None, InParagraph("header", 0, paragraph, "", "", self.text.slice(span), ""))
        after = self._surface.following(found)
        if span.start > found.end and after is not None:  # at the number of the next paragraph
            found = after
        return Place(span, None, _inside(found, span, paragraph))

    def shows_emphasis(self, span: Span) -> bool:
        """Not in a paragraph whose italics Markdown cannot say."""
        return not any(each.dropped & ITALIC for each in self._surface.paragraphs_of(span))

    @property
    def notice(self) -> str:
        """What the file holds that its text cannot say."""
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


def _inside(paragraph: WordParagraph, span: Span, name: str) -> InParagraph:
    words = paragraph.words
    first, last = paragraph.visible(span.start), paragraph.visible(span.end)
    label = f"note {paragraph.note}" if paragraph.note else f"¶{paragraph.ordinal}"
    before, after = words[max(first - _AROUND, 0) : first], words[last : last + _AROUND]
    if first > _AROUND:
        before = before.partition(" ")[2] or before
    if last + _AROUND < len(words):
        after = after.rpartition(" ")[0] or after
    return InParagraph(label, paragraph.ordinal, name, paragraph.number, before, words[first:last], after)
