"""A part that is the only one of its resolution."""

from __future__ import annotations


def parts(*numerals: str) -> str:
    body = "".join(f"**{one}**\n\n{at}. *Requests* the pilot to wait;\n\n" for at, one in enumerate(numerals, start=1))
    return f"*The General Assembly*,\n\n*Noting* the fog,\n\n{body}"


def test_a_part_alone(report):
    assert report("part-single", parts("I"), of=["part"]).found == ["I"]
    assert report("part-single", parts("I", "II"), of=["part"]).found == []


def test_a_fragment_is_left_alone(report):
    fragment = "**II**\n\n4. *Requests* the pilot to wait;\n"
    assert report("part-single", fragment, of=["part"]).found == []
