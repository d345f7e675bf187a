"""Italics in whole drafts: where none has them, one finding speaks for all."""

from __future__ import annotations

import pytest

from reslint.draft import parse
from reslint.engine import RunSettings, fix_all, lint, load
from reslint.text import Text

DRAFT = """{0}The General Assembly{0},

{0}Recalling{0} its resolution 70/1 of 25 September 2015,

1. {0}Welcomes{0} the register of lights;

2. {0}Requests{0} the Secretary-General to keep it up to date.
"""


def found(words: str, settings: RunSettings | None = None) -> list[str]:
    rules = load(["un"])
    return [one.rule for one in lint(parse(Text(words), rules.vocabulary), rules, settings).findings]


@pytest.mark.parametrize("mark", ["", "**"])
def test_a_draft_without_italics_gets_one_finding_and_one_fix_for_all(mark: str):
    words = DRAFT.format(mark)
    assert found(words) == ["opener/operative-italic"]
    rules = load(["un"])
    fixed = fix_all(Text(words), lambda text: lint(parse(text, rules.vocabulary), rules).findings)
    assert fixed.text.content == DRAFT.format("*")


def test_a_draft_with_some_italics_is_reported_paragraph_by_paragraph():
    words = DRAFT.format("").replace("Requests", "*Requests*")
    assert found(words) == ["structure/enacting-line", "opener/preambular-italic", "opener/operative-italic"]


def test_a_text_that_cannot_carry_italics_is_not_told_so():
    assert found(DRAFT.format(""), RunSettings(emphasis="none")) == []
    half = DRAFT.format("").replace("Requests", "*Requests*")
    assert found(half, RunSettings(emphasis="none")) == []
