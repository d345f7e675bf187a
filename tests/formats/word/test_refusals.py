"""A file that is not a Word file, or may not be changed, is refused in one sentence."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reslint.formats import CannotRead, CannotWrite, open_file
from reslint.formats.word import package
from reslint.text import Edit, Span


def refused(data):
    with pytest.raises(CannotRead) as caught:
        open_file(Path("draft.docx"), data)
    message = str(caught.value)
    assert len(message.split()) < 25
    assert "\n" not in message
    return message


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in parts.items():
            target.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def test_files_of_other_kinds_are_named(make):
    assert "zip archive, not a Word file" in refused(archive(a_txt="x"))
    assert "Excel" in refused(archive(xl__workbook_xml="x"))
    assert "OpenDocument" in refused(archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"))


def test_a_file_that_is_cut_short_or_damaged_is_refused(make):
    data = make.word("words")
    assert "cut short" in refused(data[: len(data) // 2])
    assert "not well-formed XML (line 1" in refused(make.replaced(data, "word/document.xml", "<w:document"))
    assert "main document" in refused(make.replaced(data, "word/document.xml", "<other/>"))
    assert "main document" in refused(make.replaced(data, "_rels/.rels", "<Relationships/>"))


def test_a_part_that_declares_a_document_type_is_refused_and_no_entity_is_read(make):
    data = make.word("words")
    harmless = '<!DOCTYPE d [<!ENTITY e "x">]>' + make.part(data).replace("words", "&e;")
    assert "document type" in refused(make.replaced(data, "word/document.xml", harmless))


def test_other_encodings_than_those_of_the_standard_are_refused(make):
    data = make.word("words")
    other = '<?xml version="1.0" encoding="UTc-8"?>' + make.part(data)
    assert "not in UTF-8" in refused(make.replaced(data, "word/document.xml", other))


def test_absurd_sizes_are_refused_before_anything_is_unpacked(make, monkeypatch):
    data = make.word("words")
    for name, words in (("MOST_UNPACKED", "larger than"), ("MOST_XML", "larger than"), ("MOST_PARTS", "parts")):
        with monkeypatch.context() as patch:
            patch.setattr(package, name, 2)
            assert words in refused(data)


def test_elements_nested_without_end_are_refused(make):
    deep = make.part(make.word("words")).replace("<w:body>", "<w:body>" + "<w:sdt>" * 500 + "</w:sdt>" * 500)
    assert "nests" in refused(make.replaced(make.word("words"), "word/document.xml", deep))


def test_relations_that_lead_out_of_the_file_are_not_followed(make, tmp_path):
    outside = tmp_path / "footnotes.xml"
    outside.write_text("<w:footnotes/>")
    for target, mode in ((outside.as_uri(), ' TargetMode="External"'), ("../../../../footnotes.xml", "")):
        data = make.word(make.paragraph("words", make.marker(1)), footnotes=make.footnote(1, "inside"))
        relations = make.part(data, "word/_rels/document.xml.rels")
        relations = relations.replace('Target="footnotes.xml"', f'Target="{target}"{mode}')
        data = make.replaced(data, "word/_rels/document.xml.rels", relations)
        assert open_file(Path("a.docx"), data).text.content == "words[^1]\n"


@pytest.mark.parametrize("kind", ["readOnly", "forms"])
def test_a_protected_file_is_read_and_not_written(make, kind):
    settings = f'<w:documentProtection w:edit="{kind}" w:enforcement="1"/>'
    original = open_file(Path("a.docx"), make.word("words", settings=settings))
    with pytest.raises(CannotWrite, match="protected"):
        original.write([Edit(Span(0, 5), "terms")])


def test_a_file_that_wants_its_changes_tracked_takes_tracked_ones_alone(make):
    settings = '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'
    original = open_file(Path("a.docx"), make.word("words", settings=settings))
    assert b"PK" in original.write([Edit(Span(0, 5), "terms")])
    with pytest.raises(CannotWrite, match="protected"):
        original.write([Edit(Span(0, 5), "terms")], plain=True)


def test_a_signed_file_is_not_changed(make):
    data = make.word("words")
    relations = make.part(data, "_rels/.rels").replace(
        "</Relationships>", '<Relationship Id="s" Type="x/digital-signature/origin" Target="s.sigs"/></Relationships>'
    )
    original = open_file(Path("a.docx"), make.replaced(data, "_rels/.rels", relations))
    with pytest.raises(CannotWrite, match="signed"):
        original.write([Edit(Span(0, 5), "terms")])


@pytest.mark.parametrize("seed", range(60))
def test_damage_anywhere_is_read_or_refused(make, seed):
    import random

    dice = random.Random(seed)
    data = make.word(
        make.paragraph("words ", make.inserted(make.run("x")), make.marker(1)), footnotes=make.footnote(1, "n")
    )
    xml = bytearray(make.part(data).encode())
    for _ in range(dice.randint(1, 4)):
        place = dice.randrange(len(xml))
        xml[place : place + dice.randint(0, 6)] = bytes(dice.choices(b'<>/"wpr&;:t ', k=dice.randint(0, 4)))
    try:
        open_file(Path("a.docx"), make.replaced(data, "word/document.xml", bytes(xml)))
    except CannotRead as error:
        assert str(error)  # noqa: PT017
