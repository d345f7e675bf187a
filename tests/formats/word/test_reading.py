"""A Word file is read as the draft that its reader sees."""

from __future__ import annotations

import pytest

from reslint.formats.word.markdown import seen
from reslint.formats.word.surface import Surface

ITALIC, BOLD, LINE = "<w:i/>", "<w:b/>", '<w:u w:val="single"/>'


def text(data, version="final"):
    return Surface(data, version).text.content.rstrip("\n")


def one(make, *runs, **parts):
    return text(make.word(make.paragraph(*runs), **parts))


def test_paragraphs_are_parted_by_a_blank_line_and_empty_ones_are_passed_over(make):
    assert text(make.word("The General Assembly,", "<w:p/>", "Recalling its resolutions,")) == (
        "The General Assembly,\n\nRecalling its resolutions,"
    )


def test_words_that_look_like_mark_up_stay_words(make):
    for words in (
        "*",
        "2 * 3 * 4",
        "a_b _c_",
        "[^1]",
        r"\*",
        "&lt;u>",
        "&lt;!-- no comment -->",
        "# no heading",
        "> 5",
    ):
        surface = Surface(make.word(words))
        shown = words.replace("&lt;", "<")
        assert seen(surface.text.content.rstrip("\n")).words == shown


def test_a_word_split_into_many_runs_is_one_word(make):
    runs = [make.run(letter, ITALIC) for letter in "Recalling"]
    assert one(make, *runs, " its") == "*Recalling* its"


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ([("Recalling", ITALIC), (" its", "")], "*Recalling* its"),
        ([("Recalling ", ITALIC), ("its", "")], "*Recalling* its"),
        ([("Recalling", ITALIC), (" ", ""), ("also", ITALIC)], "*Recalling also*"),
        ([("Off", '<w:i w:val="0"/>'), (" on", '<w:i w:val="true"/>')], "Off *on*"),
        ([("Decides", ITALIC), (";", ITALIC)], "*Decides;*"),
        ([("as follows", ""), (";", ITALIC)], "as follows;"),
        ([("Title", BOLD), (" and ", ""), ("both", BOLD + ITALIC)], "**Title** and ***both***"),
        ([("under", LINE), (" lined", "")], "<u>under</u> lined"),
        ([("re", ITALIC), ("call", "")], "*re*call"),
        ([("hidden", "<w:vanish/>"), ("shown", "")], "shown"),
    ],
)
def test_emphasis_is_what_the_eye_sees(make, runs, markdown):
    assert one(make, *[make.run(*each) for each in runs]) == markdown


STYLES = (
    '<w:style w:type="paragraph" w:styleId="PI"><w:name w:val="PI"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="PII"><w:name w:val="PII"/><w:basedOn w:val="PI"/></w:style>'
    '<w:style w:type="character" w:styleId="CI"><w:name w:val="CI"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="CN"><w:name w:val="CN"/><w:rPr><w:i w:val="0"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("paragraph", "look", "is_italic"),
    [
        ("PI", "", True),
        ("PII", "", True),
        ("PI", '<w:i w:val="0"/>', False),
        ("", '<w:rStyle w:val="CI"/>', True),
        # ECMA-376 part 1, 17.7.3: a toggle in the styles of both paragraph and run is off.
        ("PI", '<w:rStyle w:val="CI"/>', False),
        ("PI", '<w:rStyle w:val="CI"/><w:i/>', True),
        ("PI", '<w:rStyle w:val="CN"/>', True),
        ("Nowhere", '<w:rStyle w:val="Nowhere"/>', False),
    ],
)
def test_italics_may_come_from_styles(make, paragraph, look, is_italic):
    properties = f'<w:pStyle w:val="{paragraph}"/>' if paragraph else ""
    data = make.word(make.paragraph(make.run("words", look), properties=properties), styles=STYLES)
    assert text(data) == ("*words*" if is_italic else "words")


def test_emphasis_that_markdown_cannot_say_is_left_out_and_never_invented(make):
    runs = [make.run("a", BOLD), make.run("(", ""), make.run("b", ITALIC)]
    surface = Surface(make.word(make.paragraph("x", make.run("(y)", BOLD), "z ", make.run("Noting", ITALIC), " it")))
    assert surface.text.content == "x(y)z *Noting* it\n"
    assert surface.paragraphs[0].dropped
    assert one(make, *runs)


def test_footnotes_and_endnotes_stand_at_the_end_with_their_numbers(make):
    data = make.word(
        make.paragraph("Recalling", make.marker(2), " and", make.marker(1), ","),
        make.paragraph("see", '<w:r><w:endnoteReference w:id="7"/></w:r>'),
        footnotes=make.footnote(1, "Second.") + make.footnote(2, make.run("First", ITALIC), "."),
        endnotes=f'<w:endnote w:id="7">{make.paragraph("At the end.")}</w:endnote>',
    )
    assert text(data) == ("Recalling[^1] and[^2],\n\nsee[^i]\n\n[^1]: *First*.\n\n[^2]: Second.\n\n[^i]: At the end.")


def test_a_mark_of_the_writers_own_is_the_label_of_its_note(make):
    star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    data = make.word(make.paragraph("item", star, " of"), footnotes=make.footnote(1, "A/80/50."))
    assert text(data) == "item[^*] of\n\n[^*]: A/80/50."


def test_a_figure_raised_by_hand_is_a_marker_but_an_exponent_is_none(make):
    raised = '<w:vertAlign w:val="superscript"/>'
    assert one(make, "Convention,", make.run("3", raised)) == "Convention,<sup>3</sup>"
    assert one(make, "100 km", make.run("2", raised)) == "100 km2"


def test_tracked_changes_are_read_as_accepted_or_as_they_were(make):
    runs = ("The ", make.deleted("old "), make.inserted(make.run("new ")), "text")
    assert one(make, *runs) == "The new text"
    assert text(make.word(make.paragraph(*runs)), "original") == "The old text"


def test_a_deleted_paragraph_mark_joins_two_paragraphs(make):
    gone = '<w:rPr><w:del w:id="5" w:author="D"/></w:rPr>'
    assert text(make.word(make.paragraph("half ", properties=gone), "joined")) == "half joined"


def test_words_in_fields_links_controls_and_tags_are_words(make):
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>8</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{make.run('here')}</w:sdtContent></w:sdt>"
    for inner, words in (
        (field, "8"),
        (f'<w:fldSimple w:instr=" REF x ">{make.run("7")}</w:fldSimple>', "7"),
        (f'<w:hyperlink r:id="rId9">{make.run("70/1")}</w:hyperlink>', "70/1"),
        (control, "here"),
        (f'<w:smartTag w:element="place">{make.run("Geneva")}</w:smartTag>', "Geneva"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "x"),
    ):
        assert one(make, "in ", inner, " out") == f"in {words} out"


def test_signs_that_are_elements_are_characters(make):
    inner = "<w:t>non</w:t><w:noBreakHyphen/><w:t>State co</w:t><w:softHyphen/><w:t>op</w:t><w:br/><w:t>next</w:t>"
    assert one(make, f"<w:r>{inner}</w:r>") == "non\u2011State co\u00adop\nnext"
    assert one(make, '<w:r><w:t>x</w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r>') == "x≥"


def test_blanks_that_the_file_does_not_preserve_are_none(make):
    assert one(make, "<w:r><w:t> outer </w:t></w:r>", "next") == "outernext"


def test_the_tab_after_a_typed_number_is_a_space(make):
    assert (
        one(make, "<w:r><w:tab/><w:t>1.</w:t><w:tab/><w:t>Decides</w:t><w:tab/><w:t>so</w:t></w:r>") == "1. Decides\tso"
    )


def test_tables_are_rows_and_text_boxes_follow_their_paragraph(make):
    cell = lambda words: f"<w:tc>{make.paragraph(words)}</w:tc>"  # noqa: E731
    table = f"<w:tbl><w:tr>{cell('a|b')}{cell('c')}</w:tr><w:tr>{cell('d')}{cell('e')}</w:tr></w:tbl>"
    assert text(make.word("before", table, "after")) == "before\n\n| a\\|b | c |\n| d | e |\n\nafter"
    box = lambda words: f"<w:txbxContent>{make.paragraph(words)}</w:txbxContent>"  # noqa: E731
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box('one')}{box('two')}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box('one')}{box('two')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text(make.word(make.paragraph("host", drawing), "next")) == "host\n\none\n\ntwo\n\nnext"
    empty = drawing.replace(f"{box('one')}{box('two')}</w:drawing>", "</w:drawing>")
    assert text(make.word(make.paragraph("host", empty), "next")) == "host\n\none\n\ntwo\n\nnext"


def test_the_header_of_the_first_page_is_front_matter(make):
    data = make.word(
        "The General Assembly,", header=make.paragraph("United Nations A/80/L.1") + make.paragraph("Distr.: Limited")
    )
    assert (
        text(data) == '---\nheader:\n  - "United Nations A/80/L.1"\n  - "Distr.: Limited"\n---\n\nThe General Assembly,'
    )


def test_a_comment_that_suppresses_is_one_in_the_draft_and_others_are_not_read(make):
    comments = make.comment(0, "reslint-disable spelling/word -- a quotation") + make.comment(1, "Nice!")
    data = make.word(
        make.paragraph(make.commented(0, make.run("Recalling")), " its"),
        make.paragraph(make.commented(1, make.run("Noting")), " it"),
        comments=comments,
    )
    assert text(data) == ("<!-- reslint-disable-next-line spelling/word -- a quotation -->\nRecalling its\n\nNoting it")


def test_strict_files_and_utf_16_parts_read_the_same(make):
    runs = (make.run("Recalling", ITALIC), " its")
    plain = make.word(make.paragraph(*runs), numbering="")
    assert text(make.word(make.paragraph(*runs), strict=True)) == text(plain)
    wide = make.replaced(
        plain, "word/document.xml", ('<?xml version="1.0" encoding="UTF-16"?>' + make.part(plain)).encode("utf-16")
    )
    assert text(wide) == text(plain)
