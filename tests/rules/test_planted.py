"""Mistakes planted in clean drafts, at places that fixed seeds choose, are found: all of every kind."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reslint.engine import Ruleset, load


def beside(name: str) -> ModuleType:
    """A module of this folder, which is not a package."""
    spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PLANT = beside("plant")
DRAFTS = Path(__file__).parents[1] / "drafts" / "ok"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(DRAFTS.glob("*.res.md"))}
ROUNDS = 3


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load(["un"])


@pytest.mark.parametrize("mistake", PLANT.MISTAKES, ids=lambda one: one.kind)
def test_planted_mistakes_are_found(mistake: Any, ruleset: Ruleset):
    planted = list(PLANT.sow(mistake, TEXTS, ruleset, rounds=ROUNDS))
    assert planted, "none of the drafts has a place for this mistake"
    missed = [f"{name}: “{one.before}” → “{one.after}”" for name, one, found in planted if not found]
    assert missed == []


def test_each_mistake_names_rules_that_there_are(ruleset: Ruleset):
    names = {rule.name for rule in ruleset.rules}
    assert {rule for mistake in PLANT.MISTAKES for rule in mistake.rules} <= names


def test_the_drafts_are_clean_before_anything_is_planted(ruleset: Ruleset):
    texts = [text for text in TEXTS.values() if any(PLANT.places(mistake, text) for mistake in PLANT.MISTAKES)]
    assert [finding.rule for text in texts for finding in PLANT.findings(text, ruleset)] == []
