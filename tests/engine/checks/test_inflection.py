"""Openers in a form that opens no paragraph, and paragraphs without an opener."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("*Welcome* the tide", "*Welcomes* the tide"),
        ("*Noted* the tide", "*Notes* the tide"),
        ("*Took note* of the tide", "*Takes note* of the tide"),
        ("*Shall request* the crew to wait", "*Requests* the crew to wait"),
        ("We *invite* the crew to wait", "*Invites* the crew to wait"),
        ("*Also call upon* the crew to wait", "*Also calls upon* the crew to wait"),
        ("Request the crew to wait", "Requests the crew to wait"),
    ],
)
def test_an_operative_paragraph_gets_the_third_person(report, written, fixed):
    found = report("inflection", f"1. {written}.\n")
    assert found.fixed == f"1. {fixed}.\n"


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("*We recall*", "*Recalling*"),
        ("*Noted*", "*Noting*"),
        ("*Mind*", "*Mindful*"),
        ("*Note with concern*", "*Noting with concern*"),
    ],
)
def test_a_preambular_paragraph_gets_the_participle(report, written, fixed):
    draft = "*The General Assembly*,\n\n{} the tide,\n\n1. *Notes* the fog.\n"
    found = report("inflection", draft.format(written))
    assert found.fixed == draft.format(fixed)


@pytest.mark.parametrize("written", ["Request for boats", "*Notes* the tide", "*Juggles* the boats", "Boats"])
def test_what_may_be_a_noun_or_is_right_stays(report, written):
    assert report("inflection", f"1. {written}.\n").matches == ()


def test_an_adverb_that_would_go_with_the_words_before_it_is_left_to_the_writer(report):
    found = report("inflection", "1. *To further invite* the crew.\n")
    assert (found.values("fixed"), found.matches[0].edits) == (["Invites"], ())


def test_a_paragraph_that_begins_with_no_opener_is_reported_and_items_are_not(report):
    draft = (
        "1. Boats should wait;\n\n2. *Decides* on the following:\n\n3. Boats and crews.\n\n"
        "4. Also, in this regard, notes the fog.\n"
    )
    found = report("unopened", draft, unless="Also,", inflections="inflections")
    assert found.found == ["Boats should"]
