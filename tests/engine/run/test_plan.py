"""Which rules speak where, when a text holds the resolutions of several organs or of none."""

from __future__ import annotations

from typing import Any

from reslint.engine import RunSettings, lint

ASSEMBLY = "*The General Assembly*,\n\n*Recalling* the fog,\n\n1. *Requests* the crew to wait\n"
COUNCIL = "*The Security Council*,\n\n*Recalling* the tide,\n\n1. *Requests* the crew to row\n"
NOBODY = "1. *Requests* the crew to sing\n"

ENDING = {"kind": "ending", "select": "operative", "expect": "."}


def found(draft: Any, rules: Any, settings: RunSettings | None = None) -> list[tuple[str, str]]:
    return [(draft.text.slice(each.span), each.severity) for each in lint(draft, rules, settings).findings]


def test_a_rule_about_paragraphs_speaks_in_the_resolution_of_every_organ(read: Any, rule: Any, ruleset: Any) -> None:
    rules = ruleset(rule("a/end", about={"profiles": {"sc": "error"}}, **ENDING))
    assert found(read(ASSEMBLY), rules) == [("wait", "warning")]
    assert found(read(f"{ASSEMBLY}\n{COUNCIL}"), rules) == [("wait", "warning"), ("row", "error")]
    assert found(read(f"{COUNCIL}\n{ASSEMBLY}"), rules) == [("row", "error"), ("wait", "warning")]


def test_a_rule_of_one_organ_is_silent_beside_it(read: Any, rule: Any, ruleset: Any) -> None:
    rules = ruleset(rule("a/end", about={"bodies": ("Security Council",)}, **ENDING))
    assert found(read(f"{ASSEMBLY}\n{COUNCIL}"), rules) == [("row", "warning")]
    assert found(read(ASSEMBLY), rules) == []


def test_a_rule_that_needs_no_paragraph_speaks_in_a_text_of_two_organs(read: Any, rule: Any, ruleset: Any) -> None:
    unused = rule("a/unused", "suppression-unused", select="comment")
    rules = ruleset(rule("a/oil", find="oyl"), unused)
    comment = " <!-- reslint-disable-line a/oil -->"
    for words in (ASSEMBLY, f"{ASSEMBLY}\n{COUNCIL}"):
        assert found(read(words.replace("wait", f"wait{comment}")), rules) == [("a/oil", "warning")]


def test_the_profiles_that_held_are_told_with_the_organs_that_called_for_them(
    read: Any, rule: Any, ruleset: Any
) -> None:
    rules = ruleset(rule("a/oil", find="oyl"))

    def told(words: str, **settings: Any) -> list[tuple[str, str]]:
        profiles = lint(read(words), rules, RunSettings(**settings)).profiles
        return [(profile.name, profile.because) for profile in profiles]

    general, security = ("un", "General Assembly adopts it"), ("sc", "Security Council adopts it")
    assert told(NOBODY) == [("un", "")]
    assert told(ASSEMBLY) == [general]
    assert told(f"{ASSEMBLY}\n{COUNCIL}") == [general, security]
    assert told(f"{COUNCIL}\n{ASSEMBLY}") == [security, general]
    assert told(NOBODY, body="Security Council") == [security]
    assert told(NOBODY, body="Harbour Board") == [("un", "Harbour Board adopts it")]
    assert told(COUNCIL, profile="mun") == [("mun", "")]
    assert told(COUNCIL, profile="mun", because="the heading says so") == [("mun", "the heading says so")]
