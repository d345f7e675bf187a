from __future__ import annotations

import pickle
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.text import regex

PATTERNS = [
    (r"(?P<number>\d+)/(?P<year>\d{4})", 0),
    (r"\b(?:annex|appendix) ([IVXLC]+)\b", re.IGNORECASE),
    (r"^\s*(\w+)(?: \1)+", re.MULTILINE),
    (r"(?<!\w)[“\"‘](?=[^\W\d_])", 0),
    (r"straße|ſeſſion", re.IGNORECASE),
    (r"a{2,5}?(?:b|c)*+" if hasattr(re, "NOFLAG") else r"a{2,5}?(?:b|c)*", 0),
]


@pytest.mark.parametrize(("pattern", "flags"), [each for each in PATTERNS if not each[0].startswith((r"\b", "(?<"))])
def test_code_that_was_kept_is_the_pattern_that_python_compiles(pattern: str, flags: int) -> None:
    regex.compiled(pattern, flags)
    kept = regex.known()[pattern, int(flags)]

    assert regex._taken_up(pattern, kept) == re.compile(pattern, flags)


@given(st.text(alphabet="ab1/ “IVx\n", max_size=30))
def test_kept_code_finds_what_the_pattern_finds(text: str) -> None:
    for pattern, flags in PATTERNS:
        ours = [match.groups() for match in regex.compiled(pattern, flags).finditer(text)]
        assert ours == [match.groups() for match in re.compile(pattern, flags).finditer(text)]


def test_kept_code_names_the_group_that_matched() -> None:
    pattern = regex.compiled(r"(?P<paragraph>\d+\.)|(\()(?P<letter>[a-z])\)")
    found = pattern.match("(b) To row")

    assert found is not None
    assert (found.lastgroup, found.groupdict()) == ("letter", {"paragraph": None, "letter": "b"})


def test_damaged_code_is_not_taken_up() -> None:
    pattern = r"paragraph (\d+) of the draft"
    flags, code, groups, by_name, names = regex._translated(pattern, 0)
    regex.learn({(pattern, 0): (flags, code[:-8] + b"\xff" * 8, groups, by_name, names)})

    assert regex.compiled(pattern).search("see paragraph 12 of the draft")


def test_a_lazy_pattern_stands_for_the_compiled_one() -> None:
    number = regex.lazy(r"(?P<n>\d+)")

    assert number.search("resolution 7").group("n") == "7"
    assert number.sub("#", "7 and 8") == "# and #"
    assert number.groups == 1
    assert number.pattern == r"(?P<n>\d+)"


def test_a_pattern_with_a_mistake_says_so_when_it_is_compiled() -> None:
    with pytest.raises(re.error, match="unterminated"):
        regex.compiled("(unfinished")


@pytest.mark.parametrize("used", [False, True])
def test_a_lazy_pattern_goes_to_other_processes_as_the_compiled_one(used: bool) -> None:
    number = regex.lazy(r"paragraph (?P<n>\d+)", re.IGNORECASE)
    if used:
        assert number.search("Paragraph 7")

    there = pickle.loads(pickle.dumps(number))
    assert there == re.compile(r"paragraph (?P<n>\d+)", re.IGNORECASE)


def test_what_is_compiled_is_news_until_it_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    regex.compiled.cache_clear()
    monkeypatch.setattr(regex, "_codes", {})
    monkeypatch.setattr(regex, "_fresh", [])
    assert not regex.has_news()

    regex.compiled(r"annex (?P<numeral>[IVX]+)")
    assert regex.has_news()
    told = dict(regex.known())
    assert list(told) == [(r"annex (?P<numeral>[IVX]+)", 0)]

    # The next run is told, and has nothing to compile.
    regex.compiled.cache_clear()
    monkeypatch.setattr(regex, "_codes", {})
    monkeypatch.setattr(regex, "_fresh", [])
    regex.learn(told)
    found = regex.compiled(r"annex (?P<numeral>[IVX]+)").search("see annex IV")
    assert found is not None
    assert found["numeral"] == "IV"
    assert not regex.has_news()


def test_what_is_known_is_not_learned_anew() -> None:
    pattern = r"meeting (\d+)"
    regex.compiled(pattern)
    kept = regex.known()[pattern, 0]
    regex.learn({(pattern, 0): (0, b"", 0, {}, ())})
    assert regex.known()[pattern, 0] == kept


@pytest.mark.parametrize("missing", ["another Python", "another _sre"])
def test_a_python_with_other_inner_parts_compiles_as_ever(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    regex.compiled.cache_clear()
    monkeypatch.setattr(regex, "_codes", {})
    if missing == "another Python":
        monkeypatch.setattr(regex, "_IS_CPYTHON", False)
    else:
        monkeypatch.setattr(regex, "_sre", lambda: None)

    assert regex.compiled(r"(\d+)(?:st|nd|rd|th) session") == re.compile(r"(\d+)(?:st|nd|rd|th) session")
    assert not regex.known()
    regex.compiled.cache_clear()


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="the inner parts of re are others")
def test_the_code_of_patterns_of_long_ago_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regex, "_codes", {})
    monkeypatch.setattr(regex, "_MOST_CODES", 2)
    for oil in ("whale oil", "seal oil", "lamp oil"):
        assert regex.compiled(oil).search(f"of {oil}")
    assert [pattern for pattern, _ in regex.known()] == ["seal oil", "lamp oil"]
