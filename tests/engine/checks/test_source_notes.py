"""Notes that stand at one instrument and say another."""

from __future__ import annotations

import pytest

BODY = ["preambular", "operative"]
LEXICON = {
    "instruments": {
        "instruments": {
            "Treaty on Fog": {"volumes": [11], "number": 123},
            "Plan for Fog": {"resolution": "66/1", "part": "annex", "forms": ["Fog Plan"]},
            "Word on Fog": {"resolution": "217 A (III)"},
        }
    }
}


@pytest.fixture
def wrong(check, read):
    """The notes that are reported in a resolution with two of them."""

    def found(words: str, one: str, other: str = "A/80/1.", kind: str = "note-source", **options: object) -> list[str]:
        draft = read(
            f"*The General Assembly*,\n\n*Recalling* {words},\n\n*Decides* to wait.\n\n[^1]: {one}\n\n[^2]: {other}\n"
        )
        matches = check(kind, LEXICON, **({"like": "."} | options)).run(draft.nodes(*BODY), draft, None)
        return [draft.text.slice(match.span) for match in matches]

    return found


@pytest.mark.parametrize(
    ("words", "note", "reported"),
    [
        ("the Treaty on Fog[^1]", "United Nations, *Treaty Series*, vol. 11, No. 123.", False),
        ("the Treaty on Fog[^1]", "United Nations, *Treaty Series*, vol. 11, No. 1234.", True),
        ("the Plan for Fog,[^1]", "See resolution 66/1, annex.", False),
        ("the Plan for Fog,[^1]", "Resolution 66/11, annex.", True),
        ("the Fog Plan,[^1]", "Resolution 66/2, annex.", True),
        ("the Word on Fog,[^1]", "Resolution 217 B (III).", True),
        ("the Plan for Fog and what came of it,[^1]", "Resolution 66/2.", False),
        ("the fog,[^1]", "Resolution 66/2.", False),
    ],
)
def test_the_note_beside_a_name_has_its_number(wrong, words: str, note: str, reported: bool) -> None:
    assert wrong(words, note) == ([note] if reported else [])


def test_one_of_several_notes_at_a_name_is_enough(wrong) -> None:
    assert wrong("the Plan for Fog[^1][^2]", "Resolution 66/2.", "Resolution 66/1.") == []


def test_a_note_is_named_once(wrong) -> None:
    assert wrong("the Plan for Fog[^1] and the Plan for Fog[^1]", "A/1.") == ["A/1."]


@pytest.mark.parametrize(("note", "reported"), [("Resolution 66/1.", True), ("Resolution 66/1, annex.", False)])
def test_an_annex_is_named(wrong, note: str, reported: bool) -> None:
    assert bool(wrong("the Plan for Fog,[^1]", note, kind="note-source-part")) is reported


def test_what_has_no_annex_needs_none(wrong) -> None:
    assert wrong("the Word on Fog,[^1]", "Resolution 217 A (III).", kind="note-source-part") == []


def test_notes_of_another_kind_and_names_in_other_words_are_left_alone(wrong) -> None:
    assert wrong("the Plan for Fog,[^1]", "A/80/2.", like="Resolution") == []
    assert wrong("the cost of the Plan for Fog,[^1]", "A/80/2.", before="of the ") == []
