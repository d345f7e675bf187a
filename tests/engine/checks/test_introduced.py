"""Short titles and their full titles."""

from __future__ import annotations

from typing import Any

import pytest

from reslint.draft import parse
from reslint.engine.checks import check_class
from reslint.engine.data.context import Context
from reslint.engine.data.resources import Resources
from reslint.engine.language.vocabulary import build_vocabulary
from reslint.text import Text

LEXICONS: dict[str, Any] = {
    "treaties": {"Treaty on Kites and Strings": {"short": ["the Kite Treaty"]}},
    "organs": {"organs": {"General Assembly": {}}},
    "grammar": {"articles": ["the"], "quotation-marks": {"“": "”"}},
    "openers": {"participle": {"Recalling": {}, "Noting": {}}, "finite": {"Urges": {}}},
}
OPTIONS = {"lexicon": "treaties", "shorts": ["the Kite Treaty"], "unless": r"\)"}


def found(*paragraphs: str, enacting: bool = True) -> list[int]:
    """The numbers of the paragraphs in which a short title is reported."""
    lines = ["*The General Assembly*,"] * enacting + [f"*Noting* {words}," for words in paragraphs]
    draft = parse(Text("\n\n".join([*lines, "1. *Urges* calm.\n"])), build_vocabulary(LEXICONS), forced=True)
    known = check_class("introduced")
    assert list(known.OPTIONS.issues(OPTIONS)) == []
    check: Any = known(known.OPTIONS.fill(OPTIONS), Resources(LEXICONS))
    preamble = list(draft.nodes("preambular"))
    matches = check.run(preamble, draft, Context())
    return [
        next(i for i, node in enumerate(preamble) if node.span.start <= match.span.start < node.span.end)
        for match in matches
    ]


def test_only_the_first_short_title_needs_the_full_one_before_it() -> None:
    assert found("the Kite Treaty", "the Kite Treaty", "the Treaty on Kites and Strings") == [0]
    assert found("the Treaty on Kites and Strings", "the Kite Treaty") == []


def test_the_full_title_may_stand_in_the_same_paragraph() -> None:
    assert found("the Treaty on Kites and Strings (the Kite Treaty) and the Kite Treaty") == []


def test_quotations_and_what_needs_no_introduction_are_left_alone() -> None:
    assert found("the book “Reading the Kite Treaty”") == []
    assert found("the treaty of Windy Hill (the Kite Treaty)", "the Kite Treaty") == []


def test_a_fragment_may_go_on_from_elsewhere() -> None:
    assert found("the Kite Treaty", enacting=False) == []


def test_a_short_title_that_is_none_is_refused() -> None:
    known = check_class("introduced")
    with pytest.raises(ValueError, match="the Kyte Treaty"):
        known(known.OPTIONS.fill({**OPTIONS, "shorts": ["the Kyte Treaty"]}), Resources(LEXICONS))
