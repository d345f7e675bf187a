"""PDFs, OpenDocument texts and old Word files: other programs read them, where they are installed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reslint.formats import CannotRead, CannotWrite, open_file
from reslint.formats.original import Remark
from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp
from reslint.text import Edit, Span

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script is not a program there")
PDF = b"%PDF-1.7\n"
ODT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text" + bytes(20)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le")


def installed(folder: Path, name: str, script: str) -> None:
    program = folder / name
    program.write_text(f"#!{sys.executable}\nimport sys\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are found."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("reslint.formats.office._PROGRAMS", ("soffice",))
    return folder


def refused(name: str, data: bytes) -> str:
    with pytest.raises(CannotRead) as caught:
        open_file(Path(name), data)
    return str(caught.value)


def test_where_the_program_is_not_installed_it_is_named(programs: Path):
    assert "install that (poppler-utils)" in refused("a.pdf", PDF)
    assert refused("a.odt", ODT).startswith("this is an OpenDocument text, which LibreOffice can read")
    assert refused("a.doc", OLD).startswith("this is an old Word file, which LibreOffice can read")


def test_what_the_program_cannot_read_is_refused(programs: Path):
    for name in ("pdftotext", "soffice"):
        installed(programs, name, "sys.exit(3)")
    assert "damaged, or protected by a password" in refused("a.pdf", PDF)
    assert refused("a.doc", OLD) == "LibreOffice cannot read this file; save it as .docx"


def test_a_pdf_of_pictures_holds_no_words(programs: Path):
    installed(programs, "pdftotext", "print('\\f')")
    assert "only pictures" in refused("a.pdf", PDF)


def test_the_places_of_a_pdf_are_pages_and_nothing_is_written_into_it(programs: Path):
    installed(programs, "pdftotext", "print('The Board,\\f1. Decides to rest.', end='')")
    original = open_file(Path("a.pdf"), PDF)
    content = original.text.content
    assert content == original.told.content == "The Board,\f1. Decides to rest."
    span = Span(content.index("Decides"), content.index(" to rest"))
    place = original.place(span).paragraph
    assert place is not None
    assert (place.label, place.before, place.words, place.after) == ("page 2", "The Board, 1.", "Decides", "to rest.")
    assert not original.shows_emphasis(span)
    assert original.refusal([]) == ""
    assert original.refusal([Edit(span, "Wants")]).startswith("A PDF cannot be changed")
    assert original.write() == original.without_remarks() == PDF
    for edits, remarks in (([Edit(span, "Wants")], []), ([], [Remark(span, "Say so.")])):
        with pytest.raises(CannotWrite):
            original.write(edits, remarks)


@pytest.mark.parametrize(("name", "data"), [("a.odt", ODT), ("a.doc", OLD)])
def test_a_text_that_libreoffice_reads_is_that_of_the_word_file_it_makes(
    programs: Path, tmp_path: Path, name: str, data: bytes
):
    made = build([WordBlock("paragraph", "*Decides* to rest.", "1.")], Stamp("Delegate", "2026-01-01T00:00:00Z", 1))[0]
    (tmp_path / "made.docx").write_bytes(made)
    copies = f"import pathlib, shutil\nsource = pathlib.Path(sys.argv[-1])\nassert source.name == 'draft{name[1:]}'\n"
    target = "source.parent / 'draft.docx'"
    installed(programs, "soffice", f"{copies}shutil.copy({str(tmp_path / 'made.docx')!r}, {target})")
    original = open_file(Path(name), data)
    assert original.text.content.strip() == "1. *Decides* to rest."
    assert not original.is_replaceable
