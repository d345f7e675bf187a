"""Rules that hold for the texts of some sessions: the text says which it is of, else the settings, else the newest."""

from __future__ import annotations

from typing import Any

import pytest

from reslint.engine import RunSettings, lint

WORDS = "*The General Assembly*,\n\n*Noting* the oyl,\n\n1. *Requests* the crew to wait\n"
HEAD = "---\nheader: United Nations A/RES/{}/12\n---\n\n"
LEXICONS = {
    "ordinals": ["first", "second", "third", "fourth"],
    "sessions": {
        "masthead": {
            "body": "General Assembly",
            "lines": [r"\b(?P<session>[A-Z][a-z]+) session\b", r"A/RES/(?P<number>\d+)/"],
        }
    },
}


@pytest.mark.parametrize(
    ("words", "session", "expected"),
    [
        (WORDS, 0, ["new", "old-still"]),
        (WORDS, 2, ["old", "old-still"]),
        (HEAD.format(3) + WORDS, 0, ["new", "old-still"]),
        (HEAD.format(2) + WORDS, 3, ["old", "old-still"]),
        (HEAD.format(1) + WORDS, 0, ["old"]),
        (HEAD.format(1) + WORDS.replace("General Assembly", "Security Council"), 0, ["new", "old-still"]),
    ],
)
def test_a_rule_of_some_sessions_speaks_in_their_texts_alone(
    read: Any, rule: Any, ruleset: Any, words: str, session: int, expected: list[str]
) -> None:
    sessions = {"old": (0, 2), "old-still": (2, None), "new": (3, None)}
    rules = [rule(f"a/{name}", find="oyl", about={"sessions": held}) for name, held in sessions.items()]
    found = lint(read(words), ruleset(*rules, lexicons=LEXICONS), RunSettings(session=session)).findings
    assert sorted(each.rule.partition("/")[2] for each in found) == expected


def test_without_such_rules_the_session_makes_no_other_plan(read: Any, rule: Any, ruleset: Any) -> None:
    rules = ruleset(rule("a/oil", find="oyl"), lexicons=LEXICONS)
    assert not rules.is_dated
    assert len(lint(read(HEAD.format(1) + WORDS), rules).findings) == 1
