"""Footnotes that are added, and those that are renumbered for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.draft import Draft
from reslint.engine.edits.footnotes import Area, first_markers, insert_note, lines_of, renumber_notes
from reslint.text import Edit, Span, apply_edits

HEAD = "*The General Assembly*,\n\n"


@pytest.fixture(scope="session")
def noted(read: Callable[[str], Draft]) -> Callable[..., str]:
    """The text with a note added at the bar."""

    def add(words: str, note: str = "On oars.") -> str:
        before, _, after = words.partition("|")
        new = insert_note(read(before + after), len(before), note)
        return apply_edits(before + after, [Edit(Span(len(before), len(before)), new.marker), *new.edits])

    return add


@pytest.fixture(scope="session")
def renumbered(read: Callable[[str], Draft]) -> Callable[[str], str]:
    return lambda words: apply_edits(words, renumber_notes(read(words)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("*Noting* the oars,|\n", "*Noting* the oars,[^1]\n\n[^1]: On oars.\n"),
        (
            "*Noting* fog,[^1]\n\n*Noting* the oars,|\n\n*Noting* it,[^2]\n\n[^1]: Fog.\n\n[^2]: It.\n",
            "*Noting* fog,[^1]\n\n*Noting* the oars,[^2]\n\n*Noting* it,[^3]\n\n"
            "[^1]: Fog.\n\n[^2]: On oars.\n\n[^3]: It.\n",
        ),
        (
            "*Noting* the oars,|\n\n*Noting* it,[^1]\n\n[^1]: It.\n",
            "*Noting* the oars,[^1]\n\n*Noting* it,[^2]\n\n[^1]: On oars.\n\n[^2]: It.\n",
        ),
        (
            "*Noting* fog[^1] and it,[^2]\n\n*Noting* the oars,|\n\n[^1]: Fog.\n[^2]: It.\n",
            "*Noting* fog[^1] and it,[^2]\n\n*Noting* the oars,[^3]\n\n[^1]: Fog.\n[^2]: It.\n[^3]: On oars.\n",
        ),
        (
            "*Noting* fog,¹\n\n*Noting* the oars,|\n\n¹ Fog.\n",
            "*Noting* fog,¹\n\n*Noting* the oars,²\n\n¹ Fog.\n\n² On oars.\n",
        ),
        (
            "*Noting* fog,<sup>1</sup>\n\n*Noting* the oars,|\n",
            "*Noting* fog,<sup>1</sup>\n\n*Noting* the oars,<sup>2</sup>\n\n<sup>2</sup> On oars.\n",
        ),
        (
            "*Noting* fog,[^1]\n\n[^1]: Fog.\n\n*Noting* the oars,|\n\n*Noting* it,[^2]\n\n[^2]: It.\n",
            "*Noting* fog,[^1]\n\n[^1]: Fog.\n\n*Noting* the oars,[^2]\n\n[^2]: On oars.\n\n"
            "*Noting* it,[^3]\n\n[^3]: It.\n",
        ),
        (
            "*Noting* fog,[^1]\n\n*Noting* the oars,|\n\n[^1]: Fog.\n\n[^1]: Mist.\n\n[^4]: A.\n",
            "*Noting* fog,[^1]\n\n*Noting* the oars,[^5]\n\n[^1]: Fog.\n\n[^5]: On oars.\n\n[^1]: Mist.\n\n[^4]: A.\n",
        ),
    ],
)  # fmt: skip
def test_a_note_goes_where_its_neighbours_are_and_is_written_as_they_are(noted: Any, before: str, after: str) -> None:
    assert noted(HEAD + before) == HEAD + after


def test_a_note_for_a_marker_between_two_others_takes_the_number_between(noted: Any) -> None:
    words = f"{HEAD}*Noting* fog[^1] and oars| and it,[^2]\n\n[^1]: Fog.\n\n[^2]: It.\n"
    assert noted(words) == (
        f"{HEAD}*Noting* fog[^1] and oars[^2] and it,[^3]\n\n[^1]: Fog.\n\n[^2]: On oars.\n\n[^3]: It.\n"
    )


def test_line_ends_are_those_of_the_text(noted: Any) -> None:
    words = f"{HEAD}*Noting* fog,[^1]\n\n*Noting* the oars,|\n\n[^1]: Fog.\n".replace("\n", "\r\n")
    assert noted(words).count("\r\n") == noted(words).count("\n") == words.count("\n") + 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{HEAD}*Noting* fog,[^7]\n\n[^7]: Fog.\n", f"{HEAD}*Noting* fog,[^1]\n\n[^1]: Fog.\n"),
        (
            "*Noting* fog,[^9]\n\n*Noting* it[^7] and fog,[^9]\n\n[^7]: It.\n\n[^9]: Fog.\n",
            "*Noting* fog,[^7]\n\n*Noting* it[^8] and fog,[^7]\n\n[^8]: It.\n\n[^7]: Fog.\n",
        ),
        (
            f"{HEAD}*Noting* fog,[^*] and it,[^3]\n\n[^*]: Fog.\n\n[^3]: It.\n",
            f"{HEAD}*Noting* fog,[^*] and it,[^1]\n\n[^*]: Fog.\n\n[^1]: It.\n",
        ),
    ],
)
def test_notes_count_from_one_and_in_a_fragment_from_the_least(renumbered: Any, before: str, after: str) -> None:
    # An enacting line alone makes a draft whole.
    assert renumbered(before + "1. *Decides* to wait.\n") == after + "1. *Decides* to wait.\n"


def test_a_marker_that_stands_twice_is_one_note(read: Any) -> None:
    draft = read("*Noting* fog,[^2] it[^1] and fog,[^2] but no more[^*] of it,\n")
    assert [(marker.label, marker.span.start) for marker in first_markers(draft)] == [("2", 13), ("1", 20)]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("*Noting* it,\n\n[^1]: Fog.\n\n*Noting* fog,\n", "*Noting* it,\n\n*Noting* fog,\n"),
        ("*Noting* it,\n[^1]: Fog.\n\n*Noting* fog,\n", "*Noting* it,\n\n*Noting* fog,\n"),
        ("*Noting* it,\n\n[^1]: Fog.\n", "*Noting* it,\n"),
        ("*Noting* it,\n\n[^1]: Fog.", "*Noting* it,\n"),
        ("*Noting* it,\n\n\n[^1]: Fog.\n\n\n", "*Noting* it,\n"),
        ("[^1]: Fog.\n\n*Noting* it,\n", "*Noting* it,\n"),
        ("[^1]: Fog\nand\nmore fog.\n\n*Noting* it,\n", "*Noting* it,\n"),
        ("[^1]: Fog.\n", ""),
    ],
)
def test_a_note_that_goes_leaves_no_gap(read: Any, words: str, left: str) -> None:
    draft = read(words)
    assert apply_edits(words, [Edit(lines_of(draft.nodes("note")[0], draft), "")]) == left


def test_an_area_is_what_its_nodes_cover_together(read: Any) -> None:
    draft = read(f"{HEAD}*Noting* fog,\n\n1. *Decides*:\n\n(a) To row;\n\n(b) To sing;\n\n2. *Decides* to wait.\n")
    one, two = draft.nodes("operative")
    inner = draft.nodes("subparagraph")
    area = Area([*inner, one])
    assert all(node.span in area for node in (one, *inner))
    assert two.span not in area
    assert Span(one.span.start, two.span.end) not in area
    assert Span(0, 5) not in area
    assert two.span in Area([two, *inner])
    assert one.span not in Area([two, *inner])
    assert two.span not in Area([])


def test_a_marker_and_a_note_without_each_other_keep_their_numbers(read: Any, renumbered: Any, noted: Any) -> None:
    # Marker 3 may well have been meant for note 2.
    words = f"{HEAD}*Noting* fog[^1] and oars,[^3]\n\n[^1]: Fog.\n\n[^2]: Oars.\n"
    assert renumbered(words) == words
    assert "oars,[^3]\n" in noted(words.replace("fog[^1]", "fog[^1] and it|"))
    assert "and it[^4]" in noted(words.replace("fog[^1]", "fog[^1] and it|"))


def test_a_marker_whose_note_is_not_yet_written_is_counted_with_the_others(renumbered: Any) -> None:
    words = f"{HEAD}*Noting* fog[^1] and oars,[^3]\n\n[^1]: Fog.\n"
    assert renumbered(words) == words.replace("[^3]", "[^2]")


LABELS = st.lists(st.integers(1, 6), min_size=1, max_size=6)


@given(LABELS, st.permutations(range(1, 7)))
def test_numbered_anew_markers_count_from_one_and_keep_their_notes(
    read: Any, renumbered: Any, labels: list[int], notes: list[int]
) -> None:
    words = HEAD + "".join(f"*Noting* it,[^{label}]\n\n" for label in labels)
    words += "".join(f"[^{label}]: Note {label}.\n\n" for label in notes)
    after = renumbered(words)
    assert [marker.label for marker in first_markers(read(after))] == [str(n + 1) for n in range(len(set(labels)))]
    texts = {note.label: read(after).view(note).text for note in read(after).nodes("note")}
    markers = [marker for marker in read(after).markers if marker.node.kind == "preambular"]
    assert [texts[marker.label] for marker in markers] == [f"Note {label}." for label in labels]
    assert renumbered(after) == after


@given(LABELS, st.lists(st.integers(1, 6), unique=True))
def test_numbered_anew_no_marker_loses_its_note_or_gets_another(
    read: Any, renumbered: Any, labels: list[int], notes: list[int]
) -> None:
    words = HEAD + "".join(f"*Noting* it,[^{label}]\n\n" for label in labels)
    words += "".join(f"[^{label}]: Note {label}.\n\n" for label in notes)

    def called(words: str) -> list[str]:
        draft = read(words)
        texts = {note.label: draft.view(note).text for note in draft.nodes("note")}
        return [texts.get(marker.label, "") for marker in draft.markers]

    assert called(renumbered(words)) == called(words)


def test_notes_in_order_need_no_renumbering(read):
    words = "*The General Assembly*,\n\n*Noting* the fog,[^1]\n\n*Decides* to wait.\n\n[^1]: A note.\n"
    assert renumber_notes(read(words)) == ()


def test_renumbering_closes_gaps_and_numbers_uncalled_notes_last(read):
    words = "*The General Assembly*,\n\n*Noting* the fog,[^4]\n\n[^2]: Uncalled.\n\n[^4]: A note.\n"
    assert apply_edits(words, renumber_notes(read(words))) == (
        "*The General Assembly*,\n\n*Noting* the fog,[^1]\n\n[^2]: Uncalled.\n\n[^1]: A note.\n"
    )


def test_nothing_is_renumbered_where_two_notes_share_a_label(read):
    words = "*The General Assembly*,\n\n*Noting* the fog,[^3]\n\n[^3]: A note.\n\n[^3]: Another.\n"
    assert renumber_notes(read(words)) == ()
