"""The first phrase of a paragraph."""

from __future__ import annotations

import pytest


def test_a_preamble_opens_with_a_participle(report):
    found = report(
        "opener",
        "*The General Assembly*,\n\n*Noting* the tide,\n\n*Recalls* its plan for ferries,\n\n1. *Decides* to wait;\n\n"
        "2. *Notes* the fog.\n",
        expect="form",
    )
    assert found.found == ["Recalls"]
    assert "*Recalling* its plan for ferries," in found.fixed


def test_an_operative_paragraph_opens_with_a_finite_verb_and_keeps_its_adverb_and_italics(report):
    found = report("opener", "1. *Notes* the fog;\n\n2. *Also taking note* of the tide.\n", expect="form")
    assert found.values("fixed") == ["takes note"]
    assert found.fixed == "1. *Notes* the fog;\n\n2. *Also takes note* of the tide.\n"


def test_an_unknown_opener_gets_the_nearest_suggestion(report):
    found = report("opener", "1. *Requsts* the Secretariat to wait.\n", expect="known")
    assert (found.found, found.values("suggestion")) == (["Requsts"], ["Requests"])
    assert found.fixed == "1. *Requests* the Secretariat to wait.\n"


def test_an_opener_that_is_like_no_other_has_no_suggestion(report):
    found = report("opener", "1. *Juggles* the ferries.\n", expect="known")
    assert (found.values("suggestion"), found.values("hint")) == ([""], [""])
    assert found.matches[0].edits == ()


@pytest.mark.parametrize(
    "opener",
    [
        "Strongly requests",
        "Once again invites",
        "Also strongly encourages",
        "Welcomes and encourages",
        "Notes with delight",
        "Also, in this regard, requests",
    ],
)
def test_known_openers_may_have_adverbs_qualifiers_and_company(report, opener):
    assert report("opener", f"1. *{opener}* the ferries.\n", expect="known").found == []


def test_only_the_first_word_of_an_opener_has_a_capital(report):
    found = report("opener", "1. *Also Requests* the crew to wait;\n\n2. *Takes Note* of the fog.\n", expect="capital")
    assert found.found == ["Requests", "Note"]
    assert found.fixed == "1. *Also requests* the crew to wait;\n\n2. *Takes note* of the fog.\n"


def test_the_first_word_of_an_opener_has_a_capital(report):
    found = report("opener", "1. *notes* the fog.\n", expect="capital")
    assert found.fixed == "1. *Notes* the fog.\n"


def test_the_complement_is_one_that_the_opener_takes(report):
    found = report("opener", "*Mindful* about the tide,\n\n*Mindful* of the fog,\n", expect="complement")
    assert (found.found, found.values("expected")) == (["about"], ["of / that"])


def test_calls_on_is_mended_to_calls_upon_and_not_called_unknown(report):
    words = "1. *Calls on* Member States to wait.\n"
    assert report("opener", words, expect="complement", swap={"on": "upon"}).fixed == (
        "1. *Calls upon* Member States to wait.\n"
    )
    assert report("opener", words, expect="known", swap={"on": "upon"}).found == []


@pytest.mark.parametrize("words", ["*Mindful also* of the fog,\n", "*Taking note*, in this regard, of the fog,\n"])
def test_adverbs_and_asides_may_stand_before_the_complement(report, words):
    assert report("opener", words, expect="complement").found == []
