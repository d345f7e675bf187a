"""Footnotes."""

from __future__ import annotations

import pytest

from reslint.engine.edits.footnotes import renumber_notes
from reslint.text import apply_edits

DOCUMENT = ["document"]
WHOLE = "*The General Assembly*,\n\n*Noting* the fog[^1] and the tide,{second}\n\n*Decides* to wait.\n\n"


def test_a_marker_without_text(report):
    found = report(
        "notes", "*Noting* the fog,[^1] and the tide,[^2]\n\n[^1]: A note.\n", of=DOCUMENT, report="undefined"
    )
    assert found.found == ["[^2]"]


def test_a_text_without_marker(report):
    found = report("notes", "*Noting* the fog,[^1]\n\n[^1]: A note.\n\n[^2]: Another.\n", of=DOCUMENT, report="unused")
    assert found.values("label") == ["2"]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (
            "*Noting* the fog[^2] and the tide,[^1]\n\n[^1]: On tides.\n\n[^2]: On fog.\n",
            "*Noting* the fog[^1] and the tide,[^2]\n\n[^2]: On tides.\n\n[^1]: On fog.\n",
        ),
        (
            "*Noting* the fog² and the tide,¹\n\n¹ On tides.\n\n² On fog.\n",
            "*Noting* the fog¹ and the tide,²\n\n² On tides.\n\n¹ On fog.\n",
        ),
        (
            "*Noting* the fog<sup>2</sup> and the tide,<sup>1</sup>\n\n[^1]: On tides.\n\n[^2]: On fog.\n",
            "*Noting* the fog<sup>1</sup> and the tide,<sup>2</sup>\n\n[^2]: On tides.\n\n[^1]: On fog.\n",
        ),
    ],
)
def test_markers_and_texts_are_renumbered_together(report, words, right):
    words, right = (f"*The General Assembly*,\n\n{text}" for text in (words, right))
    found = report("notes", words, of=DOCUMENT, report="order")
    assert found.matches
    assert found.fixed == right


def test_a_marker_may_repeat_an_earlier_note(report):
    words = "*The General Assembly*,\n\n*Noting* the fog,[^1] the tide[^2] and the fog,[^1]\n\n[^1]: A.\n\n[^2]: B.\n"
    assert report("notes", words, of=DOCUMENT, report="order").found == []


def test_a_fragment_begins_with_any_note(report):
    words = "*Noting* the fog[^7] and the tide,[^8]\n\n[^7]: A.\n\n[^8]: B.\n"
    assert report("notes", words, of=DOCUMENT, report="order").found == []


def test_two_notes_with_one_text_become_one(report):
    words = (
        "*The General Assembly*,\n\n*Noting* the fog,[^1] the tide[^2] and the rain,[^3]\n\n"
        "[^1]: The *Book of Weather*.\n\n[^2]: The *Book of Weather*.\n\n[^3]: The *Book of Rain*.\n"
    )
    found = report("notes", words, of=DOCUMENT, report="duplicate")
    assert found.values("label") == ["2"]
    assert found.fixed == (
        "*The General Assembly*,\n\n*Noting* the fog,[^1] the tide[^1] and the rain,[^2]\n\n"
        "[^1]: The *Book of Weather*.\n\n[^2]: The *Book of Rain*.\n"
    )


def test_the_last_note_goes_without_a_trace(report):
    words = "*Noting* the fog,[^1] and the tide[^2]\n\n[^1]: The book.\n\n[^2]: The book.\n"
    found = report("notes", words, of=DOCUMENT, report="duplicate")
    assert found.fixed == "*Noting* the fog,[^1] and the tide[^1]\n\n[^1]: The book.\n"


def test_notes_that_lean_on_the_one_before_are_never_doubles(report):
    words = "*Noting* the fog,[^1] the tide[^2] and the rain,[^3]\n\n[^1]: Ibid.\n\n[^2]: A.\n\n[^3]: Ibid.\n"
    assert report("notes", words, of=DOCUMENT, report="duplicate", unless="Ibid").found == []


def test_no_fix_where_the_next_note_leans_on_the_double(report):
    words = (
        "*Noting* the fog,[^1] the tide[^2] and the rain,[^3]\n\n[^1]: The book.\n\n[^2]: The book.\n\n[^3]: Ibid.\n"
    )
    found = report("notes", words, of=DOCUMENT, report="duplicate", unless="Ibid")
    assert [match.edits for match in found.matches] == [()]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("the fog[^1], and", "the fog,[^1] and"),
        ("the fog¹; and", "the fog;¹ and"),
        ("the fog<sup>1</sup>, and", "the fog,<sup>1</sup> and"),
        ("the fog,[^1] and", "the fog,[^1] and"),
    ],
)
def test_a_marker_follows_the_punctuation(report, words, right):
    found = report("notes", f"*Noting* {words} the tide,\n\n[^1]: A note.\n", of=DOCUMENT, report="placement")
    assert found.fixed == f"*Noting* {right} the tide,\n\n[^1]: A note.\n"


def test_the_comma_between_two_markers_stays(report):
    words = "*Noting* the fog,¹,² and the tide,\n\n¹ A.\n\n² B.\n"
    assert report("notes", words, of=DOCUMENT, report="placement").found == []


def test_only_the_selected_nodes_are_reported(report):
    words = "*Noting* the fog[^1],\n\n1. *Notes* the tide[^2];\n\n[^1]: A.\n\n[^2]: B.\n"
    assert report("notes", words, of=["operative"], report="placement").found == ["[^2];"]


def test_notes_in_order_need_no_renumbering(draft_of):
    words = "*The General Assembly*,\n\n*Noting* the fog,[^1]\n\n*Decides* to wait.\n\n[^1]: A note.\n"
    assert renumber_notes(draft_of(words)) == ()


def test_renumbering_closes_gaps_and_numbers_uncalled_notes_last(draft_of):
    words = "*The General Assembly*,\n\n*Noting* the fog,[^4]\n\n[^2]: Uncalled.\n\n[^4]: A note.\n"
    assert apply_edits(words, renumber_notes(draft_of(words))) == (
        "*The General Assembly*,\n\n*Noting* the fog,[^1]\n\n[^2]: Uncalled.\n\n[^1]: A note.\n"
    )


def test_nothing_is_renumbered_where_two_notes_share_a_label(draft_of):
    words = "*The General Assembly*,\n\n*Noting* the fog,[^3]\n\n[^3]: A note.\n\n[^3]: Another.\n"
    assert renumber_notes(draft_of(words)) == ()


def test_the_first_slip_brings_the_fix_and_the_others_show_the_marker_before(report):
    words = "*The General Assembly*,\n\n*Noting* fog,[^1] tides,[^3] oars[^2] and it,[^5]\n\n"
    words += "".join(f"[^{label}]: Note {label}.\n\n" for label in "1325")
    found = report("notes", words, of=DOCUMENT, report="order")
    assert (found.found, found.values("expected")) == (["[^3]", "[^2]", "[^5]"], ["2", "3", "4"])
    assert [bool(match.edits) for match in found.matches] == [True, False, False]
    assert found.values("before") == ["1", "3", "2"]
    assert "*Noting* fog,[^1] tides,[^2] oars[^3] and it,[^4]\n" in found.fixed


def test_nothing_is_said_of_the_order_where_two_notes_share_a_label(report):
    words = "*Noting* fog[^2] and it,[^1]\n\n[^1]: A.\n\n[^1]: B.\n\n[^2]: C.\n"
    assert report("notes", words, of=DOCUMENT, report="order").found == []


def test_of_several_markers_only_those_before_a_mark_are_misplaced(report):
    words = "*Noting* fog[^1] and tides,[^2] oars[^3], rain[^4][^5]; and it[^6].\n"
    found = report("notes", words, of=DOCUMENT, report="placement")
    assert found.values("expected") == [",[^3]", ";[^4][^5]", ".[^6]"]
    assert found.fixed == "*Noting* fog[^1] and tides,[^2] oars,[^3] rain;[^4][^5] and it.[^6]\n"


def test_notes_with_other_words_are_no_doubles(report):
    words = "*Noting* fog,[^1] tides,[^2] fog[^3] and more fog,[^4]\n\n"
    words += "[^1]: On  Fog.\n\n[^2]: On tides.\n\n[^3]: On fog.\n\n[^4]: on fog.\n"
    found = report("notes", words, of=DOCUMENT, report="duplicate")
    assert list(zip(found.values("found"), found.values("expected"), strict=True)) == [("3", "1"), ("4", "1")]
    assert found.values("expected") == ["1", "1"]
    assert [each[:4] for each in found.related] == ["[^1]"] * 2
