"""The word that is meant by one that print does not have."""

from __future__ import annotations

import pytest

from reslint.engine.language.spelling import Spelling

WORDS = Spelling(
    {"common": "harbour lights light tides coast", "other": "coats tidies", "beginnings": ["un"], "endings": ["s"]}
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("harbuor", ("harbour",)),
        ("harbur", ("harbour",)),
        ("harbourr", ("harbour",)),
        ("harbiur", ("harbour",)),
        ("arbour", ("harbour",)),
        ("lightr", ("lights", "light")),
    ],
)
def test_one_slip_is_told_the_commonest_word_first(written: str, meant: tuple[str, ...]) -> None:
    assert WORDS.meant(written) == meant


@pytest.mark.parametrize("written", ["harbour", "coats", "harbours", "unlights", "hrabuor", "pier", "harboúr", ""])
def test_a_right_word_and_one_unlike_all_others_are_left_alone(written: str) -> None:
    assert WORDS.meant(written) == ()


def test_an_ending_is_not_put_on_twice() -> None:
    assert WORDS.meant("lightss") == ("lights",)
