"""Footnotes in every notation: one is found from markers and texts together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import Draft

BODY = """*The General Assembly*,

*Noting* the Convention on the Law of the Sea,{1} and its Protocol,{2}

1. *Requests* a report on H2O and CO2 in 2015;{3}

2. *Urges* haste in keeping 3 lights.

"""
NOTES = {"1": "A/80/1.", "2": "Resolution 70/1.", "3": "See A/80/3."}
PAIRS = [
    ("[{}]", "[{}] {}"),
    ("[{}]", "[{}]: {}"),
    (" [{}]", "{}. {}"),
    (r"\[{}\]", r"\[{}\] {}"),
    ("^{}^", "^{}^ {}"),
    ("^{}", "{}) {}"),
    ("$^{{{}}}$", "{}. {}"),
    ("({})", "({}) {}"),
    ("<sup>{}</sup>", "{}. {}"),
    ("<sup>[{0}](#fn{0})</sup>", "{0}. {1} [↩](#fnref{0})"),
    ("[[{0}]](#_ftn{0})", "[[{0}]](#_ftnref{0}) {1}"),
    ("[^{}]", "[^{}] {}"),
    ("[^{}]", "{}. {}"),
    ("{}", "{} {}"),
    ("{}", "{}\t{}"),
    ("{}", "{}\n\n{}"),
    ("{}/", "{}/ {}"),
]


def draft_with(marker: str, note: str) -> str:
    written = BODY
    for label in NOTES:
        written = written.replace(f"{{{label}}}", marker.format(label))
    return written + "\n\n".join(note.format(label, words) for label, words in NOTES.items()) + "\n"


@pytest.mark.parametrize(("marker", "note"), PAIRS)
def test_markers_and_texts_are_found_together(
    marker: str, note: str, read: Callable[..., Draft], tree: Callable[..., list[str]]
):
    draft = read(draft_with(marker, note))
    clean = read(draft_with("[^{}]", "[^{}]: {}"))
    assert [one.label for one in draft.markers] == ["1", "2", "3"]
    assert [draft.text.slice(one.span).strip() for one in draft.markers] == [
        marker.format(label).strip() for label in NOTES
    ]
    assert tree(draft) == tree(clean)


def test_a_note_in_the_middle_of_a_sentence_is_a_note(read: Callable[..., Draft]):
    draft = read("*The General Assembly*,\n\n*Noting* the Convention^[See A/80/1 [not A/80/2].] and its Protocol,\n")
    paragraph = draft.nodes("preambular")[0]
    assert draft.view(paragraph).text == "Noting the Convention and its Protocol,"
    (note,) = draft.nodes("note")
    assert draft.parent(note) is paragraph
    assert draft.text.slice(note.body[0]) == draft.view(note).text == "See A/80/1 [not A/80/2]."
    assert [marker.label for marker in draft.markers] == [note.label]


def test_an_asterisk_marks_a_note_where_it_is_no_emphasis(read: Callable[..., Draft]):
    draft = read("*The General Assembly*,\n\n*Noting* the lights,* and the *Charter*,\n\n* Reissued for a reason.\n")
    assert [marker.label for marker in draft.markers] == ["*"]
    assert [note.label for note in draft.nodes("note")] == ["*"]


def test_markers_in_brackets_that_stand_apart_are_known_by_their_endnotes(read: Callable[..., Draft]):
    paragraphs = "*Noting* the harbour plan (1) for lights,\n\n1. *Urges* haste (2) in port;\n\n2. *Requests* a map."
    draft = read(f"*The General Assembly*,\n\n{paragraphs}\n\n1. See A/80/1.\n\n2. See A/80/2.\n")
    assert [marker.label for marker in draft.markers] == ["1", "2"]
    assert [node.label for node in draft.nodes("operative")] == ["1", "2"]


@pytest.mark.parametrize(
    "words",
    [
        "*Noting* its resolutions 70/1, 71/2 and 72/3,\n\n1. *Requests* a report; 1\n\n2. *Urges* haste.\n",
        "*Noting* an area of 5 m² and 10³ lights,\n\n1. *Requests* haste.\n",
        "*Noting* the groups (1) and (2),\n\n1. *Requests* haste:\n\n(1) here;\n\n(2) there.\n",
    ],
    ids=["numbers", "exponents", "lists"],
)
def test_what_may_be_a_number_is_left_alone(words: str, read: Callable[..., Draft]):
    draft = read(f"*The General Assembly*,\n\n{words}")
    assert not draft.nodes("note")
    assert not draft.markers


def test_notes_whose_markers_are_lost_among_numbers_are_known(read: Callable[..., Draft]):
    written = draft_with("{}/", "{}/ {}").replace("2015;3/", "2015 and 3153/ lights;")
    draft = read(written)
    assert draft.uncalled == {"3"}
    assert [note.label for note in draft.nodes("note")] == ["1", "2", "3"]


def test_what_can_be_nothing_but_a_note_may_follow_any_line(read: Callable[..., Draft]):
    draft = read("*The General Assembly*,\n*Noting* the Sea,¹\n*Decides* it.\n*2nd plenary meeting*\n¹ A/80/1.\n")
    assert [note.label for note in draft.nodes("note")] == ["1"]


def test_bare_markers_are_found_beside_numbers_in_bold(read):
    start = "The General Assembly,\n\nNoting the fog over the sea,1 and the tide,2\n\n"
    words = start + "{0}1.{0} Notes oil;\n\n{0}2.{0} Decides to wait.\n\n"
    draft = read(words.format("**") + "1. A/80/1.\n\n2. A/80/2.\n")
    assert [node.label for node in draft.nodes("operative")] == ["1", "2"]
    assert [node.label for node in draft.nodes("note")] == ["1", "2"]


def test_an_inline_note_holds_no_row_of_a_table(read):
    for end in ("\n", "\r", "\u2028"):
        draft = read(f"The Board,\n\n1. *Notes* the ropes^[See below{end}| rope | bell |{end}and above].\n")
        assert not list(draft.nodes("note"))


def test_a_marker_that_a_wrapped_line_begins_with_is_not_a_note(read):
    first = "*Guided* by the plan, \n<sup>[1]</sup> the bells <sup>[2]</sup> and\nits keepers, <sup>[3]</sup>"
    second = "1. *Decides* on the list of the keepers, \n<sup>[4]</sup> and requests them to ring;"
    texts = "\n\n".join(f"{number}) A/81/41{number}." for number in range(1, 5))
    draft = read(f"The Board,\n\n{first}\n\n{second}\n\n2. *Urges* silence.\n\n{texts}\n")
    assert [node.label for node in draft.nodes("operative")] == ["1", "2"]
    assert [node.label for node in draft.nodes("note")] == ["1", "2", "3", "4"]


def test_a_marker_in_brackets_that_stands_alone_on_a_wrapped_line_is_no_subparagraph(read):
    body = "*Noting* the Convention on the Sea,\n(1)\n\n1. *Takes note* of the report; (2)\n\n2. *Urges* haste."
    draft = read(f"The Board,\n\n{body}\n\n1. A/80/1.\n\n2. A/80/2.\n")
    assert [marker.label for marker in draft.markers] == ["1", "2"]
    assert [node.label for node in draft.nodes("operative", "item")] == ["1", "2"]


@pytest.mark.parametrize("second", ["1. *Decides* so", "*Recalling* it,", "² A/80/2", "(a) the Sea", "I"])
def test_no_line_of_an_inline_note_is_a_paragraph_or_another_note(read, second: str):
    draft = read(f"*The General Assembly*,\n\n*Noting* the Sea,^[See\n{second}]\n\n1. *Urges* haste.\n")
    (note,) = draft.nodes("note")
    assert draft.text.slice(note.body[0]) == f"See\n{second}"
    assert [node.kind for node in draft.nodes("preambular", "operative", "item")] == ["preambular", "operative"]
