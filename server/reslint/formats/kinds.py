"""Files that are not text: known by how they begin, each with its name and the command that makes a text of it."""

from __future__ import annotations

from pathlib import Path

from ..text.record import NamedTuple

WORD = "a Word file"
OLD_WORD = "an old Word file"
LOCKED = "an Office file with a password"
OPEN_DOCUMENT = "an OpenDocument text"
PDF = "a PDF"


class Kind(NamedTuple):
    """A kind of file: its name goes with “this is”."""

    name: str
    command: str = ""
    """Makes a text of `{file}`; `{stem}` is its name without suffixes. Empty where nothing does."""
    signatures: tuple[bytes, ...] = ()
    """How its bytes begin, or what stands anywhere in them where it is a kind of container."""
    suffixes: tuple[str, ...] = ()
    """The suffixes of its names, in small letters, for a content that tells too little."""

    def advice(self, path: Path) -> str:
        """The name of this kind of file, and how to make something of it that can be read."""
        if not self.command:
            return f"this is {self.name}"
        from shlex import quote

        name = path.name if path.name.strip("-") else f"FILE{(*self.suffixes, '')[0]}"
        stem = name.partition(".")[0] or name
        return f"this is {self.name}; run: {self.command.format(file=quote(name), stem=quote(stem))}"


_PANDOC = "pandoc {file} --to gfm --wrap none --output {stem}.md"
_SOFFICE = "soffice --convert-to docx {file}"
_UTF8 = "iconv -f {codec} -t UTF-8 {{file}} > {{stem}}-utf8.md"
_ODF = b"mimetypeapplication/vnd.oasis.opendocument."


def _wide(name: str) -> bytes:
    """A name in ASCII as UTF-16 without a mark, for which no codec need be loaded."""
    return "".join(f"{character}\0" for character in name).encode()


_ZIP = Kind("a zip archive", "unzip {file}", (b"PK\x03\x04", b"PK\x05\x06"), (".zip",))
_OLE = Kind("an old Office file", _SOFFICE, (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",))
_CONTAINERS = {
    _ZIP: (
        Kind(WORD, _PANDOC, (b"word/document",), (".docx", ".docm", ".dotx", ".dotm")),
        Kind(OPEN_DOCUMENT, _PANDOC, (_ODF + b"text",), (".odt",)),
        Kind("an OpenDocument file", "", (_ODF,), (".ods", ".odp")),
        Kind("an EPUB book", _PANDOC, (b"mimetypeapplication/epub+zip",), (".epub",)),
        Kind("an Excel workbook", "", (b"xl/workbook",), (".xlsx",)),
        Kind("a PowerPoint presentation", "", (b"ppt/presentation",), (".pptx",)),
    ),
    _OLE: (
        Kind(LOCKED, "", (_wide("EncryptedPackage"),)),
        Kind(OLD_WORD, _SOFFICE, (_wide("WordDocument"),), (".doc", ".dot")),
    ),
}
"""Kinds that hold others, whose signatures stand anywhere in them, as the names of parts do."""
_PLAIN = (
    Kind(PDF, "pdftotext {file} {stem}.txt", (b"%PDF-",), (".pdf",)),
    Kind("an RTF file", _PANDOC, (b"{\\rtf",), (".rtf",)),
    Kind(
        "an image",
        "tesseract {file} {stem}",
        (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"),
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".heic", ".bmp"),
    ),
    Kind("a gzip archive", "gunzip {file}", (b"\x1f\x8b\x08",), (".gz",)),
    Kind("a 7-Zip archive", "7z x {file}", (b"7z\xbc\xaf\x27\x1c",), (".7z",)),
    Kind("a RAR archive", "unrar x {file}", (b"Rar!\x1a\x07",), (".rar",)),
)
_BINARY = Kind("a binary file, not text")
_WITHOUT_MARK = "UTF-16 text without a byte order mark"
_LITTLE = Kind(_WITHOUT_MARK, _UTF8.format(codec="UTF-16LE"))
_BIG = Kind(_WITHOUT_MARK, _UTF8.format(codec="UTF-16BE"))
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_HEAD = 1000
_FEW = 10
"""Zeros in fewer than every tenth byte are slips in a text."""
_LATIN = 0.7
"""The share of Latin letters and blanks in a text that is one."""


def kind_of(path: Path, data: bytes) -> Kind | None:
    """The kind of a file by its bytes, or else by the suffix of its name; None for text, of whatever encoding."""
    if data.startswith(_MARKS):
        return None
    for container, kinds in _CONTAINERS.items():
        if data.startswith(container.signatures):
            inside = (kind for kind in kinds if any(signature in data for signature in kind.signatures))
            return next(inside, None) or _by_name(path, kinds) or container
    for kind in _PLAIN:
        if data.startswith(kind.signatures):
            return kind
    return _of_zeros(path, data[:_HEAD])


def _of_zeros(path: Path, head: bytes) -> Kind | None:
    """The kind of a file with more zeros at its beginning than a text has; None for one with fewer."""
    if head.count(0) * _FEW <= len(head):
        return None
    # Latin letters in UTF-16 have a zero in every second byte, and none in the others.
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) == 0 and 2 * max(even, odd) > _LATIN * len(head):
        return _LITTLE if odd else _BIG
    return _by_name(path, _PLAIN) or _BINARY


def _by_name(path: Path, kinds: tuple[Kind, ...]) -> Kind | None:
    return next((kind for kind in kinds if path.suffix.lower() in kind.suffixes), None)
