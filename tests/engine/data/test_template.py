from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.engine import load
from reslint.engine.data.template import BadTemplate, Placeholder, forms, placeholders, render, replacement

ORDINALS = {"ordinals": {"ordinals": ["first", "second", "third"]}}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("at its {1:ordinal} session", "at its second session"),
        ("{1:ordinal:capital} session", "Second session"),
        ("“{found}” and {found:upper}", "“2nd” and 2ND"),
        ("{{1}} stays", "{1} stays"),
        ("Write “{fixed}”.", "Write “…”."),
    ],
)
def test_a_message_shows_the_values_of_the_match(template: str, expected: str) -> None:
    assert render(template, {"1": "2", "found": "2nd"}, forms(ORDINALS)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [({"near": "oil"}, "no “oyl”; did you mean “oil”?"), ({"near": ""}, "no “oyl”."), ({}, "no “oyl”.")],
)
def test_a_part_of_a_message_depends_on_a_value(values: dict[str, str], expected: str) -> None:
    template = "no “{found}”{?near}; did you mean “{near}”?{/near}{!near}.{/near}"
    assert render(template, {"found": "oyl", **values}, {}) == expected
    assert {place.name for place in placeholders(template)} == {"found", "near"}


@pytest.mark.parametrize("template", ["{?a}b", "{?a}b{/c}", "b{/a}", "{?a}{?b}c{/b}{/a}"])
def test_a_part_that_is_not_closed_or_stands_in_another_is_a_mistake(template: str) -> None:
    with pytest.raises(BadTemplate):
        placeholders(template)


def test_nothing_is_written_where_a_number_has_no_word() -> None:
    assert replacement("{1:ordinal}", {"1": "4"}, forms(ORDINALS)) is None
    assert replacement("{1:ordinal}", {"1": "0"}, forms(ORDINALS)) is None
    assert replacement("{1:ordinal}", {"1": ""}, forms(ORDINALS)) is None
    assert replacement("{1}{2}", {"1": "4", "2": ""}, forms(ORDINALS)) == "4"


def test_a_lexicon_of_pairs_is_a_form() -> None:
    assert replacement("{found:plural}", {"found": "lamp"}, forms({"plural": {"lamp": "lamps"}})) == "lamps"


def test_the_places_of_a_template_are_named() -> None:
    assert placeholders("{found} or {1:ordinal:capital}") == (
        Placeholder("found", ()),
        Placeholder("1", ("ordinal", "capital")),
    )


@pytest.mark.parametrize("template", ["{found", "found}", "{}", "{a b}"])
def test_a_lone_brace_is_a_mistake(template: str) -> None:
    with pytest.raises(BadTemplate, match="write it twice"):
        placeholders(template)


@given(st.text())
def test_any_text_can_be_written_by_doubling_its_braces(text: str) -> None:
    assert render(text.replace("{", "{{").replace("}", "}}"), {}, {}) == text


RULE = """\
summary: Oil is oil.
severity: info
check: {{kind: pattern, find: '(oyl)'}}
message: '{message}'
fix: {{title: 'Write it', replace: '{replace}'}}
source: a test
examples: {{report: ['1. *Requests* {{{{oyl}}}};'], silent: ['1. *Requests* oil;']}}
"""


@pytest.mark.parametrize(
    ("message", "replace", "expected"),
    [
        ("{1:upper}", "{1:uper}", (5, 35, "there is no form “uper”; did you mean “upper”?")),
        ("{1:ordnal}", "oil", (4, 10, "there is no form “ordnal”; did you mean “ordinal”?")),
        ("{found", "oil", (4, 10, "the brace at character 1 stands alone: write it twice to print one")),
        ("{fund}", "oil", (4, 10, "the check has no value “{fund}”; did you mean “found”?")),
    ],
)
def test_a_mistake_in_a_template_is_found_when_the_rule_is_read(
    tmp_path: Path, message: str, replace: str, expected: tuple[int, int, str]
) -> None:
    for name, text in {
        "pack.yaml": "name: own\nsummary: Rules of our own.\n",
        "lexicon/ordinals.yaml": "ordinals: [first, second]\n",
        "spelling/oil.yaml": RULE.format(message=message, replace=replace),
    }.items():
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = load([tmp_path / "own"], cache=False).problems
    assert [(problem.line, problem.column, problem.message) for problem in problems] == [expected]
