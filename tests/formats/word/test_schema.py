"""Written files are valid by the schemas of ECMA-376, as openxml-audit has them (those of the Open XML SDK)."""

from __future__ import annotations

import pytest

from reslint.formats.original import Remark
from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp
from reslint.formats.word.surface import Surface
from reslint.formats.word.writing import write
from reslint.text import Edit, Span

audit = pytest.importorskip("openxml_audit", reason="openxml-audit, which has the schemas, is not installed")
RICH = (
    '<w:rStyle w:val="Strong"/><w:rFonts w:ascii="Arial"/><w:b/><w:bCs/><w:color w:val="FF0000"/><w:sz w:val="20"/>'
    '<w:shd w:val="clear" w:fill="00FF00"/><w:vertAlign w:val="baseline"/><w:lang w:val="en-GB"/>'
)
STRONG = '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style>'


def mistakes(data, folder):
    """The schema errors of a file. A validator caches what it has read: each file has its own."""
    path = folder / "draft.docx"
    path.write_bytes(data)
    found = audit.OpenXmlValidator(file_format=audit.FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors
    return [f"{each.part_uri} {each.path}: {each.description}" for each in found if each.error_type.name == "SCHEMA"]


def draft(make):
    """A draft with what can stand around words that change."""
    return make.word(
        make.paragraph(make.run("Recalling the old words", RICH), make.marker(1), " of it,"),
        make.paragraph("Noting ", make.inserted(make.run("with great ", RICH)), make.run("care,", "<w:i/>")),
        make.paragraph("1.", "<w:r><w:tab/></w:r>", make.run("Decides", RICH), " to go on."),
        styles=STRONG,
        footnotes=make.footnote(1, make.run("See"), " para. 4"),
    )


def changed(data, remarks=(), tracked=True):
    content = Surface(data).text.content

    def edit(old, new):
        at = content.index(old)
        return Edit(Span(at, at + len(old)), new)

    edits = [
        edit("Recalling", "*Recalling*"),
        edit("old", "*older* still"),
        edit("great", "the greatest"),
        edit("*care,*", "care,"),
        edit("to go", "to <u>come</u>"),
        edit("para. 4", "para. 4."),
    ]
    return write(data, edits, remarks, tracked=tracked)


def test_the_judge_knows_the_order_of_properties(make, tmp_path):
    wrong = make.word(make.paragraph(make.run("one", '<w:u w:val="single"/><w:i/>')))
    assert "Unexpected element 'i' found" in "".join(mistakes(wrong, tmp_path))


def test_tracked_changes_and_comments_are_valid(make, tmp_path):
    data = draft(make)
    assert mistakes(data, tmp_path) == []
    at = Surface(data).text.content.index("old")
    remarks = [Remark(Span(at, at + 3), "one\ntwo & three"), Remark(Span(0, 9), "four")]
    written = changed(data, remarks)
    assert "rPrChange" in make.part(written)
    assert mistakes(written, tmp_path) == []


def test_plain_changes_are_valid(make, tmp_path):
    assert mistakes(changed(draft(make), tracked=False), tmp_path) == []


def test_a_new_file_with_everything_is_valid(tmp_path):
    blocks = [
        WordBlock("lines", "Eighty-first session\nAgenda item 1"),
        WordBlock("title", "**Lights**"),
        WordBlock("comment", "a remark"),
        WordBlock("paragraph", "**_Recalling_** <u>its</u>[^1] non\u2011State<sup>2</sup>,"),
        WordBlock("heading", "Part one"),
        WordBlock("item", "one;", "(a)"),
        WordBlock("deep item", "two.", "(i)"),
        WordBlock("table", "| a | b |\n|---|---|\n| *c* | |"),
        WordBlock("note", "*Note*.", "[^1]:", "1"),
    ]
    front = '---\nreslint: {profile: un}\nheader:\n  - "A/81/L.1"\n---\n'
    data, remarks = build(blocks, Stamp("reslint", "2026-01-01T00:00:00Z", 1), front)
    assert remarks == []
    assert mistakes(data, tmp_path) == []
