"""Drafts as people write them: without blank lines, with labels and headings on lines of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import Draft, Node

START = "*The General Assembly*,\n\n*Recalling* its resolution on bells,\n"


def outline(draft: Draft) -> list[str]:
    shown = ("preambular", "operative", "subparagraph", "part", "heading", "enacting-line", "meeting-line")
    return [f"{node.kind} {node.label}".strip() for node in draft.nodes(*shown)]


def words(draft: Draft, node: Node) -> str:
    return draft.view(node).text


Read = Callable[[str], Draft]


def test_an_opener_after_a_number_begins_a_paragraph_although_the_one_above_has_no_end(read: Read):
    draft = read(f"{START}*Noting* the work of ringers\n1. *Condemns* noise;\n2. Urges silence.\n")
    assert outline(draft)[1:] == ["preambular", "preambular", "operative 1", "operative 2"]


def test_a_number_at_the_start_of_a_wrapped_line_begins_no_paragraph(read: Read):
    draft = read(f"{START}\n1. *Notes* the offers referred to in paragraph\n4. of the report on bells.\n")
    assert outline(draft)[2:] == ["operative 1"]


@pytest.mark.parametrize("heading", ["I. Lights", "I.", "Part I", "**I. Lights**", "## I. Lights", "I\nLights"])
def test_a_heading_directly_above_a_paragraph_is_a_part(read: Read, heading: str):
    draft = read(f"{START}{heading}\n1. *Notes* the bells;\n{heading.replace('I', 'II', 1)}\n2. *Urges* silence.\n")
    shown = [line for line in outline(draft) if not line.startswith("heading")]
    assert shown[1:] == ["preambular", "part I", "operative 1", "part II", "operative 2"]
    assert words(draft, draft.nodes("operative")[0]) == "Notes the bells;"


def test_a_short_line_between_two_paragraphs_is_a_heading(read: Read):
    draft = read(f"{START}1. *Notes* the bells;\nFollow-up\n2. *Urges* silence.\n")
    assert outline(draft)[2:] == ["operative 1", "heading", "operative 2"]


def test_a_wrapped_paragraph_that_ends_in_a_name_holds_no_heading(read: Read):
    draft = read(f"{START}1. *Notes* the bells of the\nUnited Nations;\n2. *Urges* silence.\n")
    assert outline(draft)[2:] == ["operative 1", "operative 2"]


def test_a_label_alone_belongs_to_the_paragraph_below(read: Read):
    draft = read(f"{START}\n1.\n\nNotes the bells;\n\n2.\n\n*Requests* ringers:\n\na.\n\nTo ring;\n\nb.\n\nTo stop.\n")
    assert outline(draft)[2:] == ["operative 1", "operative 2", "subparagraph a", "subparagraph b"]
    assert words(draft, draft.nodes("operative")[0]) == "Notes the bells;"


@pytest.mark.parametrize("first", ["1. (a)", "1. a)", "1\\. \\(a)"])
def test_a_number_and_a_letter_on_one_line_are_two_levels(read: Read, first: str):
    draft = read(
        f"{START}\n{first} *Urges* ringers to ring;\n\n(b) *Requests* them to stop;\n\n2. *Notes* the bells.\n"
    )
    assert [line.split()[0] for line in outline(draft)[2:]] == [
        "operative",
        "subparagraph",
        "subparagraph",
        "operative",
    ]
    operative, item = draft.nodes("operative")[0], draft.nodes("subparagraph")[0]
    assert (operative.label, operative.body) == ("1", ())
    assert (item.label, words(draft, item)) == ("a", "Urges ringers to ring;")


@pytest.mark.parametrize("line", ["### The General Assembly,", "# *The General Assembly*,"])
def test_a_heading_of_markdown_may_name_the_organ(read: Read, line: str):
    draft = read(f"{line}\n\n*Recalling* bells,\n\n1. *Notes* them.\n")
    assert outline(draft) == ["enacting-line", "preambular", "operative 1"]


def test_a_meeting_line_needs_no_blank_line(read: Read):
    draft = read(f"{START}1. *Notes* the bells.\n30th plenary meeting\n1 November 2018\n")
    assert outline(draft)[2:] == ["operative 1", "meeting-line"]


@pytest.mark.parametrize("line", ["The Security Council (UNSC),", "*The General Assembly (New York, 2026),*"])
def test_an_enacting_line_may_have_an_abbreviation_or_a_place(read: Read, line: str):
    draft = read(f"Sponsors: Peru\n\n{line}\n\n*Recalling* bells,\n\n1. *Notes* them.\n")
    assert outline(draft) == ["enacting-line", "preambular", "operative 1"]
    assert draft.organs in (("Security Council",), ("General Assembly",))


def test_an_enacting_line_may_stand_below_its_preamble(read: Read):
    draft = read("*Recalling* bells,\n\n*Noting* ropes,\n\nThe General Assembly\n\n1. *Notes* them.\n")
    assert outline(draft) == ["preambular", "preambular", "enacting-line", "operative 1"]


def test_an_organ_below_a_bold_title_needs_no_blank_line_and_no_comma(read: Read):
    draft = read("**Bells**\n*The General Assembly*\n*Adopts* the plan for bells.\n")
    assert outline(draft) == ["enacting-line", "operative"]


def test_a_number_without_its_stop_counts_and_is_doubted(read: Read):
    draft = read(f"{START}\n1. *Notes* the bells;\n\n2 *Condemns* theft;\n\n3. *Decides* to ring.\n")
    assert outline(draft)[2:] == ["operative 1", "operative 2", "operative 3"]
    assert [node.doubt for node in draft.nodes("operative")] == ["", "stop", ""]


def test_a_figure_without_a_stop_is_a_figure(read: Read):
    draft = read(f"{START}\n1. *Notes* the bells of the\n2 Towers;\n\n2. *Decides* to ring.\n")
    assert outline(draft)[2:] == ["operative 1", "operative 2"]


def test_items_below_a_colon_may_have_lost_their_letters(read: Read):
    draft = read(f"{START}\n1. *Notes* the need of:\n\nNoting bells;\n\nWelcoming ropes;\n\n2. *Decides* to ring.\n")
    assert outline(draft)[2:] == ["operative 1", "subparagraph", "subparagraph", "operative 2"]
    assert {node.doubt for node in draft.nodes("subparagraph")} == {"letters"}


@pytest.mark.parametrize(
    "cut", ["para.\n    72.", "paras. 3,\n4. and 5.", "annex,\n(b) of it.", "Adopted on\n12 May 2020."]
)
def test_a_number_in_a_wrapped_note_is_none_of_a_paragraph(read: Read, cut: str):
    draft = read(f"{START}\n1. *Notes* the bells.[^1]\n\n1 May 2020\n\n[^1]: A/80/1, {cut}\n")
    assert outline(draft)[2:] == ["operative 1"]
    assert [node.label for node in draft.nodes("note")] == ["1"]


def test_a_paragraph_directly_below_a_note_is_the_next_one(read: Read):
    draft = read(f"{START}1. *Notes* bells:[^1]\n(a) Old;\n[^1]: A/80/1.\n(b) New;\n[^2]: A/80/2.\n2. Urges silence.\n")
    assert outline(draft)[2:] == ["operative 1", "subparagraph a", "subparagraph b", "operative 2"]


def test_a_symbol_may_end_a_wrapped_sentence(read: Read):
    draft = read(f"{START}\n1. *Notes* the reports A/80/1 and\nA/C.6/80/SR.16.\n")
    assert words(draft, draft.nodes("operative")[0]).endswith("SR.16.")
    assert not draft.nodes("page-line")


@pytest.mark.parametrize("letter", ["(b)", "(9)"])
def test_a_letter_of_a_list_inside_a_sentence_is_no_item_where_a_line_begins_with_it(read: Read, letter: str):
    draft = read(f"{START}\n1. *Asks* States (a) to ring; and\n{letter} to be silent.\n")
    assert outline(draft)[2:] == ["operative 1"]


def test_what_stands_behind_a_rule_ends_no_sentence(read: Read):
    words = f"{START}\n1. *Notes* the bells of\n\n[^1]: A/80/1.\n\n{{}}Towers;\n"
    assert len(read(words.format("")).nodes("operative")[0].body) == 2
    assert len(read(words.format("---\n\n")).nodes("operative")[0].body) == 1


def test_an_underlined_meeting_line_needs_no_blank_line(read: Read):
    draft = read(f"{START}\n1. *Notes* the bells.\n<u>95th plenary meeting 28 June 2024</u>\n")
    assert outline(draft)[2:] == ["operative 1", "meeting-line"]
