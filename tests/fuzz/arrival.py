"""Drafts in several ways of writing at once: the outline is that of the clean draft, and fixes damage nothing."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from tests.ways.judge import Seen, judge, see
from tests.ways.mixed import mixed
from tests.ways.registry import Clean, split

from .fresh import rules
from .invariants import expect

_DRAFTS = Path(__file__).resolve().parents[1] / "drafts" / "ok"
NAMES = ("general-assembly", "tide-gauges", "security-council")


@cache
def _clean(name: str) -> tuple[Clean, Seen]:
    clean = split((_DRAFTS / f"{name}.res.md").read_text(encoding="utf-8"))
    return clean, see(clean.write(), rules("un"))


def arrival(rng: random.Random) -> tuple[str, str]:
    """The name of a draft, and the number from which the ways follow in which it is written."""
    return rng.choice(NAMES), str(rng.getrandbits(40))


def arrived(name: str, number: str) -> None:
    """A draft is read alike in whatever ways it arrives."""
    clean, wanted = _clean(name)
    way = mixed(random.Random(int(number)))
    verdict = judge(wanted, see(way.write(clean), rules("un")), way)
    expect(verdict.is_equal, f"another outline in {way.name}")
    expect(not verdict.damage, f"fixes damage {way.name}: {dict(verdict.damage)}")
    expect(not verdict.extra, f"more findings in {way.name}: {dict(verdict.extra)}")
    expect(verdict.is_settled, f"fixes do not end in {way.name}")
