"""Footnotes."""

from __future__ import annotations

import pytest

from reslint.engine.footnotes import renumber_notes
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
