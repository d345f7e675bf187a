"""Parts that a paragraph lacks and could simply be given."""

from __future__ import annotations

import pytest

from reslint.draft import parse
from reslint.engine.run.runner import lint
from reslint.phrasing.missing import missing
from reslint.text import Span, Text

from .conftest import HEAD

DRAFT = HEAD + (
    "*Recalling* its resolution 70/1 on 😀 ferries,\n\n*Recalling* the tides,\n\n"
    "1. *Requests* the Secretary-General to sail;\n\n2. {} the Secretary-General to row.\n"
)


@pytest.fixture
def lacking(sources):
    """The parts that a text lacks, each with the words before its place."""

    def found(text: str, span: Span | None = None) -> list[tuple[str, str]]:
        draft = parse(Text(text), sources.vocabulary)
        findings = lint(draft, sources.ruleset).findings
        several = missing(draft, findings, sources.ruleset, span or Span(0, len(text)))
        return [(text[: each.edit.span.start].rsplit("\n", maxsplit=1)[-1], each.words) for each in several]

    return found


def test_a_first_mention_lacks_its_date_and_a_repeated_opener_its_adverb(lacking):
    assert lacking(DRAFT.format("*Requests*")) == [
        ("*Recalling* its resolution 70/1", "of 25 September 2015"),
        ("*Recalling", "also"),
        ("2. *", "Also"),
    ]


@pytest.mark.parametrize("opener", ["*Further requests*", "*Requests also*", "*Invites*", "*Also requests*"])
def test_an_adverb_that_is_wrong_or_misplaced_or_not_due_is_not_lacking(lacking, opener: str):
    assert [words for _, words in lacking(DRAFT.format(opener))] == ["of 25 September 2015", "also"]


def test_later_mentions_lack_nothing(lacking):
    text = DRAFT.format("*Also requests*").replace("the tides", "the tides of its resolution 70/1")
    assert [words for _, words in lacking(text)] == ["of 25 September 2015", "also"]


def test_a_span_holds_what_is_due_at_its_ends(lacking):
    text = DRAFT.format("*Requests*")
    at = text.index(" on 😀")
    assert len(lacking(text, Span(at, at))) == 1
    assert lacking(text, Span(at + 1, at + 4)) == []


@pytest.mark.parametrize("body", ["Security Council resolution 1325 (2000)", "its resolution 69/999"])
def test_a_date_that_is_not_due_or_not_known_is_not_lacking(lacking, body: str):
    text = DRAFT.format("*Also requests*").replace("its resolution 70/1", body)
    assert [words for _, words in lacking(text)] == ["also"]
