"""Texts of footnotes that Markdown loses or prints in the wrong place."""

from __future__ import annotations

DOCUMENT = ["document"]


def test_a_second_note_with_one_label_is_told(report):
    words = "*Noting* the fog,[^1]\n\n[^1]: A.\n\n[^1]: B.\n\n[^1]: C.\n"
    assert report("note-label-twice", words, of=DOCUMENT).values("label") == ["1", "1"]


def test_notes_below_their_paragraphs_are_told_once_and_parted(report):
    words = "*Noting* the fog,[^1]\n[^1]: A.\n\n*Noting* the tide,[^2]\n[^2]: B.\n"
    found = report("note-attached", words, of=DOCUMENT)
    assert found.values("count") == ["2"]
    assert found.fixed == words.replace("\n[^", "\n\n[^")


def test_a_text_without_blank_lines_is_not_told(report):
    words = "*The General Assembly*,\n*Noting* the fog,[^1]\n[^1]: A.\n1. *Requests* haste.\n"
    assert report("note-attached", words, of=DOCUMENT).found == []
