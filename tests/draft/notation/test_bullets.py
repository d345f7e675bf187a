"""Paragraphs that stand as items of a list without numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import Draft, parse
from reslint.engine import fix_all, lint, load
from reslint.text import Text

Read = Callable[[str], Draft]
BODY = "*The General Assembly*,\n\n{0}*Recalling* its plan for bells,\n{0}*Noting* the ropes,\n\n"


def kinds(draft: Draft) -> list[str]:
    return [node.kind for node in draft.nodes("preambular", "operative", "subparagraph")]


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "-   "])
@pytest.mark.parametrize("heading", ["", "### Preambular clauses\n\n", "**Preamble:**\n\n", "Preamble:\n"])
def test_bullets_before_openers_are_nothing(read: Read, bullet: str, heading: str):
    words = BODY.format(bullet).replace("\n\n", f"\n\n{heading}", 1)
    draft = read(f"{words}1. *Notes* them;\n\n2. *Decides* to ring.\n")
    assert kinds(draft) == ["preambular", "preambular", "operative", "operative"]


@pytest.mark.parametrize("bullet", ["- ", "  - "])
def test_a_preamble_that_begins_the_text_may_have_bullets(read: Read, bullet: str):
    draft = read(BODY.format(bullet).partition("\n\n")[2] + "1. *Decides* to ring.\n")
    assert kinds(draft) == ["preambular", "preambular", "operative"]


def test_paragraphs_without_numbers_may_have_bullets_too(read: Read):
    draft = read(BODY.format("") + "- *Urges* silence;\n- *Decides* to ring.\n")
    assert kinds(draft) == ["preambular", "preambular", "operative", "operative"]


def test_a_list_that_a_colon_leads_is_one_whatever_its_items_begin_with(read: Read):
    draft = read(BODY.format("") + "1. *Urges* States:\n\n- Recalling bells,\n- Noting ropes,\n- Welcoming silence.\n")
    assert kinds(draft)[2:] == ["operative", "subparagraph", "subparagraph", "subparagraph"]


def test_bullets_below_an_item_stay_what_they_are(read: Read):
    draft = read(BODY.format("") + "1. *Urges* the use of:\n\n- Bells;\n- Ropes.\n")
    assert kinds(draft)[2:] == ["operative", "subparagraph", "subparagraph"]


def test_fixes_keep_the_bullets():
    rules = load(["un"])
    words = BODY.format("- ") + "1. *Notes* the the bells;\n\n2. *Decides* to ring.\n"
    fixed = fix_all(Text(words), lambda text: lint(parse(text, rules.vocabulary), rules).findings)
    assert "- *Recalling* its plan" in fixed.text.content
