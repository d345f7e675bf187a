"""Footnote markers and punctuation."""

from __future__ import annotations

import pytest

DOCUMENT = ["document"]


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
    found = report("marker-placement", f"*Noting* {words} the tide,\n\n[^1]: A note.\n", of=DOCUMENT)
    assert found.fixed == f"*Noting* {right} the tide,\n\n[^1]: A note.\n"


def test_the_comma_between_two_markers_stays(report):
    words = "*Noting* the fog,¹,² and the tide,\n\n¹ A.\n\n² B.\n"
    assert report("marker-placement", words, of=DOCUMENT).found == []


def test_only_the_selected_nodes_are_reported(report):
    words = "*Noting* the fog[^1],\n\n1. *Notes* the tide[^2];\n\n[^1]: A.\n\n[^2]: B.\n"
    assert report("marker-placement", words, of=["operative"]).found == ["[^2];"]


def test_of_several_markers_only_those_before_a_mark_are_misplaced(report):
    words = "*Noting* fog[^1] and tides,[^2] oars[^3], rain[^4][^5]; and it[^6].\n"
    found = report("marker-placement", words, of=DOCUMENT)
    assert found.values("expected") == [",[^3]", ";[^4][^5]", ".[^6]"]
    assert found.fixed == "*Noting* fog[^1] and tides,[^2] oars,[^3] rain;[^4][^5] and it.[^6]\n"
