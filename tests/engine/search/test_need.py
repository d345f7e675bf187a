"""The need of a check is asked before it is built, and is never no where it would find something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.engine.patterns.folding import lowered, zeroed
from reslint.engine.search.batch import Clues
from reslint.engine.search.lookup import Lookup, WordIndex
from reslint.engine.search.need import Need, need_of

SIGNS = st.text("ab1 .\n\u00a0", max_size=9)


@pytest.mark.parametrize("kind", [Lookup, WordIndex])
@given(texts=st.lists(st.text("abAB12 .\n\u00a0İ", max_size=30), max_size=4), keywords=st.sets(SIGNS, max_size=3))
def test_a_need_is_met_where_one_of_the_keywords_stands(kind, texts, keywords):
    need = need_of(keywords, None)
    assert need is not None
    there = any(zeroed(keyword) in zeroed(lowered(text)) for keyword in keywords for text in texts)
    assert kind(texts).meets(need) or not there


@pytest.mark.parametrize("kind", [Lookup, WordIndex])
def test_whole_words_are_needed_of_a_long_list(kind):
    need = need_of(None, Clues(runs={"old lanterns": [["old lanterns"]]}))
    assert need is not None
    assert kind(["Old lanterns"]).meets(need)
    assert not kind(["old lanterns-", "lantern", "old and lanterns"]).meets(need)


@pytest.mark.parametrize("kind", [Lookup, WordIndex])
def test_words_are_needed_in_their_own_capitals_where_these_matter(kind):
    need = need_of(frozenset({"lanterns"}), Clues(spelled={"old Lanterns": [["old Lanterns"]]}))
    assert need is not None
    assert kind(["Some old  Lanterns"]).meets(need)
    assert not kind(["Old Lanterns"]).meets(need)


def test_a_check_of_which_nothing_is_known_runs_on_any_words():
    assert need_of(None, None) is None
    assert need_of(None, Clues(repeating=True)) is None


def test_a_keyword_stands_under_the_rarest_of_its_grams():
    need = need_of({"the quiz", "of"}, None)
    assert isinstance(need, Need)
    assert need.keywords == {"quiz": ["the quiz"], "": ["of"]}
