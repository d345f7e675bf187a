"""Italics of openers and of whole lines."""

from __future__ import annotations

import pytest


def test_an_opener_without_italics_is_wrapped_exactly(report):
    found = report("emphasis", "Taking note of the fog,\n\nRecalling also the tide,\n", report="missing")
    assert found.found == ["Taking note", "Recalling also"]
    assert found.fixed == "*Taking note* of the fog,\n\n*Recalling also* the tide,\n"


def test_bold_is_no_italics_and_is_replaced(report):
    found = report("emphasis", "1. **Requests** the crew to wait.\n", report="missing")
    assert found.fixed == "1. *Requests* the crew to wait.\n"


def test_underlined_openers_pass_where_either_is_allowed(report):
    words = "1. <u>Requests</u> the crew to wait;\n\n2. *Notes* the fog;\n\n3. Welcomes the tide.\n"
    found = report("emphasis", words, expect=["underline", "italic"])
    assert found.found == ["Welcomes"]
    assert "3. <u>Welcomes</u> the tide." in found.fixed


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("*Mindful of* the tide,", "*Mindful* of the tide,"),
        ("*Taking* note of the fog,", "*Taking note* of the fog,"),
        ("_Mindful that_ the tide turns,", "_Mindful_ that the tide turns,"),
        ("*Noting* with concern the fog,", "*Noting with concern* the fog,"),
        ("Taking *note* of the fog,", "*Taking note* of the fog,"),
    ],
)
def test_italics_end_with_the_opener(report, written, right):
    found = report("emphasis", f"{written}\n", report="extent")
    assert found.fixed == f"{right}\n"


@pytest.mark.parametrize(
    "words",
    [
        "1. *Calls upon* Member States to wait.",
        "1. *Recalls*, in this regard, the fog.",
        "1. *Recalls,* in this regard, the fog.",
        "1. *Encourages* further work on lighthouses.",
        "1. *Takes note with great pleasure* of the tide.",
        "1. *Juggles with* the ferries.",
    ],
)
def test_these_italics_are_right_or_not_for_us_to_judge(report, words):
    assert report("emphasis", f"{words}\n").found == []


def test_an_enacting_line_is_wrapped_without_its_comma(report):
    words = "The General Assembly,\n\n*Recalling* the fog,\n\n*Decides* to wait.\n"
    found = report("emphasis", words, of=["enacting-line"], of_="words")
    assert found.found == ["The General Assembly"]
    assert found.fixed.startswith("*The General Assembly*,\n")


def test_words_that_a_pattern_finds(report):
    found = report("emphasis", "1. *Requests* the Log of Tides;\n", of_="words", find="Log of Tides", report="missing")
    assert found.fixed == "1. *Requests* the *Log of Tides*;\n"
    words = "1. *Requests* the *Log of Tides*;\n"
    assert report("emphasis", words, of_="words", find="Log of Tides", report="missing").found == []
