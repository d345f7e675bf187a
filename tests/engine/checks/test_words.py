"""The kinds `substitution`, `spelling`, `terms` and `repetition`."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.engine.checks import check_class
from reslint.engine.data.resources import Resources
from reslint.engine.search.need import runs
from reslint.text.fold import fold

SWAP = {"lighthouse keeper": "keeper", "lighthouse": "light", "per cent": "percent"}


def matches(check: Any, kind: str, words: str, **options: Any) -> list[tuple[str, str | None]]:
    folded = fold((words,))
    return [(folded.text[match.start : match.end], match.replacement) for match in check(kind, **options).find(folded)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the lighthouse burns", [("lighthouse", "light")]),
        ("Lighthouse keepers", [("Lighthouse", "Light")]),
        ("Lighthouse keeper", [("Lighthouse keeper", "Keeper")]),
        ("LIGHTHOUSE", [("LIGHTHOUSE", "LIGHT")]),
        ("the lighthouses", []),
        ("a lighthouse-keeper", []),
        ("five per\n  cent", [("per cent", "percent")]),
        ("five per\u00a0cent, super cent", [("per cent", "percent")]),
    ],
)
def test_a_whole_word_is_swapped_and_keeps_its_capitals(check: Any, words: str, expected: Any) -> None:
    assert matches(check, "substitution", words, swap=SWAP) == expected


def test_where_capitals_count_the_words_are_taken_as_they_stand(check: Any) -> None:
    options = {"swap": {"member states": "Member States"}, "ignore_case": False}
    assert matches(check, "substitution", "Member States and member states", **options) == [
        ("member states", "Member States")
    ]
    options["ignore_case"] = True
    assert matches(check, "substitution", "Member States and Member states", **options) == [
        ("Member states", "Member States")
    ]


def test_a_substitution_may_be_bound_to_the_first_words(check: Any) -> None:
    assert matches(check, "substitution", "Oyl and oyl", swap={"oyl": "oil"}, at="start") == [("Oyl", "Oil")]


def test_the_words_may_come_from_a_lexicon(check: Any) -> None:
    lexicons = {"spelling": {"spelling": {"oyl": "oil"}}, "notes": {"oil": "from whales"}, "list": ["lamp"]}
    assert matches(check, "substitution", "oyl", lexicons=lexicons, lexicon="spelling") == [("oyl", "oil")]
    (match,) = check("terms", lexicons, lexicon="notes").find(fold(("whale oil",)))
    assert match.values == {"term": "oil", "note": "from whales"}
    assert matches(check, "terms", "a lamp", lexicons=lexicons, lexicon="list") == [("lamp", None)]


@pytest.mark.parametrize("kind", ["substitution", "terms"])
def test_nothing_to_look_for_is_a_mistake_of_the_rule(kind: str) -> None:
    found = check_class(kind)
    with pytest.raises(ValueError, match="nothing to look for"):
        found(found.OPTIONS.fill({}), Resources())


def test_terms_are_found_as_whole_words_and_left_alone_in_longer_phrases(check: Any) -> None:
    options = {"phrases": ["oil", "lamp"], "except": "olive oil"}
    assert matches(check, "terms", "Oil, olive oil, oils and a lamp", **options) == [("Oil", None), ("lamp", None)]
    assert matches(check, "terms", "Oil and a lamp", times="first", **options) == [("Oil", None)]


@given(st.lists(st.sampled_from(["oyl", "Oyl", "per", "cent", "lamp", ",", "oyl-lamp"]), max_size=8).map(" ".join))
def test_every_word_found_holds_one_of_the_keywords(check: Any, words: str) -> None:
    kinds = [
        check("substitution", swap={"oyl": "oil", "per cent": "percent"}),
        check("terms", phrases=["oyl", "per cent"]),
    ]
    for kind in kinds:
        if any(True for _ in kind.find(fold((words,)))):
            assert any(keyword in words.lower() for keyword in kind.keywords)


_LONG = {f"lamp{number}": "lamp" for number in range(50)}


@given(st.lists(st.sampled_from(["Oyl", "oyl", "per", "cent", "lamp7", ",", "oyl-lamp", "per-cent"]), max_size=8))
def test_a_text_with_a_phrase_of_a_long_list_has_all_its_runs(check: Any, pieces: list[str]) -> None:
    words = " ".join(pieces)
    swap = {"oyl": "oil", "per cent": "percent", **_LONG}
    kind = check("substitution", swap=swap)
    found = [match.values["wrong"] for match in kind.find(fold((words,)))]
    short = check("substitution", swap={wrong: swap[wrong] for wrong in ("oyl", "per cent", "lamp7")})
    assert found == [match.values["wrong"] for match in short.find(fold((words,)))]
    there = runs(words.lower())
    assert not found or any(
        there.issuperset(row) for run in there & kind.clues.runs.keys() for row in kind.clues.runs[run]
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ABC and AB, (CD)", ["ABC", "AB", "CD"]),
        ("ABCD, X-AB, AB-X, xAB and ab", []),
        ("AB C of CD  E", ["AB C", "CD E"]),
    ],
)
def test_terms_in_capitals_are_whole_words_and_the_longest_that_fit(check: Any, words: str, expected: Any) -> None:
    kind = check("terms", phrases=["AB", "ABC", "AB C", "CD", "CD E"], ignore_case=False)
    assert [match.values["term"] for match in kind.find(fold((words,)))] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the the lamp", ["the the"]),
        ("The the lamp", ["The the"]),
        ("of the\nthe lamp", ["the the"]),
        ("the *the* lamp", ["the the"]),
        ("of the lamp, lamp and oil", []),
        ("the oil. Oil is dear", []),
        ("noted that that lamp", []),
        ("the theatre of oil", []),
        ("in in-depth studies", []),
        ("10 10 lamps", []),
        ("from Bora Bora", []),
        ("the the the lamp", ["the the"]),
    ],
)
def test_a_word_printed_twice_is_found_where_nothing_stands_between(check: Any, words: str, expected: Any) -> None:
    found = matches(check, "repetition", words, **{"except": ["that", "bora"]})
    assert [pair[0] for pair in found] == expected


SPELLING = {
    "spelling": {"common": "harbour lights", "other": ""},
    "slips": {"harbuor": "harbour"},
    "grammar": {"quotation-marks": {"“": "”"}},
}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the harbuor and the lihgts", [("harbuor", "harbour"), ("lihgts", "lights")]),
        ("Harbuor", [("Harbuor", "Harbour")]),
        ("Lihgts", []),
        ("HARBUOR", []),
        ("the harbuor-master", []),
        ("www.harbuor.example", []),
        ("the harbuor.", [("harbuor", "harbour")]),
        ("the theme “Safe harbuor”", []),
        ("the *Log of a harbuor*", []),
    ],
)
def test_a_slip_of_the_finger_is_found_where_a_word_stands_alone(check: Any, words: str, expected: Any) -> None:
    options = {"lexicons": SPELLING, "shortest_name": 7, "outside_quotes": True, "outside_titles": True}
    assert matches(check, "spelling", words, **options) == expected


def test_what_another_rule_reports_is_left_to_it(check: Any) -> None:
    found = matches(check, "spelling", "the harbuor and the lihgts", lexicons=SPELLING, besides="slips")
    assert found == [("lihgts", "lights")]
