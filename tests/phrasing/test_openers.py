"""Openers, what follows them, and numbers."""

from __future__ import annotations

import pytest

from .conftest import HEAD

FERRIES = f"{HEAD}*Noting* the age of many ferries,\n\n"
ASKED = f"{FERRIES}1. *Welcomes* the new piers;\n\n2. *Requests* the Secretary-General to count the ferries;\n\n"


def test_a_preambular_paragraph_begins_with_the_openers_used_most(labels):
    found = labels(f"{HEAD}|")
    assert found[:3] == ["Recalling", "Recognizing", "Reaffirming"]


def test_an_opener_is_italic_as_in_print(written):
    assert written(f"{HEAD}Recog|", "Recognizing").endswith("\n\n*Recognizing*")


@pytest.mark.parametrize(
    ("typed", "expected"), [("*Re|", "*Recalling*"), ("*Re|*", "*Recalling*"), ("_Re|_", "_Recalling_")]
)
def test_italic_marks_that_are_typed_already_are_not_doubled(written, typed, expected):
    assert written(f"{HEAD}{typed}", "Recalling").endswith(f"\n\n{expected}")


def test_a_draft_with_underscores_gets_underscores(written):
    text = f"{HEAD.replace('*The General Assembly*', '_The General Assembly_')}_Noting_ the ferries,\n\nRec|"
    assert written(text, "Recalling").endswith("_Recalling_")


def test_a_draft_without_italics_gets_none(written):
    text = "The General Assembly,\n\nNoting the ferries,\n\nWelcoming the piers,\n\nRec|"
    assert written(text, "Recalling").endswith("\n\nRecalling")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("*Noting* the tides,", "Noting also"),
        ("*Noting* the tides,\n\n*Noting also* the winds,", "Noting further"),
        ("*Noting* the tides,\n\n*Noting also* the winds,\n\n*Noting further* the fog,", "Noting"),
        ("*Noting with concern* the tides,", "Noting"),
    ],
)
def test_in_the_preamble_the_adverb_stands_behind_and_takes_turns(labels, before, expected):
    found = labels(f"{HEAD}{before}\n\n*Noting|")
    assert next(label for label in found if label in {"Noting", "Noting also", "Noting further"}) == expected


def test_a_repeated_request_to_the_same_addressee_comes_with_also_and_to_another_without(at):
    found = {item.label: item.detail for item in at(f"{ASKED}3. |").items}
    assert found["Also requests"] == "to the same addressee"
    assert found["Requests"] == "to another addressee"
    assert "Also welcomes" not in found


def test_what_is_typed_of_the_adverb_or_of_the_verb_finds_the_opener(labels):
    assert labels(f"{ASKED}3. *Al|")[0] == "Also requests"
    assert labels(f"{ASKED}3. *Requ|")[0] == "Also requests"


def test_a_verb_without_addressee_always_takes_its_turn(labels):
    found = labels(f"{FERRIES}1. *Welcomes* the new piers;\n\n2. *Welco|")
    assert "Also welcomes" in found
    assert "Welcomes" not in found


def test_a_heading_ends_a_sequence(labels):
    found = labels(f"{ASKED}**Piers and jetties**\n\n3. *Req|")
    assert "Also requests" not in found


def test_below_a_heading_a_part_may_begin_with_a_preamble_of_its_own(labels):
    assert {"Recalling", "Recalls"} <= set(labels(f"{ASKED}**Piers and jetties**\n\n*Rec|"))


def test_a_subparagraph_between_does_not_end_a_sequence(labels):
    text = f"{FERRIES}1. *Requests* the Secretary-General:\n\n(a) To count the ferries;\n\n2. *Also req|"
    assert "Also requests" in labels(text)


@pytest.mark.parametrize(("typed", "expected"), [("", "3. *Urges*"), ("Urg", "3. *Urges*"), ("3. ", "3. *Urges*")])
def test_an_operative_opener_brings_its_number_unless_it_stands_there(written, typed, expected):
    assert written(f"{ASKED}{typed}|", "Urges").endswith(f"\n\n{expected}")


def test_nothing_opens_in_the_middle_of_a_paragraph_in_an_annex_or_in_a_note(labels):
    assert "Recalling" not in labels(f"{HEAD}*Noting* the ferries and rec|")
    assert "Urges" not in labels(f"{ASKED}Annex\n\nFerries of the world\n\nUr|")
    assert "Urges" not in labels(f"{ASKED}[^1]: Ur|")


def test_an_opener_is_followed_by_its_preposition_in_roman(written):
    assert written(f"{FERRIES}1. *Takes note* |", "of").endswith("*Takes note* of")


def test_an_opener_that_speaks_to_somebody_is_followed_by_the_usual_addressees(labels):
    assert labels(f"{FERRIES}1. *Urges* |")[:2] == ["the Secretary-General", "Member States"]
    assert labels(f"{FERRIES}1. *Urges* Mem|") == ["Member States"]


def test_an_opener_whose_italics_are_open_is_not_finished(labels):
    assert "of" not in labels(f"{FERRIES}1. *Takes note |")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. *Urges* Member States to sail;\n\n|", ["2."]),
        ("1\\. *Urges* Member States to sail;\n\n|", ["2\\."]),
        ("1. *Urges* Member States:\n\n|", ["(a)", "2."]),
        ("1. *Urges* Member States:\n\n(a) To sail;\n\n|", ["(b)", "2."]),
        ("1. *Urges* Member States:\n\n(a) To sail:\n\n(i) By day;\n\n|", ["(ii)", "(b)", "2."]),
        ("1. *Urges* Member States:\n\n(a) To sail;\n\n(|", ["(b)"]),
    ],
)
def test_the_number_or_letter_that_is_due_comes_first(at, text, expected):
    found = at(FERRIES + text).items
    assert [item.label for item in found if item.sort == "number"] == expected
