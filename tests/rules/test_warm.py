"""After any series of edits the findings are those that a fresh start would show."""

from __future__ import annotations

import gc
import random
import weakref
from pathlib import Path

import pytest

from reslint.draft import parse
from reslint.engine import lint, load
from reslint.text import Edit, Span, Text, apply_edits

DRAFTS = Path(__file__).parents[1] / "drafts"
WORDS = (
    *("Also ", "*", "\n\n", "2. ", "(a) ", "resolution 66/181 of 19 December 2011", "“", "[^1]", "paragraph 3 above"),
    *(" and urges ", "UN ", "per cent", ",", ";", ".", "The Security Council,\n", "Annex\n\n", "color "),
)


@pytest.mark.parametrize("seed", range(3))
def test_findings_after_edits_are_those_of_a_fresh_start(seed):
    rng = random.Random(seed)
    drafts = sorted(DRAFTS.rglob("*.res.md"))
    warm = load(["un"])
    text = Text("\n\n".join(path.read_text(encoding="utf-8") for path in rng.sample(drafts, 3)))
    for number in range(40):
        start = rng.randrange(len(text.content))
        end = min(len(text.content), start + rng.choice((0, 0, 1, 3, 40)))
        text = Text(
            apply_edits(text.content, [Edit(Span(start, end), rng.choice(WORDS) if rng.random() < 0.7 else "")])
        )
        found = lint(parse(text, warm.vocabulary), warm)
        if number % 8 == 7:
            cold = load(["un"])
            assert found == lint(parse(text, cold.vocabulary), cold)


def test_a_draft_is_gone_as_soon_as_nobody_holds_it():
    rules = load(["un"])
    words = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(DRAFTS.rglob("*.res.md")))
    lint(parse(Text(words), rules.vocabulary), rules)
    gc.disable()
    try:
        draft = parse(Text(f"{words}\n\nThe end."), rules.vocabulary)
        assert lint(draft, rules).findings
        kept = weakref.ref(draft)
        del draft
        assert kept() is None
    finally:
        gc.enable()
