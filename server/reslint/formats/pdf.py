"""PDFs: `pdftotext` (poppler) reads their words, where it is installed; nothing can be written into them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from ..text import Edit, Span, Text
from .original import CannotRead, CannotWrite, InParagraph, Place, Remark, Version

_PROGRAM = "pdftotext"
_SECONDS = 120
_PAGE = "\f"
_READ_ONLY = "A PDF cannot be changed: fix the file that it was made from."
_AROUND = 40


class PdfFile:
    """The words of a PDF, without italics; its places are pages. Raises CannotRead where it has no words."""

    has_lines = False
    suffix = ""
    is_replaceable = False
    notice = "read with pdftotext, which sees neither italics nor which words are a footnote's; nothing can be fixed"

    def __init__(self, data: bytes, words: str) -> None:
        self._data = data
        if not words.strip():
            raise CannotRead("this PDF holds no words, only pictures of them; ask for the file that it was made from")
        self.text = Text(words)
        self._pages = [0, *(at + 1 for at, character in enumerate(words) if character == _PAGE)]

    @property
    def told(self) -> Text:
        """The words: comments in a PDF are not read."""
        return self.text

    def place(self, span: Span, paragraph: str = "") -> Place:
        """The page of a span, and the words around it."""
        page = bisect_right(self._pages, span.start)
        content = self.text.content
        before = " ".join(content[max(span.start - _AROUND, 0) : span.start].split())
        after = " ".join(content[span.end : span.end + _AROUND].split())
        words = " ".join(content[span.start : span.end].split())
        return Place(span, None, InParagraph(f"page {page}", page, paragraph, "", before, words, after))

    def shows_emphasis(self, span: Span) -> bool:  # noqa: ARG002
        """Never."""
        return False

    def refusal(self, edits: Sequence[Edit]) -> str:
        """That nothing can be changed."""
        return _READ_ONLY if edits else ""

    def write(self, edits: Sequence[Edit] = (), remarks: Sequence[Remark] = (), *, plain: bool = False) -> bytes:  # noqa: ARG002
        """The bytes as they came. Raises CannotWrite for edits and remarks."""
        if edits or remarks:
            raise CannotWrite(_READ_ONLY)
        return self._data

    def without_remarks(self) -> bytes:
        """The bytes as they came."""
        return self._data


def open_pdf(path: Path, data: bytes, version: Version = "final") -> PdfFile:  # noqa: ARG001
    """The words of a PDF. Raises CannotRead."""
    import shutil
    import subprocess

    program = shutil.which(_PROGRAM)
    if program is None:
        raise CannotRead("this is a PDF, which pdftotext can read; install that (poppler-utils), or ask for the draft")
    command = [program, "-layout", "-enc", "UTF-8", "-", "-"]
    try:
        run = subprocess.run(command, input=data, capture_output=True, check=True, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError):
        raise CannotRead("pdftotext cannot read this PDF: it is damaged, or protected by a password") from None
    return PdfFile(data, run.stdout.decode("utf-8", "replace"))
