"""A place in a Word file is its paragraph and the words around it."""

from __future__ import annotations

from pathlib import Path

from reslint.formats import open_file
from reslint.text import Span


def place(data, words, name=""):
    original = open_file(Path("a.docx"), data)
    start = original.text.content.index(words)
    return original.place(Span(start, start + len(words)), name)


def test_a_place_is_told_by_paragraph_number_and_words(make):
    data = make.word(
        "The General Assembly,", "<w:p/>", make.paragraph(make.run("Recalling", "<w:i/>"), " its old resolution")
    )
    found = place(data, "old", "preambular 1")
    assert found.lines is None
    assert str(found) == "¶2 (preambular 1)"
    assert found.paragraph[3:] == ("", "Recalling its ", "old", " resolution")


def test_long_paragraphs_are_cut_at_words(make):
    found = place(make.word("many words before it " * 9 + "HERE" + " many words behind it" * 9), "HERE")
    assert len(found.paragraph.before) <= 40
    assert found.paragraph.before.startswith(("many", "words", "before", "it"))
    assert found.paragraph.after.endswith(("many", "words", "behind", "it"))


def test_notes_and_the_header_are_named(make):
    data = make.word(
        make.paragraph("x", make.marker(1)), footnotes=make.footnote(1, "Two words."), header=make.paragraph("A/80/L.1")
    )
    assert str(place(data, "words")) == "note 1"
    assert str(place(data, "A/80/L.1")) == "header"


def test_the_number_that_word_makes_belongs_to_its_paragraph(make):
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{make.level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = [make.paragraph(words, properties=make.in_list(1)) for words in ("Decides;", "Requests.")]
    found = place(make.word(*body, numbering=numbering), "2.")
    assert found.paragraph.ordinal == 2
    assert found.paragraph.number == "2."
    assert found.paragraph.after == "Requests."
