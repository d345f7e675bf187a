"""By what the house of a text is known, and what becomes of a text that fits two houses or one without a pack."""

from __future__ import annotations

import pytest

from reslint.engine import load
from reslint.engine.checker import Checkers
from reslint.engine.packs.folders import shipped_names
from reslint.engine.project.configuration import Configuration
from reslint.engine.project.houses import LEXICON, Houses
from reslint.text import Text

BODY = "\n\n*Recalling* the wells and the the pumps,\n\n1. *Requests* a report, the facts and a plan.\n"
CHECKERS = Checkers(lambda configuration: load(configuration.packs, configuration=configuration))


@pytest.fixture(scope="module")
def houses() -> Houses:
    return Houses(load(["un"]).lexicons[LEXICON])


def known(houses: Houses, head: str) -> list[str]:
    found = houses.recognise(head + BODY, default=True)
    return [each.house.key for each in found.conferences or found.houses]


@pytest.mark.parametrize(
    ("head", "house"),
    [
        ("*The General Assembly*,", "un"),
        ("The Commission on the Status of Wells,", "un"),
        ("*The Human Rights Council*,", "hrc"),
        ("The Seventy-first World Health Assembly,", "who"),
        ("The Executive Board,\n\nHaving considered the report of WHO (EB150/3),", "who"),
        ("*The Conference of the Parties serving as the meeting of the Parties to the Paris Agreement*,", "unfccc"),
        ("The Conference of the Parties,\n\nRecalling decision 7/CP.21,", "unfccc"),
        ("The General Conference,\n\nRecalling 40 C/Resolution 9,", "unesco"),
        ("The General Conference,\n\n(a) Recalling resolution GC(64)/RES/2,", "iaea"),
        ("The General Conference of the International Labour Organization,", "ilo"),
        ("RESOLUTION 9 (Rev. Doha, 2014)\n\nWells of ITU-T\n\nThe Plenipotentiary Conference,\n\nconsidering", "itu"),
        ("A41-30: Wells\n\nWhereas ICAO has wells;\n\nThe Assembly:", "icao"),
        ("The IUCN World Conservation Congress, at its session in Suva:", "iucn"),
        ("The 149th Assembly of the Inter-Parliamentary Union,", "ipu"),
        ("WHEREAS, the wells are dry; and\n\nNOW, THEREFORE, BE IT RESOLVED that", "whereas"),
        ("This Union notes:\n\n1. The wells.\n\nThis Union believes:\n\n1. Water.\n\nThis Union resolves:", "whereas"),
        ("Committee: Wells\n\nTopic: Ropes", "mun"),
        ("FORUM: Wells\nQUESTION OF: Ropes\nMAIN SUBMITTER: Fiji", "mun-thimun"),
        ("Committee: Wells\n\nTopic: Ropes\n\nSponsors: Fiji\n\nSignatories: Malta", "mun-us"),
    ],
)
def test_the_head_of_a_text_shows_its_house(head: str, house: str, houses: Houses):
    assert known(houses, head) == [house]


def test_a_text_that_shows_nothing_is_of_no_house(houses: Houses):
    assert known(houses, "The Guild of Well Diggers,") == []


def test_the_heading_of_a_committee_that_plays_a_house_decides(houses: Houses):
    assert known(houses, "Committee: WHO\n\nTopic: Wells\n\nThe Seventy-first World Health Assembly,") == ["mun"]


def test_an_address_that_two_houses_share_fits_both(houses: Houses):
    assert sorted(known(houses, "The General Conference,")) == ["iaea", "unesco"]


def test_what_is_shown_are_the_words_of_the_text(houses: Houses):
    found = houses.recognise("*The Human Rights Council*," + BODY).houses
    assert [each.because for each in found] == ["its heading has “The Human Rights Council”"]


def test_every_pack_that_is_named_comes_with_the_program_and_every_clue_is_small(houses: Houses):
    lexicon = load(["un"]).lexicons[LEXICON]
    assert {facts["pack"] for facts in lexicon.values() if "pack" in facts} <= set(shipped_names())
    assert all(clue == clue.lower() for facts in lexicon.values() for clue in facts.get("clues", ()))
    assert all(("line" in sign) != ("words" in sign) for facts in lexicon.values() for sign in facts["signs"])


@pytest.mark.parametrize("address", ["The General Conference,", "The European Parliament,\n\nRecalling wells,"])
def test_where_no_pack_is_certain_only_what_holds_everywhere_is_said_and_no_fix_is_safe(address: str):
    text = Text(address + BODY)
    checker, notices = CHECKERS.of(Configuration()).for_text(None, text)
    draft = checker.parse(text, forced=True)
    outcome = checker.lint(draft)
    assert [finding.rule for finding in outcome.findings] == ["style/repeated-word"]
    assert checker.fix(draft, outcome.findings).text.content == text.content
    assert len(notices) == 1


def test_a_text_that_fits_two_houses_with_packs_gets_what_both_report(houses: Houses):
    two = {
        key: {"name": key, "pack": pack, "clues": ["guild"], "signs": [{"line": "The Guild", "weight": 10}]}
        for key, pack in (("first", "un"), ("second", "mun"))
    }

    def loaded(configuration: Configuration):
        ruleset = load(configuration.packs, configuration=configuration)
        ruleset.lexicons[LEXICON].clear()
        ruleset.lexicons[LEXICON].update(two)
        return ruleset

    body = "*Recalling* the the wells,\n\n1. *Requests* 3 pumps;\n\n3. *Decides* to wait.\n"
    text = Text(f"The Guild of Diggers,\n\n{body}")
    checker, notices = Checkers(loaded).of(Configuration()).for_text(None, text)
    found = checker.lint(checker.parse(text, forced=True)).findings
    # Numbers up to ten in words are not a rule of Model United Nations.
    assert [finding.rule for finding in found] == ["style/repeated-word", "numbering/operative"]
    assert {finding.fix.safety for finding in found if finding.fix} == {"unsafe"}
    assert [str(notice) for notice in notices] == [
        "this text fits first (its heading has “The Guild”) and second (its heading has “The Guild”): "
        "only what both have is checked; say which in its front matter: “reslint: {packs: [un]}”"
    ]
