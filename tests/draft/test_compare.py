"""Two versions of a draft: what became of every paragraph."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.draft import parse
from reslint.draft.compare import Change, compare
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


def changes(old: str, new: str) -> list[Change]:
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
