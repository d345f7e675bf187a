"""Text in grey behind the cursor: only what is likely, only at the end of a line, never with other changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import parse
from reslint.phrasing import Sources
from reslint.phrasing.inline import propose_inline
from reslint.text import Text

from .conftest import HEAD

TWICE = f"""{HEAD}*Noting* the joint programme of island ferries and their keepers,

*Welcoming* the joint programme of island ferries, and its report,

"""


@pytest.fixture
def grey(sources: Sources) -> Callable[[str], str | None]:
    """The text shown behind the bar."""

    def shown(text: str) -> str | None:
        before, _, after = text.partition("|")
        draft = parse(Text(before + after), sources.vocabulary, forced=True)
        found = propose_inline(draft, len(before), sources)
        if found is None:
            return None
        typed = before[found.span.start :]
        assert found.span.end == len(before)
        assert found.text.startswith(typed)
        return found.text[len(typed) :]

    return shown


def test_a_phrase_goes_on_as_it_does_elsewhere_in_the_draft(grey):
    assert grey(f"{TWICE}1. *Supports* the joint programme|") == " of island ferries"
    assert grey(f"{TWICE}1. *Supports* the joint prog|") == "ramme of island ferries"


def test_a_phrase_that_stands_once_or_goes_on_in_two_ways_is_left_to_the_writer(grey):
    once = TWICE.replace("Welcoming* the joint", "Welcoming* the common")
    assert grey(f"{once}1. *Supports* the joint prog|") is None
    assert grey(f"{TWICE}1. *Supports* the joint programme of island ferries|") is None


def test_within_a_line_and_outside_paragraphs_nothing_is_shown(grey):
    assert grey(f"{TWICE}1. *Supports* the joint prog| in full;") is None
    assert grey(f"**The joint prog|**\n\n{TWICE}") is None


def test_a_formula_is_shown_once_enough_of_it_is_typed(grey):
    start = f"{HEAD}1. *Requests* the Secretary-General to report on the"
    assert grey(f"{start}|") is None
    assert grey(f"{start} implem|") == "entation of the present resolution"


def test_what_adds_a_note_elsewhere_is_not_shown(grey):
    assert grey(f"{HEAD}*Recalling* the United Nations Convention against Corrup|") is None
