"""A draft that arrives in several ways at once is the same draft."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from reslint.engine import load

PROJECT = Path(__file__).resolve().parents[2]
if str(PROJECT) not in sys.path:
    sys.path.insert(0, str(PROJECT))

registry, judge, mixed = (import_module(f"tests.ways.{name}") for name in ("registry", "judge", "mixed"))
RULESET = load(["un"])
DRAFTS = ("general-assembly", "tide-gauges", "security-council")


@pytest.mark.parametrize("seed", range(24))
def test_a_draft_in_several_ways_at_once_has_its_outline_and_is_not_damaged(seed: int):
    random = Random(seed)
    way = mixed.mixed(random)
    path = PROJECT / "tests" / "drafts" / "ok" / f"{random.choice(DRAFTS)}.res.md"
    clean = registry.split(path.read_text(encoding="utf-8"))
    verdict = judge.judge(judge.see(clean.write(), RULESET), judge.see(way.write(clean), RULESET), way)
    assert verdict.is_equal, way.name
    assert not verdict.damage, way.name
    assert not verdict.extra, way.name
    assert verdict.is_settled, way.name
