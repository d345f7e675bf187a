"""Edits become tracked changes: accepted they are the edited text, rejected the old file; all else stays as it is."""

from __future__ import annotations

import random
import re

import pytest

from reslint.formats.word.markdown import seen
from reslint.formats.word.plan import refusal
from reslint.formats.word.surface import Surface
from reslint.formats.word.writing import write
from reslint.text import Edit, Span, apply_edits

ITALIC = "<w:i/>"


def text(data):
    return Surface(data).text.content


def edit(data, old, new, nth=0):
    """The edit that writes `new` for the nth `old` in the text of a file."""
    places = [match.start() for match in re.finditer(re.escape(old), text(data))]
    return Edit(Span(places[nth], places[nth] + len(old)), new)


def read(content):
    """Each paragraph as a reader sees it: characters and their emphasis, and notes; spaces aside."""
    paragraphs = [seen(each) for each in content.strip("\n").split("\n\n")]
    return [
        [each for each in zip(one.words, one.bits, strict=True) if not each[0].isspace()] + one.labels
        for one in paragraphs
    ]


def words_of(paragraphs):
    return [[each[0] for each in paragraph] for paragraph in paragraphs]


def is_same(data, wanted, before=None):
    """Whether a file reads as wanted; by its words alone where Markdown cannot say all emphasis of it, or could not."""
    surface = Surface(data)
    if before is not None and any(paragraph.dropped for paragraph in Surface(before).paragraphs):
        return words_of(read(surface.text.content)) == words_of(wanted)
    found = read(surface.text.content)
    if any(paragraph.dropped for paragraph in surface.paragraphs):
        return words_of(found) == words_of(wanted)
    return found == wanted


def check(make, data, *edits):
    """The tracked file, after the promises about any tracked file have been checked."""
    tracked, clean = write(data, edits), write(data, edits, tracked=False)
    wanted = read(apply_edits(text(data), edits))
    assert is_same(tracked, wanted, data)
    assert is_same(make.accepted(tracked), wanted, data)
    assert is_same(clean, wanted, data)
    assert read(text(make.rejected(tracked))) == read(text(data))
    assert "reslint" not in make.part(clean)
    assert not refusal(Surface(tracked), ())
    return tracked


def test_a_word_is_replaced_and_its_neighbours_stay_in_their_run(make):
    data = make.word(make.paragraph(make.run("Notes the programme of work", "<w:b/>")))
    xml = make.part(check(make, data, edit(data, "programme", "plan")))
    assert '<w:delText xml:space="preserve">programme</w:delText>' in xml
    assert re.search(r'<w:ins [^>]*><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">plan</w:t></w:r></w:ins>', xml)
    assert "Notes the " in xml
    assert " of work" in xml


def test_the_date_is_that_of_the_build_where_there_is_one(make, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    data = make.word("one word")
    assert 'w:author="reslint" w:date="1970-01-02T00:00:00Z"' in make.part(write(data, [edit(data, "word", "term")]))


def test_italics_become_a_change_of_format_that_can_be_rejected(make):
    data = make.word(make.paragraph("Recalling its resolution"))
    xml = make.part(check(make, data, edit(data, "Recalling", "*Recalling*")))
    assert "<w:i/>" in xml
    assert "<w:rPrChange " in xml
    assert "<w:del " not in xml


def test_italics_are_switched_off_where_a_style_switches_them_on(make):
    styles = '<w:style w:type="paragraph" w:styleId="PI"><w:name w:val="PI"/><w:rPr><w:i/></w:rPr></w:style>'
    data = make.word(make.paragraph("Recalling its", properties='<w:pStyle w:val="PI"/>'), styles=styles)
    check(make, data, edit(data, "*Recalling its*", "*Recalling* its"))


def test_words_move_around_a_footnote_marker_which_stays(make):
    data = make.word(
        make.paragraph("the Convention", make.marker(1), ", and"), footnotes=make.footnote(1, "See there.")
    )
    xml = make.part(check(make, data, edit(data, "[^1],", ",[^1]")))
    assert xml.count("<w:footnoteReference") == 1


def test_a_note_itself_can_be_changed_but_not_its_number(make):
    data = make.word(make.paragraph("x", make.marker(1)), footnotes=make.footnote(1, "Resolution 70/1"))
    check(make, data, edit(data, "70/1", "70/1."))
    assert "number" in refusal(Surface(data), [edit(data, "[^1]: ", "[^2]: ")])
    assert "marker" in refusal(Surface(data), [edit(data, "x[^1]", "x")])


def test_somebody_elses_changes_stay_and_can_still_be_decided(make):
    runs = ("The ", make.deleted("old "), make.inserted(make.run("brand new ")), "text")
    data = make.word(make.paragraph(*runs))
    tracked = check(make, data, edit(data, "brand", "very"), edit(data, "text", "words"))
    xml = make.part(tracked)
    assert xml.count('w:author="Delegate"') == 3  # the insertion is parted by what is put into it
    assert make.deleted("old ") in xml
    assert text(make.accepted(tracked, "Delegate")) == text(tracked)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("1. ", "2. ", "list in Word"),
        ("8", "9", "a field"),
        ("\n\n", "\n", "paragraphs"),
        ("Decides", "Decides\n\nAlso", "paragraphs"),
        ("plain words", "", "paragraphs"),
    ],
)
def test_what_only_word_can_do_is_refused_with_the_reason(make, old, new, reason):
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{make.level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    data = make.word(
        make.paragraph("Decides", properties=make.in_list(1)),
        make.paragraph("paragraph ", f'<w:fldSimple w:instr=" REF x ">{make.run("8")}</w:fldSimple>', " above"),
        "plain words",
        numbering=numbering,
    )
    assert reason in refusal(Surface(data), [edit(data, old, new)])
    assert write(data, []) == data


def test_what_is_not_touched_is_the_same_bytes(make):
    odd = '<w:p><w:bookmarkStart w:id="3" w:name="b"/><w:r w:rsidR="00AA"><w:t>left   &#8211; &amp;</w:t></w:r></w:p>'
    data = make.word(odd, "one word", footnotes=make.footnote(1, "unused"), extra={"custom/data.bin": b"\0\1\2"})
    tracked = check(make, data, edit(data, "word", "term"))
    assert odd in make.part(tracked)
    assert make.names(tracked) == make.names(data)
    for name in make.names(data):
        if name not in ("word/document.xml", "custom/data.bin"):
            assert make.part(tracked, name) == make.part(data, name)


def test_a_tab_after_a_number_is_no_blank_that_words_may_take_with_them(make):
    data = make.word(make.paragraph("<w:r><w:t>6.</w:t><w:tab/><w:t>Also emphasizes that</w:t></w:r>"))
    assert "<w:tab/>" in make.part(check(make, data, edit(data, "Also emphasizes", "Emphasizes also")))


WORDS = "Recalling Noting also the its resolution programme States 70/1 (a) “quoted” non\u2011State of to and, with;"


def shattered(make, dice):
    """A file of random words in random runs, with notes, tabs, breaks and somebody's changes in it."""
    notes, body = [], []
    for _ in range(dice.randint(2, 5)):
        runs = []
        for _ in range(dice.randint(3, 25)):
            word = dice.choice(WORDS.split()) + dice.choice((" ", " ", " ", ""))
            cut = dice.randint(0, len(word))
            for words in (word[:cut], word[cut:]):
                look = dice.choice(("", "", "", ITALIC, "<w:b/>", ITALIC + "<w:b/>", '<w:u w:val="single"/>'))
                made = make.run(words, look) if words else ""
                runs.append(make.inserted(made) if made and dice.random() < 0.05 else made)
            if dice.random() < 0.08:
                notes.append(make.footnote(len(notes) + 1, "Note ", make.run("text", ITALIC), "."))
                runs.append(make.marker(len(notes)))
            runs += dice.choices(
                ("", "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", make.deleted("gone ")), (90, 4, 3, 3)
            )
        body.append(make.paragraph(*[each for each in runs if each]))
    return make.word(*body, footnotes="".join(notes))


@pytest.mark.parametrize("seed", range(12))
def test_any_edits_of_any_runs_keep_the_promises(make, seed):
    dice = random.Random(seed)
    data = shattered(make, dice)
    surface = Surface(data)
    content = surface.text.content
    edits, end = [], -1
    for match in re.finditer(r"[^\W\d_]{2,}", content):
        if dice.random() < 0.25:
            start, stop = match.span()
            word = match[0]
            made = dice.choice(
                (
                    Edit(Span(start, stop), word.upper()),
                    Edit(Span(start, stop - 1), ""),
                    Edit(Span(start, start), "both & <new> "),
                    Edit(Span(stop, stop), ", too"),
                    Edit(Span(start, start + 1), "Q"),
                )
            )
            if start > end and not refusal(surface, [*edits, made]):
                edits.append(made)
                end = stop
    check(make, data, *edits)


def test_a_text_box_is_changed_in_the_copy_for_older_programs_too(make):
    box = f"<w:txbxContent>{make.paragraph('Box one')}{make.paragraph('the old words')}</w:txbxContent>"
    other = box.replace("Box one", "Box 1")
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{other}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    data = make.word(make.paragraph("host", drawing))
    xml = make.part(check(make, data, edit(data, "old", "new")))
    assert xml.count('<w:delText xml:space="preserve">old</w:delText>') == 2
    xml = make.part(write(data, [edit(data, "one", "two")]))
    assert xml.count("<w:delText") == 1
    assert "Box 1" in xml
