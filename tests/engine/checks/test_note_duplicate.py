"""Notes with one text."""

from __future__ import annotations

DOCUMENT = ["document"]


def test_two_notes_with_one_text_become_one(report):
    words = (
        "*The General Assembly*,\n\n*Noting* the fog,[^1] the tide[^2] and the rain,[^3]\n\n"
        "[^1]: The *Book of Weather*.\n\n[^2]: The *Book of Weather*.\n\n[^3]: The *Book of Rain*.\n"
    )
    found = report("note-duplicate", words, of=DOCUMENT)
    assert found.values("label") == ["2"]
    assert found.fixed == (
        "*The General Assembly*,\n\n*Noting* the fog,[^1] the tide[^1] and the rain,[^2]\n\n"
        "[^1]: The *Book of Weather*.\n\n[^2]: The *Book of Rain*.\n"
    )


def test_the_last_note_goes_without_a_trace(report):
    words = "*Noting* the fog,[^1] and the tide[^2]\n\n[^1]: The book.\n\n[^2]: The book.\n"
    found = report("note-duplicate", words, of=DOCUMENT)
    assert found.fixed == "*Noting* the fog,[^1] and the tide[^1]\n\n[^1]: The book.\n"


def test_notes_that_lean_on_the_one_before_are_never_doubles(report):
    words = "*Noting* the fog,[^1] the tide[^2] and the rain,[^3]\n\n[^1]: Ibid.\n\n[^2]: A.\n\n[^3]: Ibid.\n"
    assert report("note-duplicate", words, of=DOCUMENT, unless="Ibid").found == []


def test_no_fix_where_the_next_note_leans_on_the_double(report):
    words = (
        "*Noting* the fog,[^1] the tide[^2] and the rain,[^3]\n\n[^1]: The book.\n\n[^2]: The book.\n\n[^3]: Ibid.\n"
    )
    found = report("note-duplicate", words, of=DOCUMENT, unless="Ibid")
    assert [match.edits for match in found.matches] == [()]


def test_notes_with_other_words_are_no_doubles(report):
    words = "*Noting* fog,[^1] tides,[^2] fog[^3] and more fog,[^4]\n\n"
    words += "[^1]: On  Fog.\n\n[^2]: On tides.\n\n[^3]: On fog.\n\n[^4]: on fog.\n"
    found = report("note-duplicate", words, of=DOCUMENT)
    assert list(zip(found.values("found"), found.values("expected"), strict=True)) == [("3", "1"), ("4", "1")]
    assert found.values("expected") == ["1", "1"]
    assert [each[:4] for each in found.related] == ["[^1]"] * 2
