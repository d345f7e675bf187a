"""Numbers and letters while somebody types; Enter and signs, which end what has been typed."""

from __future__ import annotations

import pytest

from reslint.draft import parse
from reslint.phrasing.while_typing import after_blank, after_line_end, may_follow_blank
from reslint.text import Text, apply_edits

FERRIES = "*The General Assembly*,\n\n*Noting* the ferries,\n\n"
URGES = "1. *Urges* Member States to sail;"


def entered(text: str, sources) -> str:
    """A text in which Enter has just been pressed before the bar, as it is then; the bar is where the writer is."""
    before, _, after = text.partition("|")
    edits = after_line_end(parse(Text(before + after), sources.vocabulary, forced=True), len(before))
    return with_bar(before, after, edits)


def spaced(text: str, sources) -> str:
    """A text in which the blank before the bar has just been typed, as it is then."""
    before, _, after = text.partition("|")
    edits = after_blank(parse(Text(before + after), sources.vocabulary, forced=True), len(before))
    return with_bar(before, after, edits)


def with_bar(before: str, after: str, edits) -> str:
    """Everything that edits put up to the writer's place stands before it."""
    made = apply_edits(before + after, edits)
    assert not after or made.endswith(after)
    return f"{made[: len(made) - len(after)]}|{after}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{URGES}\n|", f"{URGES}\n\n2. |"),
        ("1. *Urges* Member States:\n|", "1. *Urges* Member States:\n\n(a) |"),
        ("1. *Urges* States:\n\n(a) To sail;\n|\n", "1. *Urges* States:\n\n(a) To sail;\n\n(b) |\n"),
        ("1. *Urges* Member States to sail.\n\n|", "1. *Urges* Member States to sail.\n\n|"),
        ("1. *Urges* Member States to sail\n|", "1. *Urges* Member States to sail\n|"),
        (f"{URGES}\n|by day", f"{URGES}\n|by day"),
        ("|", "|"),
    ],
)
def test_a_new_line_begins_with_what_is_due(sources, text, expected):
    assert entered(FERRIES + text, sources) == FERRIES + expected


def test_in_a_draft_without_blank_lines_none_comes_in(sources):
    text = "*The General Assembly*,\n*Noting* the ferries,\n1. *Urges* States to sail;\n2. *Urges* others to sail;\n"
    assert entered(f"{text}|", sources) == f"{text}3. |"


def test_a_new_line_of_a_text_with_other_line_ends_gets_these(sources):
    text = f"{FERRIES}{URGES}\n|".replace("\n", "\r\n")
    assert entered(text, sources).endswith(";\r\n\r\n2. |")


@pytest.mark.parametrize("label", ["2.", "2. ", "(b) ", "7."])
def test_enter_on_a_line_with_nothing_but_a_label_takes_it_away(sources, label):
    lead = FERRIES + ("1. *Urges* States:\n\n(a) To sail;" if label[0] == "(" else URGES)
    assert entered(f"{lead}\n\n{label}\n|", sources) == f"{lead}\n\n|"
    assert entered(f"{lead}\n{label}\n|", sources) == f"{lead}\n\n|"


def test_a_label_before_words_stays(sources):
    assert entered(f"{FERRIES}{URGES}\n\n2. *Urges*\n|", sources) == f"{FERRIES}{URGES}\n\n2. *Urges*\n|"
    assert entered(f"{FERRIES}{URGES}\n\n2. \n|*Urges* all to row.", sources).endswith("2. \n|*Urges* all to row.")


def test_enter_twice_leaves_nothing_behind_however_fast(sources):
    slow = entered(entered(f"{FERRIES}{URGES}\n|", sources).replace("|", "\n|"), sources)
    fast = entered(f"{FERRIES}{URGES}\n\n|", sources)
    assert slow == fast == f"{FERRIES}{URGES}\n\n|"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2. 2. |", "2. |"),
        ("2. 3. |", "3. |"),
        ("2. 2. *Urges* |", "2. *Urges* |"),
        ("2. (a) |", "2. (a) |"),
        ("2. 10 |", "2. 10 |"),
        ("2. |", "2. |"),
    ],
)
def test_a_number_typed_behind_one_that_was_put_there_takes_its_place(sources, line, expected):
    assert spaced(f"{FERRIES}{URGES}\n\n{line}", sources) == f"{FERRIES}{URGES}\n\n{expected}"


@pytest.mark.parametrize("label", ["2.", "7."])
def test_two_numbers_become_one_behind_many_words_and_after_enter_too(sources, label):
    lead, words = f"{FERRIES}{URGES}\n\n", "*Calls upon* all States to give effect to the Charter of the United Nations"
    long = f"2. {label} {words} "
    assert may_follow_blank(long)
    assert spaced(f"{lead}{long}|", sources) == f"{lead}{label} {words} |"
    assert entered(f"{lead}2. {label} {words};\n|", sources) == f"{lead}{label} {words};\n|"


@pytest.mark.parametrize(
    ("line", "expected"),
    [("(b) (b) |", "(b) |"), ("(b) 2. |", "2. |"), ("(b) (i) |", "(b) (i) |"), ("(b) b) |", "b) |")],
)
def test_a_label_typed_in_a_list_takes_the_place_of_the_letter(sources, line, expected):
    lead = f"{FERRIES}1. *Urges* States:\n\n(a) To sail;\n\n"
    assert spaced(lead + line, sources) == lead + expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{URGES}\n\n*Requests* |", f"{URGES}\n\n2. *Requests* |"),
        (f"{URGES}\n\n*Calls upon* |", f"{URGES}\n\n2. *Calls upon* |"),
        (f"{URGES}\n\n2. *Requests* |", f"{URGES}\n\n2. *Requests* |"),
        (f"{URGES}\n\n*Requests* all |", f"{URGES}\n\n*Requests* all |"),
        (f"{URGES}\n\n*Recalling* |", f"{URGES}\n\n*Recalling* |"),
        ("1. *Urges* States to sail.\n\n*Requests* |", "1. *Urges* States to sail.\n\n*Requests* |"),
        ("*Requests* |", "*Requests* |"),
        ("*Urges* States to sail;\n\n*Requests* |", "*Urges* States to sail;\n\n*Requests* |"),
    ],
)
def test_an_opener_below_a_numbered_paragraph_gets_its_number(sources, text, expected):
    assert spaced(FERRIES + text, sources) == FERRIES + expected


@pytest.mark.parametrize(
    "words",
    [
        "the Convention on the Rights of the Child",
        "the Convention on the Rights of the Child,",
        "the United Nations Convention against Transnational Organized Crime",
        "the work of the Security Council",
        "the Universal Declaration of Human Rights and the Charter of the United Nations",
        "the Kyoto Protocol",
    ],
)
def test_nothing_is_proposed_that_contains_a_name_that_stands_there_complete(at, words):
    assert at(f"{FERRIES}*Recalling also* {words}|").items == ()


def test_a_longer_name_is_proposed_when_more_of_it_is_typed(labels):
    found = labels(f"{FERRIES}*Recalling* the Optional Protocol to the Convention on the Rights of the Child on|")
    assert found
    assert all(label.startswith("Optional Protocol to the Convention on the Rights of the Child on") for label in found)
    assert labels(f"{FERRIES}*Recalling* the Convention on the Rights of the Child o|") == []
