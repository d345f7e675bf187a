"""Labels as numbers, and numbers as labels."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.engine.language.labels import slips, value, written


@given(st.integers(1, 60), st.sampled_from(["arabic", "letter", "roman"]))
def test_a_label_counts_what_it_was_written_for(number, style):
    assert value(written(number, style), style) == number


@settings(max_examples=60)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=12))
def test_only_a_run_that_counts_on_has_no_slips(numbers):
    counts_on = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert (slips(numbers, None) == []) == counts_on


def test_one_wrong_number_is_one_slip():
    assert slips([1, 2, 9, 4, 5], 1) == [(2, 3)]
    assert slips([1, 2, 4, 5], 1) == [(2, 3)]
