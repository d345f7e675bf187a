"""Paragraphs cut in two by a page."""

from __future__ import annotations

import pytest

from reslint.draft import parse
from reslint.engine import lint, load
from reslint.text import Text

CUT = "*Noting* the fog[^1] over the\n\n[^1]: A note.\n\n\n\nharbour and the tide,\n\n*Recalling* the rain,\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_pieces_are_joined_and_the_note_goes_behind_the_paragraph(report, newline):
    found = report("whole", CUT.replace("\n", newline))
    assert (found.found, found.values("before"), found.values("after")) == (["harbour and"], ["the"], ["harbour and"])
    expected = "*Noting* the fog[^1] over the harbour and the tide,\n\n[^1]: A note.\n\n*Recalling* the rain,\n"
    assert found.fixed == expected.replace("\n", newline)


def test_a_joined_paragraph_is_whole(report):
    assert report("whole", report("whole", CUT).fixed).found == []


@pytest.mark.parametrize(("between", "safety"), [("A/80/L.12", "unsafe"), ("[^1]: A note.", "safe")])
def test_the_lines_of_a_page_are_not_moved_by_a_safe_fix(between: str, safety: str):
    words = f"*The General Assembly*,\n\n*Noting* the fog over the\n\n{between}\n\nharbour,\n\n1. *Notes* the rain.\n"
    rules = load(["un"])
    found = lint(parse(Text(words), rules.vocabulary), rules).findings
    assert [one.fix.safety for one in found if one.rule == "structure/split-paragraph" and one.fix] == [safety]
