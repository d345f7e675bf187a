from __future__ import annotations

from typing import Any

import pytest

from reslint.engine.examples import coverage, test_pack, unmark
from reslint.engine.rule import Example
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
