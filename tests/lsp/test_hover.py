"""A hover explains the place under the mouse."""

from __future__ import annotations

import pytest

from reslint.lsp import hover
from reslint.lsp.client import Client
from reslint.text.record import replace

CITING = """\
*The General Assembly*,

*Recalling* its resolutions 70/1 of 25 September 2015 and 66/181,

*Recalling also* Human Rights Council resolutions 16/1 and 16/99 and Wind Commission resolution 5/7,

*Bearing in mind* the Convention on the Rights of the Child and the report on lights,[^1]

1. *Recalls* resolution 70/1.

[^1]: See A/66/463 and, as printed, A/RES/70/1.
"""


def test_a_marker_shows_its_note_and_a_reference_its_paragraph(at):
    request = at("lights,[^")
    found = hover.hover(request)
    assert found is not None
    assert "vol. 1833" in found.contents.value
    found = hover.hover(at("paragraph 1 (b"))
    assert found is not None
    assert found.contents.value == "(b) Their keepers;"
    assert hover.hover(at("to report on light")) is None


def test_a_finding_shows_its_rule_with_the_reason_and_the_source(at):
    text = "*The General Assembly*,\n\n*Noting* the the lights,\n\n1. *Decides* so.\n"
    found = hover.hover(at("the th", text=text))
    assert found is not None
    rule = at("the th", text=text).snapshot.checker.ruleset.rule("style/repeated-word")
    for words_of_rule in (rule.summary, rule.why, rule.name):
        assert words_of_rule in found.contents.value
    plain = hover.hover(at("the th", text=text, client=Client()))
    assert plain is not None
    assert "**" not in plain.contents.value


def test_each_thing_is_said_once(at):
    text = "*The General Assembly*,\n\n*Noting* the the the lights,\n\n1. *Decides* so.\n"
    words = hover.hover(at("the the", text=text)).contents.value
    rule = at("the th", text=text).snapshot.checker.ruleset.rule("style/repeated-word")
    assert words.count(rule.why) == 1
    shown = hover.hover(at("the th", text=text, client=Client(hover_markdown=True, hovers_messages=True)))
    assert "stands here twice" not in shown.contents.value
    assert rule.summary in shown.contents.value


@pytest.mark.parametrize(
    ("place", "span", "said"),
    [
        ("resolutions 70", "70/1 of 25 September 2015", ["General Assembly resolution 70/1", "Transforming our world"]),
        ("25 Sept", "70/1 of 25 September 2015", ["25 September 2015 (its own first page)", "/en/A/RES/70/1>"]),
        ("and 66/", "66/181", ["19 December 2011 (2 citations)"]),
        ("resolutions 16", "16/1", ["Human Rights Council resolution 16/1", "unsure", "/en/A/HRC/RES/16/1>"]),
        ("16/9", "16/99", ["Council resolution 16/99", "Not in the register.", "/en/A/HRC/RES/16/99>"]),
        ("the Rights of", "Convention on the Rights of the Child", ["Treaty Series", "the Convention"]),
        ("A/66/4", "A/66/463", ["**A/66/463**", "<https://undocs.org/en/A/66/463>"]),
        ("*Recalls* reso", "resolution 70/1", ["Transforming our world"]),
        ("A/RES/7", "A/RES/70/1", ["Transforming our world", "its own first page"]),
    ],
)
def test_a_citation_shows_what_the_register_knows_of_it_and_how_sure_it_is(at, place, span, said):
    request = at(place, text=CITING)
    found = hover.hover(request)
    assert found is not None
    assert request.snapshot.text.slice(request.snapshot.span(found.range)) == span
    for words in said:
        assert words in found.contents.value


@pytest.mark.parametrize("place", ["Commission resolution 5", "its resolutions", "the report on"])
def test_nothing_is_said_of_a_number_whose_body_nobody_knows_and_of_plain_words(at, place):
    assert hover.hover(at(place, text=CITING)) is None


def test_a_client_without_markdown_reads_an_address_without_brackets(at):
    found = hover.hover(at("A/66/4", text=CITING, client=Client()))
    assert found is not None
    assert found.contents.value == "A/66/463\n\nhttps://undocs.org/en/A/66/463"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("1. *Takes note", "neutral"),
        ("1. *Also takes note", "neutral"),
        ("1. *Notes", "neutral"),
        ("1. *Takes note with appreciation", "expresses approval"),
    ],
)
def test_what_taking_note_means_is_told_with_its_source(at, words, said):
    found = hover.hover(at(words, text=f"*The General Assembly*,\n\n{words}* of the lights.\n"))
    assert found is not None
    assert said in found.contents.value
    assert "decision 55/488" in found.contents.value


def test_what_the_lexicon_notes_of_an_opener_is_shown_on_it(at):
    request = at("*Urg")
    checker = request.snapshot.checker
    openers = {"finite": {"Urges": {"note": "Stronger than “Invites”."}}}
    ruleset = replace(checker.ruleset, lexicons={**checker.ruleset.lexicons, "openers": openers})
    offset = request.snapshot.offset(request.params.position)
    (card,) = hover.cards(request.snapshot.draft, offset, (), replace(checker, ruleset=ruleset))
    assert card.words == "*Urges*: Stronger than “Invites”."
    assert request.snapshot.text.slice(card.span) == "Urges"
