"""Also and further."""

from __future__ import annotations

import pytest

from reslint.engine.addressee import Addressees


def operative(*openings: str) -> str:
    return "*The General Assembly*,\n\n*Noting* the fog,\n\n" + "".join(
        f"{number}. {words};\n\n" for number, words in enumerate(openings, 1)
    )


def preamble(*openings: str) -> str:
    return "*The General Assembly*,\n\n" + "".join(f"{words},\n\n" for words in openings) + "*Decides* to wait.\n"


EVERY = ["missing", "orphan", "wrong", "position"]


def test_the_cycle_is_plain_also_further_and_plain_again(report):
    words = preamble(
        "*Recalling* the tide",
        "*Recalling also* the fog",
        "*Recalling further* the rain",
        "*Recalling* the snow",
        "*Recalling also* the hail",
    )
    assert report("sequence", words, report=EVERY).found == []


def test_a_repeated_participle_lacks_its_adverb(report):
    found = report("sequence", preamble("*Recalling* the tide", "*Recalling* the fog"), report="missing")
    assert (found.found, found.values("expected")) == (["Recalling"], ["Recalling also"])
    assert "*Recalling also* the fog," in found.fixed
    assert found.matches[0].related[0].message == "the paragraph before opens with *Recalling*"


def test_a_repeated_verb_lacks_its_adverb(report):
    found = report("sequence", operative("*Notes* the tide", "*Notes* the fog", "*Notes* the rain"), report="missing")
    assert found.values("expected") == ["Also notes", "Further notes"]
    assert found.fixed == operative("*Notes* the tide", "*Also notes* the fog", "*Further notes* the rain")
    assert found.matches[0].related[0].message == "paragraph 1 opens with *Notes*"


def test_another_addressee_begins_anew(report):
    words = operative(
        "*Invites* the Harbour Office on Fog and Tides to report",
        "*Invites* Member States to row",
        "*Also invites* Member States to sing",
    )
    assert report("sequence", words, report=EVERY).found == []


def test_the_same_addressee_takes_also_whatever_its_determiner_and_length(report):
    words = operative(
        "*Requests* the Harbour Office on Fog and Tides to report",
        "*Requests* the Office, in this regard, to row",
    )
    found = report("sequence", words, report="missing")
    assert found.values("expected") == ["Also requests"]


def test_an_addressee_that_cannot_be_told_is_left_alone(report):
    words = operative("*Encourages* progress", "*Encourages* progress")
    assert report("sequence", words, report=EVERY).found == []


def test_states_that_have_done_something_are_other_addressees(report):
    words = operative("*Invites* States that row to sing", "*Invites* States to row")
    assert report("sequence", words, report=EVERY).found == []


def test_an_adverb_without_antecedent_is_dropped(report):
    found = report("sequence", operative("*Notes* the tide", "*Further decides* to wait"), report="orphan")
    assert (found.found, found.values("adverb")) == (["Further decides"], ["further"])
    assert found.fixed == operative("*Notes* the tide", "*Decides* to wait")


def test_an_adverb_at_the_head_of_a_preamble_has_no_antecedent(report):
    found = report("sequence", preamble("*Recalling also* the tide"), report="orphan")
    assert found.fixed == preamble("*Recalling* the tide")


def test_a_fragment_may_begin_in_the_middle_of_a_sequence(report):
    assert report("sequence", "5. *Also notes* the tide;\n", report=EVERY).found == []


def test_a_qualifier_makes_another_opener(report):
    words = preamble("*Noting* the tide", "*Noting with concern* the fog", "*Noting* the rain")
    assert report("sequence", words, report=EVERY).found == []


@pytest.mark.parametrize(
    ("second", "right"), [("*Further notes* the fog", "*Also notes* the fog"), ("*Also notes* it", "*Also notes* it")]
)
def test_the_second_takes_also(report, second, right):
    found = report("sequence", operative("*Notes* the tide", second), report="wrong")
    assert found.fixed == operative("*Notes* the tide", right)


def test_the_fourth_is_plain(report):
    openings = ["*Notes* the tide", "*Also notes* the fog", "*Further notes* the rain", "*Also notes* the snow"]
    found = report("sequence", operative(*openings), report="wrong")
    assert found.fixed == operative(*openings[:3], "*Notes* the snow")


def test_after_a_slip_the_count_goes_on_from_what_is_written(report):
    openings = ["*Notes* the tide", "*Further notes* the fog", "*Notes* the rain", "*Also notes* the snow"]
    assert report("sequence", operative(*openings), report=EVERY).found == ["Further notes"]


def test_the_adverb_follows_a_participle(report):
    found = report("sequence", preamble("*Recalling* the tide", "*Also recalling* the fog"), report="position")
    assert found.fixed == preamble("*Recalling* the tide", "*Recalling also* the fog")


def test_the_adverb_precedes_a_verb(report):
    found = report("sequence", operative("*Notes* the tide", "*Notes also* the fog"), report="position")
    assert found.fixed == operative("*Notes* the tide", "*Also notes* the fog")


def test_further_before_its_noun_is_no_adverb_of_the_opener(report):
    words = operative("*Notes* the tide", "*Encourages* further work on fog")
    assert report("sequence", words, report=EVERY).found == []


def test_across_a_heading_a_sequence_may_go_on_or_begin_anew(report):
    for second in ("*Notes* the fog", "*Also notes* the fog"):
        words = f"*The General Assembly*\n\n1. *Notes* the tide;\n\n**Weather**\n\n2. {second}.\n"
        assert report("sequence", words, report=EVERY).found == []


ADDRESSEES = Addressees(
    {
        "end": r",|(?<!arties) to\b",
        "aside": r"(?:in|as)\b",
        "drop": ["the", "all"],
        "object": ["the"],
        "short": ["office"],
        "head-end": ["of", "on"],
    }
)


@pytest.mark.parametrize(
    ("words", "addressee"),
    [
        (" the Master of the Harbour to row", "master of harbour"),
        (" all States, in this regard, to row", "states"),
        (", in this regard, all States to row", "states"),
        (" States, harbours and other bodies to row", "states harbours and other bodies"),
        (" States that sing well and often to row", "states that sing well and often"),
        (" States parties to the Charter of Songs to row", "states parties to charter of songs"),
    ],
)
def test_an_addressee_ends_before_what_it_should_do(words, addressee):
    found = ADDRESSEES.find(words, 0)
    assert found is not None
    assert " ".join(found) == addressee


def test_what_never_ends_is_no_addressee():
    assert ADDRESSEES.find(" progress towards better lighthouses", 0) is None


def test_the_short_form_is_the_head_of_the_full_name():
    full = ADDRESSEES.find(" the Harbour Office on Fog to row", 0)
    head = ADDRESSEES.find(" the Director of the Harbour Office on Fog to row", 0)
    short = ADDRESSEES.find(" the Office to row", 0)
    assert full
    assert head
    assert short
    assert ADDRESSEES.same(full, short)
    assert not ADDRESSEES.same(head, short)


def test_a_word_that_is_no_short_form_is_another_addressee():
    assert not ADDRESSEES.same(("states",), ("states", "of", "origin"))
    assert not ADDRESSEES.same(("states",), ("member", "states"))


def test_italics_that_go_on_make_another_opener(report):
    words = operative("*Welcomes* the plan for wells", "*Welcomes its author* and the plan for springs")
    assert not report("sequence", words, report=["missing"]).matches


def test_one_word_more_in_italics_makes_no_other_opener(report):
    words = operative("*Welcomes* the plan for wells", "*Welcomes all* plans for springs")
    assert report("sequence", words, report=["missing"]).matches
