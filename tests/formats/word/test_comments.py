"""Remarks become comments on their words, and only these are taken out again."""

from __future__ import annotations

import re

import pytest

from reslint.formats.original import Remark
from reslint.formats.word.surface import Surface
from reslint.formats.word.writing import without_comments, write
from reslint.text import Edit, Span


def text(data):
    return Surface(data).text.content


def remark(data, words, said="Say so."):
    start = text(data).index(words)
    return Remark(Span(start, start + len(words)), said)


def marked(make, data, number):
    """The words between the two ends of a comment."""
    xml = make.part(data)
    inner = re.search(rf'<w:commentRangeStart w:id="{number}"/>(.*?)<w:commentRangeEnd w:id="{number}"/>', xml)
    assert inner is not None
    assert f'<w:commentReference w:id="{number}"/>' in xml
    return re.sub(r"<[^>]+>", "", inner[1])


def said(make, data):
    return re.findall(r'w:author="(\w+)".*?</w:comment>', make.part(data, "word/comments.xml"))


def test_a_remark_stands_on_exactly_its_words(make):
    data = make.word(make.paragraph(make.run("Recalling", "<w:i/>"), " its own resolution"))
    out = write(data, (), [remark(data, "own"), remark(data, "*Recalling* its", "Twice & <more>\nin two lines")])
    assert marked(make, out, 0) == "own"
    assert marked(make, out, 1) == "Recalling its"
    comments = make.part(out, "word/comments.xml")
    assert "Twice &amp; &lt;more&gt;" in comments
    assert comments.count("<w:p>") == 3
    assert text(out) == text(data)


def test_a_place_without_words_is_marked_by_the_next_word(make):
    data = make.word("Recalling its resolution")
    assert marked(make, write(data, (), [Remark(Span(10, 10), "Also?")]), 0) == "its"


def test_remarks_and_edits_of_the_same_words_go_together(make):
    data = make.word("the old programme")
    start = text(data).index("programme")
    out = write(data, [Edit(Span(start, start + 9), "plan")], [remark(data, "old programme")])
    assert marked(make, out, 0) == "old programme"
    assert text(out) == "the old plan\n"


def test_a_remark_on_a_note_stands_on_its_marker_and_quotes_it(make):
    data = make.word(
        make.paragraph("first", make.marker(1)),
        make.paragraph("second", make.marker(2)),
        footnotes=make.footnote(1, "One.") + make.footnote(2, "Two words."),
    )
    out = write(data, (), [remark(data, "Two words")])
    assert "Note 2, “Two words”: Say so." in make.part(out, "word/comments.xml")
    assert re.search(r'RangeStart w:id="0"/><w:r>(?:(?!</w:r>).)*footnoteReference w:id="2"', make.part(out))


def test_no_remark_stands_behind_the_first_marker_in_its_paragraph(make):
    # LibreOffice 7.4 mixes up the notes of such a file.
    data = make.word(
        make.paragraph("one", make.marker(1), " two three", make.marker(2)),
        footnotes=make.footnote(1, "One.") + make.footnote(2, "Two."),
    )
    out = write(data, (), [remark(data, "two")])
    assert marked(make, out, 0) == "one"
    assert "“two”: Say so." in make.part(out, "word/comments.xml")


@pytest.mark.parametrize("strict", [False, True])
def test_only_our_own_comments_are_taken_out_or_replaced(make, strict):
    theirs = make.paragraph(make.commented(4, make.run("words")), " here")
    data = make.word(theirs, "more besides", comments=make.comment(4, "&lt;&lt;ODS JOB NO>>N25"), strict=strict)
    once = write(data, (), [remark(data, "more")])
    again = write(once, (), [remark(once, "more"), remark(once, "besides")])
    assert said(make, once) == ["Delegate", "reslint"]
    assert said(make, again) == ["Delegate", "reslint", "reslint"]
    bare = without_comments(again)
    assert said(make, bare) == ["Delegate"]
    assert theirs in make.part(bare)
    assert make.part(bare).count("<w:comment") == 3
    assert without_comments(data) == data


def test_our_comment_that_somebody_has_answered_stays(make):
    data = make.word("some words")
    out = write(data, (), [remark(data, "words")])
    comments = make.part(out, "word/comments.xml")
    comments = comments.replace("<w:comments ", '<w:comments xmlns:w14="w14" ', 1).replace(
        "<w:p>", '<w:p w14:paraId="A">'
    )
    answer = '<w:comment w:id="9" w:author="Chair"><w:p w14:paraId="B"><w:r><w:t>No.</w:t></w:r></w:p></w:comment>'
    out = make.replaced(out, "word/comments.xml", comments.replace("</w:comments>", answer + "</w:comments>"))
    relations = make.part(out, "word/_rels/document.xml.rels")
    more = '<Relationship Id="rIdE" Type="x/commentsExtended" Target="commentsExtended.xml"/></Relationships>'
    out = make.replaced(out, "word/_rels/document.xml.rels", relations.replace("</Relationships>", more))
    inner = '<e:commentEx e:paraId="A"/><e:commentEx e:paraId="B" e:paraIdParent="A"/>'
    links = f'<e:commentsEx xmlns:e="e">{inner}</e:commentsEx>'
    assert said(make, without_comments(make.added(out, "word/commentsExtended.xml", links))) == ["reslint", "Chair"]
    assert said(make, without_comments(out)) == ["Chair"]
