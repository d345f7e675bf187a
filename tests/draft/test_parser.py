from __future__ import annotations

import sys
import time

import pytest

HEAD = "*The General Assembly*,\n\n"


def kinds(draft):
    return [(node.kind, node.label) for node in draft.root.walk()][1:]


def test_a_plain_draft_has_preamble_and_operative_part(read, tree):
    draft = read(
        "Distr.: Limited\n\nPeru: revised draft resolution\n\n"
        "The Commission on Lakes recommends to the Council the following draft resolution:\n\n"
        "Care of mountain lakes\n\nThe General Assembly,\n\n"
        "*Recalling* its earlier calls,\n\n1. *Requests* the Office to report;\n\n2\\. *Decides* to return to it.\n"
    )
    assert draft.is_resolution
    assert draft.is_whole
    assert tree(draft) == [
        "masthead: Distr.: Limited",
        "sponsors: Peru: revised draft resolution",
        "chapeau: The Commission on Lakes recommends to the Council the following draft resolution:",
        "resolution",
        "  title: Care of mountain lakes",
        "  enacting-line: The General Assembly,",
        "  preambular: Recalling its earlier calls,",
        "  operative 1: Requests the Office to report;",
        "  operative 2: Decides to return to it.",
    ]


@pytest.mark.parametrize("line", ["*The General Assembly*,", "*The General Assembly,*", "The General Assembly,",
                                  "__The Security Council__,", "*The General* Assembly,",
                                  "The Conference of the Parties to the Treaty on Lakes,",
                                  "THE CLUB OF LAKES,"])  # fmt: skip
def test_an_organ_alone_on_a_line_is_an_enacting_line(read, line):
    draft = read(f"{line}\n\n*Recalling* a thing,\n\n1. *Decides* it.\n")
    assert [node.kind for node in draft.nodes("enacting-line")] == ["enacting-line"]


@pytest.mark.parametrize(
    "text",
    [
        "# Lakes\n\nA tool for lakes.\n\n1. Requests are served.\n\n2. Urgent ones first.\n",
        "**Note by the Secretariat**\n\n1. The General Assembly met.\n\n2. Decides nothing.\n",
        "",
        "\n\n \n",
        "The General Assembly: (a) approves it.\n",
    ],
)
def test_a_readme_or_a_report_is_no_resolution(read, text):
    draft = read(text)
    assert not draft.is_resolution
    assert {node.kind for node in draft.root.children} <= {"heading", "paragraph"}


def test_a_text_without_enacting_line_is_a_resolution_by_its_openers(read):
    draft = read("Topic: Lakes\n\nConvinced that lakes matter,\n\n1. Urges care of them;\n")
    assert draft.is_resolution
    assert not draft.is_whole
    assert kinds(draft) == [("masthead", ""), ("resolution", ""), ("preambular", ""), ("operative", "1")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4. *Requests* the Office to report;", "operative"),
        ("Recalling the first call,", "preambular"),
        ("Requests the Office to report;", "operative"),
        ("*Fearing* the worst,", "preambular"),
        ("(a) To plant reeds;", "subparagraph"),
        ("12. Recalling the first call,", "preambular"),
    ],
)
def test_a_forced_fragment_is_what_its_form_says(read, text, kind):
    draft = read(text, forced=True)
    assert [child.kind for child in draft.nodes("resolution")[0].children] == [kind]


def test_hard_wrapped_paragraphs_go_on_until_a_label_or_an_opener_after_a_finished_line(read, tree):
    draft = read(
        "The Security Council,\nRecalling its resolution\n724 (1991) and what\nparagraph 5. of it says,\n"
        "*Fearing* a flood,\n1. Decides to stay;\n2. Urges the towns:\n(a) To build; and\n(b) To plant.\n"
    )
    assert tree(draft)[1:] == [
        "  enacting-line: The Security Council,",
        "  preambular: Recalling its resolution 724 (1991) and what paragraph 5. of it says,",
        "  preambular: Fearing a flood,",
        "  operative 1: Decides to stay;",
        "  operative 2: Urges the towns:",
        "    subparagraph a: To build; and",
        "    subparagraph b: To plant.",
    ]


def test_a_note_in_the_middle_of_a_paragraph_leaves_one_paragraph_with_two_pieces(read):
    draft = read(
        HEAD + "*Recalling* the treaty¹ as the tool of\n\n¹ Treaty, vol. 1.\n\n02-12345 (E)\n\n"
        "Member States against floods,\n\n*Noting* the rest,\n\n1. *Decides* it.\n"
    )
    cut, whole = draft.nodes("preambular")
    assert draft.view(cut).text == "Recalling the treaty as the tool of Member States against floods,"
    assert [child.kind for child in cut.children] == ["note", "page-line"]
    assert len(cut.body) == 2
    assert len(whole.body) == 1


@pytest.mark.parametrize("next_one", ["*Noting* the rest,", "Noting the rest,", "**Lakes**", "3. *Urges* it;"])
def test_a_cut_never_swallows_the_next_paragraph(read, next_one):
    draft = read(f"{HEAD}*Recalling* the treaty¹ as the tool of\n\n¹ Treaty.\n\n{next_one}\n\n4. *Decides* it.\n")
    assert draft.view(draft.nodes("preambular")[0]).text == "Recalling the treaty as the tool of"


def test_a_finished_paragraph_is_not_joined_to_what_follows_a_note(read):
    draft = read(HEAD + "*Recalling* the treaty;¹\n\n¹ Treaty.\n\nmember States of it,\n\n1. *Decides* it.\n")
    assert [len(node.body) for node in draft.nodes("preambular")] == [1, 1]


def test_the_letter_i_after_h_is_a_letter(read):
    items = "".join(f"({letter}) To do {letter};\n\n" for letter in "abcdefghij")
    draft = read(HEAD + "1. *Decides*:\n\n" + items)
    assert [(node.label, node.level) for node in draft.nodes("subparagraph")] == [(one, 1) for one in "abcdefghij"]


def test_a_numeral_i_below_h_is_a_list_of_its_own(read):
    items = "".join(f"({letter}) To do {letter};\n\n" for letter in "abcdefg")
    draft = read(HEAD + "1. *Decides*:\n\n" + items + "(h) To do:\n\n(i) One;\n\n(ii) Two;\n\n(i) To do i;\n")
    assert [(node.label, node.level) for node in draft.nodes("subparagraph")][7:] == [
        ("h", 1), ("i", 2), ("ii", 2), ("i", 1),
    ]  # fmt: skip


def test_lists_nest_to_four_levels(read):
    draft = read(HEAD + "1. *Decides*:\n\n(a) One:\n\n(i) Two:\n\na. Three:\n\ni. Four;\n\nii. Four;\n\n(b) One.\n")
    assert [(node.label, node.level) for node in draft.nodes("subparagraph")] == [
        ("a", 1), ("i", 2), ("a", 3), ("i", 4), ("ii", 4), ("b", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("labels", [("a)", "b)"), ("a.", "b."), ("i.", "ii."), ("(1)", "(2)"), ("-", "-")])
def test_other_styles_of_list(read, labels):
    draft = read(HEAD + f"1. *Urges* care by:\n{labels[0]} reeds\n{labels[1]} rushes\n")
    assert len(draft.nodes("subparagraph")) == 2


def test_lettered_lists_stand_in_preambular_paragraphs_too(read, tree):
    draft = read(HEAD + "*Recalling* the aims:\n\n(a) To plant,\n\n(b) To build,\n\n1. *Decides* it.\n")
    assert tree(draft)[2:5] == [
        "  preambular: Recalling the aims:", "    subparagraph a: To plant,", "    subparagraph b: To build,",
    ]  # fmt: skip


def test_words_after_a_list_belong_to_the_paragraph(read, tree):
    draft = read(HEAD + "1. *Urges*:\n\n(a) This;\n\nand asks for more;\n\n2. *Decides* it.\n")
    assert tree(draft)[2:] == [
        "  operative 1: Urges:", "    subparagraph a: This;", "    paragraph: and asks for more;",
        "  operative 2: Decides it.",
    ]  # fmt: skip


def test_a_numbered_list_inside_an_operative_paragraph_does_not_restart_the_numbers(read):
    draft = read(HEAD + "7. *Decides* on this agenda:\n\n1. Opening.\n\n2. Closing.\n\n8. *Urges* care.\n")
    assert [node.label for node in draft.nodes("operative")] == ["7", "8"]
    assert [node.label for node in draft.nodes("subparagraph")] == ["1", "2"]


@pytest.mark.parametrize(
    "opening", ["1. *Decides*", "1\\. *Decides*", "1.*Decides*", "1. _Decides_", "**1.** *Decides*"]
)
def test_numbers_are_written_in_many_ways(read, opening):
    draft = read(f"{HEAD}*Recalling* it,\n\n{opening} to go on.\n")
    (operative,) = draft.nodes("operative")
    assert operative.label == "1"
    assert draft.view(operative).text == "Decides to go on."


def test_one_unnumbered_operative_paragraph_ends_the_preamble(read):
    draft = read(HEAD + "*Recalling* this,\n\n*Taking note* of that,\n\n*Takes note* of the report.\n")
    assert [child.kind for child in draft.nodes("resolution")[0].children] == [
        "enacting-line", "preambular", "preambular", "operative",
    ]  # fmt: skip


def test_a_finite_verb_in_the_preamble_is_preambular_by_its_place(read):
    draft = read(HEAD + "*Notes* this,\n\n*Recalling* that,\n\n1. *Decides* it;\n\n2. *Urges* care.\n")
    assert [node.kind for node in draft.nodes("preambular", "operative")] == ["preambular"] * 2 + ["operative"] * 2


def test_numbered_paragraphs_before_the_first_finite_verb_are_preambular(read):
    draft = read(HEAD + "1. *Recalling* this,\n\n2. *Noting* that,\n\n3. *Decides* it;\n\n4. *Urges* care.\n")
    assert [(node.kind, node.label) for node in draft.nodes("preambular", "operative")] == [
        ("preambular", "1"), ("preambular", "2"), ("operative", "3"), ("operative", "4"),
    ]  # fmt: skip


def test_numbered_participles_after_an_unnumbered_preamble_are_operative(read):
    draft = read(HEAD + "*Recalling* this,\n\n1. *Noting* that;\n\n2. *Welcoming* it.\n")
    assert [node.kind for node in draft.nodes("preambular", "operative")] == ["preambular", "operative", "operative"]


def test_parts_with_their_own_preambles_restart_and_those_without_go_on(read):
    own = read(HEAD + "**I Lakes**\n\n*Recalling* it,\n\n1. *Decides* it;\n\n**II Rivers**\n\n*Noting* it,\n\n"
               "1. *Urges* it.\n")  # fmt: skip
    assert [(part.label, [child.kind for child in part.children]) for part in own.nodes("part")] == [
        ("I", ["heading", "preambular", "operative"]), ("II", ["heading", "preambular", "operative"]),
    ]  # fmt: skip
    assert all(len(own.siblings(node)) == 1 for node in own.nodes("operative"))
    through = read(HEAD + "*Recalling* it,\n\nI\n\n1. *Decides* it;\n\nII\n\n2. *Urges* it.\n")
    assert [node.label for node in through.siblings(through.nodes("operative")[0])] == ["1", "2"]


def test_texts_a_and_b_under_one_number_are_two_resolutions(read):
    draft = read("A\n\n*The General Assembly*,\n\n*Recalling* it,\n\n1. *Decides* it.\n\n"
                 "B\n\nRivers\n\n*The General Assembly*,\n\n*Noting* it,\n\n1. *Urges* it.\n")  # fmt: skip
    assert [(node.label, len(node.children)) for node in draft.nodes("resolution")] == [("A", 4), ("B", 5)]


def test_several_drafts_in_one_file_keep_their_titles_and_notes(read, tree):
    one = "Agenda item 3\n\nLakes\n\n*The General Assembly*,\n\n*Recalling* it,[^1]\n\n1. *Decides* it.\n\n[^1]: A.\n\n"
    draft = read(one + one)
    assert [line for line in tree(draft) if "title" in line or line.startswith("masthead") or "note" in line] == [
        "masthead: Agenda item 3", "  title: Lakes", "  note 1: A.",
        "masthead: Agenda item 3", "  title: Lakes", "  note 1: A.",
    ]  # fmt: skip
    assert len(draft.notes["1"]) == 2


def test_an_annex_holds_everything_to_its_end_but_not_the_notes_of_the_resolution(read, tree):
    draft = read(HEAD + "1. *Decides* it.\n\n*5th plenary meeting 1 May 2020*\n\n**Annex II**\n\n**Plan**\n\n"
                 "1. The plan says so.\n\n(a) This;\n\n"
                 "| a | b |\n|---|---|\n\nMore words.\n\n[^1]: A note.\n")  # fmt: skip
    assert tree(draft)[3:] == [
        "  meeting-line: 5th plenary meeting 1 May 2020",
        "  annex II",
        "    heading: Annex II",
        "    heading: Plan",
        "    paragraph 1: The plan says so.",
        "      subparagraph a: This;",
        "    table: | a | b | |---|---|",
        "    paragraph: More words.",
        "  note 1: A note.",
    ]


def test_an_embedded_declaration_takes_its_heading_with_it(read, tree):
    draft = read(HEAD + "*Adopts* the following declaration:\n\n**Declaration**\n\n"
                 "We, the Heads of State, have met.\n\n1. We recall this.\n")  # fmt: skip
    assert tree(draft)[2:] == [
        "  operative: Adopts the following declaration:",
        "  declaration",
        "    heading: Declaration",
        "    paragraph: We, the Heads of State, have met.",
        "    paragraph 1: We recall this.",
    ]


@pytest.mark.parametrize(
    ("marker", "note", "label"),
    [("[^7]", "[^7]: A note.", "7"), ("¹²", "¹² A note.", "12"), ("<sup>3</sup>", "<sup>3</sup> A note.", "3")],
)
def test_three_notations_of_footnotes(read, marker, note, label):
    draft = read(f"{HEAD}*Recalling* the report,{marker}\n\n1. *Decides* it.\n\n{note}\n")
    assert [one.label for one in draft.markers] == [label]
    assert draft.text.slice(draft.markers[0].span) == marker
    assert [draft.view(one).text for one in draft.notes[label]] == ["A note."]
    assert draft.view(draft.nodes("preambular")[0]).text == "Recalling the report,"


def test_notes_as_old_documents_write_them(read):
    draft = read(
        "The Security Council,\n\nNoting the letter, 1/ and the reply,\n\n1. Decides it.\n\n1/ S/1.\n2/ S/2.\n"
    )
    assert [one.label for one in draft.markers] == ["1"]
    assert set(draft.notes) == {"1", "2"}


def test_bare_numbers_after_the_meeting_line_are_notes(read):
    draft = read("The Security Council,\n\nNoting it,\n\n1. Decides it.\n\nAdopted unanimously.\n\n8 Ibid.\n9 Also.\n")
    assert set(draft.notes) == {"8", "9"}


def test_comments_and_front_matter_are_no_words(read, tree):
    draft = read("---\na: 1\n---\n" + HEAD + "<!-- one\ntwo -->\n1. *Decides*<!-- three --> it.\n")
    assert tree(draft) == [
        "front-matter", "resolution", "  enacting-line: The General Assembly,", "  comment",
        "  operative 1: Decides it.", "    comment",
    ]  # fmt: skip
    assert [draft.text.slice(node.span) for node in draft.comments] == ["<!-- one\ntwo -->", "<!-- three -->"]


def test_headings_and_rules_between_paragraphs_part_nothing(read):
    draft = read(HEAD + "*Recalling* it,\n\n**Lakes**\n\n*Noting* it,\n\n\\* \\* \\*\n\n1. *Decides* it.\n")
    assert [child.kind for child in draft.nodes("resolution")[0].children] == [
        "enacting-line", "preambular", "heading", "preambular", "separator", "operative",
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(read, tree, end):
    text = HEAD + "*Recalling* a thing\nof old,\n\n1. *Decides*:\n\n(a) This.\n\n[^1]: Note.\n"
    assert tree(read(text.replace("\n", end))) == tree(read(text))


def test_neighbours_skip_notes_and_page_lines(read):
    draft = read(HEAD + "1. *Urges* a;\n\n[^1]: N.\n\nPage 1 of 2\n\n2. *Urges* b.\n")
    first, second = draft.nodes("operative")
    assert draft.following(first) is second
    assert draft.previous(second) is first
    assert draft.organ(second).short == "the Assembly"
    assert [node.kind for node in draft.ancestors(second)] == ["resolution", "document"]


def test_stage_is_read_from_the_masthead_or_the_meeting_line(read):
    assert read("Resolution adopted by it\n\n" + HEAD + "*Decides* it.\n").stage == "adopted"
    assert read(HEAD + "*Decides* it.\n").stage == "draft"


@pytest.mark.skipif(sys.gettrace() is not None, reason="a run that is traced says nothing of time")
@pytest.mark.parametrize(
    "text",
    [
        "<!-- " * 40_000, "*a " * 40_000, "a* " * 40_000, "*a _b " * 40_000, " " * 200_000 + "x", "[^" * 50_000,
        "1. *Urges* it;\n\n" * 10_000, "The General Assembly,\n\n" * 5_000, "(a) x:\n(i) y:\n" * 5_000, "x" * 1_000_000,
    ],
    ids=range(10),
)  # fmt: skip
def test_no_text_takes_long(read, text):
    start = time.process_time()
    draft = read(text, forced=True)
    for node in draft.nodes():
        draft.view(node)
    assert time.process_time() - start < 3


def test_a_note_between_the_heading_and_the_declaration_goes_with_the_declaration(read, tree):
    draft = read(HEAD + "*Adopts* it:\n\n**Declaration**¹\n\n¹ A note.\n\nWe, the Heads of State, have met.\n")
    assert tree(draft)[3:] == [
        "  declaration", "    heading: Declaration", "    note 1: A note.",
        "    paragraph: We, the Heads of State, have met.",
    ]  # fmt: skip


def test_numbers_below_an_unnumbered_operative_paragraph_are_its_list(read):
    draft = read(HEAD + "*Recalling* it,\n\n*Decides* that:\n\n1. The fund shall be kept;\n\n2. Its books too.\n")
    assert [(node.kind, node.label, len(node.children)) for node in draft.nodes("preambular", "operative")] == [
        ("preambular", "", 0), ("operative", "", 2),
    ]  # fmt: skip


def test_a_short_chapeau_is_no_enacting_line_though_it_begins_with_an_organ(read):
    draft = read(
        "The Commission on Narcotic Drugs recommends to the Economic and Social Council the adoption of the following "
        "draft resolution:\n\n*The Economic and Social Council*,\n\n*Noting* the frost,\n\n*Decides* to plant later.\n"
    )
    assert [node.kind for node in draft.nodes("chapeau", "enacting-line")] == ["chapeau", "enacting-line"]


def test_the_date_below_a_meeting_line_belongs_to_it(read):
    draft = read(
        "*The General Assembly*,\n\n*Noting* the frost,\n\n*Decides* to plant later.\n\n"
        "*64th plenary meeting*\n\n*11 December 2026*\n"
    )
    assert len(draft.nodes("meeting-line")) == 2


def test_the_letter_and_the_title_of_the_second_text_belong_to_it(read):
    draft = read(
        "**Orchards**\n\n**A**\n\n**Pears**\n\n*The General Assembly*,\n\n*Noting* the frost,\n\n1. *Plants* pears;\n\n"
        "2. *Waters* them.\n\n**B**\n\n**Plums**\n\n*The General Assembly*,\n\n*Noting* the frost,\n\n"
        "1. *Plants* plums;\n\n"
        "2. *Waters* them.\n"
    )
    assert [node.label for node in draft.nodes("resolution")] == ["A", "B"]
    assert [draft.view(node).text for node in draft.nodes("title")] == ["Pears", "Plums"]
