"""Verbs that go on inside a paragraph."""

from __future__ import annotations

import pytest

BODY = ["preambular", "operative"]
JOINT = {"joint": "(?:and )?", "follow": " (?:that|the)\\b"}


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("1. *Welcomes* the fog and requests the tide;", "1. *Welcomes* the fog, and requests the tide;"),
        ("*Recalling* the fog[^1] and noting the tide,", "*Recalling* the fog,[^1] and noting the tide,"),
    ],
)
def test_a_new_verb_without_a_comma(report, words, right):
    found = report("verb-comma", words, of=BODY, joint="and ", follow=" the\\b")
    assert found.fixed == right


@pytest.mark.parametrize(
    "words",
    [
        "1. *Welcomes* the fog, and requests the pilot to wait;",
        "1. *Welcomes* the fog and requests from pilots;",
        "1. *Welcomes* and notes the fog;",
        "1. *Welcomes* the book “Fog and notes the tide” of the pilot;",
        "*Recalling* the fog and notes the pilot left,",
    ],
    ids=["a comma", "a noun", "nothing between", "a quotation", "the other form"],
)
def test_what_needs_no_comma(report, words):
    options = {"joint": "and ", "follow": " (?:that|the)\\b"}
    assert report("verb-comma", words, of=BODY, **options).found == []


def test_another_subject_between(report):
    words = "1. *Welcomes* the report, which calls the pilot wise and notes the fog;"
    options = {"joint": "and ", "follow": " the\\b", "unless": "\\bwhich\\b"}
    assert report("verb-comma", words, of=BODY, **options).found == []


def test_a_finite_verb_in_the_preamble(report):
    words = "*Recalling* the fog, welcomes that it lifts, and notes the tide,"
    found = report("verb-mood", words, of=BODY, **JOINT)
    assert found.fixed == "*Recalling* the fog, welcoming that it lifts, and noting the tide,"


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("*Recalling* the fog, and recalling the tide,", "*Recalling* the fog, and recalling also the tide,"),
        ("1. *Welcomes* the fog, and welcomes the tide;", "1. *Welcomes* the fog, and also welcomes the tide;"),
        ("1. *Welcomes* the fog, and also welcomes the tide;", "1. *Welcomes* the fog, and also welcomes the tide;"),
        ("1. *Welcomes* the fog, and notes the tide;", "1. *Welcomes* the fog, and notes the tide;"),
    ],
)
def test_the_verb_of_the_opener_once_more(report, words, right):
    assert report("verb-repeated", words, of=BODY, **JOINT).fixed == right


def test_verbs_that_speak_to_somebody_may_be_left_alone(report):
    words = "1. *Requests* the pilot to wait, and requests the keeper to wait;"
    assert report("verb-repeated", words, of=BODY, directive="no", **JOINT).found == []


def test_verbs_that_are_left_out(report):
    words = "1. *Welcomes* the fog and notes the tide;"
    options = {"joint": "and ", "follow": " the\\b", "except": ["notes"]}
    assert report("verb-comma", words, of=BODY, **options).found == []


@pytest.mark.parametrize(
    ("kind", "words", "values"),
    [
        (
            "verb-comma",
            "1. *Welcomes* the fog and requests the tide;",
            {"found": "and requests", "fixed": ", and requests"},
        ),
        ("verb-mood", "*Recalling* the fog, and notes the tide,", {"found": "notes", "fixed": "noting"}),
        ("verb-mood", "*Recalling* the fog, and decides that it lifts,", {"found": "decides", "fixed": ""}),
        (
            "verb-repeated",
            "1. *Welcomes* the fog, and welcomes the tide;",
            {"found": "welcomes", "fixed": "also welcomes"},
        ),
    ],
)
def test_what_is_reported_and_what_is_to_be_written(report, kind, words, values):
    found = report(kind, words, of=BODY, joint="and ", follow=" (?:that|the)\\b")
    assert [{name: match.values[name] for name in values} for match in found.matches] == [values]
    assert (found.fixed == words) is (values["fixed"] == "")


@pytest.mark.parametrize(
    "words",
    [
        "*Recalling* the fog and notes the tide,",
        "*Recalling* the fog, and noting the tide,",
        "*Juggling* the fog, and notes the tide,",
        "1. *Welcomes* the fog, and notes the tide;",
    ],
    ids=["no comma", "a participle", "an unknown opener", "a finite verb where it belongs"],
)
def test_what_is_no_finite_verb_in_the_preamble(report, words):
    options = {"joint": "and ", "follow": " the\\b"}
    assert report("verb-mood", words, of=BODY, **options).found == []


def test_a_participle_in_an_operative_paragraph(report):
    words = "1. *Welcomes* the fog, and noting the tide;"
    found = report("verb-mood", words, of=BODY, joint="and ", follow=" the\\b")
    assert found.fixed == "1. *Welcomes* the fog, and notes the tide;"


def test_every_verb_that_goes_on_is_told(report):
    words = "1. *Welcomes* the fog and requests the pilot to wait and notes the tide;"
    found = report("verb-comma", words, of=BODY, joint="and ", follow=" the\\b")
    assert found.values("verb") == ["requests", "notes"]
    assert found.fixed == "1. *Welcomes* the fog, and requests the pilot to wait, and notes the tide;"
