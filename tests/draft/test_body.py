"""The body stands after the enacting line: paragraphs, parts, headings, annexes, declarations."""

from __future__ import annotations

import pytest

HEAD = "*The General Assembly*,\n\n"


def test_the_depth_of_a_heading_is_said_by_its_signs_or_by_its_letters(read):
    draft = read(HEAD + "## Lamps\n\n*Recalling* the sea,\n\n**Buoys**\n\n*Noting* it,\n\nBoats\n\n1. *Decides* it.\n")
    assert [(draft.view(node).text, node.level) for node in draft.nodes("heading")] == [
        ("Lamps", 2), ("Buoys", 1), ("Boats", 2),
    ]  # fmt: skip
    draft = read(HEAD + "1. *Decides* it.\n\nAnnex\n\n### Lamps\n\n**Buoys**\n\n*Boats*\n\nWords of it.\n")
    assert [(draft.view(node).text, node.level) for node in draft.nodes("heading")] == [
        ("Annex", 1), ("Lamps", 3), ("Buoys", 1), ("Boats", 2),
    ]  # fmt: skip
    draft = read(HEAD + "## I\n\n1. *Decides* it;\n\nII\n\n2. *Urges* care.\n\n## Annex I\n\nWords of it.\n")
    assert [node.level for node in draft.nodes("heading")] == [2, 1, 2]


def test_short_lines_below_a_colon_are_words_and_no_headings(read, tree):
    draft = read(HEAD + "1. *Urges* the use of:\n\nBoats\n\nOars\n\n**Lamps**\n\n2. *Decides* it.\n")
    assert tree(draft)[2:] == [
        "  operative 1: Urges the use of:", "    paragraph: Boats", "    paragraph: Oars", "  heading: Lamps",
        "  operative 2: Decides it.",
    ]  # fmt: skip


def test_a_short_line_below_a_finished_paragraph_is_a_heading(read, tree):
    draft = read(HEAD + "1. *Urges* the boats;\n\nOars\n\n2. *Decides* it.\n")
    assert tree(draft)[2:] == [
        "  operative 1: Urges the boats;",
        "  heading: Oars",
        "  operative 2: Decides it.",
    ]


def test_a_participle_with_a_comma_after_the_first_operative_paragraph_is_preambular(read):
    draft = read(HEAD + "1. *Decides* it;\n\n*Noting* the reef,\n\n2. *Urges* care;\n\n*Noting* the sand;\n")
    assert [node.kind for node in draft.nodes("preambular", "operative")] == [
        "operative", "preambular", "operative", "operative",
    ]  # fmt: skip


def test_the_numbers_of_a_declaration_say_nothing_of_the_paragraphs_before_it(read, tree):
    draft = read(
        HEAD + "*Recalling* the sea,\n\n*Adopts* the declaration below;\n\nWe, the Heads of State, have met:\n\n"
        "1. We recall the sea.\n\n(a) And boats;\n\n5th plenary meeting\n"
    )
    assert tree(draft)[2:] == [
        "  preambular: Recalling the sea,",
        "  operative: Adopts the declaration below;",
        "  declaration",
        "    paragraph: We, the Heads of State, have met:",
        "    paragraph 1: We recall the sea.",
        "      subparagraph a: And boats;",
        "  meeting-line: 5th plenary meeting",
    ]


def test_a_declaration_takes_all_headings_directly_before_it(read):
    draft = read(HEAD + "1. *Adopts* it:\n\n**Declaration**\n\n**On boats**\n\nWe, the Heads of State, have met.\n")
    (declaration,) = draft.nodes("declaration")
    assert draft.text.slice(declaration.span).startswith("**Declaration**")
    assert [child.kind for child in declaration.children] == ["heading", "heading", "paragraph"]


def test_a_numbered_declaration_begins_with_its_number(read):
    draft = read(HEAD + "1. *Adopts* it:\n\n2. We, the Heads of State, have met.\n")
    (declaration,) = draft.nodes("declaration")
    assert [(child.kind, child.label) for child in declaration.children] == [("paragraph", "2")]
    assert draft.text.slice(declaration.span) == "2. We, the Heads of State, have met."


def test_a_part_ends_the_lists_and_the_paragraph_before_it(read, tree):
    draft = read(HEAD + "I\n\n1. *Decides*:\n\n(a) Boats;\n\nII\n\n(b) Oars;\n\n2. *Urges* care.\n")
    assert tree(draft)[2:] == [
        "  part I", "    heading: I", "    operative 1: Decides:", "      subparagraph a: Boats;",
        "  part II", "    heading: II", "    subparagraph b: Oars;", "    operative 2: Urges care.",
    ]  # fmt: skip


def test_a_preamble_goes_on_below_a_colon(read, tree):
    draft = read(HEAD + "*Recalling* that:\n\nboats are many, and\n\n*Noting* the sea,\n\n1. *Decides* it.\n")
    assert tree(draft)[2:] == [
        "  preambular: Recalling that:", "    paragraph: boats are many, and", "  preambular: Noting the sea,",
        "  operative 1: Decides it.",
    ]  # fmt: skip


def test_words_below_a_list_of_the_preamble_belong_to_its_paragraph(read, tree):
    draft = read(HEAD + "*Recalling* these:\n\n(a) Boats,\n\nall of them afloat,\n\n*Noting* it,\n\n1. *Decides* it.\n")
    assert tree(draft)[2:6] == [
        "  preambular: Recalling these:", "    subparagraph a: Boats,", "    paragraph: all of them afloat,",
        "  preambular: Noting it,",
    ]  # fmt: skip


def test_words_of_a_preamble_without_opener_are_a_paragraph_of_it(read, tree):
    draft = read(HEAD + "*Recalling* the sea,\n\nThe boats are many,\n\n1. *Decides* it.\n")
    assert tree(draft)[2:4] == ["  preambular: Recalling the sea,", "  preambular: The boats are many,"]


@pytest.mark.parametrize("words", ["the rest of it;", "The rest of it;", "the rest of it,"])
def test_words_after_an_operative_paragraph_are_its_own(read, tree, words):
    draft = read(HEAD + f"1. *Decides* to wait;\n\n{words}\n\n2. *Urges* it.\n")
    assert tree(draft)[2:] == [
        "  operative 1: Decides to wait;",
        f"    paragraph: {words}",
        "  operative 2: Urges it.",
    ]


def test_the_text_after_an_annex_is_the_annex(read, tree):
    draft = read(HEAD + "1. *Decides* it.\n\nAnnex I\n\n1. The plan.\n\n2. Its end.\n\nAnnex II\n\nMore words of it.\n")
    assert tree(draft)[3:] == [
        "  annex I", "    heading: Annex I", "    paragraph 1: The plan.", "    paragraph 2: Its end.",
        "  annex II", "    heading: Annex II", "    paragraph: More words of it.",
    ]  # fmt: skip


def test_a_text_that_is_no_resolution_has_headings_paragraphs_and_lists(read, tree):
    draft = read(
        "# Boats\n\nThey are many:\n\n(a) Small ones;\n\n(b) Large ones.\n\n*Oars*\n\nThey are few.\n\n- No.\n"
    )
    assert tree(draft) == [
        "heading: Boats", "paragraph: They are many:", "  subparagraph a: Small ones;", "  subparagraph b: Large ones.",
        "heading: Oars", "paragraph: They are few.", "  subparagraph: No.",
    ]  # fmt: skip


@pytest.mark.parametrize("notice", ["¹ Treaty, vol. 1.", "02-12345 (E)"])
def test_only_what_a_page_brings_cuts_a_paragraph_before_a_capital(read, notice):
    draft = read(f"{HEAD}*Recalling* the tool of\n\n{notice}\n\nMember States,\n\n1. *Decides* it.\n")
    assert [draft.view(node).text for node in draft.nodes("preambular")] == ["Recalling the tool of Member States,"]
    draft = read(f"{HEAD}*Recalling* the tool of\n\n<!-- so far -->\n\nMember States,\n\n1. *Decides* it.\n")
    assert draft.view(draft.nodes("preambular")[0]).text == "Recalling the tool of"


def test_a_blank_line_does_not_part_unfinished_words_from_small_letters(read):
    draft = read(f"{HEAD}*Recalling* the tool of\n\nall boats,\n\n1. *Decides*\n\nto wait.\n")
    assert [draft.view(node).text for node in draft.nodes("preambular", "operative")] == [
        "Recalling the tool of all boats,", "Decides to wait.",
    ]  # fmt: skip


def test_a_number_alone_on_its_line_takes_the_words_below(read):
    draft = read(f"{HEAD}*Recalling* it,\n\n1.\n\nThe fund shall be kept;\n\n2.\n\n*Urges* care.\n")
    first = draft.nodes("operative")[0]
    assert (first.label, draft.view(first).text) == ("1", "The fund shall be kept;")


def test_the_date_below_a_meeting_line_belongs_to_it_after_a_declaration_too(read):
    draft = read(
        HEAD + "1. *Adopts* it:\n\nWe, the Heads of State, have met.\n\n5th plenary meeting\n\n*11 December 2026*\n"
    )
    assert [draft.view(node).text for node in draft.nodes("meeting-line")] == [
        "5th plenary meeting",
        "11 December 2026",
    ]
    assert [node.kind for node in draft.nodes("declaration")[0].children] == ["paragraph"]


def test_in_an_annex_a_capital_begins_a_paragraph_after_a_note_too(read):
    draft = read(HEAD + "1. *Decides* it.\n\nAnnex\n\nthe tool¹ of\n\n¹ See it.\n\nMember States,\n\nall of\n\nus.\n")
    assert [draft.view(node).text for node in draft.nodes("paragraph")] == [
        "the tool of", "Member States,", "all of us.",
    ]  # fmt: skip


def test_a_list_that_is_interrupted_goes_on_below_its_paragraph(read, tree):
    draft = read(HEAD + "1. *Urges* care.\n\n(a) Boats.\n\nThey are these:\n\n(b) Oars.\n\n2. *Decides* it.\n")
    assert tree(draft)[2:-1] == [
        "  operative 1: Urges care.", "    subparagraph a: Boats.", "    paragraph: They are these:",
        "    subparagraph b: Oars.",
    ]  # fmt: skip


def test_the_last_words_of_a_paragraph_that_a_page_cut_say_what_follows(read, tree):
    draft = read(HEAD + "1. *Decides* that\n\n02-12345 (E)\n\nboats have:\n\nOars\n\nLamps\n\n2. *Urges* care.\n")
    assert tree(draft)[2:-1] == [
        "  operative 1: Decides that boats have:", "    page-line", "    paragraph: Oars", "    paragraph: Lamps",
    ]  # fmt: skip
