"""Also and further."""

from __future__ import annotations

import pytest

from reslint.draft import parse
from reslint.engine import lint, load
from reslint.engine.language.addressee import Addressees
from reslint.text import Text


def operative(*openings: str) -> str:
    return "*The General Assembly*,\n\n*Noting* the fog,\n\n" + "".join(
        f"{number}. {words};\n\n" for number, words in enumerate(openings, 1)
    )


def preamble(*openings: str) -> str:
    return "*The General Assembly*,\n\n" + "".join(f"{words},\n\n" for words in openings) + "*Decides* to wait.\n"


EVERY = ["adverb-missing", "adverb-orphan", "adverb-wrong", "adverb-position"]


def found_by(report, words: str, *kinds: str) -> list[str]:
    """The openers that any of the kinds reports."""
    return [found for kind in kinds or EVERY for found in report(kind, words).found]


def test_the_cycle_is_plain_also_further_and_plain_again(report):
    words = preamble(
        "*Recalling* the tide",
        "*Recalling also* the fog",
        "*Recalling further* the rain",
        "*Recalling* the snow",
        "*Recalling also* the hail",
    )
    assert found_by(report, words) == []


def test_a_repeated_participle_lacks_its_adverb(report):
    found = report("adverb-missing", preamble("*Recalling* the tide", "*Recalling* the fog"))
    assert (found.found, found.values("expected")) == (["Recalling"], ["Recalling also"])
    assert "*Recalling also* the fog," in found.fixed
    assert (found.values("number"), found.values("before")) == ([""], ["Recalling"])


def test_a_repeated_verb_lacks_its_adverb(report):
    found = report("adverb-missing", operative("*Notes* the tide", "*Notes* the fog", "*Notes* the rain"))
    assert found.values("expected") == ["Also notes", "Further notes"]
    assert found.fixed == operative("*Notes* the tide", "*Also notes* the fog", "*Further notes* the rain")
    assert (found.values("number")[0], found.values("before")[0]) == ("1", "Notes")


def test_another_addressee_begins_anew(report):
    words = operative(
        "*Invites* the Harbour Office on Fog and Tides to report",
        "*Invites* Member States to row",
        "*Also invites* Member States to sing",
    )
    assert found_by(report, words) == []


def test_the_same_addressee_takes_also_whatever_its_determiner_and_length(report):
    words = operative(
        "*Requests* the Harbour Office on Fog and Tides to report",
        "*Requests* the Office, in this regard, to row",
    )
    found = report("adverb-missing", words)
    assert found.values("expected") == ["Also requests"]


def test_an_addressee_that_cannot_be_told_is_left_alone(report):
    words = operative("*Encourages* progress", "*Encourages* progress")
    assert found_by(report, words) == []


def test_states_that_have_done_something_are_other_addressees(report):
    words = operative("*Invites* States that row to sing", "*Invites* States to row")
    assert found_by(report, words) == []


def test_an_adverb_without_antecedent_is_dropped(report):
    found = report("adverb-orphan", operative("*Notes* the tide", "*Further decides* to wait"))
    assert (found.found, found.values("adverb")) == (["Further decides"], ["further"])
    assert found.fixed == operative("*Notes* the tide", "*Decides* to wait")


def test_an_adverb_at_the_head_of_a_preamble_has_no_antecedent(report):
    found = report("adverb-orphan", preamble("*Recalling also* the tide"))
    assert found.fixed == preamble("*Recalling* the tide")


def test_a_fragment_may_begin_in_the_middle_of_a_sequence(report):
    assert found_by(report, "5. *Also notes* the tide;\n") == []


def test_a_qualifier_makes_another_opener(report):
    words = preamble("*Noting* the tide", "*Noting with concern* the fog", "*Noting* the rain")
    assert found_by(report, words) == []


@pytest.mark.parametrize(
    ("second", "right"), [("*Further notes* the fog", "*Also notes* the fog"), ("*Also notes* it", "*Also notes* it")]
)
def test_the_second_takes_also(report, second, right):
    found = report("adverb-wrong", operative("*Notes* the tide", second))
    assert found.fixed == operative("*Notes* the tide", right)


def test_the_fourth_is_plain(report):
    openings = ["*Notes* the tide", "*Also notes* the fog", "*Further notes* the rain", "*Also notes* the snow"]
    found = report("adverb-wrong", operative(*openings))
    assert found.fixed == operative(*openings[:3], "*Notes* the snow")


def test_after_a_slip_the_count_goes_on_from_what_is_written(report):
    openings = ["*Notes* the tide", "*Further notes* the fog", "*Notes* the rain", "*Also notes* the snow"]
    assert found_by(report, operative(*openings)) == ["Further notes"]


def test_the_adverb_follows_a_participle(report):
    found = report("adverb-position", preamble("*Recalling* the tide", "*Also recalling* the fog"))
    assert found.fixed == preamble("*Recalling* the tide", "*Recalling also* the fog")


def test_the_adverb_precedes_a_verb(report):
    found = report("adverb-position", operative("*Notes* the tide", "*Notes also* the fog"))
    assert found.fixed == operative("*Notes* the tide", "*Also notes* the fog")


def test_further_before_its_noun_is_no_adverb_of_the_opener(report):
    words = operative("*Notes* the tide", "*Encourages* further work on fog")
    assert found_by(report, words) == []


def test_across_a_heading_a_sequence_may_go_on_or_begin_anew(report):
    for second in ("*Notes* the fog", "*Also notes* the fog"):
        words = f"*The General Assembly*\n\n1. *Notes* the tide;\n\n**Weather**\n\n2. {second}.\n"
        assert found_by(report, words) == []


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
    ("words", "written"),
    [
        ("Requests the Secretary-General to act", "the Secretary-General"),
        ("Requests, in this regard, the Secretary-General to act", "the Secretary-General"),
        ("Requests the Secretary-General, as before, to act", "the Secretary-General"),
        ("Invites all States, their ports and others to sail", "all States, their ports and others"),
        ("Invites them", None),
        ("Requests to act", None),
    ],
)
def test_an_addressee_stands_between_its_opener_and_what_is_asked_of_it(words: str, written: str | None):
    place = ADDRESSEES.place(words, len(words.split(",", 1)[0].split(" ", 1)[0]))
    assert (words[place[0] : place[1]] if place is not None else None) == written


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
    assert not report("adverb-missing", words).matches


def test_one_word_more_in_italics_makes_no_other_opener(report):
    words = operative("*Welcomes* the plan for wells", "*Welcomes all* plans for springs")
    assert report("adverb-missing", words).matches


def test_openers_that_the_lexicon_does_not_know_have_no_sequence(report):
    words = operative("*Juggles with* boats", "*Juggles with* oars", "*Also juggles with* sails")
    assert found_by(report, words) == []


def test_without_italics_an_adverb_belongs_to_the_opener_where_an_object_follows(report):
    words = operative("*Notes* the tide", "Notes also the fog", "*Notes* the rain")
    assert report("adverb-missing", words).values("expected") == ["Further notes"]
    assert report("adverb-position", words).fixed == words.replace("Notes also", "Also notes")
    words = operative("*Notes* the tide", "Notes further work on fog")
    assert report("adverb-missing", words).values("expected") == ["Also notes"]
    assert found_by(report, words, "adverb-wrong", "adverb-orphan") == []


def test_without_italics_an_adverb_after_a_participle_belongs_to_it(report):
    words = preamble("Noting the tide", "Noting also work on fog")
    assert found_by(report, words) == []


def test_the_same_addressee_takes_also(report):
    words = operative("*Requests* the crew to row", "*Requests* the crew to sing", "*Requests* the guests to sing")
    assert report("adverb-missing", words).values("expected") == ["Also requests"]


def test_a_preposition_after_the_opener_is_no_part_of_the_addressee(report):
    words = operative(
        "*Appeals* to the crew to row",
        "*Appeals also* to the crew to sing",
        "*Appeals* to the crew to wait",
        "*Appeals* to the guests to wait",
    )
    found = report("adverb-missing", words)
    assert found.values("expected") == ["Further appeals"]


def test_the_paragraph_before_is_shown_where_there_is_one(report):
    found = report("adverb-missing", operative("*Notes* the tide", "*Notes* the fog"))
    related = found.matches[0].related
    assert found.draft.text.slice(related) == "Notes"
    assert related.start < found.matches[0].span.start
    found = report("adverb-orphan", preamble("*Recalling further* the tide"))
    assert found.matches[0].related is None


def test_an_orphan_without_italics_is_put_right_as_well(report):
    found = report("adverb-orphan", operative("*Notes* the tide", "Also decides to wait"))
    assert found.fixed == operative("*Notes* the tide", "Decides to wait")


def test_beside_an_opener_that_begins_alike_an_adverb_has_its_antecedent(report):
    words = preamble("*Noting* the tide", "*Noting also with concern* the fog")
    assert report("adverb-orphan", words).found == []
    words = preamble("*Noting with concern* the tide", "*Noting also* the fog")
    assert report("adverb-orphan", words).found == []


def test_only_what_is_asked_for_is_reported(report):
    words = operative("*Notes* the tide", "*Notes* the fog", "*Notes also* the rain", "*Also decides* to wait")
    counts = {kind: len(report(kind, words).found) for kind in EVERY}
    assert counts == {"adverb-missing": 1, "adverb-wrong": 0, "adverb-orphan": 1, "adverb-position": 1}
    assert len(found_by(report, words)) == 3


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (" the crew to row", True),
        (" Norway to row", True),
        (" work on fog", False),
        ("", False),
        (" , the crew", True),
    ],
)
def test_an_object_begins_with_a_determiner_or_a_capital(words, begins):
    assert ADDRESSEES.begins_object(words, 0) is begins


@pytest.mark.parametrize(
    ("words", "addressee"),
    [
        (", in this regard, the crew, as always, to row", ("crew",)),
        (", in this regard, as before, the crew to row", ("crew",)),
        (", the crew to row", ("crew",)),
        (" the crew, as always, to row", ("crew",)),
        (", in this regard", None),
        (" the to row", None),
        (" THE Crew to row", ("crew",)),
        (f" the {'very ' * 80}old crew to row", None),
    ],
)
def test_asides_and_determiners_are_passed_over(words, addressee):
    assert ADDRESSEES.find(words, 0) == addressee


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Office", "the Office", True),
        ("the Harbour Office", "the Harbour Office of Fog", False),
        ("the Office", "Office of Fog", True),
        ("the Office", "the Fog Office", True),
        ("the Office of Fog", "the Office", True),
        ("the Office", "the Director of the Office", False),
        ("the Director of the Office", "the Office", False),
        ("the crew", "the guests", False),
    ],
)
def test_a_name_and_its_short_form_are_one_addressee(one, other, same):
    first, second = (ADDRESSEES.find(f" {words} to row", 0) for words in (one, other))
    assert ADDRESSEES.same(first, second) is same


def test_the_side_that_is_right_is_named(report):
    found = report("adverb-position", operative("*Takes note* of the tide", "*Takes note also* of the fog"))
    assert (found.values("expected"), found.values("opener")) == (["Also takes note"], ["Takes note"])
    found = report("adverb-position", preamble("*Recalling* the tide", "*Also recalling* the fog"))
    assert (found.values("expected"), found.values("adverb")) == (["Recalling also"], ["also"])


def test_of_an_adverb_that_refers_to_nothing_the_side_is_not_named(report):
    words = operative("*Notes* the tide", "*Welcomes also* the fog")
    assert found_by(report, words, "adverb-position") == []
    assert found_by(report, words, "adverb-orphan") == ["Welcomes also"]


def test_behind_a_heading_an_opener_may_begin_anew(report):
    words = operative("*Notes* the tide", "*Notes* the fog", "*Also notes* the wind").replace(
        "\n2. ", "\n**Weather**\n\n2. "
    )
    assert found_by(report, words, "adverb-missing", "adverb-wrong") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Recalling the tide", "Recalling the fog"),
        ("*Recalling* the tide", "*Recalling* in particular the fog"),
        ("*Reaffirming* its strong commitment to the tide", "*Reaffirming* the fog"),
    ],
)
def test_an_adverb_is_no_safe_addition_where_the_opener_may_go_on(lint_un, first: str, second: str):
    found = [one for one in lint_un(preamble(first, second)) if one.rule == "sequence/missing-adverb"]
    assert [one.fix.safety for one in found] == ["unsafe"]


@pytest.mark.parametrize("rest", ["its strong commitment to the fog", "in particular the fog"])
def test_nothing_is_said_where_an_opener_without_italics_may_be_a_longer_one(lint_un, rest: str):
    assert not [one for one in lint_un(preamble("Recalling the tide", f"Recalling {rest}")) if "sequence" in one.rule]


@pytest.fixture(scope="module")
def lint_un():
    """The findings of the rules of the United Nations in a text."""
    rules = load(["un"])
    return lambda words: lint(parse(Text(words), rules.vocabulary), rules).findings
