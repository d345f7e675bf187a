"""Text taken from printed pages: what the page brought in is not a word, and notes at its foot are notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import Draft
from reslint.draft.notation import canonical

RAW = """\
A/RES/81/7

The General Assembly,
Recalling its resolution on bells of 12 November 2003, 1
Noting the work of the ringers,
1.

Urges the towers 2 to ring at the hours that the keepers of the bells and the

__________________
Official Records of Bells, Supplement No. 3 and
corrigendum (A/34/45).
2
See A/57/759, annex
1

26-24427 (E)

131226

*2624427*

\fBells and their keepers

A/RES/81/7

ringers have agreed upon;
2.
Decides to keep the bells , and the well -known ropes.
42nd plenary meeting
4 December 2026

2/2

26-24427

\f"""


def test_pages_are_read_as_one_text():
    assert canonical(RAW).content == (
        "A/RES/81/7\n\nThe General Assembly,\nRecalling its resolution on bells of 12 November 2003,[^1]\n"
        "Noting the work of the ringers,\n1.\n\nUrges the towers[^2] to ring at the hours that the keepers of the bells"
        " and the\n\n[^1]: Official Records of Bells, Supplement No. 3 and\ncorrigendum (A/34/45).\n"
        "[^2]: See A/57/759, annex\n\nringers have agreed upon;\n2.\n"
        "Decides to keep the bells, and the well-known ropes.\n42nd plenary meeting\n4 December 2026\n"
    )


def test_a_paragraph_goes_on_across_a_page(read: Callable[[str], Draft]):
    draft = read(RAW)
    first, second = draft.nodes("operative")
    assert draft.is_paged
    assert draft.view(first).text.endswith("the keepers of the bells and the ringers have agreed upon;")
    assert draft.view(second).text == "Decides to keep the bells, and the well-known ropes."
    assert [marker.label for marker in draft.markers] == list(draft.notes) == ["1", "2"]


def test_notes_below_their_numbers_are_told_apart_by_them():
    text = "Bells, 1 ropes 2 and towers.\n________\n  1\n     On bells, see\n     A/1.\n  2\n     On ropes.\n\n1/2\n\f"
    assert canonical(text).content.endswith("[^1]: On bells, see\nA/1.\n[^2]: On ropes.\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "*The General Assembly*,\n\n________\n\n*Recalling* bells,",
        "1. *Notes* the bells\n__________\nand the ropes;",
    ],
)
def test_a_rule_without_notes_below_it_is_no_foot_of_a_page(text: str):
    assert canonical(text).content == text


def test_pages_may_have_no_form_feeds():
    text = "1. *Notes* the bells of the\n\n26-12345 2/3\n\nA/81/L.7\n\ntowers;\n\n2. *Notes* the ropes.\n"
    assert canonical(text).content == "1. *Notes* the bells of the\ntowers;\n\n2. *Notes* the ropes.\n"
