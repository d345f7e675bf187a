"""Conferences ask of openers and letters what the United Nations does not."""

from __future__ import annotations

import pytest

from reslint.draft import parse
from reslint.engine.checks import check_class
from reslint.engine.data.context import Context
from reslint.engine.data.resources import Resources
from reslint.engine.language.vocabulary import build_vocabulary
from reslint.text import Text

UNMARKED = "1. Requests the pilots to rest;\n\n2. Invites the pilots to rise;\n"
LIST = "1. *Requests* the pilots:\n\n{} To rest;\n\n{} To rise;\n\n{} To:\n\n{} Eat;\n\n{} Sing;\n"


def test_a_draft_without_any_mark_up_gets_one_finding_whose_fix_marks_every_opener(report):
    found = report("emphasis-missing", UNMARKED, of=["operative"], gather=True, expect=["underline", "italic"])
    assert found.found == ["Requests"]
    assert found.values("count") == ["2"]
    assert found.values("style") == ["underline"]
    assert found.fixed == "1. <u>Requests</u> the pilots to rest;\n\n2. <u>Invites</u> the pilots to rise;\n"


def test_among_marked_openers_each_unmarked_one_is_reported(report):
    found = report("emphasis-missing", UNMARKED + "\n3. *Notes* the wind;\n", of=["operative"], gather=True)
    assert found.found == ["Requests", "Invites"]


def test_without_gathering_each_opener_is_reported(report):
    assert report("emphasis-missing", UNMARKED, of=["operative"]).found == ["Requests", "Invites"]


@pytest.mark.parametrize("labels", [("a.", "b.", "c.", "i.", "ii."), ("(a)", "(b)", "(c)", "(i)", "(ii)")])
def test_letters_written_in_one_way_throughout_are_right(labels: tuple[str, ...], report):
    assert report("label-notation", LIST.format(*labels), of=["subparagraph"]).found == []


def test_of_two_ways_the_first_of_its_depth_is_meant(report):
    two = "1. *Requests* the pilots:\n\na) To rest;\n\ni. At noon;\n\n2. *Invites* them:\n\n{} To eat;\n\n{} Tea;\n"
    found = report("label-notation", two.format("(a)", "i."), of=["subparagraph"])
    assert found.found == ["(a)"]
    assert found.values("expected") == ["a)"]
    assert found.fixed == two.format("a)", "i.")


def test_a_conference_may_want_one_way(report):
    words = LIST.format("a\\)", "b.", "c.", "i.", "ii.")
    found = report("label-notation", words, of=["subparagraph"], notation=["a."])
    assert found.found == ["a\\)"]
    assert found.fixed == LIST.format("a.", "b.", "c.", "i.", "ii.")


def test_a_draft_that_has_another_habit_throughout_gets_one_finding(report):
    words = LIST.format("(a)", "(b)", "(c)", "(i)", "(ii)")
    found = report("label-notation", words, of=["subparagraph"], notation=["a)", "a."])
    assert found.found == ["(a)"]
    assert found.fixed == LIST.format("a)", "b)", "c)", "i)", "ii)")


def test_the_same_words_may_open_one_paragraph_only(report):
    words = UNMARKED + "\n3. Strongly requests the pilots to eat;\n\n4. Requests the pilots to sing;\n"
    found = report("opener-repeated", words, of=["operative"])
    assert found.found == ["Requests"]
    assert found.matches[0].span.start == words.rindex("Requests")
    assert found.matches[0].related.start == words.index("Requests")


def forbidden(words: str, lexicon: object) -> list[tuple[str, str, list[str]]]:
    lexicons = {"openers": {"finite": {"Requests": {}}, "sequence": ["also"], "strengthening": ["strongly"]}}
    draft = parse(Text(words), build_vocabulary(lexicons), forced=True)
    kind = check_class("opener-forbidden")
    check = kind(kind.OPTIONS.fill({"lexicon": "not"}), Resources({"not": lexicon}))
    found = check.run(draft.nodes("operative"), draft, Context())
    return [(draft.text.slice(m.span), m.values["expected"], [e.text for e in m.edits]) for m in found]


def test_a_forbidden_opener_is_found_behind_its_adverbs_with_what_to_write(report):
    words = "1. *Requests* rest;\n\n2. *Also strongly demands* sleep;\n\n3. *Sends* tea;\n"
    assert forbidden(words, {"Demands": "Urges"}) == [("demands", "Urges", ["urges"])]


def test_a_list_forbids_without_a_proposal():
    assert forbidden("1. *Requests* rest;\n\n2. *Sends* tea;\n", ["Sends"]) == [("Sends", "", [])]
