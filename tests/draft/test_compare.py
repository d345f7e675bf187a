"""Two versions of a draft: what became of every paragraph."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.draft import parse
from reslint.draft.compare import ParagraphChange, compare
from reslint.engine import load
from reslint.text import Text

VOCABULARY = load().vocabulary
WORDS = [
    "*Welcomes* the lamps of the harbours",
    "*Invites* the pilots to meet",
    "*Decides* to wait",
    "*Notes* the reef",
]


def draft(*paragraphs: str) -> str:
    return "The General Assembly,\n\n" + "\n\n".join(f"{at}. {each};" for at, each in enumerate(paragraphs, 1)) + "\n"


def changes(old: str, new: str) -> list[ParagraphChange]:
    return compare(*(parse(Text(each), VOCABULARY, forced=True) for each in (old, new)))


def test_a_paragraph_put_in_renumbers_those_after_it_and_moves_none():
    found = changes(draft(*WORDS[:3]), draft(WORDS[0], WORDS[3], *WORDS[1:3]))
    assert [change.what for change in found] == [(), ("added",), ("renumbered",), ("renumbered",)]


def test_one_paragraph_carried_to_the_end_is_the_one_that_moved():
    found = changes(draft(*WORDS), draft(*WORDS[1:], WORDS[0]))
    assert [change.what for change in found][-1] == ("moved", "renumbered")
    assert sum("moved" in change.what for change in found) == 1


def test_another_opener_is_said():
    (found,) = changes(draft("*Invites* the pilots to meet in May"), draft("*Urges* the pilots to meet in May"))
    assert found.what == ("opener", "words")
    assert [piece.sign for piece in found.pieces] == ["-", "+", "="]


drafts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(lambda each: draft(*each))


@settings(max_examples=60, deadline=None)
@given(drafts, drafts)
def test_every_paragraph_of_both_versions_stands_in_the_comparison_once(old: str, new: str):
    found = changes(old, new)
    before = sorted(change.old.at for change in found if change.old)
    after = [change.new.at for change in found if change.new]
    assert before == list(range(old.count(";")))
    assert after == list(range(new.count(";")))
    for change in found:
        if change.pieces and change.old and change.new:
            assert " ".join(piece.words for piece in change.pieces if piece.sign != "+") == change.old.text
            assert " ".join(piece.words for piece in change.pieces if piece.sign != "-") == change.new.text


@settings(max_examples=30, deadline=None)
@given(drafts)
def test_nothing_changes_between_a_draft_and_itself(text: str):
    assert not [change for change in changes(text, text) if change.what]


def test_every_kind_of_paragraph_is_compared_with_its_number_and_its_line():
    text = (
        "The Assembly of Ports\n\nOn lamps\n\nThe General Assembly,\n\n*Recalling* the sea,[^1]\n\n"
        "I. Lamps\n\n1. *Decides*:\n\n(a) To row:\n\n(i) In May;\n\n[^1]: The old note.\n\nAnnex\n\n1. Words of it.\n"
    )
    found = changes(text, text)
    assert [(one.new.kind, one.new.label, one.new.line) for one in found if one.new.label] == [
        ("operative", "1", 11), ("subparagraph", "1 (a)", 13), ("subparagraph", "1 (a) (i)", 15), ("note", "1", 17),
        ("paragraph", "1", 21),
    ]  # fmt: skip
    assert {"title", "preambular", "heading"} <= {one.new.kind for one in found}
    assert [one.new.opener for one in found if one.new.opener] == ["Recalling", "Decides"]


def test_words_that_changed_are_said_in_their_order():
    (found,) = changes(draft("*Invites* the old pilots to meet"), draft("*Invites* the pilots to meet in May"))
    assert found.what == ("words",)
    assert [tuple(piece) for piece in found.pieces] == [
        ("=", "Invites the"), ("-", "old"), ("=", "pilots to"), ("-", "meet;"), ("+", "meet in May;"),
    ]  # fmt: skip


def test_paragraphs_with_little_in_common_are_no_versions_of_one():
    found = changes(draft("*Invites* the pilots to meet"), draft("*Decides* that boats shall wait"))
    assert sorted(change.what for change in found) == [("added",), ("removed",)]
    (half,) = changes(draft("*Invites* pilots to meet in"), draft("*Invites* pilots and then some;"))[:1]
    assert half.what in (("words",), ("removed",))


def test_a_paragraph_is_the_version_of_the_most_alike():
    old = draft("*Invites* the pilots to meet in May", "*Invites* the boats to wait in port")
    new = draft("*Invites* the boats to wait in a port", "*Invites* the pilots to meet in June")
    found = {change.new.text: change.old.text for change in changes(old, new) if change.new and change.old}
    assert found == {
        "Invites the boats to wait in a port;": "Invites the boats to wait in port;",
        "Invites the pilots to meet in June;": "Invites the pilots to meet in May;",
    }


def test_what_was_removed_stands_where_it_had_stood():
    found = changes(draft(*WORDS), draft(WORDS[0], WORDS[1], WORDS[3]))
    assert [change.what for change in found] == [(), (), ("removed",), ("renumbered",)]
    found = changes(draft(*WORDS), draft(*WORDS[1:]))
    assert [change.what for change in found] == [("removed",), *[("renumbered",)] * 3]


def test_a_note_is_compared_with_notes_alone():
    old = "The General Assembly,\n\n1. Lamps of the old port.\n\n[^1]: Lamps of the new port.\n"
    new = "The General Assembly,\n\n1. Lamps of the new port.\n\n[^1]: Lamps of the old port.\n"
    assert [(change.old.kind, change.new.kind, change.what) for change in changes(old, new)][-2:] == [
        ("operative", "operative", ("words",)), ("note", "note", ("words",)),
    ]  # fmt: skip


def test_two_that_change_places_are_one_that_moved():
    found = changes(draft(*WORDS), draft(WORDS[0], WORDS[2], WORDS[1], WORDS[3]))
    assert sum("moved" in change.what for change in found) == 1
    found = changes(draft(*WORDS), draft(*reversed(WORDS)))
    assert sum("moved" in change.what for change in found) == 3
    found = changes(draft(*WORDS), draft(WORDS[2], WORDS[3], WORDS[0], WORDS[1]))
    assert sum("moved" in change.what for change in found) == 2
    found = changes(draft(*WORDS), draft(WORDS[1], WORDS[2], WORDS[0], WORDS[3]))
    assert [change.new.text for change in found if "moved" in change.what] == ["Welcomes the lamps of the harbours;"]


def test_a_long_paragraph_of_few_words_is_compared_word_by_word():
    words = "*Invites* " + "the boats of the port and " * 60 + "the pilots"
    (found,) = changes(draft(words + " to meet in May"), draft(words + " to row in May"))
    assert [tuple(piece) for piece in found.pieces][1:] == [("-", "meet"), ("+", "row"), ("=", "in May;")]


def test_words_before_the_title_are_compared_too():
    old = "The Commission recommends to the Council the adoption of the following draft resolution:\n\nOn lamps\n\n"
    found = changes(old + draft(*WORDS), old.replace("Commission", "Committee") + draft(*WORDS))
    assert [(one.new.kind, one.what) for one in found if one.what] == [("chapeau", ("words",))]
