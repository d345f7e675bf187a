"""A draft becomes a Word file that reads as the same draft."""

from __future__ import annotations

from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp
from reslint.formats.word.surface import Surface

FRONT = '---\nreslint: {profile: un}\nheader:\n  - "United Nations A/80/L.1"\n  - Distr.: Limited\n---\n'


def built(*blocks, front="", template=None):
    return build(blocks, Stamp("reslint", "2026-01-01T00:00:00Z", 1), front, template)


def read(*blocks, **more):
    return Surface(built(*blocks, **more)[0]).text.content


def test_numbers_are_typed_as_they_stand_in_the_draft():
    blocks = [
        WordBlock("paragraph", "*Decides* so;", "1."),
        WordBlock("item", "that;", "(a)"),
        WordBlock("item", "this;", "(c)"),
    ]
    assert read(*blocks) == "1. *Decides* so;\n\n(a) that;\n\n(c) this;\n"


def test_footnotes_are_real_ones_in_the_order_of_their_markers(make):
    blocks = [
        WordBlock("paragraph", "one[^9] and<sup>3</sup>, again[^9]"),
        WordBlock("note", "Three.", "3", "3"),
        WordBlock("note", "*Nine*.", "[^9]:", "9"),
    ]
    assert read(*blocks) == "one[^1] and[^2], again<sup>1</sup>\n\n[^1]: *Nine*.\n\n[^2]: Three.\n"
    assert make.part(built(*blocks)[0]).count("footnoteReference w:id") == 2


def test_a_note_without_a_marker_is_kept_as_a_paragraph():
    assert "Left over." in read(WordBlock("paragraph", "one"), WordBlock("note", "Left over.", "[^2]:", "2"))


def test_lines_are_joined_in_paragraphs_and_stay_in_the_masthead():
    assert read(WordBlock("paragraph", "one\n  two")) == "one two\n"
    assert read(WordBlock("lines", "FORUM:\nThe Council")) == "FORUM:\nThe Council\n"


def test_tables_comments_and_signs_come_back():
    table = "| a | b |\n|---|---|\n| *c* | d |"
    assert read(WordBlock("table", table)) == "| a | b |\n| *c* | d |\n"
    suppressed = "reslint-disable-next-line opener/unknown -- quoted"
    blocks = [WordBlock("comment", suppressed), WordBlock("paragraph", "non\u2011State & <b> \\* co\u00adop")]
    assert read(*blocks) == f"<!-- {suppressed} -->\nnon\u2011State & <b> \\* co\u00adop\n"


def test_an_empty_comment_which_parts_lists_in_markdown_is_none_in_word():
    data, _ = built(WordBlock("comment", ""), WordBlock("paragraph", "one"))
    assert "comment" not in Surface(data).package.main.data.decode()


def test_a_comment_behind_the_last_paragraph_stands_on_that():
    data, _ = built(WordBlock("paragraph", "one"), WordBlock("comment", "reslint-disable-file"))
    assert Surface(data).text.content == "<!-- reslint-disable-file  -->\none\n"


def test_the_masthead_stands_in_the_header_and_other_front_matter_comes_back():
    assert read(WordBlock("paragraph", "x"), front=FRONT) == (
        '---\nreslint: {profile: un}\nheader:\n  - "United Nations A/80/L.1"\n  - "Distr.: Limited"\n---\n\nx\n'
    )


def test_a_template_gives_its_styles_and_keeps_its_header_and_page(make):
    styles = '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="_ Single Txt"/></w:style>'
    template = make.word("old words", styles=styles, header=make.paragraph("Letterhead"))
    data, remarks = built(
        WordBlock("paragraph", "new[^1]"), WordBlock("note", "N.", "[^1]:", "1"), front=FRONT, template=template
    )
    assert Surface(data).text.content.endswith('"Letterhead"\n---\n\nnew[^1]\n\n[^1]: N.\n')
    assert '<w:pStyle w:val="Mine"/>' in make.part(data)
    assert "<w:sectPr>" in make.part(data)
    assert remarks == ["The template has a header of its own; the draft's was left out."]


def test_the_same_draft_makes_the_same_bytes():
    assert built(WordBlock("paragraph", "x"), front=FRONT) == built(WordBlock("paragraph", "x"), front=FRONT)
