"""Parts I, II, III of a resolution."""

from __future__ import annotations

import pytest


def parts(*numerals: str) -> str:
    body = "".join(f"**{one}**\n\n{at}. *Requests* the pilot to wait;\n\n" for at, one in enumerate(numerals, start=1))
    return f"*The General Assembly*,\n\n*Noting* the fog,\n\n{body}"


def test_a_gap_is_reported_at_the_numeral_and_mended(report):
    found = report("parts", parts("I", "III"), of=["resolution"], report="order")
    assert found.found == ["III"]
    assert found.fixed == parts("I", "II")


def test_parts_that_run_on_are_right(report):
    assert report("parts", parts("I", "II", "III", "IV"), of=["resolution"], report="order").found == []


def test_a_part_alone(report):
    assert report("parts", parts("I"), of=["resolution"], report="single").found == ["I"]
    assert report("parts", parts("I", "II"), of=["resolution"], report="single").found == []


@pytest.mark.parametrize("pattern", [r"I\b", "III?"])
def test_headings_that_keep_other_numerals_do_not_count(report, pattern):
    assert report("parts", parts("I", "III"), of=["resolution"], report="order", unless=pattern).found == []


def test_a_fragment_is_left_alone(report):
    fragment = "**II**\n\n4. *Requests* the pilot to wait;\n"
    assert report("parts", fragment, of=["resolution"], report="single").found == []
