"""Formatting: nothing but spaces, numbers and signs changes, and a second time nothing at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.draft import Draft, parse
from reslint.engine import lint, load
from reslint.engine.edits.formatting import formatting_edits
from reslint.engine.edits.spacing import blocks_of
from reslint.engine.packs.ruleset import Ruleset
from reslint.text import Span, Text, apply_edits

DRAFTS = sorted(Path(__file__).parents[2].joinpath("drafts").glob("*/*.md"))
SLIPS = """\
*The General Assembly*,

*Recalling*  the theme "Boats of the captain's", as set out in paragraph 4 (c) below,


1. *Requests* the Secretary-General:
(a) To row;
(c) To sing, as 'Old Oar' sang;

4.   *Decides* to  return to the matter.
"""
MENDED = """\
*The General Assembly*,

*Recalling* the theme “Boats of the captain’s”, as set out in paragraph 2 (c) below,

1. *Requests* the Secretary-General:

(a) To row;

(b) To sing, as ‘Old Oar’ sang;

2. *Decides* to return to the matter.
"""


@pytest.fixture(scope="session")
def rules() -> Ruleset:
    return load()


@pytest.fixture(scope="session")
def formatted(rules: Ruleset) -> Callable[..., str]:
    def read(text: Text) -> Draft:
        return parse(text, rules.vocabulary)

    def done(words: str, within: Span | None = None) -> str:
        edits = formatting_edits(read(Text(words)), read, lambda draft: lint(draft, rules).findings, within=within)
        return apply_edits(words, edits)

    return done


def words_of(text: str) -> list[str]:
    """The words of a text; numbers, and what may be the letter of a list, are all alike."""
    return re.findall(r"\w+|#", re.sub(r"\(?\b(?:[A-Za-z]{1,6}\\?[.)]|\d+)", " # ", text))


def test_spaces_numbers_letters_and_quotes_are_put_in_order_with_the_references(formatted: Any) -> None:
    assert formatted(SLIPS) == MENDED
    assert formatted(SLIPS.replace("\n", "\r\n")) == MENDED.replace("\n", "\r\n")


def test_a_finding_that_is_suppressed_stays_as_it_is(formatted: Any) -> None:
    silent = "<!-- reslint-disable-file punctuation/quotes, numbering -->\n\n"
    after = formatted(silent + SLIPS)
    assert '"Boats of the captain\'s"' in after
    assert "4. *Decides* to return" in after


def test_what_is_no_resolution_stays_as_it_is(formatted: Any) -> None:
    letter = 'Dear  "friend",\n\n\n3.  we met. \n'
    assert formatted(letter) == letter


def test_a_quotation_in_a_table_or_in_code_is_left_alone(formatted: Any) -> None:
    words = MENDED.replace("of the captain", 'of <i lang="en">the</i> [captain](to "me") `"a"`')
    words = f'{words}\nAnnex\n\n| "a"  | b |\n|---|---|\n\n```\nsay  "a"\n```\n'
    assert formatted(words) == words


def test_only_the_blocks_that_a_range_touches_are_formatted(formatted: Any) -> None:
    at = SLIPS.index("theme")
    after = formatted(SLIPS, Span(at, at))
    assert after == SLIPS.replace("*Recalling*  the", "*Recalling* the").replace(
        '"Boats of the captain\'s"', "“Boats of the captain’s”"
    )
    last = SLIPS.index("4. ")
    assert formatted(SLIPS, Span(last, len(SLIPS))) == SLIPS.replace(
        "4.   *Decides* to  return", "4. *Decides* to return"
    )
    assert formatted(SLIPS, Span(0, len(SLIPS))) == MENDED


def test_an_edit_is_no_longer_than_what_it_changes(rules: Ruleset) -> None:
    def read(text: Text) -> Draft:
        return parse(text, rules.vocabulary)

    words = "*The General Assembly*,\n\n1. *Requests*  the keepers to sing  of  the oars;\n\n2. *Decides* to wait.\n"
    edits = formatting_edits(read(Text(words)), read, lambda draft: lint(draft, rules).findings)
    assert [words[edit.span.start : edit.span.end] + "|" + edit.text for edit in edits] == [" |"] * 3


def test_rules_that_undo_each_other_do_not_keep_the_spaces_from_being_put_in_order(
    read: Any, rule: Any, ruleset: Any
) -> None:
    from reslint.text.record import replace

    pair = ruleset(*(rule(name, find=name, fix=other) for name, other in (("oar", "row"), ("row", "oar"))))

    def found(draft: Draft) -> list[Any]:
        return [replace(each, fix=replace(each.fix, formatting=True)) for each in lint(draft, pair).findings]

    words = "*The General Assembly*,\n\n1. *Decides*  to oar.\n"
    edits = formatting_edits(read(words), lambda text: read(text.content), found)
    assert apply_edits(words, edits) == words.replace("  ", " ")


NOISE = st.sampled_from(
    ["  ", "\t", "\n", "\n\n\n", "  \n", "\r\n", '"', "'", "(b) ", "3. ",
     "```\n", "`", "| a  b |\n", "<!-- ", "-->", "---\n", "* "]
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(DRAFTS)).read_text(encoding="utf-8")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(NOISE) + text[at + draw(st.integers(0, 3)) :]
    return text


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_keeps_its_words_and_its_structure(rules: Ruleset, formatted: Any, path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    after = formatted(before)
    assert words_of(after) == words_of(before)
    assert formatted(after) == after
    kinds = [[node.kind for node in parse(Text(text), rules.vocabulary).nodes()] for text in (before, after)]
    assert kinds[0] == kinds[1]


@settings(deadline=None, max_examples=60)
@given(mutated())
def test_no_word_changes_and_a_second_time_nothing_does(formatted: Any, before: str) -> None:
    after = formatted(before)
    assert words_of(after) == words_of(before)
    assert formatted(after) == after


@settings(deadline=None, max_examples=40)
@given(mutated(), st.floats(0, 1), st.floats(0, 1))
def test_what_lies_outside_of_a_range_is_not_touched(
    rules: Ruleset, formatted: Any, before: str, one: float, two: float
) -> None:
    start, end = sorted((int(one * len(before)), int(two * len(before))))
    after = formatted(before, Span(start, end))
    touched = [
        each.span
        for each in blocks_of(parse(Text(before), rules.vocabulary))
        if each.span.start <= end and start <= each.span.end
    ]
    text = Text(before)
    low = min([start, *(text.line_starts[text.line_of(span.start)] for span in touched)])
    high = max([end, *(text.line_span(text.line_of(span.end)).end for span in touched)])
    assert after[:low] == before[:low]
    assert after.endswith(before[high:])
