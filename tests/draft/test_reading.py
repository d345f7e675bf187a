"""Lines and blocks read the same whatever their length and whatever was read before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.draft import parse
from reslint.draft.reading import finished
from reslint.text import Text
from reslint.text.record import replace

TAIL = " the keepers of the lighthouse to count every passing ship" * 6


@pytest.mark.parametrize(
    ("start", "kind", "label"),
    [
        ("1. *Requests*", "operative", "1"),
        ("12\\. *Requests*", "operative", "12"),
        ("*Urges*", "operative", ""),
        ("(b) To ask", "subparagraph", "b"),
        ("- To ask", "subparagraph", ""),
        ("[^harbour]: See", "note", "harbour"),
        ("| a", "table", ""),
    ],
)
def test_the_start_of_a_line_says_the_same_whatever_follows(read, start, kind, label):
    for tail in (" all;", TAIL + ";"):
        draft = read(f"The General Assembly,\n\n*Noting* the sea,\n\n1. *Decides*:\n\n{start}{tail}\n", forced=True)
        found = [node for node in draft.nodes(kind) if draft.text.slice(node.span).startswith(start)]
        assert [node.label for node in found] == [label]


def test_a_separator_and_a_bold_title_may_be_long(read):
    rule, title = "- " * 120 + "-", f"**On{TAIL}**"
    draft = read(f"{title}\n\nThe General Assembly,\n\n1. *Requests* help.\n\n{rule}\n")
    assert draft.text.slice(draft.nodes("title")[0].span) == title
    assert draft.text.slice(draft.nodes("separator")[0].span) == rule


def test_a_long_line_that_only_begins_like_a_separator_is_words(read):
    draft = read("* " * 100 + "*Recalling* the sea,\n")
    assert draft.nodes("separator") == ()


def test_a_page_line_is_one_only_as_a_whole(read):
    text = "The General Assembly,\n\n1. *Requests* help.\n\nPage 1 of 2{}\n\n2. *Thanks* all.\n"
    assert len(read(text.format("")).nodes("page-line")) == 1
    assert read(text.format(TAIL)).nodes("page-line") == ()


@pytest.mark.parametrize(
    ("words", "is_finished"),
    [
        ("of the sea,", True),
        ("of the sea;[^4]", True),
        ("of the sea; and", True),
        ("of the “sea.”", True),
        ("of the sea", False),
        ("of the sea, the lake", False),
        ("of the sea!", True),
        ("of the sea?", True),
        ("of the sea,² ", True),
        ("of the sea,<sup>12</sup>", True),
        ("of the sea; 3/", True),
        ("of the sea,*", True),
        ("of the sea, then", False),
        ("of the sea,and", False),
        ("of the sea-", False),
        ("", False),
    ],
)
def test_a_paragraph_is_finished_by_a_mark_and_what_may_stand_behind_it(words, is_finished):
    assert finished(words) is is_finished


BLOCKS = st.sampled_from(
    [
        "The General Assembly,", "The Commission on Lakes,", "*Recalling* its wish,", "Noting with concern the ice,",
        "1. *Requests* the keepers to row;", "2. *Decides* to meet:", "(a) Boats;", "(i) Oars,", "Annex",
        "We, the Heads of State, met.", "5th plenary meeting", "I", "**Annex II**", "# Heading", "Distr.: Limited",
        "Peru: draft resolution", "Page 1 of 2", "[^1]: A note.", "<!-- one\ntwo -->", "of the lake", "further words,",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, max_size=14), st.sampled_from(["\n", "\n\n", "\r\n\r\n"]))
def test_what_was_read_before_changes_nothing(vocabulary, blocks, gap):
    text = Text(gap.join(blocks))

    def drawn(draft):
        return [(node.kind, node.span, node.label, node.level, node.body) for node in draft.nodes()]

    # A vocabulary of its own remembers nothing yet.
    assert drawn(parse(text, vocabulary)) == drawn(parse(text, replace(vocabulary)))


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("Boats and oars", "heading"),
        ("*Boats and oars*", "heading"),
        ("_boats and oars_", "heading"),
        ("boats and oars", "preambular"),
        ("Boats and oars,", "preambular"),
        ("B" + "o" * 89, "heading"),
        ("B" + "o" * 90, "preambular"),
        ("**Boats and oars,**", "heading"),
        ("**Boats** and oars,", "preambular"),
        ("**Boats *and* oars**¹", "heading"),
        ("__Boats and oars__[^1]", "heading"),
        ("# Boats and oars,", "heading"),
        ("#Boats and oars,", "preambular"),
        ("Noting boats", "preambular"),
        ("5th plenary meeting", "meeting-line"),
        ("*5th plenary meeting*", "meeting-line"),
        ("--", "preambular"),
        ("---", "separator"),
        ("\\* \\* \\*", "separator"),
        ("====", "separator"),
        ("Annex", "annex"),
        ("Annex II", "annex"),
        ("Annex II of the plan,", "preambular"),
        ("**Annex II of the plan,**", "annex"),
        ("Annex II\nof the plan.", "annex"),
        ("II", "part"),
        ("XXXVIII", "part"),
        ("**II Boats**", "part"),
        ("II boats and their oars,", "preambular"),
        ("II Boats and their oars", "heading"),
        ("II,", "preambular"),
        ("***Boats*** and oars,", "preambular"),
        ("***Boats and oars,***", "heading"),
    ],
)
def test_a_block_between_preambular_paragraphs_is_what_it_looks_like(read, block, kind):
    draft = read(f"The General Assembly,\n\n*Noting* the sea,\n\n{block}\n\n*Noting* it,\n\n1. *Decides* it.\n")
    (found,) = (node for node in draft.nodes("resolution")[0].children if draft.text.slice(node.span).startswith(block))
    assert found.kind == kind


def test_an_emphasised_colon_leads_to_what_is_listed(read):
    draft = read("The General Assembly,\n\n1. *Urges the use of:*\n\nBoats\n\nOars\n\n2. *Decides* it.\n")
    assert [draft.view(node).text for node in draft.nodes("paragraph")] == ["Boats", "Oars"]


@pytest.mark.parametrize(
    ("line", "enacts"),
    [
        ("The General Assembly", True),
        ("The Commission on " + "Lakes and " * 5 + "Rivers,", True),
        ("the General Assembly,", False),
        ("The General Assembly of Boats,", False),
        ("1. The General Assembly,", False),
        ("# The General Assembly,", True),
    ],
)
def test_a_line_enacts_by_the_whole_name_of_an_organ(read, line, enacts):
    assert read(f"{line}\n\n1. *Decides* it;\n\n2. *Urges* care.\n").is_whole is enacts
