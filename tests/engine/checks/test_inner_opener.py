"""Openers at the start of a line inside a paragraph."""

from __future__ import annotations

BODY = ["preambular", "operative", "subparagraph"]


def test_an_opener_that_begins_a_line_begins_a_paragraph(report):
    preamble = "*The General Assembly*,\n\n*Noting* the fog\n*Recalling* the tide,\n\n"
    words = f"{preamble}1. *Notes* it\n  _Requests_ it;\n\n2. *Notes* it.\n"
    assert report("inner-opener", words, of=BODY).found == ["Recalling", "Requests"]


def test_what_goes_on_in_small_letters_or_is_no_opener_of_this_part_stays(report):
    words = (
        "*The General Assembly*,\n\n*Noting* the fog, and\n*recalling* the tide,\n\n"
        "1. *Notes* the ship\n*Noting* and the\n*Alma*.\n"
    )
    assert report("inner-opener", words, of=BODY).found == []
