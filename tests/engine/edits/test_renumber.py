"""Paragraphs and lists that are renumbered, and what refers to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.draft import Draft
from reslint.engine.edits.renumber import (
    operative_runs,
    renumber_paragraphs,
    renumber_run,
    run_slips,
    subparagraph_runs,
)
from reslint.engine.language.labels import Style, redigit, slips, value, written
from reslint.engine.language.references import ReferenceWords
from reslint.text import apply_edits

WHOLE = "*The General Assembly*,\n\n*Noting* the fog,\n\n"

REFERENCES = ReferenceWords(
    {
        "paragraph": r"paragraphs? (?P<labels>\d+(?: \([a-z]+\))*(?:(?:, | and )\d+(?: \([a-z]+\))*)*)"
        r"(?! of its)(?: (?P<above>above)| (?P<below>below))?",
        "subparagraph": r"subparagraphs? (?P<labels>\([a-z]+\)(?: and \([a-z]+\))*) (?P<above>above)",
        "number": r"\d+(?P<letters>(?: ?\([a-z]+\))*)",
        "letter": r"\((?P<letter>[a-z]+)\)",
    }
)


@pytest.fixture(scope="session")
def renumbered(read: Callable[[str], Draft]) -> Callable[[str], str]:
    return lambda words: apply_edits(words, renumber_paragraphs(read(words), REFERENCES))


@pytest.fixture(scope="session")
def relettered(read: Callable[[str], Draft]) -> Callable[[str], str]:
    """The text with every list lettered in order."""

    def done(words: str) -> str:
        draft = read(words)
        runs = subparagraph_runs(draft.nodes("subparagraph"), draft)
        return apply_edits(words, [edit for run in runs for edit in renumber_run(run, draft, REFERENCES)])

    return done


def numbers(runs: Any) -> list[list[str]]:
    return [[node.label for node in run.nodes] for run in runs]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{WHOLE}3. *Decides* to wait;\n\n3. *Notes* it;\n", f"{WHOLE}1. *Decides* to wait;\n\n2. *Notes* it;\n"),
        ("7. *Decides* to wait;\n\n9. *Notes* it;\n", "7. *Decides* to wait;\n\n8. *Notes* it;\n"),
        (f"{WHOLE}1 bis. *Notes* it;\n\n9. *Notes* it;\n", f"{WHOLE}1 bis. *Notes* it;\n\n9. *Notes* it;\n"),
        (f"{WHOLE}*Decides* to wait;\n\n9. *Notes* it;\n", f"{WHOLE}*Decides* to wait;\n\n1. *Notes* it;\n"),
        (f"{WHOLE}*Decides* to wait;\n\n*Notes* it;\n", f"{WHOLE}*Decides* to wait;\n\n*Notes* it;\n"),
    ],
)  # fmt: skip
def test_paragraphs_count_on_from_one_and_in_a_fragment_from_the_first(
    renumbered: Any, before: str, after: str
) -> None:
    assert renumbered(before) == after


def test_a_reference_follows_its_paragraph_unless_two_have_its_number(renumbered: Any) -> None:
    words = (
        f"{WHOLE}2. *Decides* to wait;\n\n4. *Decides* to row;\n\n4. *Decides* to sing;\n\n"
        "7. *Notes* paragraphs 2, 4 and 7 above, paragraph 2 (b) below and paragraph 2 of its resolution 60/1;\n"
    )
    assert renumbered(words) == (
        f"{WHOLE}1. *Decides* to wait;\n\n2. *Decides* to row;\n\n3. *Decides* to sing;\n\n"
        "4. *Notes* paragraphs 1, 4 and 4 above, paragraph 1 (b) below and paragraph 2 of its resolution 60/1;\n"
    )


def test_the_references_of_another_resolution_are_left_alone(renumbered: Any) -> None:
    one = f"{WHOLE}1. *Decides* to wait;\n\n3. *Notes* paragraph 3 above;\n\n"
    two = f"{WHOLE}1. *Decides* to wait;\n\n2. *Decides* to row;\n\n3. *Notes* paragraph 3 above;\n"
    assert renumbered(one + two) == one.replace("3", "2") + two


def test_a_text_that_counts_right_is_left_as_it_is(read: Any, renumbered: Any) -> None:
    words = f"{WHOLE}1. *Decides* to wait;\n\n2. *Notes* paragraph 1 above;\n"
    assert renumbered(words) == words
    draft = read(words)
    (run,) = operative_runs(draft.nodes("operative"), draft)
    assert run.is_in_order
    assert run_slips(run, whole=True) == []


def test_slips_are_told_with_the_number_that_is_due(read: Any) -> None:
    draft = read(f"{WHOLE}2. *Decides* to wait;\n\n4. *Notes* it;\n\n5. *Notes* it again;\n")
    (run,) = operative_runs(draft.nodes("operative"), draft)
    assert not run.is_in_order
    assert [(node.label, due) for node, due in run_slips(run, whole=True)] == [("2", "1"), ("4", "2")]
    assert [(node.label, due) for node, due in run_slips(run, whole=False)] == [("4", "3")]


OWN = "*Recalling* the tide,\n\n1. *Decides* to wait;\n\n2. *Notes* the fog;\n\n"


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        (f"*The General Assembly*,\n\n**I**\n\n{OWN}**II**\n\n{OWN}", [["1", "2"], ["1", "2"]]),
        (f"{WHOLE}**I**\n\n1. *Decides* to wait;\n\n**II**\n\n2. *Notes* the fog;\n", [["1", "2"]]),
        (f"{WHOLE}**I**\n\n1. *Decides* to wait;\n\n**II**\n\n1. *Notes* the fog;\n", [["1", "1"]]),
        (f"{WHOLE}1. *Decides* to wait;\n\n*Recalling* it,\n\n1. *Notes* it;\n", [["1"], ["1"]]),
        (f"{WHOLE}1. *Decides* to wait;\n\n*Recalling* it,\n\n2. *Notes* it;\n", [["1", "2"]]),
        (f"{WHOLE}**I**\n\n{OWN}**II**\n\n1. *Decides* to row;\n\n2. *Notes* it;\n", [["1", "2"], ["1", "2"]]),
        (f"{WHOLE}*Decides* to wait;\n\n*Notes* the fog;\n", []),
    ],
)
def test_numbers_begin_again_after_a_preamble_only(read: Any, words: str, runs: list[list[str]]) -> None:
    draft = read(words)
    assert numbers(operative_runs(draft.nodes("operative"), draft)) == runs


@pytest.mark.parametrize(
    ("items", "runs"),
    [
        ("(a) x (b) y (c) z", [["a", "b", "c"]]),
        ("(a) x (b) y (a) z", [["a", "b", "a"]]),
        ("(a) x (b) y (a) z (b) w", [["a", "b"], ["a", "b"]]),
        ("(a) x | > In the words of the cooks. | (a) y", [["a"], ["a"]]),
        ("(a) x (a) y", [["a", "a"]]),
        ("(a) x | <!-- --> | (a) y (b) z", [["a", "a", "b"]]),
    ],
)
def test_a_list_begins_again_below_other_words_or_where_it_counts_on(
    read: Any, items: str, runs: list[list[str]]
) -> None:
    lines = items.replace(" | ", "\n\n").replace(" (", "\n\n(")
    draft = read(f"{WHOLE}1. *Requests* the crew:\n\n{lines}\n")
    assert numbers(subparagraph_runs(draft.nodes("subparagraph"), draft)) == runs


def test_letters_roman_numbers_and_the_references_to_them_are_put_in_order(relettered: Any) -> None:
    words = (
        f"{WHOLE}1. *Requests* the crew:\n\n(a) To row:\n\n(i) At dawn;\n\n(iii) At dusk;\n\n(c) To sing;\n\n"
        "2. *Requests* the cooks:\n\n(b) To bake, as in subparagraph (b) above;\n\n"
        "3. *Notes* paragraphs 1 (c) and 2 (c) above, and paragraph 1 (a) (iii) above;\n"
    )
    assert relettered(words) == words.replace("(iii) At", "(ii) At").replace("(c) To sing", "(b) To sing").replace(
        "(b) To bake, as in subparagraph (b)", "(a) To bake, as in subparagraph (a)"
    ).replace("1 (c) and", "1 (b) and").replace("1 (a) (iii)", "1 (a) (ii)")


@pytest.mark.parametrize(
    ("label", "style", "counts"),
    [
        ("4", "arabic", 4),
        ("4 bis", "arabic", None),
        ("999999", "arabic", 999999),
        ("1000000", "arabic", None),
        ("٤", "arabic", None),
        ("", "arabic", None),
        ("d", "letter", 4),
        ("D", "letter", 4),
        ("z", "letter", 26),
        ("aa", "letter", 27),
        ("ab", "letter", None),
        ("é", "letter", None),
        ("", "letter", None),
        ("iv", "roman", 4),
        ("XLIX", "roman", 49),
        ("xcviii", "roman", 98),
        ("iiii", "roman", None),
        ("vx", "roman", None),
        ("", "roman", None),
    ],
)
def test_what_a_label_counts(label: str, style: Style, counts: int | None) -> None:
    assert value(label, style) == counts


@pytest.mark.parametrize(
    ("source", "changed"),
    [("[^3]:", "[^12]:"), ("3", "12"), ("³", "¹²"), ("<sup>3</sup>", "<sup>12</sup>"), ("3 of 4", "12 of 4"),
     ("*", "*")],
)  # fmt: skip
def test_digits_stay_plain_or_raised(source: str, changed: str) -> None:
    assert redigit(source, "12") == changed


@pytest.mark.parametrize(
    ("values", "start", "expected"),
    [
        ([], 1, []),
        ([2, 3, 4], 1, [(0, 1)]),
        ([2, 3, 4], None, []),
        ([1, 2, 2, 3], 1, [(2, 3)]),
        ([1, 3, 3, 4], 1, [(1, 2)]),
        ([1, 5, 6, 4], 1, [(1, 2), (3, 7)]),
        ([1, 5, 3, 4], 1, [(1, 2)]),
    ],
)
def test_after_a_slip_both_counts_will_do(
    values: list[int], start: int | None, expected: list[tuple[int, int]]
) -> None:
    assert slips(values, start) == expected


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8))
def test_numbered_anew_a_draft_counts_and_stays_so(renumbered: Any, read: Any, labels: list[int]) -> None:
    words = WHOLE + "".join(f"{label}. *Notes* paragraph {label} above;\n\n" for label in labels)
    once = renumbered(words)
    assert [node.label for node in read(once).nodes("operative")] == [
        written(index + 1, "arabic") for index in range(len(labels))
    ]
    assert renumbered(once) == once


def test_a_reference_in_the_preamble_follows_as_well(renumbered: Any) -> None:
    words = f"{WHOLE}*Mindful* of paragraph 7 below,\n\n3. *Decides* to wait;\n\n7. *Notes* it.\n"
    assert renumbered(words) == words.replace("7", "2").replace("3.", "1.")


def test_numbers_with_letters_and_letters_alone_are_read(read: Any) -> None:
    draft = read("1. *Notes* paragraphs 2 (a) (ii) and 3 above, paragraph 4 and subparagraphs (b) and (c) above.\n")
    found = [reference for _, reference in REFERENCES.among(draft.nodes("operative")[:1], draft)]
    told = [(each.number and each.number.text, [one.text for one in each.letters], each.direction) for each in found]
    assert told == [
        ("2", ["a", "ii"], "above"),
        ("3", [], "above"),
        ("4", [], ""),
        (None, ["b"], "above"),
        (None, ["c"], "above"),
    ]
    assert [draft.text.slice(each.span) for each in found] == ["2 (a) (ii)", "3", "4", "(b)", "(c)"]
    assert [draft.text.slice(each.letters[-1].span) for each in found if each.letters] == ["ii", "b", "c"]


LISTED = (
    f"{WHOLE}1. *Decides*:\n\n(a) To wait;\n\n(b) To sing:\n\n(i) Songs;\n\n(iii) Hymns;\n\n"
    "2. *Notes* paragraphs 1 (b) (iii), 1 (a) (iii) and 1 (b) above and paragraph 2 (b) (iii) below;\n"
)


def test_a_reference_follows_its_item_two_levels_down(relettered: Any) -> None:
    after = LISTED.replace("(iii) Hymns", "(ii) Hymns").replace("1 (b) (iii)", "1 (b) (ii)")
    assert relettered(LISTED) == after


def test_a_reference_through_a_letter_that_two_items_have_is_left_alone(relettered: Any) -> None:
    words = LISTED.replace("(a) To wait", "(b) To wait")
    assert "paragraphs 1 (b) (iii), 1 (a) (iii) and 1 (b) above" in relettered(words)
