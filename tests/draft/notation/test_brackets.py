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


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("above", ["*Noting* the ropes,[^1]", "*Noting* an open [^1", "a \\[ alone", "  \t", "x ]"])
def test_the_paragraph_above_has_no_part_in_a_bracket(above: str, end: str):
    written = f"{above}{2 * end}the [growing] [increasing] number,{2 * end}*Noting* it,[^2]{2 * end}~~Struck,~~{end}"
    read = f"{above}{2 * end}the growing number,{2 * end}*Noting* it,[^2]{2 * end}{end}"
    assert canonical(written).content == read


def test_names_behind_a_mark_stand_at_the_end_of_a_line():
    written = "the bells, (G77, EU)\nthe ropes (G77)\nthe bells; (Mexico) \nthe bells, (as it was)"
    assert canonical(written + OPEN).content.strip() == (
        "the bells, \nthe ropes (G77)\nthe bells;  \nthe bells, (as it was)"
    )


@pytest.mark.parametrize("label", ["PP1", "  OP 2", "\tPP12 bis"])
def test_labels_at_the_start_of_a_line_tell_a_text_under_negotiation(label: str):
    assert canonical(f"The plan\n{label} bells, [few] ropes,").content == f"The plan\n{label} bells, few ropes,"


@pytest.mark.parametrize("label", ["see PP1", "COP1", "P P1", "PP", "PP1234"])
def test_other_words_do_not(label: str):
    written = f"The plan\n{label} bells, [few] ropes,"
    assert canonical(written).content == written


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


def test_a_bracket_that_nothing_closes_holds_no_other(read: Callable[[str], Draft]):
    paragraphs = "1. *Decides* to [ring the bells; [Peru: delete]\n\n2. *Urges* [all] [few]."
    draft = read(f"*The General Assembly*,\n\n{paragraphs}\n")
    assert [draft.text.slice(span) for span in draft.bracketed] == ["[Peru: delete]", "[all]", "[few]"]
