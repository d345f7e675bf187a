"""Characters that nobody sees, or takes for others."""

from __future__ import annotations

DOCUMENT = ["document"]


def test_what_nobody_sees_is_told_once_and_taken_away(report):
    words = "*Noting* the \u200bfog and of\ufb01ces\u2009at sea,\u2028\u202a*Noting* the tide,\u202c\n"
    found = report("character-unseen", words, of=DOCUMENT)
    assert found.values("count") == ["6"]
    assert found.fixed == "*Noting* the fog and offices at sea,\n*Noting* the tide,\n"


def test_letters_that_look_alike_are_told_apart_from_them(report):
    words = "*Noting* the \u200bfog and А/79/1 and Лондон,\n"
    found = report("character-alike", words, of=DOCUMENT)
    assert found.values("count") == ["1"]
    assert found.fixed == "*Noting* the \u200bfog and A/79/1 and Лондон,\n"


def test_a_plain_text_has_none(report):
    assert report("character-unseen", "*Noting* the fog – “at sea” –,\n", of=DOCUMENT).found == []
