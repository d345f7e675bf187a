"""Texts under negotiation are read without brackets, remarks and struck text; nothing is fixed there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import Draft
from reslint.draft.notation import canonical
from reslint.text import Span

OPEN = "\n\n~~Struck,~~\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("*Noting* [with concern] the bells,", "*Noting* with concern the bells,"),
        ("the [growing] [increasing] number,", "the growing number,"),
        ("[*Urges*/*Encourages*] States", "*Urges* States"),
        ("[*Recalling* [also] the bells,]", "*Recalling* also the bells,"),
        ("[*Recalling* the bells,] [EU, Norway: delete]", "*Recalling* the bells,"),
        ("1. *Notes* them. [agreed ad ref]", "1. *Notes* them."),
        ("*Welcoming* the bells, (G77)", "*Welcoming* the bells, "),
        ("the bells [Mexico: and ropes] of", "the bells of"),
        ("2. [*Urges* ringers to ring;]", "2. *Urges* ringers to ring;"),
    ],
)
def test_the_sentence_is_read_as_if_it_were_agreed(written: str, read: str):
    assert canonical(written + OPEN).content.strip() == read.strip()


@pytest.mark.parametrize(
    "written",
    [
        "*Noting* the bells,[^1] and [ropes](http://example.org/),",
        "[*on the report of the First Committee (A/81/1)*]",
        "as he said, “[the Committee] may ring”,",
        "[...] and [sic] and [TBC] and [X]",
        "[1] and [2], [3] and [4]",
    ],
)
def test_other_brackets_are_left_alone(written: str):
    assert canonical(written).content == written


def test_paragraphs_keep_the_labels_of_the_plan(read: Callable[[str], Draft]):
    draft = read(
        "*The General Assembly*,\n\nPP1 *Recalling* bells,\n\nPP2 bis. *Noting* ropes,\n\nOP1 *Decides* to ring;\n\n"
        "1 bis. *Requests* silence;\n\nOP2 Alt. *Urges* all.\n"
    )
    assert [node.label for node in draft.nodes("preambular", "operative")] == ["PP1", "PP2 bis", "1", "1 bis", "2 alt"]


def test_no_fix_writes_in_or_beside_a_bracket(read: Callable[[str], Draft]):
    text = "*The General Assembly*,\n\n*Noting* [with concern] bells, [EU: delete]\n\n1. *Decides* to ring.\n"
    draft = read(text)
    at = text.index("[with")
    assert draft.is_closed(Span(at + 3, at + 5))
    assert draft.is_closed(Span(at, at))
    assert not draft.is_closed(Span(at - 3, at - 2))
    assert [draft.text.slice(span) for span in draft.bracketed] == ["[with concern]", "[EU: delete]"]
