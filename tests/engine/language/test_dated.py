"""Resolutions in running text, each with its date, its title and the body that it belongs to."""

from __future__ import annotations

import datetime as dt

import pytest

from reslint.engine.language.dated import DatedWords


@pytest.fixture(scope="module")
def words() -> DatedWords:
    return DatedWords(
        {
            "kinds": {"resolution": ["resolution", "resolutions"], "decision": ["decision"]},
            "own": ["its"],
            "entitled": ["entitled"],
            "descriptive": ["on"],
            "dated": ["of"],
            "joint": ["and", "as well as"],
            "body": "before",
            "number": r"(?:[A-Z]{1,3}[.-])?(?:\d+(?:\.\d+)*|[IVX]+)(?:/(?:\d+(?:\.\d+)*|[A-Z]{2,3}\.\d+|"
            r"\[[^\]]{0,20}\]|_+))?"
            r"(?: [A-Z](?= (?:to|and|of|\()|[,;.:\]]|$))?(?: \((?:\d{4}|(?:E?S-)?[IVXLC]+)\))?",
        },
        {"organs": {"Harbour Council": {}, "Council": {}, "Assembly": {}}},
        {"months": ["May", "July"], "date": "{day} {month} {year}", "month": "{month} {year}"},
        {"quotation-marks": {"“": "”"}},
    )


def told(words: DatedWords, text: str) -> list[tuple[str, str, str]]:
    return [(each.body, each.number, each.date) for each in words.find(text, "Assembly")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recalling its resolution 60/1 of 2 May 2006", [("Assembly", "60/1", "2 May 2006")]),
        (
            "Harbour Council resolutions 60/1 of 2 May 2006 as well as 60/2 of 3 May 2006",
            [("Harbour Council", "60/1", "2 May 2006"), ("Harbour Council", "60/2", "3 May 2006")],
        ),
        (
            "its resolution 60/1 of 2 May 2006 on wells, in which it slept, 60/2 of 3 May 2006 on fog",
            [("Assembly", "60/1", "2 May 2006"), ("Assembly", "60/2", "3 May 2006")],
        ),
        (
            "its resolution 60/1 of 2 May 2006 on wells, which the Council welcomed, 60/2 of 3 May 2006",
            [("Assembly", "60/1", "2 May 2006")],
        ),
        (
            "Council resolution 60/1, on wells, and its decision 60/2 of 3 May 2006, in full, 60/3 of 4 May 2006",
            [("Council", "60/1", ""), ("Assembly", "60/2", "3 May 2006"), ("Assembly", "60/3", "4 May 2006")],
        ),
        ("its resolution 60/1, as well as the note, 60/2 and the report", [("Assembly", "60/1", "")]),
        ("its resolution 60/1, in document A60/2 of 3 May 2006", [("Assembly", "60/1", "")]),
        ("its resolution 60/1, in chapter 7 of 3 May 2006", [("Assembly", "60/1", "")]),
        ("its resolution 60/1 of 2 May 2006 B/7, of 3 July 2006", [("Assembly", "60/1", "2 May 2006")]),
    ],
)
def test_a_number_with_a_date_goes_with_the_body_named_last(words, text, expected):
    assert told(words, text) == expected


def test_every_place_is_that_of_the_words(words):
    text = "the Council resolution 60/1 of 2 May 2006, entitled “Wells”, in full, and 61/2 of 3 July 2007"
    first, second = words.find(text, "")
    assert (first.named, second.named, second.kind) == (True, False, "resolution")
    assert text[first.start : first.end] == "60/1"
    assert text[first.date_start : first.date_end] == first.date == "2 May 2006"
    assert text[first.title_start : first.title_end] == first.title == "Wells"
    assert text[first.head :].startswith("Council resolution")
    assert text[second.start : second.end] == "61/2"
    assert text[second.date_start : second.date_end] == second.date == "3 July 2007"
    assert (second.title, second.title_start, second.title_end) == ("", len(text), len(text))
    assert second.head == second.start


def test_without_a_title_its_place_is_empty_after_the_date(words):
    (only,) = words.find("its resolution 60/1 of 2 May 2006 and more", "")
    assert (only.body, only.title_start, only.title_end) == ("", only.date_end, only.date_end)


def test_a_day_is_one_of_the_calendar(words):
    assert words.day("2 May 2006") == dt.date(2006, 1, 2)
    assert words.day("31 July 2006") is None
    assert words.month(dt.date(2006, 2, 3)) == "July 2006"
