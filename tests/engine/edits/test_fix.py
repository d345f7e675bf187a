from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from reslint.engine import Finding, Fix, fix_all, lint
from reslint.text import Edit, Span, Text, apply_edits

if TYPE_CHECKING:
    import pytest


def swap(*pairs: tuple[str, str], safety: str = "safe") -> Callable[[Text], Sequence[Finding]]:
    """Finds the left of each pair and proposes the right; the rule is named after the pair."""

    def find(text: Text) -> list[Finding]:
        found = []
        for wrong, right in pairs:
            at = text.content.find(wrong)
            while at >= 0:
                span = Span(at, at + len(wrong))
                fix = Fix("", safety, (Edit(span, right),))  # type: ignore[arg-type]
                found.append(Finding(f"{wrong}>{right}", "warning", "", span, fix))
                at = text.content.find(wrong, at + 1)
        return found

    return find


def test_fixes_that_overlap_are_applied_in_rounds() -> None:
    result = fix_all(Text("oyl oyl lamps"), swap(("oyl ", "oil "), ("oyl lammps", "oil lamps"), ("oil oil", "oil")))
    assert result.text.content == "oil lamps"
    assert result.applied == {"oyl >oil ": 2, "oil oil>oil": 1}
    assert (result.rounds, result.findings, result.unstable) == (2, (), ())


def test_unsafe_fixes_wait_until_they_are_asked_for() -> None:
    find = swap(("oyl", "oil"), safety="unsafe")
    assert fix_all(Text("oyl"), find).text.content == "oyl"
    assert len(fix_all(Text("oyl"), find).findings) == 1
    assert fix_all(Text("oyl"), find, unsafe=True).text.content == "oil"


def test_all_edits_of_a_fix_are_made_or_none() -> None:
    def find(text: Text) -> list[Finding]:
        first = Fix("", "safe", (Edit(Span(0, 1), "A"), Edit(Span(4, 5), "E")))
        second = Fix("", "safe", (Edit(Span(2, 3), "C"), Edit(Span(4, 5), "x")))
        if text.content != "abcde":
            return []
        return [Finding("one", "info", "", Span(0, 1), first), Finding("two", "info", "", Span(2, 3), second)]

    result = fix_all(Text("abcde"), find)
    assert result.text.content == "AbcdE"
    assert result.applied == {"one": 1}


def test_rules_that_undo_each_other_are_left_out_and_named() -> None:
    find = swap(("oil", "oyl"), ("oyl", "oil"), ("lammp", "lamp"))
    result = fix_all(Text("oil lammp"), find)
    assert result.text.content == "oil lamp"
    assert result.unstable == ("oil>oyl", "oyl>oil")
    assert fix_all(result.text, find).text.content == "oil lamp"


def test_a_rule_that_never_ends_is_left_out_and_named() -> None:
    result = fix_all(Text("oil lammp"), swap(("oil", "oil "), ("lammp", "lamp")), limit=5)
    assert (result.text.content, result.unstable) == ("oil lamp", ("oil>oil ",))


def test_a_rule_that_doubles_the_text_is_left_out_and_named() -> None:
    result = fix_all(Text("oil lammp"), swap(("oil", "oil oil"), ("lammp", "lamp")))
    assert (result.text.content, result.unstable) == ("oil lamp", ("oil>oil oil",))


@given(
    st.text("abc", max_size=12),
    st.lists(st.tuples(st.text("abc", min_size=1, max_size=2), st.text("abc", max_size=2)), max_size=4),
)
def test_fixing_a_second_time_changes_nothing(words: str, pairs: list[tuple[str, str]]) -> None:
    find = swap(*[pair for pair in pairs if pair[0] != pair[1]])
    once = fix_all(Text(words), find, limit=6)
    if not once.unstable:
        assert fix_all(once.text, find, limit=6).text.content == once.text.content


@given(st.lists(st.sampled_from(["oyl", "*the*", "the", "[^1]", ",", "\n", "  "]), max_size=12).map(" ".join))
def test_a_fixed_draft_differs_inside_the_reported_spans_only(read: Any, rule: Any, ruleset: Any, words: str) -> None:
    rules = ruleset(rule("a/oil", find="oyl", fix="oil"), rule("a/twice", "repetition", fix=True))
    draft = read(f"1. *Requests* {words};")
    spans = [finding.span for finding in lint(draft, rules).findings]

    def outside(content: str, spans: list[Span]) -> str:
        return "".join(char for at, char in enumerate(content) if not any(span.holds(at) for span in spans))

    result = fix_all(draft.text, lambda text: lint(read(text.content), rules).findings)
    kept = outside(draft.text.content, spans).replace(" ", "").replace("\n", "")
    assert is_subsequence(kept, result.text.content)
    again = fix_all(result.text, lambda text: lint(read(text.content), rules).findings)
    assert again.text.content == result.text.content


def is_subsequence(part: str, whole: str) -> bool:
    letters = iter(whole)
    return all(letter in letters for letter in part)


def test_the_edits_of_all_rounds_make_the_fixed_text_at_once() -> None:
    words = "oyl oyl lamps"
    result = fix_all(Text(words), swap(("oyl ", "oil "), ("oyl lammps", "oil lamps"), ("oil oil", "oil")))
    assert apply_edits(words, result.edits) == result.text.content == "oil lamps"


@given(
    st.text("abc\r\n", max_size=12),
    st.lists(st.tuples(st.text("abc", min_size=1, max_size=2), st.text("abc", max_size=2)), max_size=4),
)
def test_the_edits_make_the_fixed_text_of_any_text(words: str, pairs: list[tuple[str, str]]) -> None:
    result = fix_all(Text(words), swap(*[pair for pair in pairs if pair[0] != pair[1]]), limit=6)
    assert apply_edits(words, result.edits) == result.text.content


def test_a_fix_that_has_no_place_in_the_file_is_left_out_and_its_finding_stays() -> None:
    def refusal(edits: Sequence[Edit]) -> str:
        return "Oil is printed by the file." if any(edit.text == "i" for edit in edits) else ""

    result = fix_all(Text("oyl lammp"), swap(("oyl", "oil"), ("lammp", "lamp")), refusal=refusal)
    assert result.text.content == "oyl lamp"
    assert [finding.rule for finding in result.findings] == ["oyl>oil"]
    assert {finding.rule: why for finding, why in result.refused.items()} == {"oyl>oil": "Oil is printed by the file."}


def test_nobody_asks_about_fixes_that_are_not_to_be_made() -> None:
    result = fix_all(Text("oyl"), swap(("oyl", "oil"), safety="unsafe"), refusal=lambda _: "No.")
    assert result.refused == {}


def once(*fixes: tuple[str, tuple[Edit, ...]]) -> Callable[[Text], Sequence[Finding]]:
    """Finds fixes in one text only, each of a rule."""
    start = "abcdefgh"

    def find(text: Text) -> list[Finding]:
        if text.content != start:
            return []
        return [Finding(rule, "info", "", edits[0].span, Fix("", "safe", edits)) for rule, edits in fixes]

    return find


def test_a_fix_that_changes_nothing_is_not_made() -> None:
    same = Edit(Span(0, 1), "a")
    result = fix_all(
        Text("abcdefgh"), once(("nothing", (same,)), ("some", (Edit(Span(2, 3), "c"), Edit(Span(4, 5), "E"))))
    )
    assert (result.text.content, result.applied, result.unstable) == ("abcdEfgh", {"some": 1}, ())


def test_of_fixes_that_clash_the_one_that_begins_first_is_made() -> None:
    late = ("late", (Edit(Span(3, 5), "D"),))
    early = ("early", (Edit(Span(6, 7), "G"), Edit(Span(1, 4), "B")))
    result = fix_all(Text("abcdefgh"), once(late, early))
    assert (result.text.content, result.applied) == ("aBefGh", {"early": 1})


def test_fixes_side_by_side_are_made_together_and_equal_edits_once() -> None:
    find = once(
        ("one", (Edit(Span(0, 2), "A"),)),
        ("two", (Edit(Span(2, 2), "-"),)),
        ("three", (Edit(Span(2, 4), "C"), Edit(Span(7, 8), "H"))),
        ("four", (Edit(Span(5, 6), "F"), Edit(Span(7, 8), "H"))),
    )
    result = fix_all(Text("abcdefgh"), find)
    assert result.text.content == "A-CeFgH"
    assert result.applied == {"one": 1, "two": 1, "three": 1, "four": 1}
    assert (result.rounds, result.findings) == (1, ())


def test_only_the_rule_that_never_ends_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reslint.engine.edits.fix.ROOM", 10)
    find = swap(("oil", "oil."), ("lammmp", "lammp"), ("lammp", "lamp"))
    result = fix_all(Text("oil lammmp"), find)
    assert (result.text.content, result.unstable) == ("oil lamp", ("oil>oil.",))
    assert (result.rounds, result.applied) == (2, {"lammmp>lammp": 1, "lammp>lamp": 1})


def test_a_text_may_grow_to_twice_its_length_and_the_room_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reslint.engine.edits.fix.ROOM", 4)
    fits = fix_all(Text("oyl"), swap(("oyl", "0123456789")))
    assert (fits.text.content, fits.unstable) == ("0123456789", ())
    grows = fix_all(Text("oyl"), swap(("oyl", "0123456789a")))
    assert (grows.text.content, grows.unstable) == ("oyl", ("oyl>0123456789a",))
