"""Spaces and blank lines of a draft, put in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reslint.draft import Draft
from reslint.engine.edits.spacing import Spacing, blocks_of, spacing_edits
from reslint.text import apply_edits

HEAD = "*The General Assembly*,\n\n"


@pytest.fixture(scope="session")
def spaced(read: Callable[[str], Draft]) -> Callable[..., str]:
    return lambda words, **wish: apply_edits(words, spacing_edits(read(words), Spacing(**wish)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("*Noting* it,\n\n\n\n1. *Decides* to wait.\n", "*Noting* it,\n\n1. *Decides* to wait.\n"),
        ("*Noting* it,\n \t\n1. *Decides* to wait.\n", "*Noting* it,\n\n1. *Decides* to wait.\n"),
        ("*Noting* it,\n1. *Decides* to wait;\n2. *Decides* to row.\n",
         "*Noting* it,\n\n1. *Decides* to wait;\n\n2. *Decides* to row.\n"),
        ("1. *Decides*:\n(a) To row;\n(b) To sing.\n", "1. *Decides*:\n\n(a) To row;\n\n(b) To sing.\n"),
        ("1. *Decides*:\n\n- To row;\n- To sing.\n", "1. *Decides*:\n\n- To row;\n- To sing.\n"),
        ("*Noting* it[^1] and fog,[^2]\n\n[^1]: It.\n[^2]: Fog.\n",
         "*Noting* it[^1] and fog,[^2]\n\n[^1]: It.\n[^2]: Fog.\n"),
        ("*Noting* it,\n\n<!-- why -->\n1. *Decides* to wait.\n",
         "*Noting* it,\n\n<!-- why -->\n1. *Decides* to wait.\n"),
        ("1. *Decides* to wait.\n\n\n\n", "1. *Decides* to wait.\n"),
        ("1. *Decides* to wait.", "1. *Decides* to wait.\n"),
    ],
)  # fmt: skip
def test_blocks_have_one_blank_line_between_them_where_lists_and_notes_are_not_kept_close(
    spaced: Any, before: str, after: str
) -> None:
    assert spaced(HEAD + before) == HEAD + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1.   *Decides*  to\twait.", "1. *Decides* to wait."),
        ("1.*Decides* to wait.", "1. *Decides* to wait."),
        ("1.\t*Decides*:\n\n(a)To row;", "1. *Decides*:\n\n(a) To row;"),
        ("*Noting* it,¹\n\n¹It  is.\n\n² Fog.", "*Noting* it,¹\n\n¹It is.\n\n² Fog."),
        ("1. *Decides* to type `two  blanks`  <!-- a  b -->  so.",
         "1. *Decides* to type `two  blanks` <!-- a  b --> so."),
        ("*Noting*  [a  link](to/a \"b  c\") and <sup  id=\"a  b\">it</sup>,",
         "*Noting* [a link](to/a \"b  c\") and <sup  id=\"a  b\">it</sup>,"),
        ("*Noting*\u00a0 it,", "*Noting*\u00a0 it,"),
        ("1.  *Decides* to wait for\n    the  tide;", "1. *Decides* to wait for\n   the tide;"),
        ("1.  *Decides* to wait for\n  the tide;", "1. *Decides* to wait for\n  the tide;"),
    ],
)  # fmt: skip
def test_words_have_one_space_between_them_and_before_the_first(spaced: Any, before: str, after: str) -> None:
    assert spaced(f"{HEAD}{before}\n") == f"{HEAD}{after}\n"


@pytest.mark.parametrize(
    "kept",
    [
        "| a   b |\n|:--   --|\n| c |  d |",
        "```\nif  so:\n\n\n    go  on\n```",
        "~~~\nif  so:\n\n\n    go  on\n~~~",
        "<!-- columns:\n\n\n  a   b  \n-->",
    ],
)
def test_tables_code_and_comments_keep_every_space(spaced: Any, kept: str) -> None:
    words = f"{HEAD}1. *Decides* to wait;\n\n{kept}\n\n2. *Decides* to row.\n"
    assert spaced(words) == words
    assert spaced(words, trailing=True) == words


def test_what_stands_in_columns_stays_in_columns(spaced: Any) -> None:
    rows = "Annex\n\nBoats      Oars\n\nA boat  has oars.\n"
    assert spaced(f"{HEAD}1. *Decides* to row.\n\n{rows}") == f"{HEAD}1. *Decides* to row.\n\n" + rows.replace(
        "boat  has", "boat has"
    )
    head = "---\ntitle:  Boats\n\n\nby:  us\n---\n\n**Boats**\n\n"
    assert spaced(f"{head}{HEAD}1. *Decides* to row.\n") == f"{head}{HEAD}1. *Decides* to row.\n"


def test_the_lines_above_and_below_a_resolution_stay_as_close_as_they_are(spaced: Any) -> None:
    above = "United Nations      A/C.3/81/L.5\nGeneral Assembly    Distr.: Limited\n\n"
    below = "\n*42nd plenary meeting*\n*3 December 2026*\n"
    words = f"{above}{HEAD}1. *Decides* to row.\n{below}"
    assert spaced(words) == words


def test_two_spaces_break_a_line_where_another_follows_and_go_where_none_does(spaced: Any) -> None:
    words = "*Noting* the tide \nand the fog    \nand the oars,  \n\n1. *Decides* to wait.  \n"
    assert spaced(HEAD + words) == HEAD + "*Noting* the tide\nand the fog  \nand the oars,\n\n1. *Decides* to wait.\n"
    listed = "1. *Decides* to wait;  \n2. *Decides* to row.\n"
    assert spaced(HEAD + listed) == HEAD + listed


def test_the_ends_of_lines_and_of_the_text_are_as_the_editor_is_told(spaced: Any) -> None:
    words = f"{HEAD}*Noting* the tide  \nand the fog, \n\n1. *Decides* to wait."
    assert spaced(words, trailing=False, final_line_end=False) == words
    assert spaced(words, trailing=True, final_line_end=False) == words.replace(" \n", "\n").replace(" \n", "\n")
    assert spaced(f"{words}\n\n\n", trailing=False, final_blank_lines=True) == f"{words}\n\n\n"


def test_a_rule_at_the_top_does_not_become_front_matter(spaced: Any) -> None:
    assert spaced(f"\n\n{HEAD}1. *Decides* to wait.\n") == f"{HEAD}1. *Decides* to wait.\n"
    assert spaced(f"\n---\n{HEAD}---\n").startswith("\n---\n")


def test_line_ends_stay_what_they_are(spaced: Any) -> None:
    words = f"{HEAD}*Noting* it,\n\n\n1. *Decides* to wait;\n2. *Decides* to row."
    after = f"{HEAD}*Noting* it,\n\n1. *Decides* to wait;\n\n2. *Decides* to row.\n"
    for end in ("\r\n", "\r"):
        assert spaced(words.replace("\n", end)) == after.replace("\n", end)


def test_the_blocks_of_a_draft_cover_all_that_is_not_blank(read: Any) -> None:
    words = f"{HEAD}# Tides\n\n*Noting* it,[^1]\n\n[^1]: It.\n\n* * *\n\n1. *Decides*:\n\n(a) To\n\n17-12345\n\nrow;\n"
    left = list(words)
    for block in blocks_of(read(words)):
        left[block.span.start : block.span.end] = " " * len(block.span)
    assert not "".join(left).strip()
