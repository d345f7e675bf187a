"""Quotations and quoted titles are left alone where a rule says so."""

from __future__ import annotations

from typing import Any

import pytest

from reslint.engine.checks import check_class
from reslint.engine.data.resources import Resources
from reslint.text.fold import fold

WORDS = (
    "Recalling the harbor plan, entitled “A harbor for all”, and the “harbor” of the “Harbor Days, held in the harbor"
)
LOCAL = {
    "pattern": {"find": "harbor"},
    "substitution": {"swap": {"harbor": "harbour"}, "ignore-case": False},
    "terms": {"phrases": ["harbor"], "ignore-case": False},
}


def found(kind: str, options: dict[str, Any], words: str = WORDS) -> list[int]:
    known = check_class(kind)
    assert list(known.OPTIONS.issues(options)) == []
    check: Any = known(known.OPTIONS.fill(options), Resources({"grammar": {"quotation-marks": {"“": "”", '"': '"'}}}))
    return [match.start for match in check.find(fold((words,)))]


@pytest.mark.parametrize("kind", LOCAL)
def test_everything_is_looked_at_by_default(kind: str) -> None:
    assert len(found(kind, LOCAL[kind])) == 4


@pytest.mark.parametrize("kind", LOCAL)
def test_quotations_are_left_alone_and_one_that_is_not_closed_reaches_to_the_end(kind: str) -> None:
    assert found(kind, {**LOCAL[kind], "outside-quotes": True}) == [WORDS.index("harbor")]


def test_straight_marks_quote_too() -> None:
    options = {"find": "harbor", "outside-quotes": True}
    assert found("pattern", options, 'the "harbor" and the harbor') == [21]


def test_a_variant_in_a_quoted_title_does_not_count(report: Any) -> None:
    words = "*Recalling* the quay and the plan “Wharfs and a wharf”,\n\n1. *Notes* the wharf and the wharf;\n"
    variants = {"quay": "quay", "wharf": "wharf"}
    assert report("consistency", words, variants=variants).found == ["quay"]
    kept = report("consistency", words, variants=variants, prefer="quay", outside_quotes=True)
    assert kept.found == ["wharf", "wharf"]


def test_names_that_hold_a_wrong_word_are_left_alone() -> None:
    options = {"swap": {"harbor": "harbour"}, "unless": "[Hh]arbor (?:plan|Days)"}
    assert (
        found("substitution", options)
        == [match for match in range(len(WORDS)) if WORDS.startswith("harbor", match)][1:]
    )
