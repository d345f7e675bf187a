"""A long list of phrases is found as a short one is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.engine.checks._phrases import FEW, PhraseFinder
from reslint.engine.checks._words import alternation

LONG = "very" * 10
PARTS = ["kite", "kites", "string", "Wind", "co-kite", "his/her", "kite string", "kite  string maker", "wind-up"]
PARTS += [f"kite {LONG}", "string é"]
MANY = PARTS + [f"other{number}" for number in range(FEW)]


@pytest.mark.parametrize("ignore_case", [True, False])
@given(
    words=st.lists(st.sampled_from([*PARTS, "KITE", "maker", "-", "/", ", ", "other7", LONG, "é"]), max_size=12),
    gap=st.data(),
)
def test_the_long_list_finds_what_the_pattern_finds(words: list[str], gap: st.DataObject, ignore_case: bool) -> None:
    text = "".join(word + gap.draw(st.sampled_from(["", " ", "  ", "\n", "-"])) for word in words)
    expected = [match.span() for match in alternation(MANY, at="anywhere", ignore_case=ignore_case).finditer(text)]
    found = PhraseFinder(MANY, at="anywhere", ignore_case=ignore_case).finditer(text)
    assert [match.span() for match in found] == expected
