"""Paragraphs cut in two by a page."""

from __future__ import annotations

import pytest

CUT = "*Noting* the fog[^1] over the\n\n[^1]: A note.\n\n\n\nharbour and the tide,\n\n*Recalling* the rain,\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_pieces_are_joined_and_the_note_goes_behind_the_paragraph(report, newline):
    found = report("whole", CUT.replace("\n", newline))
    assert (found.found, found.values("before"), found.values("after")) == (["harbour and"], ["the"], ["harbour and"])
    expected = "*Noting* the fog[^1] over the harbour and the tide,\n\n[^1]: A note.\n\n*Recalling* the rain,\n"
    assert found.fixed == expected.replace("\n", newline)


def test_a_joined_paragraph_is_whole(report):
    assert report("whole", report("whole", CUT).fixed).found == []
