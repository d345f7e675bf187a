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


@pytest.mark.parametrize("embedded", ["| Lamp | Oil |\n|---|---|\n| one | two |", "> *Declaration*\n>\n> We wait."])
def test_a_paragraph_before_a_table_or_a_quoted_text_may_end_as_if_it_introduced_it(report, embedded):
    for end, found in ((":", []), (";", []), (",", [","])):
        words = f"{WHOLE}1. *Adopts* the list of lamps{end}\n\n{embedded}\n\n2. *Decides* to wait.\n"
        assert report("ending", words, of=["operative"], **OPERATIVE).found == found


def test_without_a_mark_of_their_own_lists_are_introduced_like_other_paragraphs(report):
    words = f"{WHOLE}1. *Requests* the crew:\n\n(a) To row;\n\n2. *Decides* to wait.\n"
    assert report("ending", words, of=["operative"], expect=[";", "."]).found == [":"]
    assert report("ending", words, of=["operative"], expect=[";", "."], lead=":").found == []


@pytest.mark.parametrize(
    ("end", "fixed"),
    [("; and", "; and"), (", or", "; or"), (". And", ";"), (" and", " and;"), ("; but", "; but;"), ("!", ";")],
)
def test_a_joining_word_may_follow_the_mark(report, end, fixed):
    words = f"{WHOLE}1. *Requests* the crew:\n\n(a) To row{{}}\n\n(b) To sing.\n"
    found = report("ending", words.format(end), of=["subparagraph"], **OPERATIVE)
    if end == ". And":
        assert found.found == ["And"]
    else:
        assert found.fixed == words.format(fixed)


def test_the_last_paragraph_of_every_resolution_has_the_full_stop(report):
    words = f"{WHOLE}1. *Decides* to wait{{0}}\n\n{WHOLE}1. *Decides* to row;\n\n2. *Decides* to sing{{0}}\n"
    assert report("ending", words.format("."), of=["operative"], **OPERATIVE).found == []
    assert report("ending", words.format(";"), of=["operative"], **OPERATIVE).fixed == words.format(".")


def test_the_items_of_an_agenda_end_as_they_like(report):
    words = f"{WHOLE}1. *Approves* the agenda:\n\n1. Opening of the session\n\n2. Election of the pilot\n"
    assert report("ending", words, of=["operative"], expect=[";", ":"]).found == []


def test_no_mark_where_none_is_expected_is_right(report):
    words = "*The General Assembly*\n\n*Decides* to wait.\n"
    assert report("ending", words, of=["enacting-line"], expect="none").found == []
    found = report("ending", words.replace("*\n", "*,\n"), of=["enacting-line"], expect="none")
    assert (found.found, found.values("expected")) == ([","], [""])


PREAMBLE = "*The General Assembly*,\n\n*Noting* the fog;\n\n*Noting* the tide{mark}\n\n1. *Decides* to wait.\n"


@pytest.mark.parametrize(("mark", "found"), [(",", []), (";", [";"])])
def test_the_end_of_a_preamble_may_have_a_mark_of_its_own(report, mark, found):
    text = PREAMBLE.format(mark=mark)
    assert report("ending", text, of=["preambular"], expect=";", closing=",").found == found


def test_of_a_preamble_that_goes_on_nobody_knows_the_end(report):
    assert (
        report("ending", "*Noting* the fog;\n\n*Noting* the tide;\n", of=["preambular"], expect=";", closing=",").found
        == []
    )
