"""However a draft is written, the same is seen in it, and fixing it is safe.

Drafts are put together from paragraphs of our own at random, and written in a way at random.
"""

from __future__ import annotations

import random
import sys
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from reslint.engine import Ruleset, load

PROJECT = Path(__file__).resolve().parents[2]
if str(PROJECT) not in sys.path:
    sys.path.insert(0, str(PROJECT))

registry, judge = (import_module(f"tests.ways.{name}") for name in ("registry", "judge"))
LOSSY = frozenset({"items-without-letters", "form-feeds", "pages"})
"""Ways that lose what the outline is made of: letters, or where a paragraph goes on."""
PREAMBLE = (
    "*Recalling* its resolutions 69/283 of 3 June 2015 and 70/1 of 25 September 2015,",
    "*Noting with appreciation* the work of the pilots of “small harbours”,[^{}]",
    "*Mindful* of the needs of coastal communities, and of the cost of lamps,",
    "*Convinced* that a well-lit coast is a public good,",
)
OPERATIVE = (
    "*Takes note* of the report of the Secretary-General;[^{}]",
    "*Encourages* further efforts to light the harbours, and urges States to join them;",
    "*Requests* the Secretary-General:\n\n(a) To keep the register of lights;\n\n(b) To print it every year;",
    "*Calls upon* donors to support the work of the pilots;",
    "*Stresses* that lamps need oil;",
)
LAST = "*Decides* to remain seized of the matter."


@lru_cache(maxsize=1)
def rules() -> Ruleset:
    return load(["un"])


def draft(rng: random.Random) -> str:
    """A clean draft."""
    notes = iter(range(1, 10))
    preamble = [one.format(next(notes)) if "{}" in one else one for one in rng.sample(PREAMBLE, rng.randint(1, 4))]
    operative = [one.format(next(notes)) if "{}" in one else one for one in rng.sample(OPERATIVE, rng.randint(1, 5))]
    numbered = [f"{number}. {words}" for number, words in enumerate([*operative, LAST], 1)]
    body = "\n\n".join(["**Lights of small harbours**", "*The General Assembly*,", *preamble, *numbered])
    last = next(notes)
    return body + "\n\n" + "\n".join(f"[^{number}]: A/81/{100 + number}." for number in range(1, last)) + "\n"


@pytest.mark.parametrize("way", registry.ways().values(), ids=lambda way: way.name)
def test_the_same_is_seen_in_every_way_of_writing(way: Any):
    rng = random.Random(way.name)
    for _ in range(3):
        clean = registry.split(draft(rng))
        written = way.write(clean)
        expected, seen = judge.see(clean.write(), rules()), judge.see(written, rules())
        verdict = judge.judge(expected, seen, way)
        assert verdict.is_settled, written
        assert not verdict.damage, written
        if way.name not in LOSSY:
            assert verdict.is_equal, written
            assert not verdict.extra, (verdict.extra, written)
