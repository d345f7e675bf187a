"""A recent value is known, and an old one is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.draft.recent import Recent


@pytest.fixture
def known() -> Recent[str, int]:
    return Recent(len, 10)


def test_what_is_asked_for_again_and_again_stays(known):
    known.keep("light", 1)
    for word in ("boats", "oars", "keepers", "harbours", "ports"):
        known.keep(word, 0)
        assert known.get("light") == 1


def test_what_nobody_asks_for_goes(known):
    known.keep("light", 1)
    for word in ("boats", "harbours", "keepers", "lighthouses"):
        known.keep(word, 0)
    assert known.get("light") is None


def test_a_value_takes_the_place_of_the_one_before_and_no_more_room(known):
    known.keep("oars", 0)
    for value in range(100):
        known.keep("light", value)
    assert (known.get("oars"), known.get("light")) == (0, 99)


def test_a_long_text_is_remembered_whole(known):
    known.expect(1000)
    for number in range(100):
        known.keep(f"boat{number:04}", number)
    assert [known.get(f"boat{number:04}") for number in range(100)] == list(range(100))


@given(st.lists(st.text(max_size=8)))
def test_no_more_than_two_halves_are_held(words):
    known: Recent[str, int] = Recent(len, 10)
    for number, word in enumerate(words):
        known.keep(word, number)
    held = {word for word in words if known.get(word) is not None}
    assert sum(map(len, held)) <= 2 * (10 + 8)
