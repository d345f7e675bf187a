"""Limits of length and number, and paragraphs that are named with another one."""

from __future__ import annotations

import pytest

LIST = """\
1. *Requests* the pilots to rest;

2. *Decides* on the lamps:

(a) To clean them;

(b) To paint them, one after the other;

3. *Thanks* the keepers.
"""


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        ({"most": 14}, []),
        ({"most": 13}, ["14"]),
        ({"least": 4}, ["3"]),
        ({"least": 4, "most": 5}, ["14", "3"]),
        ({}, []),
    ],
)
def test_the_words_of_a_paragraph_are_counted_with_its_list_and_without_numbers(report, limits, found):
    of = report("length", LIST.replace("pilots to", "pilots"), of=["operative"], **limits)
    assert of.values("found") == found


def test_the_message_on_length_can_name_paragraph_and_limit(report):
    found = report("length", LIST, of=["operative"], most=6)
    assert (found.values("number"), found.values("expected")) == (["2"], ["6"])
    assert found.found == ["2. *Decides* on the lamps:"]


@pytest.mark.parametrize(("limit", "found"), [(0, ["the"]), (2, ["the"]), (3, [])])
def test_the_first_place_beyond_a_limit_is_reported(report, limit, found):
    assert report("count", LIST, of=["operative"], find=r"\bthe\b", limit=limit).found == found


@pytest.mark.parametrize(
    ("of", "place", "other", "numbers"),
    [
        (["operative"], "previous", {"opener": ["requests"]}, [("2", "1")]),
        (["operative"], "following", {"opener": ["thanks"]}, [("2", "3")]),
        (["operative"], "earlier", {"kind": "operative"}, [("2", "1"), ("3", "2")]),
        (["operative"], "later", {"opener": ["thanks"]}, [("1", "3"), ("2", "3")]),
        (["subparagraph"], "inside", {"opener": ["decides"]}, [("a", "2"), ("b", "2")]),
        (["operative"], "earlier", {"kind": "title"}, []),
    ],
)
def test_a_relation_names_both_and_the_nearest_of_several(report, of, place, other, numbers):
    found = report("relation", LIST, of=of, place=place, other=other)
    assert list(zip(found.values("number"), found.values("other-number"), strict=True)) == numbers
