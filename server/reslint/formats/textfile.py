"""Markdown and plain text: from bytes to a text and back, without losing one."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import Path

from ..text import Edit, Span, Text, apply_edits
from ..text.record import NamedTuple, dataclass
from .original import CannotRead, CannotWrite, Place, Remark


class Encoding(NamedTuple):
    """How characters become bytes: the codec, and the byte order mark that stands before them."""

    codec: str = "utf-8"
    mark: bytes = b""


_MARKED = (
    Encoding("utf-8", codecs.BOM_UTF8),
    # That of UTF-32 begins like that of UTF-16.
    Encoding("utf-32-le", codecs.BOM_UTF32_LE),
    Encoding("utf-32-be", codecs.BOM_UTF32_BE),
    Encoding("utf-16-le", codecs.BOM_UTF16_LE),
    Encoding("utf-16-be", codecs.BOM_UTF16_BE),
)
_PLAIN = Encoding()
_OLDER = "cp1252"
"""The encoding of Windows programs before UTF-8."""
_NO_MARGIN = "A text file has no margin for remarks: use --add-suppressions, or an output format."


@dataclass(frozen=True, slots=True)
class TextFile:
    """The text of a file, with its line ends as they are, and the encoding in which it is written back."""

    text: Text
    encoding: Encoding = _PLAIN

    has_lines = True
    suffix = ""
    is_replaceable = True
    notice = ""

    @property
    def told(self) -> Text:
        """The text: what it says is all there is."""
        return self.text

    def place(self, span: Span, paragraph: str = "") -> Place:  # noqa: ARG002
        """The lines and columns of a span."""
        return by_lines(self.text, span)

    def shows_emphasis(self, span: Span) -> bool:  # noqa: ARG002
        """Always."""
        return True

    def refusal(self, edits: Sequence[Edit]) -> str:  # noqa: ARG002
        """Nothing: every edit can be made in a text."""
        return ""

    def write(self, edits: Sequence[Edit] = (), remarks: Sequence[Remark] = (), *, plain: bool = False) -> bytes:  # noqa: ARG002
        """The bytes of the text with edits made. Raises CannotWrite for remarks, and for halves of characters."""
        if remarks:
            raise CannotWrite(_NO_MARGIN)
        codec, mark = self.encoding
        try:
            return mark + apply_edits(self.text.content, edits).encode(codec)
        except UnicodeEncodeError as error:
            raise CannotWrite(f"U+{ord(error.object[error.start]):04X} is half a character; no file holds it") from None

    def without_remarks(self) -> bytes:
        """The bytes as they came: there are none."""
        return self.write()


def by_lines(text: Text, span: Span) -> Place:
    """The place of a span in a file whose lines are those of the text."""
    return Place(span, (text.position(span.start), text.position(span.end)))


def open_text(path: Path, data: bytes) -> TextFile:
    """The text of bytes in UTF-8, or in what their byte order mark says; the mark is not part of the text.

    `path` is named in the advice. Raises CannotRead at the first byte that is of another encoding.
    """
    encoding = next((each for each in _MARKED if data.startswith(each.mark)), _PLAIN)
    body = data[len(encoding.mark) :]
    try:
        return TextFile(Text(body.decode(encoding.codec)), encoding)
    except UnicodeDecodeError as error:
        before = Text(body[: error.start].decode(encoding.codec, "replace"))
        line, column = before.position(len(before))
        raise CannotRead(_advice(path, body, error, encoding), line + 1, column + 1) from None


def _advice(path: Path, body: bytes, error: UnicodeDecodeError, encoding: Encoding) -> str:
    """The mistake in bytes that cannot be decoded, and what to do."""
    byte = body[error.start]
    if encoding.codec != "utf-8":
        return f"the file begins as {encoding.codec[:6].upper()} and goes on otherwise; save it as UTF-8"
    try:
        character = body.decode(_OLDER)[error.start]
    except UnicodeDecodeError:
        return f"byte 0x{byte:02X} is not UTF-8; save the file as UTF-8"
    from shlex import quote

    stem, dot, suffixes = (path.name if path.name.strip("-") else "draft.md").partition(".")
    source, target = quote(f"{stem}{dot}{suffixes}"), quote(f"{stem}-utf8{dot}{suffixes}")
    shown = f", which is {character} in Windows-1252," if character.isprintable() else ""
    return (
        f"byte 0x{byte:02X}{shown} is not UTF-8; save the file as UTF-8, or run: "
        f"iconv -f WINDOWS-1252 -t UTF-8 {source} > {target}"
    )
