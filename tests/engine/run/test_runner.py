from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.draft import parse
from reslint.draft.view import View
from reslint.engine import RunSettings, lint
from reslint.engine.data.context import CannotRun
from reslint.engine.edits.rewrite import rewrite
from reslint.engine.search.words import LONGEST
from reslint.text import Span, Text, apply_edits
from reslint.text.fold import fold

OIL = "*The General Assembly*,\n\n*Recalling* the oyl,\n\n1. *Requests* more oyl."
COUNCIL = OIL.replace("General Assembly", "Security Council")


def severities(draft: Any, rules: Any, settings: RunSettings | None = None) -> list[str]:
    return [finding.severity for finding in lint(draft, rules, settings).findings]


def test_findings_come_in_order_of_the_text_and_once(read: Any, rule: Any, ruleset: Any) -> None:
    twice = rule("a/oil", find="oyl")
    rules = ruleset(rule("b/more", find="more oyl|Recalling"), twice, twice)
    found = [(finding.span.start, finding.rule) for finding in lint(read(OIL), rules).findings]
    assert found == sorted(found)
    assert [name for _, name in found] == ["b/more", "a/oil", "b/more", "a/oil"]


def test_a_text_that_is_no_resolution_has_no_findings(vocabulary: Any, rule: Any, ruleset: Any) -> None:
    draft = parse(Text("# Oyl lamps\n\nHow to fill them with oyl."), vocabulary)
    assert lint(draft, ruleset(rule("a/oil", find="oyl"))).findings == ()


def test_the_profile_of_the_adopting_organ_decides_the_severity(read: Any, rule: Any, ruleset: Any) -> None:
    rules = ruleset(rule("a/oil", find="oyl", about={"severity": "error", "profiles": {"sc": "info"}}))
    assert severities(read(OIL), rules) == ["error", "error"]
    assert severities(read(COUNCIL), rules) == ["info", "info"]
    assert severities(read(OIL), rules, RunSettings(profile="sc")) == ["info", "info"]
    assert severities(read(f"{OIL}\n\n{COUNCIL}"), rules) == ["error", "error", "info", "info"]


def test_a_severity_that_is_set_goes_before_the_profile_and_a_rule_before_its_area(
    read: Any, rule: Any, ruleset: Any
) -> None:
    rules = ruleset(rule("a/oil", find="oyl", about={"profiles": {"sc": "error"}}))
    assert severities(read(COUNCIL), rules, RunSettings(severities={"a": "info"})) == ["info", "info"]
    assert severities(read(COUNCIL), rules, RunSettings(severities={"a": "info", "a/oil": "off"})) == []


def test_a_rule_for_some_organs_is_silent_elsewhere(read: Any, rule: Any, ruleset: Any) -> None:
    rules = ruleset(rule("a/oil", find="oyl", about={"bodies": ("Security Council",)}))
    assert severities(read(OIL), rules) == []
    assert len(severities(read(COUNCIL), rules)) == 2
    assert len(severities(read(f"{OIL}\n\n{COUNCIL}"), rules)) == 2
    fragment = read("1. *Requests* more oyl.")
    assert severities(fragment, rules) == []
    assert len(severities(fragment, rules, RunSettings(body="Security Council"))) == 1


def test_a_rule_for_adopted_texts_waits_for_the_meeting_line(read: Any, rule: Any, ruleset: Any) -> None:
    rules = ruleset(rule("a/oil", find="oyl", about={"stage": "adopted"}))
    assert severities(read(OIL), rules) == []
    assert len(severities(read(f"{OIL}\n\n*82nd plenary meeting*"), rules)) == 2
    assert len(severities(read(OIL), rules, RunSettings(stage="adopted"))) == 2


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), {"a/oil", "a/more", "b/oil"}),
        (("a",), (), {"a/oil", "a/more"}),
        (("a",), ("a/oil",), {"a/more"}),
        (("a/oil",), ("a",), {"a/oil"}),
        ((), ("a",), {"b/oil"}),
    ],
)
def test_rules_are_selected_and_ignored_by_name_or_area(
    read: Any, rule: Any, ruleset: Any, select: tuple[str, ...], ignore: tuple[str, ...], expected: set[str]
) -> None:
    rules = ruleset(*(rule(name, find="oyl") for name in ("a/oil", "a/more", "b/oil")))
    found = lint(read(OIL), rules, RunSettings(select=select, ignore=ignore)).findings
    assert {finding.rule for finding in found} == expected


def test_a_check_that_breaks_down_is_named_and_the_others_run(read: Any, rule: Any, ruleset: Any) -> None:
    broken, missing = rule("a/broken", find="oyl"), rule("a/missing", find="oyl")

    class Broken:
        KIND = "pattern"
        keywords = None

        def find(self, _: Any) -> Any:
            raise ZeroDivisionError("no oil")

    class Missing(Broken):
        def find(self, _: Any) -> Any:
            raise CannotRun("there is no lamp")

    object.__setattr__(broken.steps[0], "check", Broken())
    object.__setattr__(missing.steps[0], "check", Missing())
    outcome = lint(read(OIL), ruleset(broken, missing, rule("a/oil", find="oyl")))
    assert {finding.rule for finding in outcome.findings} == {"a/oil"}
    assert [(notice.rules, notice.broken) for notice in outcome.notices] == [
        (("a/broken",), True),
        (("a/missing",), False),
    ]
    assert "no oil" in str(outcome.notices[0])


def test_a_paragraph_without_end_is_not_searched_and_its_line_is_named(read: Any, rule: Any, ruleset: Any) -> None:
    words = f"1. *Requests* oyl;\n\n2. *Requests* oyl {'x ' * LONGEST};\n\n3. *Requests* oyl."
    outcome = lint(read(words), ruleset(rule("a/oil", find="oyl"), rule("a/x", "repetition")))
    assert [words[: finding.span.start].count("\n") for finding in outcome.findings] == [0, 4]
    (notice,) = outcome.notices
    assert str(notice).startswith("line 3: a paragraph of more than 8,000 characters")


def test_the_same_draft_gives_the_same_findings_again(read: Any, rule: Any, ruleset: Any) -> None:
    rules = ruleset(rule("a/oil", find="oyl", fix="oil"), rule("a/twice", "repetition", fix=True))
    assert lint(read(OIL), rules) == lint(read(OIL), rules)


@pytest.mark.parametrize(
    ("source", "found", "words", "expected"),
    [
        ("the 22nd session", "22nd", "twenty-second", "the twenty-second session"),
        ("*Calls* on States", "Calls on", "Calls upon", "*Calls* upon States"),
        ("calls *on* all", "calls on", "call upon", "call *upon* all"),
        ("the lamp[^1] and oil", "lamp and", "lamps or", "the lamps[^1] or oil"),
        ("the lamp[^1] and oil", "lamp and", "lamp, and", "the lamp,[^1] and oil"),
        ("tourism\n   sectors of", "tourism sectors", "tourist sector", "tourist sector of"),
        ("co\u00adoperation", "cooperation", "working together", "working together"),
        ("the *old* lamp", "the old lamp", "the old lamps", "the *old* lamps"),
        ("the *old* lamp", "the old lamp", "an older lamp", "an *older* lamp"),
        ("the lamp[^1] shines", "lamp", "lamp,", "the lamp,[^1] shines"),
        ("banana bread", "banana", "bananana", "bananana bread"),
        ("a lamp *of* oil", "lamp of oil", "new lamp of oil", "a new lamp *of* oil"),
    ],
)
def test_an_edit_keeps_the_mark_up_around_the_words(source: str, found: str, words: str, expected: str) -> None:
    view = View(fold((source,)), (Span(0, len(source)),))
    start = view.text.index(found)
    edits = rewrite(view, source, start, start + len(found), words)
    assert edits is not None
    assert apply_edits(source, edits) == expected


def test_there_is_no_edit_where_mark_up_would_be_lost() -> None:
    source = "the li*ght*house"
    view = View(fold((source,)), (Span(0, len(source)),))
    assert rewrite(view, source, 4, len(view.text), "beacon") is None


_MARKED = st.lists(
    st.sampled_from(["oil", "lamp", "*", "**", "[^1]", " ", "\n", ",", "a", "\u00ad", "<!-- c -->", "\u00a0"]),
    max_size=14,
).map("".join)


@given(_MARKED, st.text("ab, ", max_size=6), st.data())
def test_an_edit_writes_the_words_and_loses_no_mark_up(source: str, words: str, data: Any) -> None:
    view = View(fold((source,)), (Span(0, len(source)),))
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    edits = rewrite(view, source, start, end, words)
    if edits is not None:
        after = apply_edits(source, edits)
        assert after.count("[^1]") == source.count("[^1]")
        assert after.count("<!-- c -->") == source.count("<!-- c -->")
        # An asterisk that marks nothing is a character like any other.
        assert after.count("*") >= source.count("*") - view.text.count("*")
        if "*" not in source:
            wanted = view.text[:start] + words + view.text[end:]
            assert fold((after,)).text.split() == wanted.split()


def test_a_rule_that_could_not_run_leaves_its_comments_unjudged(read: Any, rule: Any, ruleset: Any) -> None:
    class Broken:
        KIND = "pattern"
        keywords = None

        def find(self, _: Any) -> Any:
            raise CannotRun("there is no lamp")

    def unused(*rules: Any) -> list[str]:
        words = "1. *Requests* more oil. <!-- reslint-disable-line a/oil, a, b/lamp -->"
        every = ruleset(*rules, rule("c/unused", "suppression-unused", select="comment"))
        return [words[each.span.start : each.span.end] for each in lint(read(words), every).findings]

    oil, lamp, broken = rule("a/oil", find="oyl"), rule("b/lamp", find="lammp"), rule("a/oil", find="oyl")
    object.__setattr__(broken.steps[0], "check", Broken())
    assert unused(oil, lamp) == ["a/oil", "a", "b/lamp"]
    assert unused(broken, lamp) == ["b/lamp"]


def test_a_fix_that_cannot_be_written_is_not_offered(read: Any, rule: Any, ruleset: Any) -> None:
    ending = {"kind": "ending", "select": "operative", "expect": ";", "message": "not {found} but {fixed}"}
    lexicons = {"ordinals": ["first", "second", "third"]}
    rules = ruleset(rule("a/end", fix="{found:ordinal};", **ending), lexicons=lexicons)

    def told(words: str) -> tuple[str, str | None]:
        draft = read(words)
        (finding,) = lint(draft, rules).findings
        return finding.message, finding.fix and apply_edits(words, finding.fix.edits)

    assert told("4. *Requests* chapter 3") == ("not 3 but third;", "4. *Requests* chapter third;")
    assert told("4. *Requests* chapter 4") == ("not 4 but …", None)


def test_a_fix_writes_what_the_rule_says_or_what_the_check_proposes(read: Any, rule: Any, ruleset: Any) -> None:
    words = "1. *Requests* more and more oyl."

    def fixed(*rules: Any) -> list[str]:
        found = lint(read(words), ruleset(*rules)).findings
        return [apply_edits(words, each.fix.edits) for each in found if each.fix]

    assert fixed(rule("a/oil", find="oyl", fix="oil")) == ["1. *Requests* more and more oil."]
    assert fixed(rule("a/oil", "substitution", swap={"oyl": "oil"}, fix=True)) == ["1. *Requests* more and more oil."]
    assert fixed(rule("a/oil", "substitution", swap={"oyl": "oil"})) == []
    assert fixed(rule("a/oil", find="oyl", fix=True)) == []


def test_an_edit_is_no_longer_than_what_changes() -> None:
    def edits(source: str, found: str, words: str) -> list[tuple[str, str]]:
        view = View(fold((source,)), (Span(0, len(source)),))
        start = view.text.index(found)
        made = rewrite(view, source, start, start + len(found), words) or ()
        return [(source[each.span.start : each.span.end], each.text) for each in made]

    assert edits("the old lamp", "the old lamp", "the new lamp") == [("old", "new")]
    assert edits("the lamps", "lamps", "lamp") == [("s", "")]
    assert edits("a lamp", "a lamp", "one lamp") == [("a", "one")]
    assert edits("the *old* lamp", "the old lamp", "an old boat") == [("the", "an"), ("lamp", "boat")]
    assert edits("the lamp", "lamp", "lamp") == []
