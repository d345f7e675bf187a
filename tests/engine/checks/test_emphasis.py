"""Italics of openers and of whole lines."""

from __future__ import annotations

import pytest


def test_an_opener_without_italics_is_wrapped_exactly(report):
    found = report("emphasis-missing", "Taking note of the fog,\n\nRecalling also the tide,\n")
    assert found.found == ["Taking note", "Recalling also"]
    assert found.fixed == "*Taking note* of the fog,\n\n*Recalling also* the tide,\n"


def test_bold_is_no_italics_and_is_replaced(report):
    found = report("emphasis-missing", "1. **Requests** the crew to wait.\n")
    assert found.fixed == "1. *Requests* the crew to wait.\n"


def test_underlined_openers_pass_where_either_is_allowed(report):
    words = "1. <u>Requests</u> the crew to wait;\n\n2. *Notes* the fog;\n\n3. Welcomes the tide.\n"
    found = report("emphasis-missing", words, expect=["underline", "italic"])
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
    found = report("emphasis-extent", f"{written}\n")
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
    for kind in ("emphasis-missing", "emphasis-extent"):
        assert report(kind, f"{words}\n").found == []


def test_an_enacting_line_is_wrapped_without_its_comma(report):
    words = "The General Assembly,\n\n*Recalling* the fog,\n\n*Decides* to wait.\n"
    found = report("emphasis-missing", words, of=["enacting-line"], of_="words")
    assert found.found == ["The General Assembly"]
    assert found.fixed.startswith("*The General Assembly*,\n")


def test_words_that_a_pattern_finds(report):
    found = report("emphasis-missing", "1. *Requests* the Log of Tides;\n", of_="words", find="Log of Tides")
    assert found.fixed == "1. *Requests* the *Log of Tides*;\n"
    words = "1. *Requests* the *Log of Tides*;\n"
    assert report("emphasis-missing", words, of_="words", find="Log of Tides").found == []


def test_what_is_missing_everywhere_is_said_once_for_all(report):
    words = "1. Requests the crew to wait;\n\n2. Notes the fog;\n\n3. Juggles the ferries.\n"
    found = report("emphasis-missing", words, gather=True)
    assert (found.found, found.values("count")) == (["Requests"], ["2"])
    assert found.fixed == words.replace("Requests", "*Requests*").replace("Notes", "*Notes*")
    found = report("emphasis-missing", words)
    assert (found.found, found.values("count")) == (["Requests", "Notes"], ["1", "1"])


def test_where_some_have_it_every_slip_is_told(report):
    words = "1. Requests the crew to wait;\n\n2. Notes the fog;\n\n3. *Welcomes* the tide.\n"
    assert report("emphasis-missing", words, gather=True).found == ["Requests", "Notes"]
    words = "1. Requests the crew to wait;\n\n2. *Takes* note of the fog.\n"
    assert report("emphasis-missing", words, gather=True).found == ["Requests"]
    assert report("emphasis-missing", "1. Requests the crew to wait.\n", gather=True).values("count") == ["1"]


def test_words_that_may_stand_outside(report):
    words = "*Noting with* concern the fog,\n\n*Noting* with concern the tide,\n"
    both = ["Noting with* concern", "Noting* with concern"]
    assert report("emphasis-extent", words).found == both
    assert report("emphasis-extent", words, optional="concern").found == both[1:]
    assert report("emphasis-extent", words, optional="(?:with )?concern").found == []


def test_the_words_that_end_the_italics_may_be_named(report):
    words = "*Mindful of* the tide,\n\n*Noting from* afar,\n"
    assert report("emphasis-extent", words).fixed == "*Mindful* of the tide,\n\n*Noting from* afar,\n"
    assert report("emphasis-extent", words, roman=["from"]).fixed == ("*Mindful of* the tide,\n\n*Noting* from afar,\n")


def test_words_in_italics_one_by_one_are_in_italics(report):
    words = "*Taking* *note* of the fog,\n\n*Noting* *with concern* the tide,\n"
    assert report("emphasis-missing", words).found == report("emphasis-extent", words).found == []


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("The General Assembly,", "*The General Assembly*,"),
        ("**The General Assembly,**", "*The General Assembly,*"),
        ("**The** General Assembly,", "***The** General Assembly*,"),
        ("*The General Assembly,*", "*The General Assembly,*"),
    ],
)
def test_a_whole_line_is_set_in_italics(report, written, right):
    words = "{}\n\n*Recalling* the fog,\n\n*Decides* to wait.\n"
    found = report("emphasis-missing", words.format(written), of=["enacting-line"], of_="words")
    assert found.fixed == words.format(right)


def test_where_a_pattern_is_found_twice_both_places_are_told(report):
    words = "1. *Requests* the Log, the *Log* and the Log;\n"
    found = report("emphasis-missing", words, of_="words", find="Log")
    assert found.fixed == "1. *Requests* the *Log*, the *Log* and the *Log*;\n"
    assert report("emphasis-missing", words, of_="words", find="Log").found == ["Log", "Log"]
    assert report("emphasis-missing", words, of_="words", find="x*").found == []


def test_the_style_is_named_and_the_mark_up_is_that_of_the_style(report):
    found = report("emphasis-missing", "1. Requests the crew to wait.\n", expect=["bold", "italic"])
    assert (found.values("style"), found.fixed) == (["bold"], "1. **Requests** the crew to wait.\n")


def test_a_draft_without_any_italics_may_be_told_apart_from_one_with_some(report):
    bare = "1. Requests the crew to wait;\n\n2. **Notes** the fog;\n"
    some = "1. Requests the crew to wait;\n\n2. *Notes* the fog;\n"
    assert report("emphasis-missing", bare, openers="some").found == []
    assert report("emphasis-missing", bare, openers="none").found == ["Requests", "Notes"]
    assert report("emphasis-missing", some, openers="some").found == ["Requests"]
    assert report("emphasis-missing", some, openers="none").found == []


def test_one_opener_alone_says_nothing_of_a_draft(report):
    words = "1. Requests the crew to wait.\n"
    assert report("emphasis-missing", words, openers="some").found == ["Requests"]
    assert report("emphasis-missing", words, openers="none").found == []


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("**Notes with** the crew", "*Notes* with the crew"),
        ("<u>Notes the</u> crew", "*Notes* the crew"),
        ("**Notes the crew of the ship**", "***Notes* the crew of the ship**"),
    ],
)
def test_emphasis_of_another_style_makes_way_where_it_was_meant_for_the_opener(report, written, right):
    assert report("emphasis-missing", f"1. {written};\n").fixed == f"1. {right};\n"
