from __future__ import annotations

from typing import Any

import pytest

from reslint.engine.checks import check_class
from reslint.engine.data.resources import Resources
from reslint.text.fold import fold


def found(check: Any, words: str, **options: Any) -> list[str]:
    folded = fold((words,))
    return [folded.text[match.start : match.end] for match in check("pattern", **options).find(folded)]


def test_a_pattern_is_found_in_the_words_and_not_in_the_mark_up(check: Any) -> None:
    assert found(check, "the *lamp* oil\nof[^1] the lamp  oil", find="lamp oil|oil of") == ["lamp oil"]
    assert found(check, "oil\nof[^1] the coast", find="oil of the") == ["oil of the"]


@pytest.mark.parametrize(("at", "expected"), [("start", 1), ("end", 1), ("anywhere", 3)])
def test_a_pattern_may_be_bound_to_the_start_or_the_end(check: Any, at: str, expected: int) -> None:
    assert len(found(check, "oil and oil and oil", find="oil", at=at)) == expected


def test_what_stands_beside_the_exception_is_spared(check: Any) -> None:
    words = "the lamp oil, the whale oil and the oil"
    assert found(check, words, find="oil", unless="whale oil") == ["oil", "oil"]
    assert found(check, words, find="oil", unless="the oil|, the") == ["oil"]


@pytest.mark.parametrize("group", [3, "3", "title"])
def test_one_group_can_be_marked_and_all_of_them_are_values(check: Any, group: int | str) -> None:
    folded = fold(("resolution 70/12 entitled oil",))
    (match,) = check("pattern", find=r"(?P<number>\d+/\d+)( of \d+)?(?P<title> entitled)", group=group).find(folded)
    assert folded.text[match.start : match.end] == " entitled"
    assert match.values == {
        "0": "70/12 entitled",
        "1": "70/12",
        "2": "",
        "3": " entitled",
        "number": "70/12",
        "title": " entitled",
    }


def test_a_group_that_took_no_part_is_not_reported(check: Any) -> None:
    assert found(check, "lamp oil, lamp", find="lamp( oil)?", group="1") == [" oil"]


def test_capitals_count_unless_they_are_ignored(check: Any) -> None:
    assert found(check, "Oil and oil", find="oil") == ["oil"]
    assert found(check, "Oil and oil", find="oil", ignore_case=True) == ["Oil", "oil"]


def test_an_empty_match_is_no_finding(check: Any) -> None:
    assert found(check, "oil", find="x*") == []


def test_a_group_that_is_not_there_is_a_mistake_of_the_rule() -> None:
    kind = check_class("pattern")
    with pytest.raises(ValueError, match="the pattern has no group “2”"):
        kind(kind.OPTIONS.fill({"find": "(oil)", "group": "2"}), Resources())


def test_titles_in_italics_can_be_left_alone(check: Any) -> None:
    words = "See *Oil for All* and oil for all"
    assert found(check, words, find="(?i)oil", outside_titles=True) == ["oil"]
    note = "*The Story of Oil: A Handbook*, chapter on oil"
    assert found(check, note, find="(?i)oil", outside_titles=True) == ["oil"]
