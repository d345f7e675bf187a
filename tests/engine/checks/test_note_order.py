"""Footnotes that rise by their markers."""

from __future__ import annotations

import pytest

DOCUMENT = ["document"]


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
    found = report("note-order", words, of=DOCUMENT)
    assert found.matches
    assert found.fixed == right


def test_a_marker_may_repeat_an_earlier_note(report):
    words = "*The General Assembly*,\n\n*Noting* the fog,[^1] the tide[^2] and the fog,[^1]\n\n[^1]: A.\n\n[^2]: B.\n"
    assert report("note-order", words, of=DOCUMENT).found == []


def test_a_fragment_begins_with_any_note(report):
    words = "*Noting* the fog[^7] and the tide,[^8]\n\n[^7]: A.\n\n[^8]: B.\n"
    assert report("note-order", words, of=DOCUMENT).found == []


def test_the_first_slip_brings_the_fix_and_the_others_show_the_marker_before(report):
    words = "*The General Assembly*,\n\n*Noting* fog,[^1] tides,[^3] oars[^2] and it,[^5]\n\n"
    words += "".join(f"[^{label}]: Note {label}.\n\n" for label in "1325")
    found = report("note-order", words, of=DOCUMENT)
    assert (found.found, found.values("expected")) == (["[^3]", "[^2]", "[^5]"], ["2", "3", "4"])
    assert [bool(match.edits) for match in found.matches] == [True, False, False]
    assert found.values("before") == ["1", "3", "2"]
    assert "*Noting* fog,[^1] tides,[^2] oars[^3] and it,[^4]\n" in found.fixed


def test_nothing_is_said_of_the_order_where_two_notes_share_a_label(report):
    words = "*Noting* fog[^2] and it,[^1]\n\n[^1]: A.\n\n[^1]: B.\n\n[^2]: C.\n"
    assert report("note-order", words, of=DOCUMENT).found == []
