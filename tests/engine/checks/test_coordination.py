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
    found = report("coordination", words, of=BODY, report="comma", joint="and ", follow=" the\\b")
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
    options = {"report": "comma", "joint": "and ", "follow": " (?:that|the)\\b"}
    assert report("coordination", words, of=BODY, **options).found == []


def test_another_subject_between(report):
    words = "1. *Welcomes* the report, which calls the pilot wise and notes the fog;"
    options = {"report": "comma", "joint": "and ", "follow": " the\\b", "unless": "\\bwhich\\b"}
    assert report("coordination", words, of=BODY, **options).found == []


def test_a_finite_verb_in_the_preamble(report):
    words = "*Recalling* the fog, welcomes that it lifts, and notes the tide,"
    found = report("coordination", words, of=BODY, report="mood", **JOINT)
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
    assert report("coordination", words, of=BODY, report="repeat", **JOINT).fixed == right


def test_verbs_that_speak_to_somebody_may_be_left_alone(report):
    words = "1. *Requests* the pilot to wait, and requests the keeper to wait;"
    assert report("coordination", words, of=BODY, report="repeat", directive="no", **JOINT).found == []


def test_verbs_that_are_left_out(report):
    words = "1. *Welcomes* the fog and notes the tide;"
    options = {"report": "comma", "joint": "and ", "follow": " the\\b", "except": ["notes"]}
    assert report("coordination", words, of=BODY, **options).found == []
