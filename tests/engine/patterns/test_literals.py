"""The strings looked for instead of a pattern are there wherever the pattern is found."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from reslint.engine import load
from reslint.engine.patterns.compiled import LazyPattern, objection
from reslint.engine.patterns.folding import lowered, zeroed
from reslint.engine.patterns.literals import literals

_PIECES = st.sampled_from(
    [
        *("a", "b", "ab", "S", "1", " ", "é", "İ", "Σ", r"\w", ".", "[ab]", "[Aa]", "[^a]", "[a-f]", "[0-4]", "[-.]"),
        *(r"\d", r"[\d.]", r"\b", "^", "$", "(?:a|b1)", "(?:ab|a|)", "a?", "[12]?", "(?=a)", "(?=[ab]1)", "(?!a)"),
        *("(?<=a)", "(?<=b )", "(?<![ab])", "(?i:b)", "(?:harbour|light) ", "(?:19|20)"),
    ]
)
_TIMES = st.sampled_from(["", "", "", "+", "*", "?", "{1,2}", "{2,9}", "*?", "{3}", "{0,2}", "{1,3}", "{0,4}"])


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(st.tuples(inner, _TIMES), min_size=1, max_size=5)
    text = several.map(lambda items: "".join(f"(?:{item}){times}" for item, times in items))
    either = st.lists(inner, min_size=2, max_size=3).map(lambda each: f"(?:{'|'.join(each)})")
    again = st.tuples(inner, inner).map(lambda two: f"(?P<one>{two[0]})?{two[1]}(?P=one)")
    return text | either | again.filter(lambda pattern: pattern.count("(?P<") == 1)


_PATTERNS = st.recursive(_PIECES, _joined, max_leaves=12)
_TEXTS = st.text("abAB1S2é. -fıſİ\u0307٣ΣςK", max_size=30)


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _holds(pattern: str, text: str, *, ignore_case: bool = False) -> None:
    if re.search(pattern, text, re.IGNORECASE if ignore_case else 0):
        words, simpler = literals(pattern)
        assert words is None or any(word in zeroed(lowered(text)) for word in words)
        assert simpler is None or ignore_case or re.search(simpler, text)


@example(pattern=r"(?i:U)N\b", text="uN", ignore_case=False)
@example(pattern=r"(?i)UN\b", text="un", ignore_case=False)
@given(pattern=_PATTERNS, text=_TEXTS, ignore_case=st.booleans())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_no_text_in_which_a_pattern_is_found_lacks_what_is_looked_for(
    pattern: str, text: str, ignore_case: bool
) -> None:
    assume(_compiles(pattern) and objection(pattern) == "")
    _holds(pattern, text, ignore_case=ignore_case)


@given(data=st.data(), pattern=_PATTERNS, ignore_case=st.booleans())
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_text_made_to_suit_a_pattern_lacks_it_either(data: st.DataObject, pattern: str, ignore_case: bool) -> None:
    assume(_compiles(pattern) and objection(pattern) == "")
    compiled = re.compile(pattern, re.IGNORECASE if ignore_case else 0)
    _holds(pattern, data.draw(st.from_regex(compiled)), ignore_case=ignore_case)


def _patterns(data: Any) -> Iterator[tuple[str, bool]]:
    if isinstance(data, dict):
        for key in ("find", "unless"):
            if isinstance(data.get(key), str):
                yield data[key], bool(data.get("ignore-case"))
        for value in data.values():
            yield from _patterns(value)
    elif isinstance(data, list):
        for value in data:
            yield from _patterns(value)


@pytest.mark.parametrize("pack", ["un", "mun", "mun-thimun"])
def test_the_patterns_of_the_packs_are_found_in_no_example_without_it(pack: str) -> None:
    rules = load([pack]).rules
    texts = [example.draft for rule in rules for example in rule.examples]
    patterns = {each for rule in rules for each in _patterns(rule.data["check"])}
    assert len(patterns) > 50
    for pattern, ignore_case in patterns:
        find = LazyPattern(pattern, ignore_case=ignore_case)
        words = find.keywords
        for text in texts:
            matches = [match.span() for match in find.regex.finditer(text)]
            assert matches == [match.span() for match in find.finditer(text)]
            assert words is None or not matches or any(word in zeroed(lowered(text)) for word in words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b\w+(?: \w+)* resolution", {" resolution"}),
        (r"(?:beacons?|lights?)", {"beacon", "light"}),
        (r"[Rr]esolution \w+", {"resolution "}),
        (r"(?:harbour)+", {"harbour"}),
        (r"(?:[Tt]his|[Tt]he (?:old|new)) lamp", {"this lamp", "the old lamp", "the new lamp"}),
        (r"\d+(?= lamps)", {"0 lamps"}),
        (r"(?<!Pier )[2-9] (?:old )?(?:boats|lamps)\b", {"0 old boats", "0 old lamps", "0 boats", "0 lamps"}),
        (r"[a-z]+(, (?:and|or))", {", and", ", or"}),
        (r"(?:[€£]|EUR) ?\d+|\d+ ?USD", {"€0", "€ 0", "£0", "£ 0", "eur0", "eur 0", "0usd", "0 usd"}),
        (r"[“”]", {"“", "”"}),
        (r"(?:harbour)?", None),
        (r"\w+", None),
        (r"(?!harbour)\w+", None),
    ],
)
def test_the_keywords_are_few_and_rare(pattern: str, words: set[str] | None) -> None:
    assert literals(pattern)[0] == words


@pytest.mark.parametrize(
    ("pattern", "found", "not_found"),
    [
        (r"(?<!\w)UN\b", "the UN", "the undertow"),
        (r"\b\d{1,2}(?:st|nd|rd|th)(?= (?:annual )?meeting)", "its 3rd meeting", "the first meeting of 3 lights"),
    ],
)
def test_a_landmark_is_rarer_than_the_keywords(pattern: str, found: str, not_found: str) -> None:
    simpler = literals(pattern)[1]
    assert simpler is not None
    assert re.search(simpler, found)
    assert not re.search(simpler, not_found)


def test_words_are_looked_for_in_small_letters_and_with_plain_digits() -> None:
    assert lowered("THİS paſſage of ٣ LAMPS – “ı”") == "this passage of 3 lamps – “i”"


def test_all_digits_are_looked_for_as_one() -> None:
    assert zeroed("12 lamps of 1990") == "00 lamps of 0000"
