"""Sessions to come, against the session of the masthead."""

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
    "ordinals": ["first", "second", "third", "fourth"],
    "openers": {"finite": {"Requests": {}}},
    "layout": {"masthead": ["[A-Z][a-z]+ session$"]},
}
OPTIONS = {"find": r"at its (?P<session>[a-z]+) session", "current": r"^(?P<session>[A-Z][a-z]+) session"}
REQUEST = (
    "1. *Requests* kites at its second session, at its third session, at its fourth session, at its last session.\n"
)


def found(words: str) -> list[tuple[str, str]]:
    draft = parse(Text(words), build_vocabulary(LEXICONS), forced=True)
    known = check_class("session-order")
    assert list(known.OPTIONS.issues(OPTIONS)) == []
    check: Any = known(known.OPTIONS.fill(OPTIONS), Resources(LEXICONS))
    matches = check.run(draft.nodes("operative"), draft, Context())
    return [(draft.text.slice(match.span), match.values["current"]) for match in matches]


def test_what_is_before_the_session_of_the_masthead_is_over() -> None:
    assert found(f"Third session\n\n{REQUEST}") == [("second", "third")]


@pytest.mark.parametrize("masthead", ["", "Long session\n\n"])
def test_where_no_masthead_tells_the_session_nothing_is_over(masthead: str) -> None:
    assert found(masthead + REQUEST) == []


def test_a_pattern_without_a_session_is_refused() -> None:
    known = check_class("session-order")
    with pytest.raises(ValueError, match="session"):
        known(known.OPTIONS.fill({**OPTIONS, "find": "x"}), Resources(LEXICONS))
