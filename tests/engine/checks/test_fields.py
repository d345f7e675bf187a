"""The heading block: what is missing from it, there twice, empty or out of order."""

from __future__ import annotations

import pytest

FIELDS = {
    "committee": {"line": "(?:Committee|Forum):", "needed": True},
    "topic": {"line": "Topic:", "needed": True},
    "sponsors": "Sponsors?:",
}
LINES = {"committee": "(?:Committee|Forum):", "topic": "Topic:", "sponsors": "Sponsors?:"}
BODY = "\n\n1. *Requests* the pilots to rest.\n"


@pytest.fixture
def heading(report):
    from reslint.draft import parse
    from reslint.engine.checks import check_class
    from reslint.engine.data.context import Context
    from reslint.engine.data.resources import Resources
    from reslint.engine.language.vocabulary import build_vocabulary
    from reslint.text import Text

    lexicons = {"openers": {"finite": {"Requests": {}}}, "layout": {"masthead": [r"[A-Z]\w+:"]}}

    def run(words: str, what: str) -> list[tuple[str, str, str]]:
        draft = parse(Text(words + BODY), build_vocabulary(lexicons), forced=True)
        kind = check_class(what)
        check = kind(kind.OPTIONS.fill({"fields": FIELDS if what == "field-missing" else LINES}), Resources(lexicons))
        found = check.run(draft.nodes("masthead", "sponsors"), draft, Context())
        return [(draft.text.slice(m.span), m.values["field"], m.values.get("expected", "")) for m in found]

    return run


def test_a_field_that_is_needed_and_missing_is_reported_at_the_first_line(heading):
    assert heading("Forum: Ports\n\nSponsors: Fiji", "field-missing") == [("Forum:", "topic", "")]


def test_a_field_that_is_not_needed_may_be_missing(heading):
    assert heading("Forum: Ports\n\nTopic: Lights", "field-missing") == []


def test_a_draft_without_any_field_has_no_heading_block(heading):
    assert heading("A text about ports", "field-missing") == []


def test_one_field_written_in_two_ways_is_there_twice(heading):
    assert heading("Forum: Ports\n\nCommittee: Ports", "field-double") == [("Committee:", "committee", "Forum:")]


def test_a_field_below_its_place_is_out_of_order_and_the_next_is_compared_with_the_furthest(heading):
    words = "Sponsors: Fiji\n\nTopic: Lights\n\nForum: Ports"
    assert heading(words, "field-order") == [("Topic:", "topic", "Sponsors:"), ("Forum:", "committee", "Sponsors:")]
    assert heading("Forum: Ports\n\nTopic: Lights\n\nSponsors: Fiji", "field-order") == []


def test_a_line_with_nothing_behind_its_colon_is_empty(heading):
    assert heading("Forum:\n\nTopic: Lights", "field-empty") == [("Forum:", "committee", "")]
    assert heading("Topic: Lights\n\n**Sponsors:**", "field-empty") == [("Sponsors:", "sponsors", "")]
