"""Where one element of a text ends and the next begins, with blank lines between them or without."""

from __future__ import annotations

import re

import pytest

from reslint.draft import parse
from reslint.text import Text
from reslint.text.record import replace

HEAD = "The Security Council,\n"


def words(draft, kind):
    return [draft.view(node).text for node in draft.nodes(kind)]


def test_a_number_that_ends_a_sentence_on_the_next_line_is_no_label(read):
    draft = read(HEAD + "Recalling what it said in paragraph\n5. of its call,\nNoting the sea,\n1. Decides it.\n")
    assert words(draft, "preambular") == ["Recalling what it said in paragraph 5. of its call,", "Noting the sea,"]


def test_the_next_letter_begins_an_item_though_the_line_before_is_unfinished(read):
    draft = read(HEAD + "1. Urges:\n(a) Boats\n(b) Oars\n(d) of old\n2. Decides it.\n")
    assert [node.label for node in draft.nodes("subparagraph")][:2] == ["a", "b"]


def test_a_number_directly_below_an_empty_item_is_the_next_paragraph(read):
    draft = read(HEAD + "1. Urges the boats:\n(a)\n2. Decides to wait.\n")
    assert [node.label for node in draft.nodes("operative")] == ["1", "2"]


def test_the_words_of_a_number_may_stand_on_the_line_below_it(read):
    draft = read(HEAD + "Noting the sea,\n1.\n*Urges* care;\n2.\nDecides it.\n")
    assert [(node.label, draft.view(node).text) for node in draft.nodes("operative")] == [
        ("1", "Urges care;"), ("2", "Decides it."),
    ]  # fmt: skip


def test_a_numeral_alone_on_its_line_is_a_part_and_no_beginning_of_a_sentence(read):
    draft = read(HEAD + "Noting the sea,\n1. Urges care;\n\nPart III\nThe boats shall wait.\n\n2. Decides it.\n")
    assert words(draft, "heading") == ["Part III"]
    draft = read(HEAD + "Noting the sea,\n1. Urges care;\n\n**I**\nThe boats shall wait.\n\n2. Decides it.\n")
    assert words(draft, "heading") == ["I"]


def test_a_letter_alone_on_its_line_parts_two_texts(read):
    one = "The Security Council,\nNoting the sea,\n1. Urges care.\n"
    draft = read(f"A\n{one}\nB\n{one}")
    assert [node.label for node in draft.nodes("resolution")] == ["A", "B"]


@pytest.mark.parametrize("line", ["| a | b |", "## Boats", "Page 1 of 2", "\\* \\* \\*", "[^1]: A note.", "**Boats**"])
def test_some_lines_stand_for_themselves_without_a_blank_line_around_them(read, line):
    draft = read(HEAD + f"Noting the sea,\n1. Urges care;\n{line}\n2. Decides it.\n")
    assert words(draft, "operative") == ["Urges care;", "Decides it."]


def test_rows_of_a_table_are_one_table(read):
    draft = read(HEAD + "Noting it,\n1. Urges:\n\n| a |\n|---|\n| b |\nWords of it.\n\n| c |\n\n| d |\n")
    assert [draft.text.slice(node.span) for node in draft.nodes("table")] == ["| a |\n|---|\n| b |", "| c |", "| d |"]


def test_a_note_may_follow_an_unfinished_line(read):
    draft = read(HEAD + "Noting the sea[^1]\n[^1]: A note\nof two lines.\n1. Decides it.\n")
    assert words(draft, "note") == ["A note of two lines."]


def test_a_note_ends_where_a_finished_line_is_followed_by_an_opener(read):
    draft = read(HEAD + "Noting the sea[^1]\n[^1]: A note.\n*Noting* more,\n1. Decides it.\n")
    assert words(draft, "note") == ["A note."]
    draft = read(HEAD + "Noting the sea[^1]\n[^1]: A note\n*Noting* more,\n1. Decides it.\n")
    assert words(draft, "note") == ["A note Noting more,"]


def test_bare_numbers_are_notes_only_below_the_end_of_a_resolution(read):
    text = HEAD + "\nNoting it,\n\n8 Boats row,\n\n1. Decides it.\n\n5th plenary meeting\n\n8 Ibid.\n"
    assert [node.label for node in read(text).nodes("note")] == ["8"]
    assert [node.label for node in read(text + "\n" + text).nodes("note")] == ["8", "8"]


def test_bare_numbers_are_notes_below_a_meeting_line_in_italics_too(read):
    draft = read(HEAD + "\nNoting it,\n\n1. Decides it.\n\n*5th plenary meeting*\n\n8 Ibid.\n")
    assert [node.label for node in draft.nodes("note")] == ["8"]


def test_a_line_that_ends_in_bold_italics_is_no_bold_line(read):
    draft = read(HEAD + "\nNoting the boats of ***all***\n\nstates,\n\n***Boats***\n\n1. Decides it.\n")
    assert words(draft, "preambular") == ["Noting the boats of all states,"]
    assert words(draft, "heading") == ["Boats"]


def test_a_comment_inside_an_unfinished_paragraph_is_part_of_it(read):
    draft = read(HEAD + "Noting the boats\n<!-- so far -->\nof all,\n<!-- and more -->\n1. Decides it.\n")
    assert words(draft, "preambular") == ["Noting the boats  of all,"]
    assert [draft.parent(node).kind for node in draft.comments] == ["preambular", "resolution"]


def test_a_comment_before_words_on_its_line_is_part_of_them(read):
    draft = read("<!-- one -->Decides it<!-- two -->;\n\n<!-- open\n", forced=True)
    assert [draft.text.slice(node.span) for node in draft.comments] == ["<!-- one -->", "<!-- two -->"]
    assert [draft.parent(node).kind for node in draft.comments] == ["operative"] * 2


def test_lines_of_the_heading_block_stand_for_themselves_when_both_are_fields(read):
    draft = read("Forum: Ports\nTopic: Lights\nof all harbours\nCommittee: Pilots\n\nDecides it.\n", forced=True)
    assert words(draft, "masthead") == ["Forum: Ports", "Topic: Lights of all harbours", "Committee: Pilots"]


def test_a_long_finished_line_before_a_capital_ends_its_paragraph(read):
    long = "Noting the boats of all the harbours "
    long += "that have waited for so many years to be counted, painted and rowed,"
    assert len(long) in range(105, 121)
    for tail, count in (("", 1), (" and so on and so on,", 2)):
        draft = read(HEAD + f"{long}{tail}\nThe oars of these boats,\n1. Decides it.\n")
        assert len(draft.nodes("preambular")) == count
    draft = read(HEAD + f"{long} and so on and so on,\nthe oars of these boats,\n1. Decides it.\n")
    assert len(draft.nodes("preambular")) == 1


def test_front_matter_stands_at_the_start_alone(read):
    draft = read("---\na: 1\n...\n" + HEAD + "1. Decides it.\n")
    (matter,) = draft.nodes("front-matter")
    assert draft.text.slice(matter.span) == "---\na: 1\n..."
    assert matter.body == ()
    assert read("\n---\na: 1\n---\n" + HEAD + "1. Decides it.\n").nodes("front-matter") == ()


@pytest.mark.parametrize("line", ["Page 1 of 2", "\\* \\* \\*"])
def test_what_a_page_brings_has_no_words(read, line):
    draft = read(HEAD + f"\nNoting it,\n\n{line}\n\n1. Decides it.\n")
    (node,) = draft.nodes("page-line", "separator")
    assert node.body == ()


def test_patterns_of_a_vocabulary_keep_their_groups_and_flags(vocabulary):
    layout = replace(
        vocabulary.layout,
        page=(*vocabulary.layout.page, re.compile(r"sheet \d+$", re.IGNORECASE), re.compile(r"(\d)-(\w)-\1-\2$")),
    )
    own = replace(vocabulary, layout=layout)
    lines = ("SHEET 4", "sheet 4", "7-a-7-a", "Page 1 of 2")
    text = HEAD + "\nNoting it,\n\n" + "\n\n".join(lines) + "\n\npage 1 of 2\n\n1. Decides it.\n"
    draft = parse(Text(text), own)
    assert tuple(draft.text.slice(node.span) for node in draft.nodes("page-line")) == lines


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\r\r", "\n \n", "\n\t\n\n", "\r\n \r\n"])
def test_a_blank_line_is_one_whatever_ends_it_and_whatever_blanks_it_has(read, gap):
    text = gap.join(["Care of lamps", "Buoys and boats", "The Security Council,", "Noting it,", "1. Decides it."])
    assert words(read(text), "title") == ["Care of lamps", "Buoys and boats"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_without_a_blank_line_between_them_go_on_whatever_ends_them(read, end):
    text = end.join(["Care of lamps", "in harbours", "", "The Security Council,", "Noting it,", "1. Decides it."])
    assert words(read(text), "title") == ["Care of lamps in harbours"]


def test_an_organ_begins_a_resolution_without_a_blank_line_before_it(read):
    draft = read(HEAD + "Noting it,\n1. Decides it.\nThe General Assembly,\nNoting more,\n1. Urges it.\n")
    assert [len(node.children) for node in draft.nodes("resolution")] == [3, 3]


def test_the_title_below_a_letter_is_not_its_line(read):
    draft = read("A\nLamps and buoys\n" + HEAD + "Noting it,\n1. Decides it.\n")
    assert (words(draft, "heading"), words(draft, "title")) == (["A"], ["Lamps and buoys"])
