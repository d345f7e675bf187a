from __future__ import annotations

from typing import Any

import pytest

from reslint.engine.packs.rule import Example
from reslint.engine.run.examples import coverage, marked_span, test_pack, unmark
from reslint.text import Span
from reslint.text.record import replace

REPORT = Example("1. *Requests* {{oyl}};", 3, fixed="1. *Requests* oil;")
SILENT = Example("1. *Requests* oil;", 4, silent=True)


def verdicts(ruleset: Any, rule: Any, *examples: Example, others: tuple[Any, ...] = (), **options: Any) -> list[str]:
    own = rule("a/oil", **{"find": "oyl", "fix": "oil", "examples": examples, **options})
    found = test_pack(ruleset(own, *others), ())
    return [f"{verdict.line} {verdict.status}: {verdict.detail}" for verdict in found if verdict.rule == "a/oil"]


def test_an_example_that_shows_what_it_should_is_reported_or_validated(rule: Any, ruleset: Any) -> None:
    assert verdicts(ruleset, rule, REPORT, SILENT) == ["3 reported: ", "4 validated: "]


@pytest.mark.parametrize(
    ("draft", "fixed", "expected"),
    [
        ("1. *Requests* {{oil}};", None, "3 missing: not reported: “oil” (1:15)"),
        ("1. *Requests* {{oyl}} and oyl;", None, "3 noisy: reported without a mark: “oyl” (1:23)"),
        ("1. *Requests* {{the oyl}};", None, "3 missing: not reported: “the oyl” (1:15); reported instead: “oyl”"),
        ("1. *Requests* {{oyl}};", "1. *Requests* Oil;", "3 missing: the fixes give “1. *Requests* oil;” and not"),
        ("1. *Requests* {{oyl;", None, "3 missing: a mark is opened and not closed"),
    ],
)  # fmt: skip
def test_an_example_that_shows_something_else_fails(
    rule: Any, ruleset: Any, draft: str, fixed: str | None, expected: str
) -> None:
    found = verdicts(ruleset, rule, Example(draft, 3, fixed=fixed), SILENT)
    assert found[0].startswith(expected)
    assert found[1] == "4 validated: "


def test_all_rules_must_be_silent_about_a_silent_example_and_a_fixed_text(rule: Any, ruleset: Any) -> None:
    other = rule("b/requests", find="Requests")
    found = verdicts(ruleset, rule, REPORT, SILENT, others=(other,))
    assert found == [
        "3 noisy: the fixed text is not silent: b/requests at “Requests” (1:5)",
        "4 noisy: b/requests at “Requests” (1:5)",
    ]


def test_a_rule_needs_an_example_of_each_sort(rule: Any, ruleset: Any) -> None:
    assert any(found.startswith("0 missing: the rule has no example") for found in verdicts(ruleset, rule, REPORT))
    assert any(found.startswith("0 missing: the rule has no example") for found in verdicts(ruleset, rule, SILENT))


def test_a_rule_that_is_off_or_for_some_organs_is_tested_all_the_same(rule: Any, ruleset: Any) -> None:
    about = {"severity": "off", "stage": "adopted", "bodies": ("Security Council",)}
    assert verdicts(ruleset, rule, REPORT, SILENT, about=about) == ["3 reported: ", "4 validated: "]


def test_a_check_that_no_example_exercises_is_named(rule: Any, ruleset: Any) -> None:
    own = rule("a/oil", find="oyl", examples=(REPORT, SILENT))
    idle = rule("a/oil", find="lammp")
    (found,) = coverage(ruleset(replace(own, steps=(*own.steps, *idle.steps))))
    assert (found.rule, found.number, found.kind) == ("a/oil", 2, "pattern")
    assert coverage(ruleset(own)) == []


def test_marks_may_nest_and_be_empty() -> None:
    assert unmark("a {{b {{c}} d}} {{}}e") == ("a b c d e", (Span(2, 7), Span(4, 5), Span(8, 8)))


LONG = "1. *Requests* each keeper of a lantern to buy {}, to light it and to keep it lit through the night;"


def test_where_two_texts_part_is_shown_in_whole_words(rule: Any, ruleset: Any) -> None:
    example = Example(LONG.format("{{oyl}}"), 3, fixed=LONG.format("lamps"))
    (found,) = [
        each
        for each in test_pack(ruleset(rule("a/oil", find="oyl", fix="oil", examples=(example, SILENT))), ())
        if each.part == "fixed"
    ]
    shared = "…of a lantern to buy"
    assert found.words == (
        f"the fixes give “{shared} oil, to light it and to keep it lit…” "
        f"and not “{shared} lamps, to light it and to keep it lit…”"
    )
    assert found.detail == f"{found.words} (1:47)"
    assert example.fixed is not None
    assert found.span is not None
    assert example.fixed[found.span.start : found.span.end] == "lamps,"


@pytest.mark.parametrize(
    ("draft", "silent", "wrong"),
    [
        ("1. *Requests* {{oyl}} and {{oil}};", False, "oil"),
        ("1. *Requests* {{oyl}} and more oyl;", False, "oyl;"),
        ("1. *Requests* oil and oyl;", True, "oyl"),
        ("1. *Requests* {{oyl;", False, None),
    ],
)
def test_a_failing_example_says_which_of_its_words_fail(
    rule: Any, ruleset: Any, draft: str, silent: bool, wrong: str | None
) -> None:
    own = rule("a/oil", find="oyl", examples=(Example(draft, 9, silent=silent),))
    (found,) = [each for each in test_pack(ruleset(own), ()) if each.line == 9]
    assert found.part == "draft"
    assert (found.span is None) == (wrong is None)
    if found.span is not None and wrong is not None:
        assert found.span.start == draft.rindex(wrong)
        assert draft[found.span.start : found.span.end] == wrong.rstrip(";")


def test_a_span_of_a_draft_is_found_between_its_marks() -> None:
    draft = "a {{b {{c}} d}} {{}}e"
    bare, _ = unmark(draft)
    for word in "abcde":
        span = Span(bare.index(word), bare.index(word) + 1)
        assert marked_span(draft, span) == Span(draft.index(word), draft.index(word) + 1)
    assert marked_span(draft, Span(len(bare), len(bare))) == Span(len(draft), len(draft))
