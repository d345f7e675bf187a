"""Instruments without a footnote."""

from __future__ import annotations

import pytest

from reslint.engine.data.context import Context

BODY = ["preambular", "operative"]
LEXICON = {
    "instruments": {"instruments": {"Treaty on Fog": {"volumes": [11]}, "Plan for Fog": {"resolution": "66/1"}}},
    "grammar": {"quotation-marks": {"“": "”"}},
}


@pytest.fixture
def without_note(check, read_whole):
    """The words reported in the first paragraph of a resolution; a second one has a footnote for something else."""

    def found(words: str, session: int = 0, **options: object) -> list[str]:
        draft = read_whole(words)
        matches = check("sources", LEXICON, **options).run(draft.nodes(*BODY), draft, Context(LEXICON, session=session))
        return [draft.text.slice(match.span) for match in matches]

    return found


@pytest.fixture
def read_whole(read):
    def whole(words: str):
        return read(
            f"*The General Assembly*,\n\n*Recalling* {words},\n\n*Noting* the tide,[^9]\n\n*Decides* to wait.\n\n"
            "[^1]: Of fog.\n\n[^9]: Of tides.\n"
        )

    return whole


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("the Treaty on Fog", ["Treaty on Fog"]),
        ("the Treaty on Fog and again the Treaty on Fog", ["Treaty on Fog"]),
        ("the Treaty on Fog[^1]", []),
        ("the Treaty on Fog and its Protocols,[^1]", []),
        ("the book “Treaty on Fog”", []),
        ("the Second Treaty on Fog-horns", []),
        ("the Treaty on Fog, and that the Treaty on Fog[^1] is old", []),
    ],
    ids=["none", "once", "a note", "a note for several", "a quotation", "another title", "a note later"],
)
def test_an_instrument_needs_a_note_somewhere(without_note, words, wrong):
    assert without_note(words) == wrong


@pytest.mark.parametrize(("session", "wrong"), [(0, ["Plan for Fog"]), (65, []), (66, ["Plan for Fog"])])
def test_what_a_later_session_adopted_has_no_note_yet(without_note, session, wrong):
    assert without_note("the Plan for Fog", session=session) == wrong


def test_a_note_too_far_away_is_not_its_own(without_note):
    assert without_note("the Treaty on Fog and what else there is[^1]", reach=5) == ["Treaty on Fog"]


def test_bodies_that_are_named_after_an_instrument(without_note):
    assert without_note("the parties to the Treaty on Fog", before="parties to the ") == []


def test_only_instruments_of_a_kind(without_note):
    assert without_note("the Plan for Fog") == ["Plan for Fog"]
    assert without_note("the Plan for Fog", with_="volumes") == []


def test_a_lexicon_without_such_instruments_is_a_mistake(check):
    with pytest.raises(ValueError, match="has “league”"):
        check("sources", LEXICON, with_="league")


FIRST = {"first": True, "reach": 50}


@pytest.fixture
def first_without_note(check, read):
    """The words reported where the first mention must have its note; note 1 is that of the plan, note 2 another."""
    lexicon = {"instruments": {"instruments": {"Plan for Fog": {"resolution": "66/1", "forms": ["Fog Plan"]}}}}

    def found(*paragraphs: str, **options: object) -> list[str]:
        body = "".join(f"*Recalling* {words},\n\n" for words in paragraphs)
        draft = read(
            f"*The General Assembly*,\n\n{body}*Decides* to wait.\n\n[^1]: Resolution 66/1.\n\n[^2]: A/66/1.\n"
        )
        matches = check("sources", lexicon, **(FIRST | options)).run(draft.nodes(*BODY), draft, Context(lexicon))
        return [draft.text.slice(match.span) for match in matches]

    return found


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("the Plan for Fog", ["Plan for Fog"]),
        ("the Fog Plan", ["Fog Plan"]),
        ("the Plan for Fog,[^2] whatever it says", []),
        ("the Plan for Fog and a report,[^2]", ["Plan for Fog"]),
        ("the Plan for Fog and all that has been said, sung and written about it since then,[^1]", []),
        ("the Plan for Fog in resolution 66/1", []),
        ("the Plan for Fog in resolution 66/11", ["Plan for Fog"]),
    ],
    ids=["none", "another name", "beside it", "another note", "its own note", "its number", "another number"],
)
def test_the_first_mention_needs_the_note(first_without_note, words, wrong):
    assert first_without_note(words) == wrong


def test_a_note_at_a_later_mention_comes_too_late(first_without_note):
    assert first_without_note("the Fog Plan", "the Plan for Fog[^1]") == ["Fog Plan"]
    assert first_without_note("resolution 66/1", "the Plan for Fog") == []


def test_instruments_that_need_no_note(first_without_note):
    with pytest.raises(ValueError, match="no instrument"):
        first_without_note("the Fog Plan", **{"except": ["Plan for Fog"]})
