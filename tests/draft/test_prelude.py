"""The prelude stands before the enacting line, and belongs to one of two resolutions."""

from __future__ import annotations

import pytest

BODY = "*The General Assembly*,\n\n*Noting* the sea,\n\n1. *Decides* to wait.\n"


def shape(draft, node):
    return [(child.kind, draft.view(child).text) for child in node.children]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_up_to_three_lines_make_the_title(read, count):
    lines = ["Care of harbours", "Their lamps and buoys", "A second reading"][:count]
    draft = read("Agenda item 3\n\n" + "\n\n".join(lines) + "\n\n" + BODY)
    assert [draft.view(node).text for node in draft.nodes("title")] == lines


def test_of_more_lines_the_last_is_the_title(read):
    lines = ["Some words", "Of no use", "To anybody", "Care of harbours"]
    draft = read("\n\n".join(lines) + "\n\n" + BODY)
    assert [draft.view(node).text for node in draft.nodes("title")] == ["Care of harbours"]
    assert [draft.view(node).text for node in draft.nodes("masthead")] == lines[:3]


def test_a_comment_below_the_title_parts_nothing(read):
    draft = read("Agenda item 3\n\nCare of harbours\n\n<!-- so far -->\n\n" + BODY)
    (resolution,) = draft.nodes("resolution")
    assert [kind for kind, _ in shape(draft, resolution)][:3] == ["title", "comment", "enacting-line"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
@pytest.mark.parametrize("mark", ["", "**"])
def test_lines_of_the_masthead_stand_for_themselves_without_blank_lines(read, end, mark):
    lines = [f"{mark}{line}{mark}" for line in ("Distr.: Limited", "Sixty-sixth session", "Agenda item 107")]
    draft = read(f"{end.join(lines)}\n\nCare of harbours\n\n{BODY}")
    assert [draft.text.slice(node.span) for node in draft.nodes("masthead")] == lines
    assert [draft.view(node).text for node in draft.nodes("title")] == ["Care of harbours"]


def test_the_words_of_an_agenda_item_go_on_and_the_sponsors_stand_for_themselves(read):
    draft = read(f"Agenda item 3\nOn the state of harbours\nFiji and Togo: draft resolution\n\nCare\n\n{BODY}")
    assert [draft.view(node).text for node in draft.nodes("masthead")] == ["Agenda item 3 On the state of harbours"]
    assert [draft.view(node).text for node in draft.nodes("sponsors")] == ["Fiji and Togo: draft resolution"]


@pytest.mark.parametrize(
    "prose",
    [
        "*Noting* what the keepers said at the\nSixty-sixth session\nAgenda item 3 of which\nspoke of harbours,",
        "Agenda items are many, and the\nSixty-sixth session of the keepers.\nAgenda item 3 was read,",
    ],
)
def test_prose_in_wrapped_lines_is_no_masthead(read, prose):
    for text in (f"{prose}\n\n1. *Decides* to wait.\n", f"{BODY}\n{prose}\n"):
        draft = read(text)
        joined = " ".join(prose.replace("*", "").split())
        assert joined in [draft.view(node).text for node in draft.nodes()]


def test_a_title_needs_no_masthead_and_a_masthead_no_title(read):
    assert [node.kind for node in read("Distr.: Limited\n\n" + BODY).root.children] == ["masthead", "resolution"]
    draft = read("Care of harbours\n\n" + BODY)
    assert draft.nodes("resolution")[0].span.start == 0
    assert [node.kind for node in draft.root.children] == ["resolution"]


def test_numbered_and_long_finished_words_before_a_resolution_are_paragraphs(read):
    long = "The harbours have waited for many years, and nobody has counted the boats. " * 5
    draft = read(f"1. The Committee met.\n\n{long.strip()}\n\nCare of harbours\n\n{BODY}")
    assert [child.kind for child in draft.root.children] == ["paragraph", "paragraph", "resolution"]
    assert draft.root.children[0].label == "1"
    assert [draft.view(node).text for node in draft.nodes("title")] == ["Care of harbours"]


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["Peru, Chile and Malta,", "Fiji and Togo: draft resolution"], ["sponsors", "sponsors"]),
        (["Peru, Chile and Malta", "Fiji and Togo: draft resolution"], ["masthead", "sponsors"]),
        (["Agenda item 3,", "Fiji and Togo: draft resolution"], ["masthead", "sponsors"]),
        (["1. Peru,", "Fiji and Togo: draft resolution"], ["paragraph", "sponsors"]),
        (["Peru, Chile and Malta,", "Agenda item 3"], ["masthead", "masthead"]),
    ],
)
def test_a_list_of_sponsors_may_be_cut_in_two(read, lines, kinds):
    draft = read("\n\n".join(lines) + "\n\nCare of harbours\n\n" + BODY)
    assert [child.kind for child in draft.root.children] == [*kinds, "resolution"]


def test_the_heading_block_and_its_lines_have_no_depth_but_a_letter_is_a_heading(read):
    draft = read("Distr.: Limited\n\nA\n\nCare of harbours\n\n" + BODY)
    assert [(node.kind, node.level) for node in draft.nodes("masthead", "heading", "title", "enacting-line")] == [
        ("masthead", 0), ("heading", 1), ("title", 0), ("enacting-line", 0),
    ]  # fmt: skip
    assert draft.nodes("resolution")[0].label == "A"


@pytest.mark.parametrize(
    ("between", "second"),
    [
        # With the resolution before it …
        ("2. *Urges* care", 0),
        ("(a) Boats", 0),
        ("*Ponders* the reef", 0),
        ("Words that are finished.", 0),
        ("[^1]: A note.", 0),
        ("| a | b |", 0),
        ("5th plenary meeting", 0),
        ("<!-- so far -->", 0),
        ("Page 1 of 2", 0),
        # … or with the one after it.
        ("Care of lakes", 1),
        ("**Care of lakes**", 1),
        ("Fiji: draft resolution.", 1),
        ("The Commission recommends to all the following draft resolution:", 1),
        ("B", 1),
    ],
)
def test_what_stands_between_two_resolutions_belongs_to_one_of_them(read, between, second):
    draft = read(f"{BODY}\n{between}\n\n{BODY}")
    first, other = draft.nodes("resolution")
    at = draft.text.content.index(between)
    assert first.span.holds(at) is (second == 0)
    line = [node for node in draft.nodes("enacting-line") if draft.resolution(node) is other]
    assert len(line) == 1


def test_a_comment_after_the_first_resolution_stays_with_it_and_the_title_goes_with_the_second(read):
    draft = read(f"{BODY}\n<!-- so far -->\n\nPage 1 of 2\n\nCare of lakes\n\n{BODY}")
    first, other = draft.nodes("resolution")
    assert [kind for kind, _ in shape(draft, first)][-2:] == ["comment", "page-line"]
    assert shape(draft, other)[0] == ("title", "Care of lakes")
