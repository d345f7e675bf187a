"""Emphasis beyond the opener."""

from __future__ import annotations

WORDS = "1. *Recalls* that *all* kites **must** fly, *Kites of the World* and <u>low</u>;\n"


def test_only_the_styles_asked_for_are_reported(report):
    assert report("roman", WORDS, styles=["bold", "underline"]).found == ["must", "low"]
    assert report("roman", WORDS, styles="italic").found == ["all", "Kites of the World"]


def test_the_words_may_be_limited_by_a_pattern_for_all_of_them(report):
    assert report("roman", WORDS, styles="italic", find="all|Kites").found == ["all"]


def test_the_marks_are_taken_away(report):
    fixed = report("roman", WORDS, styles=["bold", "underline"]).fixed
    assert fixed == "1. *Recalls* that *all* kites must fly, *Kites of the World* and low;\n"


def test_the_opener_is_never_reported_however_it_is_set(report):
    words = "1. **Takes note** of kites;\n\n2. <u>Invites</u> kites;\n\n3. *Requests* kites;\n"
    assert report("roman", words, styles=["bold", "underline", "italic"]).found == []
