"""Patterns that can run for ever are refused; those accepted finish on whatever text they meet."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reslint.engine.patterns.compiled import LazyPattern, known_literals, objection

RUNAWAYS = [
    r"(a+)+b",
    r"(a*)*b",
    r"(?:a|aa)+$",
    r"(.*)*x",
    r"(\w+\s?)+$",
    r"(?:\w+,? ?)+;",
    r"(([a-z])+.)+[A-Z]([a-z])+",
    r"(x+x+)+y",
    r"\s+\s+x",
    r".*.*=.*",
    r".*beacon.*harbour",
    r"a*a*a*b",
    r"(\w+)\1x",
    r"(a{1,50}){1,50}b",
    r"\w{0,500}\w{0,500}x",
    r"(?:(?=.*x)a)*b",
    r"\w+(?=.*x)",
    r"(?:a?){30}a{30}",
    "".join(["(?:a|a)"] * 14) + "b",
    r"(?i:[a-z]+|[A-Z]+)+\.",
    r"((a)?(a)?)*c",
    r"(?:(?:a?)*?ab)*!",
    r"(?:[ab]{3}(?:b{3}(?:a?)?)+)!",
    r"a?(?:(?:\s?(?:a?)?){3}){3}\s{2,9}!",
    r"(?:(?:a?)?){20}$",
    r"a(?:ab|a)+(?:(?:a?){3}|[ab]){3}!",
]
ENDLESS_TO_JUDGE = [
    r"(?:\S+\w){1000}\d",
    r"(?:(?:(?:){1000}){1000}){1000}",
    r"(?i:\d+\s){1000}",
    r"A(\d+b){1000}",
    r"(?>^(?i:the{,60}){1000})^",
    r"\w(?:.(?!(?>\s)\d++){1000}(?:[a-z]|[\d,.])*+)\s",
]
ORDINARY = [
    r"\b\w+(?: \w+)* resolution",
    r"\b(\w+) \1\b",
    r"(?:\d{1,3})(?:,\d{3})*",
    r"“[^“”]*”",
    r"[^.]{0,60}beacon[^.]{0,60}harbour",
    r"(?:first|second|third)(?:, (?:first|second|third))*",
    r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*",
    r"\d{1,2} (?:January|February|March|April|May|June|July) \d{4}",
    r"\[ ?(?:\.{2,}|…|[Xx]{1,4}|_+|\?+|tbc) ?\]",
    r"[AES]/(?:RES/)?\d+/\d+(?:/Add\.\d+)?",
    r"(?:\w+-)+\w+",
    r"(?<!\w)\d+(?:st|nd|rd|th)(?!\w)",
    r"(?:[^,;]+[,;])+x",
    r"(?=.*beacon).*",
]


AT_ONCE = 3
"""Seconds of a processor that others use as well; an idle one takes a fifth of it."""


@pytest.mark.parametrize("pattern", RUNAWAYS)
def test_a_pattern_that_can_run_for_ever_is_refused_at_once(pattern: str) -> None:
    start = time.process_time()
    assert "can run for ever" in objection(pattern)
    assert time.process_time() - start < AT_ONCE


def test_a_class_of_thousands_of_characters_is_judged_at_once() -> None:
    start = time.process_time()
    assert objection(f"[{''.join(map(chr, range(0x4E00, 0x6CD0, 2)))}]+b") == ""
    assert time.process_time() - start < AT_ONCE


@pytest.mark.parametrize("pattern", ENDLESS_TO_JUDGE)
def test_a_pattern_that_is_too_large_to_be_judged_is_refused_at_once_as_well(pattern: str) -> None:
    start = time.process_time()
    assert objection(pattern) != ""
    assert time.process_time() - start < AT_ONCE


@pytest.mark.parametrize("pattern", ORDINARY)
def test_an_ordinary_pattern_is_accepted(pattern: str) -> None:
    assert objection(pattern) == ""


def test_the_objection_names_the_part_and_what_to_write_instead() -> None:
    assert r"“\w+” inside “(?:\w+,? ?)+”" in objection(r"the (?:\w+,? ?)+;")
    assert r"\w+(?: \w+)*" in objection(r"the (?:\w+,? ?)+;")


def test_a_broken_pattern_says_where_it_is_broken() -> None:
    assert "position 4" in objection("the (harbour")


def test_case_matters_only_where_it_is_disregarded() -> None:
    pattern = r"(?:[A-Z]\w*|of)(?: (?:[A-Z]\w*|of))*,"
    assert objection(pattern) == ""
    assert objection(r"(?:[a-z]+|[A-Z]+)+\.") != "" or objection(r"(?:[a-z]|[A-Z])+\.") == ""
    assert objection(r"(?: (?:[A-Z]\w*|of),?)*;") == ""
    assert "can run for ever" in objection(r"(?: (?:[A-Z]\w*|of),?)*;", ignore_case=True)


def test_a_pattern_tried_at_the_first_character_only_may_cost_more() -> None:
    pattern = r"The .{3,200} recommends .{0,300} adoption"
    assert objection(pattern) != ""
    assert objection(pattern, at_start=True) == ""


_PIECES = st.sampled_from(["a", "b", "ab", r"\w", ".", "[ab]", "[^a]", " ", r"\d", "(?:a|b)", "(?:ab|a)", r"\b", "a?"])
_TIMES = st.sampled_from(["", "", "+", "*", "?", "{0,40}", "{2,9}", "*?", "{3}"])


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(st.tuples(inner, _TIMES), min_size=1, max_size=3)
    text = several.map(lambda items: "".join(f"(?:{item}){times}" for item, times in items))
    return text | st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})")


@given(pattern=st.recursive(_PIECES, _joined, max_leaves=6), seed=st.text("ab 1", min_size=1, max_size=4))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_an_accepted_pattern_finishes_on_a_text_made_against_it(pattern: str, seed: str) -> None:
    assume(objection(f"{pattern}!") == "")
    text = (seed * 2_000)[:2_000]
    start = time.process_time()
    re.search(f"{pattern}!", text + "?")
    assert time.process_time() - start < 5


def test_what_is_known_of_patterns_of_long_ago_is_forgotten_and_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reslint.engine.patterns.compiled._known", {})
    monkeypatch.setattr("reslint.engine.patterns.compiled._MOST_KNOWN", 3)
    lamps = [LazyPattern(f"lamp {'s' * length}") for length in range(1, 6)]
    keywords = [lamp.keywords for lamp in lamps]
    assert list(known_literals()) == [lamp.text for lamp in lamps[-3:]]
    assert [lamp.keywords for lamp in lamps] == keywords
