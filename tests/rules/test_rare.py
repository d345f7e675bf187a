"""A pack with what the packs of the program do not use: its kinds and options work as said."""

from __future__ import annotations

from pathlib import Path

from reslint.engine import load, test_pack

RARE = Path(__file__).parent / "rare"


def test_the_pack_has_no_mistake_and_every_example_comes_out():
    ruleset = load([RARE], cache=False)
    assert ruleset.problems == ()
    assert [verdict for verdict in test_pack(ruleset, ["rare"]) if not verdict.passed] == []
