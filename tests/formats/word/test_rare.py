"""Parts that seldom stand in a Word file are read all the same, or named."""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import Path

import pytest

from reslint.formats import CannotRead, CannotWrite, open_file
from reslint.formats.original import Remark
from reslint.text import Edit, Span

FILE = Path("draft.docx")


def text(data: bytes) -> str:
    return open_file(FILE, data).text.content


def test_the_header_may_be_a_table_whose_rows_are_lines(make):
    row = "<w:tr><w:tc><w:p><w:r><w:t>A/81/L.1</w:t></w:r></w:p></w:tc><w:tc>{}</w:tc></w:tr>"
    cells = row.format(make.paragraph("Distr.: Limited") + make.paragraph("2 March"))
    header = f"<w:tbl>{cells}</w:tbl>"
    read = text(make.word("*words", header=header))
    assert read.startswith('---\nheader:\n  - "A/81/L.1 Distr.: Limited"\n  - "2 March"\n---')


def test_symbols_are_characters_and_one_that_nobody_knows_is_a_loss(make):
    signs = '<w:r><w:sym w:font="Symbol" w:char="{}"/></w:r>'
    original = open_file(FILE, make.word(make.paragraph("at 5", signs.format("00B0"), signs.format("F0FE"), "now")))
    assert original.text.content.startswith("at 5°")
    assert "1 × symbol" in original.notice
    assert "1 × symbol" in open_file(FILE, make.word(make.paragraph("a", signs.format("zzzz")))).notice


def test_formulas_ruby_texts_and_controls_are_words(make):
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    ruby = "<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase>"
    body = make.paragraph(make.run("of "), formula, make.run(" and "), f"{ruby}</w:ruby></w:r>")
    assert text(make.word(body)).strip() == "of a+b and base"


def test_alternate_content_is_read_once(make):
    both = (
        "<mc:AlternateContent><mc:Choice Requires='w14'><w:r><w:t>lamp</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t>light</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    )
    assert text(make.word(make.paragraph(make.run("one "), both))).strip() == "one lamp"


def test_a_document_inside_the_document_is_a_loss_and_a_picture_is_none(make):
    embedded = '<w:altChunk r:id="rIdx"/>'
    picture = "<w:r><w:drawing/></w:r>"
    original = open_file(FILE, make.word(make.paragraph("words ", picture), embedded))
    assert "1 × embedded document" in original.notice
    assert "picture" not in original.notice


def test_a_mark_of_a_paragraph_that_was_inserted_is_none_in_the_text_as_it_was(make):
    mark = '<w:rPr><w:ins w:id="5" w:author="D"/></w:rPr>'
    data = make.word(make.paragraph("one ", properties=mark), make.paragraph("two"))
    assert text(data).split() == ["one", "two"]
    assert open_file(FILE, data, "original").text.content.strip() == "one two"


def test_a_file_without_relations_of_its_document_takes_comments(make):
    data = make.word("words of the lamp")
    bare = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            if name != "word/_rels/document.xml.rels":
                target.writestr(name, source.read(name))
    original = open_file(FILE, bare.getvalue())
    written = original.write((), [Remark(Span(0, 5), "Say which.")])
    assert 'Target="comments.xml"' in make.part(written, "word/_rels/document.xml.rels")
    assert "Say which." in make.part(written, "word/comments.xml")
    assert open_file(FILE, open_file(FILE, written).without_remarks()).text.content == original.text.content


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "an old Word file"),
        (b"PK\x03\x04" + bytes(90), "damaged or cut short"),
    ],
)
def test_what_is_no_package_is_named(data: bytes, said: str):
    from reslint.formats.word.package import Package

    with pytest.raises(CannotRead, match=said):
        Package(data)


def test_a_file_that_holds_a_part_twice_is_refused(make):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = make.added(make.word("words"), "word/document.xml", "<other/>")
    with pytest.raises(CannotRead, match=r"holds word/document\.xml twice"):
        open_file(FILE, data)


def test_new_parts_take_no_name_that_is_taken(make):
    from reslint.formats.word.package import Package, is_own

    package = Package(make.added(make.word("words"), "word/lamp.xml", "<x/>"))
    assert package.free_name("word/Lamp.xml") == "word/Lamp2.xml"
    with pytest.raises(ValueError, match="already there"):
        package.add("word/LAMP.xml", b"<x/>")
    package.add("word/lamp2.xml", b"<x/>")
    assert package.free_name("word/lamp.xml") == "word/lamp3.xml"
    saved = package.save()
    assert is_own(saved)
    assert not is_own(make.word("words"))
    assert not is_own(b"words")


def test_edits_that_a_paragraph_cannot_take_say_why(make):
    body = "words of the lamp", make.paragraph("and", make.marker(1))
    original = open_file(FILE, make.word(*body, footnotes=make.footnote(1, "n")))
    content = original.text.content
    assert "paragraph" in original.refusal([Edit(Span(0, len("words of the lamp")), "")]).lower()
    assert "paragraph" in original.refusal([Edit(Span(5, 5), "\n\n")]).lower()
    assert "marker" in original.refusal([Edit(Span(content.index("[^1]"), content.index("[^1]") + 4), "")])
    assert original.refusal([Edit(Span(0, 0), "* ")])
    assert original.refusal([Edit(Span(len("words of the lamp"), len("words of the lamp") + 2), " ")])


def test_parts_that_are_stored_stay_stored_and_packed_ones_packed(make):
    data = io.BytesIO(make.word("words"))
    with zipfile.ZipFile(data, "a") as target:
        target.writestr("word/media/lamp.png", b"lamp", zipfile.ZIP_STORED)
    written = open_file(FILE, data.getvalue()).write([Edit(Span(0, 5), "terms")])
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        kinds = {entry.filename: entry.compress_type for entry in archive.infolist()}
    assert kinds["word/media/lamp.png"] == zipfile.ZIP_STORED
    assert kinds["word/document.xml"] == zipfile.ZIP_DEFLATED


def test_a_file_protected_but_for_comments_takes_comments_alone(make):
    settings = '<w:documentProtection w:edit="comments" w:enforcement="1"/>'
    original = open_file(FILE, make.word("words", settings=settings))
    written = original.write((), [Remark(Span(0, 5), "Say so.")])
    assert make.part(written, "word/comments.xml").count("annotationRef") == 1
    with pytest.raises(CannotWrite, match="protected"):
        original.write([Edit(Span(0, 5), "terms")])


def test_a_header_without_a_kind_is_that_of_all_pages(make):
    data = make.word("words", header=make.paragraph("A/81/L.1"))
    document = make.part(data).replace(' w:type="first"', "").replace("<w:titlePg/>", "")
    assert text(make.replaced(data, "word/document.xml", document)).startswith('---\nheader:\n  - "A/81/L.1"\n---')


def test_a_relation_to_a_document_that_is_not_there_is_named(make):
    data = make.word("words")
    relations = make.part(data, "_rels/.rels").replace("word/document.xml", "word/none.xml")
    with pytest.raises(CannotRead, match="main document of this Word file is missing"):
        open_file(FILE, make.replaced(data, "_rels/.rels", relations))
