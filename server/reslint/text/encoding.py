"""From bytes to text and back, without losing one."""

from __future__ import annotations

import codecs
from pathlib import Path

from .record import NamedTuple
from .source import Text

_BOM = codecs.BOM_UTF8


class Source(NamedTuple):
    """A text and what is needed to write it back as it came: whether a byte order mark stood before it."""

    text: Text
    bom: bool = False


class UndecodableText(ValueError):
    """The bytes are not UTF-8.

    `offset` is the zero-based byte, `value` the byte itself, `line` and `column` its one-based place (the column
    counts code points). The message names them all.
    """

    def __init__(self, offset: int, value: int, line: int, column: int) -> None:
        super().__init__(
            f"not UTF-8: byte 0x{value:02X} at offset {offset} (line {line}, column {column}); "
            "save the file as UTF-8 and try again"
        )
        self.offset = offset
        self.value = value
        self.line = line
        self.column = column


def decode(data: bytes) -> Source:
    """The text of UTF-8 bytes; a byte order mark is remembered and is no part of the text.

    Line ends are kept as they are. Raises UndecodableText at the first byte that is not UTF-8.
    """
    bom = data.startswith(_BOM)
    body = data[len(_BOM) :] if bom else data
    try:
        return Source(Text(body.decode("utf-8")), bom)
    except UnicodeDecodeError as error:
        before = Text(body[: error.start].decode("utf-8"))
        place = before.position(len(before))
        offset = error.start + (len(_BOM) if bom else 0)
        raise UndecodableText(offset, body[error.start], place.line + 1, place.column + 1) from None


def encode(source: Source) -> bytes:
    """The bytes of a text: what `decode` read, when nothing was changed.

    Raises UnicodeEncodeError for lone surrogates, which no file can hold.
    """
    return (_BOM if source.bom else b"") + source.text.content.encode("utf-8")


def read_source(path: Path) -> Source:
    """The text of a file. Raises OSError, and UndecodableText for a file that is not UTF-8."""
    return decode(path.read_bytes())
