"""Rules and words that hold for some sessions: the text says which it is of, else the settings, else the newest."""

from __future__ import annotations

from typing import Any

import pytest

from reslint.engine import RunSettings, lint
from reslint.engine.data.dated import Holds, Sessions

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
    sessions = {"old": Sessions(0, 2), "old-still": Sessions(2), "new": Sessions(3)}
    rules = [rule(f"a/{name}", find="oyl", about={"sessions": held}) for name, held in sessions.items()]
    found = lint(read(words), ruleset(*rules, lexicons=LEXICONS), RunSettings(session=session)).findings
    assert sorted(each.rule.partition("/")[2] for each in found) == expected


def test_without_such_rules_the_session_makes_no_other_plan(read: Any, rule: Any, ruleset: Any) -> None:
    rules = ruleset(rule("a/oil", find="oyl"), lexicons=LEXICONS)
    assert not rules.is_dated
    assert len(lint(read(HEAD.format(1) + WORDS), rules).findings) == 1


DATED = {
    "oyl": {"write": "oil", "holds": {"from": 3}},
    "crew": {"write": "hands", "holds": {"to": 1}, "unsure": True},
}


@pytest.mark.parametrize(
    ("session", "expected"), [(0, [("oil", "safe")]), (1, [("hands", "unsafe")]), (2, []), (4, [("oil", "safe")])]
)
@pytest.mark.parametrize("place", ["swap", "lexicon"])
def test_a_word_holds_for_its_sessions_and_is_sure_unless_print_has_both(
    read: Any, rule: Any, ruleset: Any, session: int, expected: list[tuple[str, str]], place: str
) -> None:
    lexicons = {**LEXICONS, "words": DATED}
    options = {"swap": DATED} if place == "swap" else {"lexicon": "words", "lexicons": lexicons}
    swap = rule("a/words", "substitution", select="body", message="{fixed}", fix=True, **options)
    found = lint(read(WORDS), ruleset(swap, lexicons=lexicons), RunSettings(session=session)).findings
    assert [(each.message, each.fix.safety) for each in found if each.fix] == expected


@pytest.mark.parametrize(("session", "said"), [(0, ["the oyl: an old word"]), (2, [])])
def test_a_phrase_of_a_list_and_a_name_hold_for_their_sessions(
    read: Any, rule: Any, ruleset: Any, session: int, said: list[str]
) -> None:
    lexicons = {
        **LEXICONS,
        "words": {"the oyl": {"note": "an old word", "holds": {"from": 3}}},
        "names": {"Great Oil Plan": {"holds": {"from": 3}}},
    }
    terms = rule("a/terms", "terms", lexicon="words", lexicons=lexicons, message="{found}: {note}")
    names = rule("a/names", "name-capitals", lexicon="names", lexicons=lexicons, message="{name}")
    words = WORDS.replace("to wait", "to wait for the Great oil Plan")
    found = lint(read(words), ruleset(terms, names, lexicons=lexicons), RunSettings(session=session)).findings
    assert [each.message for each in found] == [*said, *(["Great Oil Plan"] if said else [])]


def test_sessions_that_run_backwards_are_a_mistake_at_the_last_one() -> None:
    (issue,) = Holds("").issues({"from": 80, "to": 78}, ("holds",))
    assert issue.path == ("holds", "to")
    assert "80" in issue.message
