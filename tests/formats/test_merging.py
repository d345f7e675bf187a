"""A draft that was made of a Word file goes back into it: as edits where the file has a place, else as remarks."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.formats import Original, open_file
from reslint.formats.merging import merge
from reslint.formats.word.build import WordBlock, build
from reslint.formats.word.runs import Stamp

BLOCKS = (
    WordBlock("paragraph", "*The General Assembly*,"),
    WordBlock("comment", "Ask the Chair."),
    WordBlock("paragraph", "*Recalling* its earlier work,[^1]"),
    WordBlock("paragraph", "*Welcomes* the lamps;", "1."),
    WordBlock("paragraph", "*Decides* to light them.", "2."),
    WordBlock("note", "Resolution 70/1.", "[^1]:", "1"),
)


@pytest.fixture
def original() -> Original:
    return open_file(Path("a.docx"), build(BLOCKS, Stamp("draft", "2026-01-01T00:00:00Z", 1))[0])


def read(data: bytes) -> str:
    return open_file(Path("a.docx"), data).text.content


def test_a_draft_that_nobody_has_changed_changes_nothing(original: Original) -> None:
    assert original.told.content.count("<!-- Ask the Chair. -->") == 1
    assert merge(original, original.told.content) == ((), ())


def test_words_italics_numbers_and_notes_become_edits(original: Original) -> None:
    draft = (
        original.told.content.replace("*Recalling* its earlier", "*Recalling also* its")
        .replace("1. *Welcomes* the lamps", "2. Welcomes the new lamps")
        .replace("70/1.", "71/1.")
    )
    edits, remarks = merge(original, draft)
    assert remarks == ()
    written = original.write(edits)
    assert read(written) == draft.replace("<!-- Ask the Chair. -->\n", "")
    rejected = open_file(Path("a.docx"), written, "original")
    assert rejected.text.content == original.text.content


def test_paragraphs_that_come_and_go_become_remarks_at_their_place(original: Original) -> None:
    draft = original.told.content.replace("1. *Welcomes* the lamps;\n\n", "").replace(
        "light them.", "light them all.\n\n3. *Requests* a report.\n\n4. *Decides* to remain seized of the matter."
    )
    edits, remarks = merge(original, draft)
    told = {original.text.slice(remark.span): remark.words for remark in remarks}
    assert told["1. *Welcomes* the lamps;"] == "To delete: this paragraph."
    assert "To add after this: “3. *Requests* a report.”" in [remark.words for remark in remarks]
    assert "light them all." in read(original.write(edits, remarks))


def test_what_the_file_has_no_place_for_is_said_and_the_rest_of_the_line_is_changed(original: Original) -> None:
    draft = original.told.content.replace("earlier work,[^1]", "early work,[^1][^1]")
    edits, remarks = merge(original, draft)
    (remark,) = remarks
    assert "do it in Word" in remark.words
    assert "its early work" in read(original.write(edits, remarks))


def test_a_comment_that_came_to_the_draft_is_not_lost(original: Original) -> None:
    draft = original.told.content.replace("2. *Decides*", "<!-- Not yet. -->\n2. *Decides*")
    _, (remark,) = merge(original, draft)
    assert remark.words == "To add after this: “<!-- Not yet. -->”"
