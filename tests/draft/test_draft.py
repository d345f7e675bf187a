"""A parsed draft answers: runs, neighbours, organs, stage, notes."""

from __future__ import annotations

import re

import pytest

from reslint.draft import Organ, parse
from reslint.text import Text
from reslint.text.record import replace

HEAD = "*The General Assembly*,\n\n"
PLAIN = HEAD + "*Recalling* the sea,\n\n1. *Decides* it;\n\n2. *Urges* care.\n"


@pytest.mark.parametrize("between", ["[^1]: N.", "<!-- so far -->", "Page 1 of 2", "\\* \\* \\*"])
def test_some_things_stand_between_neighbours_without_parting_them(read, between):
    draft = read(HEAD + f"1. *Urges* a;\n\n{between}\n\n2. *Urges* b.\n")
    first, second = draft.nodes("operative")
    assert draft.following(first) is second
    assert draft.previous(second) is first
    assert draft.previous(draft.nodes("enacting-line")[0]) is None
    assert draft.following(second) is None


@pytest.mark.parametrize("between", ["**Boats**", "| a | b |"])
def test_other_things_part_neighbours(read, between):
    draft = read(HEAD + f"1. *Urges* a;\n\n{between}\n\n2. *Urges* b.\n")
    first, second = draft.nodes("operative")
    assert draft.following(first) is draft.previous(second)
    assert draft.following(first) is not second


def test_the_document_has_no_neighbours_and_is_alone_in_its_run(read):
    draft = read(PLAIN)
    assert draft.siblings(draft.root) == (draft.root,)
    assert (draft.parent(draft.root), draft.previous(draft.root), draft.following(draft.root)) == (None, None, None)


def test_items_of_one_level_below_one_paragraph_are_a_run(read):
    draft = read(HEAD + "1. *Urges*:\n\n(a) A:\n\n(i) B;\n\n(ii) C;\n\n(b) D;\n\nand more;\n\n2. *Urges*:\n\n(a) E.\n")
    runs = {tuple(one.label for one in draft.siblings(node)) for node in draft.nodes("subparagraph")}
    assert runs == {("a", "b"), ("i", "ii"), ("a",)}


def test_numbers_run_on_from_the_resolution_into_its_parts(read):
    draft = read(HEAD + "*Recalling* it,\n\n1. *Decides* it;\n\nI\n\n2. *Urges* a;\n\nII\n\n3. *Urges* b.\n")
    for node in draft.nodes("operative"):
        assert [one.label for one in draft.siblings(node)] == ["1", "2", "3"]


def test_nodes_are_given_in_the_order_of_the_text(read):
    draft = read(PLAIN)
    assert [node.kind for node in draft.nodes("operative", "preambular")] == ["preambular", "operative", "operative"]
    assert draft.nodes("annex") == ()
    assert draft.nodes()[0] is draft.root


def test_a_text_is_adopted_when_its_masthead_or_its_end_says_so(read):
    assert read(PLAIN).stage == "draft"
    assert read("Distr.: Limited\n\n" + PLAIN).stage == "draft"
    assert read("Distr.: Limited\n\nResolution adopted by it\n\n" + PLAIN).stage == "adopted"
    assert read(PLAIN + "\n5th plenary meeting\n").stage == "adopted"


def test_the_organ_of_a_node_is_that_of_its_resolution(read):
    draft = read(
        "**A**\n\n" + PLAIN + "\n**B**\n\n*The Security Council*,\n\n*Noting* it,\n\n1. *Decides* it:\n\n(a) Boats.\n\n"
        "**C**\n\n*The Commission on Lakes*,\n\n*Noting* it,\n\n1. *Decides* it.\n"
    )
    assert draft.organs == ("General Assembly", "Security Council", "Commission on Lakes")
    adopters = [draft.organ(node) for node in draft.nodes("resolution")]
    assert adopters == [
        Organ("General Assembly", "the Assembly"), Organ("Security Council", "the Council", "sc"),
        Organ("Commission on Lakes"),
    ]  # fmt: skip
    assert draft.organ(draft.nodes("subparagraph")[0]) == adopters[1]
    assert draft.organ(draft.root) is None
    assert [draft.resolution(node) for node in draft.nodes("enacting-line")] == list(draft.nodes("resolution"))
    assert draft.resolution(draft.root) is draft.root


def test_one_organ_that_adopts_two_texts_is_named_once(read):
    assert read(PLAIN + "\n" + PLAIN).organs == ("General Assembly",)


def test_a_line_that_no_lexicon_knows_names_no_organ(read):
    draft = read("THE CLUB OF LAKES,\n\n*Recalling* it,\n\n1. *Decides* it.\n")
    assert draft.organs == ()
    assert draft.organ(draft.nodes("operative")[0]) is None


def test_of_several_names_in_a_heading_the_longest_is_meant(vocabulary):
    organs = (Organ("Council"), Organ("Security Council", "", "sc"), Organ("Assembly"))
    layout = replace(vocabulary.layout, committee=(re.compile("Chair: nobody"), re.compile(r"Committee:.+")))
    own = replace(vocabulary, organs=organs, layout=layout)
    draft = parse(Text("Committee: Security Council\n\nTopic: Lamps\n\n1. *Decides* it;\n\n2. *Urges* care.\n"), own)
    assert draft.organs == ("Security Council",)
    assert {draft.organ(node).name for node in draft.nodes()} == {"Security Council"}


def test_markers_are_in_the_order_of_the_text_though_a_note_cut_a_paragraph(read):
    draft = read(HEAD + "*Recalling* the sea[^1] of\n\n[^1]: See it.[^3]\n\nall boats,[^2]\n\n1. *Decides* it.\n")
    assert [marker.label for marker in draft.markers] == ["1", "3", "2"]
    assert [marker.node.kind for marker in draft.markers] == ["preambular", "note", "preambular"]
    assert [draft.text.slice(marker.span) for marker in draft.markers] == ["[^1]", "[^3]", "[^2]"]


def test_the_numeral_of_a_part_and_of_an_annex_is_its_label(read):
    draft = read(HEAD + "**Part I**\n\n1. *Decides* it.\n\nAnnex\n\nWords.\n\n**Annex II**\n\nWords.\n")
    assert [node.label for node in draft.nodes("part", "annex")] == ["I", "", "II"]
    draft = read("A\n\n" + PLAIN + "\nII\n\n" + PLAIN)
    assert [node.label for node in draft.nodes("resolution")] == ["A", "II"]


def test_a_comma_makes_an_enacting_line_of_an_organ_before_any_words(read):
    for words in ("The boats are many.", "We, the Heads of State, met."):
        assert read(f"The Security Council,\n\n{words}\n").is_whole
        assert not read(f"The Security Council\n\n{words}\n").is_whole
    assert read("The Security Council\n\n1. *Decides* it.\n").is_whole
    assert read("The Security Council\n\nI\n\n1. *Decides* it.\n").is_whole
    assert read("The Security Council,\n").is_whole
    assert read("The Security Council,\n").is_resolution


def test_participles_alone_make_no_resolution(read):
    assert not read("Recalling the sea,\n\nNoting the boats,\n\nWords of it.\n").is_resolution
    assert not read("1. Decides it;\n\nWords of it.\n").is_resolution
    assert read("1. Decides it;\n\n2. Urges care.\n").is_resolution
    assert read("Recalling the sea,\n\n1. Decides it.\n").is_resolution
    assert not read("Recalling the sea,\n\n(a) Decides it;\n\nDecides it.\n").is_resolution


@pytest.mark.parametrize("text", ["Recalling the sea;\n\n1. Decides it.\n", "Recalling the sea,\n\n1. Decides that:\n"])
def test_two_paragraphs_of_both_kinds_make_a_resolution_whatever_ends_them(read, text):
    assert read(text).is_resolution


def test_a_chapeau_stands_before_a_fragment(read):
    draft = read("The Commission recommends to all the following draft resolution:\n\n*Decides* it.\n", forced=True)
    assert [node.kind for node in draft.root.walk()] == ["document", "chapeau", "resolution", "operative"]


@pytest.mark.parametrize("above", ["Page 1 of 2", "<!-- so far -->", "# Lamps"])
def test_a_fragment_does_not_begin_before_its_first_paragraph(read, above):
    draft = read(f"{above}\n\nAgenda item 3\n\n*Decides* it.\n", forced=True)
    assert "Agenda item 3" in [draft.view(node).text for node in draft.nodes("masthead")]
    assert [node.kind for node in draft.nodes("resolution")[0].children] == ["operative"]


def test_no_text_at_all_is_an_empty_resolution_where_one_is_asked_for(read):
    draft = read("", forced=True)
    assert [(node.kind, node.span) for node in draft.nodes()] == [("document", (0, 0)), ("resolution", (0, 0))]


def test_a_node_has_its_label_its_pieces_and_all_below_it_in_its_span(read):
    draft = read(HEAD + "*Recalling* it,\n\n2\\. *Decides* that\n\n02-12345 (E)\n\nboats row:\n\n(a) To sea;\n")
    (node,) = draft.nodes("operative")
    assert draft.text.slice(node.label_span) == "2\\."
    assert [draft.text.slice(piece) for piece in node.body] == ["*Decides* that", "boats row:"]
    assert draft.text.slice(node.span).endswith("(a) To sea;")
    draft = read(HEAD + "*Recalling* it,\n\n2. *Decides* that\n\n02-12345 (E)\n\nboats row.\n")
    assert draft.text.slice(draft.nodes("operative")[0].span).endswith("boats row.")


def test_sponsors_stand_before_a_fragment_and_make_a_title_of_the_line_between(read):
    draft = read("Peru: draft resolution\n\nCare of lamps\n\n*Decides* it.\n", forced=True)
    assert [node.kind for node in draft.root.children] == ["sponsors", "resolution"]
    assert [draft.view(node).text for node in draft.nodes("title")] == ["Care of lamps"]
    draft = read("Care of lamps\n\n*Decides* it.\n", forced=True)
    assert [node.kind for node in draft.root.walk()] == ["document", "masthead", "resolution", "operative"]


def test_headings_alone_are_the_body_of_a_fragment(read):
    draft = read("# Lamps\n\n## Buoys\n", forced=True)
    assert [node.kind for node in draft.root.walk()] == ["document", "resolution", "heading", "heading"]
