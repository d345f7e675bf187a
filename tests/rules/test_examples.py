"""The examples of every rule that comes with the program, run with all rules; a test for each rule."""

from __future__ import annotations

from functools import cache

import pytest

from reslint.engine import Ruleset, load
from reslint.engine.packs.folders import shipped
from reslint.engine.packs.rule import Rule
from reslint.engine.run.examples import test_pack as run_examples

LONGEST = 100
"""A rule file is read at a glance."""


@cache
def rulesets() -> dict[str, Ruleset]:
    """By the name of the pack: two houses never stand in one ruleset."""
    packs = sorted(path.parent.name for path in shipped().glob("*/pack.yaml"))
    return {pack: load([pack], cache=False) for pack in packs}


@cache
def failures() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pack, ruleset in rulesets().items():
        for verdict in run_examples(ruleset, [pack]):
            if not verdict.passed:
                found.setdefault(verdict.rule, []).append(f"{verdict.path.name}:{verdict.line}: {verdict.detail}")
    return found


RULES = [
    pytest.param(rule, id=f"{pack}: {rule.name}")
    for pack, ruleset in rulesets().items()
    for rule in ruleset.rules
    if rule.pack == pack
]


def test_the_packs_have_no_mistakes() -> None:
    assert [str(problem) for ruleset in rulesets().values() for problem in ruleset.problems] == []


@pytest.mark.parametrize("rule", RULES)
def test_its_examples_show_what_it_does(rule: Rule) -> None:
    assert failures().get(rule.name, []) == []


@pytest.mark.parametrize("rule", RULES)
def test_its_file_is_short(rule: Rule) -> None:
    assert len(rule.path.read_text(encoding="utf-8").splitlines()) <= LONGEST
