"""Tracked changes in mark-up: read as if they were accepted, and never written over."""

from __future__ import annotations

import pytest

from reslint.draft import parse
from reslint.draft.notation import canonical
from reslint.engine import fix_all, lint, load
from reslint.text import Text


@pytest.mark.parametrize(
    "written",
    [
        "*Requests* the <del>old</del> <ins>new</ins> report",
        '*Requests* the <ins datetime="2026">new</ins> <s>old</s> report',
        "*Requests* the {--old--} {++new++} report",
        "*Requests* the {~~old~>new~~} report{>>by whom?<<}",
        "*Requests* the {==new==} report",
        '*Requests* the [old]{.deletion author="A"} [new]{.insertion author="B"} report',
        '*Requests* the [By whom?]{.comment-start id="0"}new[]{.comment-end id="0"} report',
    ],
)
def test_deleted_words_are_absent_and_inserted_ones_present(written: str):
    assert canonical(written).content == "*Requests* the new report"


def test_no_fix_writes_over_what_is_deleted():
    words = "1. *Requests* the the <del>Council</del>Council to meet, {--and--} to to act;\n\n2. *Urges* haste.\n"
    rules = load(["un"])
    fixed = fix_all(Text(words), lambda text: lint(parse(text, rules.vocabulary), rules).findings)
    assert "<del>Council</del>" in fixed.text.content
    assert "{--and--}" in fixed.text.content
