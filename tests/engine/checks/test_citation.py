"""The form in which resolutions are cited."""

from __future__ import annotations

import pytest

from reslint.engine.language.citations import CitationWords

ECOSOC = "*The Economic and Social Council*,\n\n{}\n\n*Decides* to wait.\n"


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("resolution 60/1 of 2 May 2006 entitled “On fog”,", "resolution 60/1 of 2 May 2006, entitled “On fog”,"),
        ("resolution 60/1 on “Fog”,", "resolution 60/1, entitled “Fog”,"),
        (
            "decision 60/501 of 2 May 2006 on “Fog” and tide,",
            "decision 60/501 of 2 May 2006, entitled “Fog”, and tide,",
        ),
        ("resolution 60/1[^1] entitled “Fog”,", "resolution 60/1,[^1] entitled “Fog”,"),
    ],
)
def test_a_title_stands_between_commas_after_entitled(report, words, right):
    words, right = (f"*Recalling* its {text}\n\n[^1]: A note.\n" for text in (words, right))
    assert report("citation-title", words).fixed == right


@pytest.mark.parametrize(
    "words",
    [
        "resolution 60/1 of 2 May 2006, entitled “On fog”,",
        "resolution 60/1 of 2 May 2006 on fog and its “weather”,",
        "the item entitled “On fog”,",
    ],
)
def test_right_titles_descriptions_and_other_titles_pass(report, words):
    assert report("citation-title", f"*Recalling* its {words}\n").found == []


def test_an_organ_calls_its_own_resolution_its(report):
    words = ECOSOC.format("*Recalling* Economic and Social Council resolution 2012/4 of 2 May 2012,")
    found = report("citation-own", words)
    assert found.fixed == ECOSOC.format("*Recalling* its resolution 2012/4 of 2 May 2012,")


def test_after_the_words_that_are_said_to_go_on_with_the_list(report):
    words = ECOSOC.format(
        "*Recalling* General Assembly resolution 66/1, as well as Economic and Social Council resolution 2012/[...],"
    )
    assert report("citation-own", words).found == []
    found = report("citation-own", words, after="as well as")
    assert found.found == ["Economic and Social Council resolution 2012/[...]"]


@pytest.mark.parametrize(
    "words",
    [
        "*Noting* the report submitted pursuant to Economic and Social Council resolution 2012/4,",
        "*Recalling* Economic and Social Council resolution 2012/4 and Human Rights Council resolution 6/1,",
        "*Recalling* General Assembly resolution 66/1,",
    ],
)
def test_print_names_the_organ_in_reports_and_in_lists_of_several_bodies(report, words):
    assert report("citation-own", ECOSOC.format(words)).found == []


@pytest.fixture(scope="module")
def words() -> CitationWords:
    return CitationWords(
        {
            "kinds": {"resolution": ["resolution", "resolutions"], "decision": ["decision"]},
            "own": ["its"],
            "entitled": ["entitled"],
            "descriptive": ["on"],
            "dated": ["of"],
            "joint": ["and"],
            "body": "before",
            "number": r"(?:[A-Z]{1,3}[.-])?(?:\d+(?:\.\d+)*|[IVX]+)(?:/(?:\d+(?:\.\d+)*|[A-Z]{2,3}\.\d+|"
            r"\[[^\]]{0,20}\]|_+))?"
            r"(?: [A-Z](?= (?:to|and|of|\()|[,;.:\]]|$))?(?: \((?:\d{4}|(?:E?S-)?[IVXLC]+)\))?",
        },
        {"organs": {"General Assembly": {}, "Security Council": {}}},
        {"months": ["May", "July"], "date": "{day} {month} {year}", "month": "{month} {year}"},
        {"quotation-marks": {"“": "”"}},
    )


@pytest.mark.parametrize(
    "number",
    [
        "66/181",
        "57/270 B",
        "2997 (XXVII)",
        "3367 A (XXX)",
        "1325 (2000)",
        "S-18/1",
        "ES-10/24",
        "2012/[...]",
        "1/CP.21",
    ],
)
def test_every_shape_of_number_is_read(words, number):
    (citation,) = words.scan(f"Recalling General Assembly resolution {number} of 2 May 2012, and more")
    assert [(item.number, item.date) for item in citation.items] == [(number, "2 May 2012")]
    assert citation.body == "General Assembly"


def test_a_list_is_one_citation_with_its_dates_and_titles(words):
    text = "its resolutions 60/1 of 2 May 2006, entitled “Fog”, 60/2 and 61/7 of 3 July 2007, in which it slept"
    (citation,) = words.scan(text)
    assert citation.own
    assert [(item.number, item.date, item.title) for item in citation.items] == [
        ("60/1", "2 May 2006", "Fog"),
        ("60/2", "", ""),
        ("61/7", "3 July 2007", ""),
    ]
    assert text[: citation.end].endswith("3 July 2007")


def test_words_without_a_number_are_no_citation(words):
    assert words.scan("the present resolution and the resolutions of the Security Council") == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("its resolution 60/1, in which 60/2 is named", ["60/1"]),
        ("its resolution 60/1 in which “Fog” is named, entitled “Wells”", ["60/1"]),
        ("resolutions 60/1, 60/2 and 60/3 as well as 60/4", ["60/1", "60/2", "60/3"]),
        ("resolution 60/1, entitled “Fog”, and 60/2, on “Wells”", ["60/1", "60/2"]),
        ("resolution 60/1 B and decision 60/2", ["60/1 B"]),
        ("resolution 60/1 and", ["60/1"]),
    ],
)
def test_a_citation_goes_on_only_where_a_number_follows(words, text, numbers):
    first = words.scan(text)[0]
    assert [item.number for item in first.items] == numbers
    assert [item.title for item in first.items if item.title] == (["Fog", "Wells"] if ", and 60/2, on" in text else [])
    assert all(text[item.start : item.end] == item.number for item in first.items)
