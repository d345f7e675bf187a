from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reslint.formats import CannotRead, open_file
from reslint.formats.kinds import kind_of
from reslint.formats.opening import OPENERS


def said(name: str, data: bytes) -> str:
    kind = kind_of(Path(name), data)
    if kind is not None and kind.name in OPENERS:  # it may be read here, by another program
        return kind.advice(Path(name))
    with pytest.raises(CannotRead) as caught:
        open_file(Path(name), data)
    assert (caught.value.line, caught.value.column) == (0, 0)
    return str(caught.value)


def archive(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name in names:
            file.writestr(name, "…")
    return data.getvalue()


def open_document(kind: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
    return data.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
FILES = [
    ("a.odt", open_document("text"), "an OpenDocument text; run: pandoc a.odt"),
    ("a.ods", open_document("spreadsheet"), "an OpenDocument file"),
    ("a.xlsx", archive("xl/workbook.xml"), "an Excel workbook"),
    ("a.zip", archive("password/a.md"), "a zip archive; run: unzip a.zip"),
    ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "an old Word file; run: soffice --convert-to docx a.doc"),
    ("a.doc", OLE, "an old Word file; run: soffice"),
    ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "an Office file with a password"),
    ("a.msg", OLE, "an old Office file"),
    ("a.pdf", b"%PDF-1.7\n\xe2\xe3", "a PDF; run: pdftotext a.pdf a.txt"),
    ("the 2nd.draft.pdf", b"%PDF-1.4 all in ASCII", "a PDF; run: pdftotext 'the 2nd.draft.pdf' 'the 2nd'.txt"),
    ("-", b"%PDF-1.4", "a PDF; run: pdftotext FILE.pdf FILE.txt"),
    ("a.rtf", b"{\\rtf1\\ansi Harbours}", "an RTF file; run: pandoc a.rtf"),
    ("scan.md", b"\x89PNG\r\n\x1a\n" + bytes(99), "an image; run: tesseract scan.md scan"),
    ("a.jpeg", b"\xff\xd8\xff\xe0", "an image"),
    ("a.heic", b"\0\0\0\x18ftyp" + bytes(99), "an image"),
    ("a.md.gz", b"\x1f\x8b\x08" + bytes(99), "a gzip archive; run: gunzip a.md.gz"),
    ("a.bin", bytes(range(7)) * 3 + bytes(300), "a binary file, not text"),
    (
        "a.md",
        "Recalling the tides,".encode("utf-16-le"),
        "UTF-16 text without a byte order mark; run: iconv -f UTF-16LE",
    ),
    (
        "a.md",
        "Recalling the tides,".encode("utf-16-be"),
        "UTF-16 text without a byte order mark; run: iconv -f UTF-16BE",
    ),
]


@pytest.mark.parametrize(("name", "data", "words"), FILES, ids=[f"{name}-{words[:24]}" for name, _, words in FILES])
def test_a_file_that_is_not_text_is_named_for_what_it_is(name, data, words):
    assert said(name, data).startswith(f"this is {words}")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", "The harbours,"),
        ("a.md", "PK lists the ports,"),
        ("a.md", "RIFF, %PDF- and {\\rtf are names of formats,"),
        ("a.md", "A slip \0 of the pen in the middle of a line that goes on,"),
        ("a.md", ""),
        ("a.md", "The “light”, 港口,"),
    ],
)
def test_what_is_text_is_read_whatever_its_name(name, content):
    assert open_file(Path(name), content.encode()).text.content == content


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[1] / "drafts" / "ok").glob("*.md")), ids=lambda path: path.name
)
def test_drafts_are_text(path):
    assert open_file(path, path.read_bytes()).has_lines
