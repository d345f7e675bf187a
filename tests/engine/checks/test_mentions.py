"""First and later mentions of resolutions."""

from __future__ import annotations

import pytest

BODY = ["preambular", "operative"]


def whole(first: str, second: str = "") -> str:
    return f"*The General Assembly*,\n\n*Recalling* {first},\n\n*Noting* {second or 'the fog'},\n\n*Decides* to wait.\n"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("its resolution 70/12", ["70/12"]),
        ("General Assembly resolutions 70/12 of 3 May 2015 and 71/3", ["71/3"]),
        ("its resolutions 70/12 and 70/13 of 3 May 2015", []),
        ("its resolutions 70/12, 70/13 and 70/14 of 3 May 2015 on fog", []),
        ("resolution 70/12 of the port", []),
        ("Economic and Social Council resolution 70/12", []),
        ("[its resolution 70/12], and its resolution [70/13]", ["70/12", "70/13"]),
        ("[its resolution 70/12] of 3 May 2015, and its resolution [70/13] of 3 May 2015", []),
        ("its resolutions [70/12] of 3 May 2015 and [70/13]", ["70/13"]),
    ],
    ids=[
        "none",
        "one of two",
        "a date for both",
        "a date for three",
        "no body named",
        "a number of another body",
        "in brackets",
        "a date behind brackets",
        "a list of brackets",
    ],
)
def test_a_first_mention_without_its_date(report, words, numbers):
    found = report("mention-undated", whole(words), of=BODY)
    assert found.found == numbers


def test_only_the_first_mention_needs_a_date(report):
    words = whole("its resolution 70/12 of 3 May 2015", "its resolution 70/12")
    assert report("mention-undated", words, of=BODY).found == []


def test_words_that_stand_for_a_date(report):
    words = whole("its resolution 70/12, adopted in May")
    assert report("mention-undated", words, of=BODY, unless=", adopted").found == []


def test_words_before_that_hold_the_date(report):
    words = whole("the adoption on 3 May 2015 of its resolution 70/12")
    assert report("mention-undated", words, of=BODY, after=r"\d{4} of ").found == []


def test_a_date_given_twice_is_left_out_the_second_time(report):
    words = whole("its resolution 70/12 of 3 May 2015", "its resolution 70/12 of 3 May 2015")
    found = report("mention-dated-again", words, of=BODY)
    assert found.fixed == whole("its resolution 70/12 of 3 May 2015", "its resolution 70/12")


@pytest.mark.parametrize(
    ("again", "short"),
    [
        ("[its resolution 70/12 of 3 May 2015]", "[its resolution 70/12]"),
        ("[its resolution 70/12] of 3 May 2015", "[its resolution 70/12]"),
        ("its resolution [70/12] of 3 May 2015", "its resolution [70/12]"),
        ("its resolution [70/12 of 3 May 2015]", "its resolution [70/12]"),
    ],
)
def test_what_is_left_out_leaves_the_brackets_closed(report, again, short):
    first = "its resolution 70/12 of 3 May 2015"
    found = report("mention-dated-again", whole(first, again), of=BODY)
    assert found.fixed == whole(first, short)


def test_the_same_number_of_another_body_or_day_is_another_resolution(report):
    words = whole("its resolution 70/12 of 3 May 2015", "Human Rights Council resolution 70/12 of 3 May 2015")
    assert report("mention-dated-again", words, of=BODY).found == []


def test_each_resolution_of_a_file_counts_for_itself(report):
    words = whole("its resolution 70/12 of 3 May 2015")
    assert report("mention-dated-again", words + "\n" + words, of=BODY).found == []


@pytest.mark.parametrize("kind", ["mention-undated", "mention-dated-again"])
def test_a_fragment_is_left_alone(report, kind):
    words = "*Recalling* its resolution 70/12,\n\n"
    words += "*Noting* its resolution 71/3 of 3 May 2016 and its resolution 71/3 of 3 May 2016,\n"
    assert report(kind, words, of=BODY).found == []


def test_a_decision_of_the_same_number_is_another_text(report):
    words = whole("its resolution 70/12 of 3 May 2015", "its decision 70/12 of 3 May 2015")
    assert report("mention-dated-again", words, of=BODY).found == []


def test_the_first_mention_is_shown_and_the_date_is_reported(report):
    words = whole("its resolution 70/12 of 3 May 2015", "its resolution 70/12 of 3 May 2015")
    found = report("mention-dated-again", words, of=BODY)
    assert found.found == ["3 May 2015"]
    related = found.matches[0].related
    assert found.draft.text.slice(related) == "70/12"
    assert related.start < words.index("Noting")
    assert (found.values("number"), found.values("body"), found.values("fixed")) == (
        ["70/12"],
        ["General Assembly"],
        ["70/12"],
    )


def test_a_date_that_comes_with_a_later_mention_is_given_once_from_there(report):
    words = whole("its resolution 70/12, its resolution 70/12 of 3 May 2015", "its resolution 70/12 of 3 May 2015")
    found = report("mention-dated-again", words, of=BODY)
    assert found.fixed == whole("its resolution 70/12, its resolution 70/12 of 3 May 2015", "its resolution 70/12")
    assert found.matches[0].related.start == words.rindex("70/12", 0, words.index("Noting"))


def test_only_some_bodies(report):
    words = whole("its resolution 70/12, Human Rights Council resolution 7/12")
    assert report("mention-undated", words, of=BODY).found == ["70/12", "7/12"]
    assert report("mention-undated", words, of=BODY, bodies=["Human Rights Council"]).found == ["7/12"]


def test_a_title_in_quotation_marks_mentions_nothing(report):
    words = whole("the report entitled “General Assembly resolution 70/12 revisited”")
    assert report("mention-undated", words, of=BODY).found == []


def test_of_one_citation_the_words_behind_the_last_number_hold_for_all(report):
    words = whole("its resolutions 70/12 and 70/13, adopted in May, and its resolution 70/14")
    assert report("mention-undated", words, of=BODY, unless=", adopted").found == ["70/14"]


def test_every_later_date_leads_to_the_first_one(report):
    again = "its resolution 70/12 of 3 May 2015"
    words = whole(f"its resolution 70/12, {again}", f"{again}, the fog, {again}")
    found = report("mention-dated-again", words, of=BODY)
    assert len(found.matches) == 2
    starts = {match.related.start for match in found.matches}
    assert starts == {words.index("70/12", words.index("70/12") + 1)}
