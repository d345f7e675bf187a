"""The mark at the end of a paragraph."""

from __future__ import annotations

import pytest

OPERATIVE = {"expect": ";", "last": ".", "lead": ":", "after": ["and", "or"]}
WHOLE = "*The General Assembly*,\n\n*Noting* the fog,\n\n"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("*Noting* the fog", "*Noting* the fog,"),
        ("*Noting* the fog;", "*Noting* the fog,"),
        ("*Noting* the fog[^1]", "*Noting* the fog,[^1]"),
        ("*Noting* the fog;[^1]", "*Noting* the fog,[^1]"),
        ("*Noting* the *Book of Fogs*", "*Noting* the *Book of Fogs*,"),
        ("*Noting* the *Book of Fogs*[^1]", "*Noting* the *Book of Fogs*,[^1]"),
        ("*Noting* the study “Fog”", "*Noting* the study “Fog”,"),
    ],
)
def test_a_preambular_paragraph_ends_with_a_comma(report, written, right):
    found = report("ending", f"{written}\n\n[^1]: A note.\n", of=["preambular"], expect=",")
    assert found.fixed == f"{right}\n\n[^1]: A note.\n"
    assert len(found.matches) == 1


def test_the_reported_place_is_the_mark_or_the_last_word(report):
    found = report("ending", "*Noting* the fog;\n\n*Noting* the tide\n", of=["preambular"], expect=",")
    assert found.found == [";", "tide"]
    assert found.values("found") == [";", "tide"]


@pytest.mark.parametrize("words", ["*Noting* the fog,[^1]", "*Noting* the “fog,”", "*Noting* the fog,"])
def test_a_comma_before_a_marker_or_a_closing_quotation_mark_will_do(report, words):
    assert report("ending", f"{words}\n\n[^1]: A note.\n", of=["preambular"], expect=",").found == []


def test_only_the_last_operative_paragraph_has_the_full_stop(report):
    words = f"{WHOLE}1. *Decides* to wait.\n\n2. *Requests* the crew to wait;\n"
    found = report("ending", words, of=["operative", "subparagraph"], **OPERATIVE)
    assert found.fixed == f"{WHOLE}1. *Decides* to wait;\n\n2. *Requests* the crew to wait.\n"


def test_the_last_subparagraph_of_the_last_paragraph_has_the_full_stop(report):
    words = f"{WHOLE}1. *Decides* to wait;\n\n2. *Requests* the crew:\n\n(a) To row; and\n\n(b) To sing;\n"
    found = report("ending", words, of=["operative", "subparagraph"], **OPERATIVE)
    assert found.fixed == words.replace("To sing;", "To sing.")


def test_a_paragraph_that_introduces_a_list_ends_with_a_colon(report):
    words = f"{WHOLE}1. *Requests* the crew;\n\n(a) To row;\n\n(b) To sing;\n\n2. *Decides* to wait.\n"
    found = report("ending", words, of=["operative", "subparagraph"], **OPERATIVE)
    assert found.fixed == words.replace("the crew;", "the crew:")


def test_the_last_paragraph_of_a_fragment_need_not_be_the_last_of_its_resolution(report):
    for end in ";.":
        words = f"4. *Decides* to wait;\n\n5. *Requests* the crew to wait{end}\n"
        assert report("ending", words, of=["operative"], **OPERATIVE).found == []


def test_where_no_mark_is_expected_it_is_taken_away(report):
    words = "*The General Assembly*:\n\n*Decides* to wait.\n"
    found = report("ending", words, of=["enacting-line"], expect="none")
    assert found.fixed == "*The General Assembly*\n\n*Decides* to wait.\n"
