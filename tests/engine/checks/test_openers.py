"""The first phrase of a paragraph."""

from __future__ import annotations

import pytest


def test_a_preamble_opens_with_a_participle(report):
    found = report(
        "opener-form",
        "*The General Assembly*,\n\n*Noting* the tide,\n\n*Recalls* its plan for ferries,\n\n1. *Decides* to wait;\n\n"
        "2. *Notes* the fog.\n",
    )
    assert found.found == ["Recalls"]
    assert "*Recalling* its plan for ferries," in found.fixed


def test_an_operative_paragraph_opens_with_a_finite_verb_and_keeps_its_adverb_and_italics(report):
    found = report("opener-form", "1. *Notes* the fog;\n\n2. *Also taking note* of the tide.\n")
    assert found.values("fixed") == ["takes note"]
    assert found.fixed == "1. *Notes* the fog;\n\n2. *Also takes note* of the tide.\n"


def test_an_unknown_opener_gets_the_nearest_suggestion(report):
    found = report("opener-unknown", "1. *Requsts* the Secretariat to wait.\n")
    assert (found.found, found.values("suggestion")) == (["Requsts"], ["Requests"])
    assert found.fixed == "1. *Requests* the Secretariat to wait.\n"


def test_an_opener_that_is_like_no_other_has_no_suggestion(report):
    found = report("opener-unknown", "1. *Juggles* the ferries.\n")
    assert found.values("suggestion") == [""]
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
    assert report("opener-unknown", f"1. *{opener}* the ferries.\n").found == []


def test_only_the_first_word_of_an_opener_has_a_capital(report):
    found = report("opener-capital", "1. *Also Requests* the crew to wait;\n\n2. *Takes Note* of the fog.\n")
    assert found.found == ["Requests", "Note"]
    assert found.fixed == "1. *Also requests* the crew to wait;\n\n2. *Takes note* of the fog.\n"


def test_the_first_word_of_an_opener_has_a_capital(report):
    found = report("opener-capital", "1. *notes* the fog.\n")
    assert found.fixed == "1. *Notes* the fog.\n"


def test_the_complement_is_one_that_the_opener_takes(report):
    found = report("opener-complement", "*Mindful* about the tide,\n\n*Mindful* of the fog,\n")
    assert (found.found, found.values("expected")) == (["about"], ["of”, “that"])


def test_calls_on_is_mended_to_calls_upon(report):
    words = "1. *Calls on* Member States to wait.\n"
    assert report("opener-complement", words, swap={"on": "upon"}).fixed == ("1. *Calls upon* Member States to wait.\n")


@pytest.mark.parametrize("words", ["*Mindful also* of the fog,\n", "*Taking note*, in this regard, of the fog,\n"])
def test_adverbs_and_asides_may_stand_before_the_complement(report, words):
    assert report("opener-complement", words).found == []


def test_an_opener_that_is_used_again_is_shown_with_the_first(report):
    words = "1. *Notes* the fog;\n\n2. *Also notes* the tide;\n\n3. *notes* the rain;\n\n4. *Welcomes* it.\n"
    found = report("opener-repeated", words)
    assert (found.found, found.values("found")) == (["notes"], ["notes"])
    related = found.matches[0].related
    assert (found.draft.text.slice(related), related.start) == ("Notes", 4)


def test_the_preamble_the_paragraphs_and_another_resolution_count_by_themselves(report):
    one = "*The General Assembly*,\n\n*Noting* the fog,\n\n1. *Noting* the tide.\n\n"
    assert report("opener-repeated", one + one).found == []


def test_a_word_in_capitals_is_written_small(report):
    found = report("opener-capital", "1. *REQUESTS* the crew;\n\n2. *TAKES NOTE* of it;\n\n3. *JUGGLES* it.\n")
    assert found.fixed == "1. *Requests* the crew;\n\n2. *Takes note* of it;\n\n3. *Juggles* it.\n"
    assert found.values("fixed") == ["Requests", "Takes note", "Juggles"]


@pytest.mark.parametrize(
    ("words", "found", "expected"),
    [
        ("*Taking note* on the fog,", ["on"], ["of”, “with"]),
        ("*Taking note* strongly on the fog,", ["on"], ["of”, “with"]),
        ("*Taking note*, on this day, of the fog,", [], []),
        ("*Taking note* today of the fog,", [], []),
        ("*Noting* on the fog,", [], []),
    ],
)
def test_what_follows_is_a_complement_of_the_opener(report, words, found, expected):
    seen = report("opener-complement", f"{words}\n")
    assert (seen.found, seen.values("expected")) == (found, expected)
    assert seen.fixed == f"{words}\n"


def test_the_right_complement_is_written_where_it_is_known(report):
    found = report("opener-complement", "*Mindful* about the tide,\n", swap={"about": "of"})
    assert (found.fixed, found.values("fixed")) == ("*Mindful* of the tide,\n", ["of"])
    found = report("opener-complement", "*Mindful* about the tide,\n", swap={"about": "with"})
    assert (found.fixed, found.values("fixed")) == ("*Mindful* about the tide,\n", [""])


def test_the_form_without_counterpart_is_reported_and_left(report):
    found = report("opener-form", "*Requests* the crew to wait,\n\n1. *Mindful* of the fog.\n")
    assert found.found == ["Requests", "Mindful"]
    assert [match.edits for match in found.matches] == [(), ()]


def test_the_suggestion_is_made_in_the_form_that_is_due(report):
    words = "*Recaling* the fog,\n\n1. *Recals* the tide;\n\n2. *Encurages also* the crew.\n"
    found = report("opener-unknown", words)
    assert found.values("suggestion") == ["Recalling", "Recalls", "Encourages"]


@pytest.mark.parametrize("before", ["Also", "Once again", "Also strongly"])
def test_an_unknown_verb_is_found_behind_adverbs(report, before):
    words = f"1. *{before} requsts* the crew to wait.\n"
    assert report("opener-unknown", words).fixed == words.replace("requsts", "requests")


def test_the_verb_behind_a_participle_is_named(report):
    found = report("opener-form", "1. *Notes* it;\n\n2. *Mindful* of the fog, calls upon the crew to wait;\n")
    assert (found.values("behind"), found.values("fixed")) == (["Calls upon"], [""])
