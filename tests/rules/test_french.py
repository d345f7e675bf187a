"""A pack in another language brings its own grammar, and nothing of English holds for its drafts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reslint.draft import parse
from reslint.engine import Ruleset, fix_all, lint, load, test_pack
from reslint.engine.data.finding import Finding
from reslint.engine.language.dates import Dates
from reslint.phrasing.propose import propose
from reslint.phrasing.sources import Sources
from reslint.text import Text

FRENCH = Path(__file__).parent / "french"
RIGHT = """\
*L’Assemblée générale*,

*Rappelant* sa résolution 66/181 du 1er décembre 2011[^1],

*Rappelant également* la liste des pompes,

*Soulignant* le prix des cordes,

1. *Prie* les États Membres :

a) De creuser des puits ;

b) De les entretenir ;

2. *Prie également* les États Membres de présenter un rapport ;

3. *Prie en outre* les États Membres de revoir les paragraphes 1 a) et 3 ci-dessus ;

4. *Invite* le Conseil de sécurité à lire « Le puits, et prie également le Conseil » ;

5. *Décide* d’attendre.

[^1]: A/70/123.
""".replace(" ;", "\u00a0;")
SLIPS = (
    ("2011[^1],", "2011,[^1]", "note/appel"),
    ("*Rappelant également*", "*Rappelant*", "suite/adverbe-manquant"),
    ("*Rappelant également*", "*Également rappelant*", "suite/place-de-l-adverbe"),
    ("*Rappelant également*", "*Rappelant en outre*", "suite/adverbe-faux"),
    ("*Soulignant*", "*Souligne*", "ouverture/forme-preambule"),
    ("*Soulignant*", "*Soulignant également*", "suite/adverbe-orphelin"),
    ("a) De", "(a) De", "numero/lettres"),
    ("*Prie également*", "*Prie*", "suite/adverbe-manquant"),
    ("*Prie également*", "*Également prie*", "suite/place-de-l-adverbe"),
    ("*Prie en outre*", "*Prie*", "suite/adverbe-manquant"),
    ("*Prie en outre*", "*En outre prie*", "suite/place-de-l-adverbe"),
    ("rapport\u00a0;", "rapport,", "ponctuation/fin-dispositif"),
    ("3. *Prie", "7. *Prie", "numero/suite"),
)
"""Correct text, a wrong form of it, and the rule that says so."""


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load([FRENCH], cache=False)


def found(text: Text, ruleset: Ruleset) -> tuple[Finding, ...]:
    return tuple(lint(parse(text, ruleset.vocabulary, forced=True), ruleset).findings)


def fixed(words: str, ruleset: Ruleset) -> str:
    return fix_all(Text(words), lambda text: found(text, ruleset)).text.content


def test_the_pack_has_no_mistake_and_every_example_comes_out(ruleset: Ruleset):
    assert ruleset.problems == ()
    assert {rule.pack for rule in ruleset.rules} == {"french"}
    assert [verdict for verdict in test_pack(ruleset, ["french"]) if not verdict.passed] == []


def test_correct_french_has_no_finding_and_stays_as_it_is(ruleset: Ruleset):
    assert [(finding.rule, finding.message) for finding in found(Text(RIGHT), ruleset)] == []
    assert fixed(RIGHT, ruleset) == RIGHT


@pytest.mark.parametrize(("right", "wrong", "rule"), SLIPS, ids=[wrong for _, wrong, _ in SLIPS])
def test_a_slip_is_found_and_fixed_as_french_has_it(ruleset: Ruleset, right: str, wrong: str, rule: str):
    assert RIGHT.count(right) == 1
    draft = RIGHT.replace(right, wrong)
    assert rule in {finding.rule for finding in found(Text(draft), ruleset)}
    assert fixed(draft, ruleset) == RIGHT


def test_several_slips_are_fixed_together(ruleset: Ruleset):
    draft = RIGHT
    for right, wrong, _ in (SLIPS[0], SLIPS[1], SLIPS[4], SLIPS[6], SLIPS[8], SLIPS[9], SLIPS[11], SLIPS[12]):
        draft = draft.replace(right, wrong)
    assert fixed(draft, ruleset) == RIGHT


def test_a_mark_comes_with_its_space_and_goes_with_it(ruleset: Ruleset):
    assert fixed("1. *Souligne* le prix[^1]\n\n2. *Décide* d’attendre ;\n\n[^1]: A/70/1.\n", ruleset) == (
        "1. *Souligne* le prix[^1]\u00a0;\n\n2. *Décide* d’attendre ;\n\n[^1]: A/70/1.\n"
    )


def test_english_means_nothing_to_it(ruleset: Ruleset):
    vocabulary = ruleset.vocabulary
    words = "*The General Assembly*,\n\n*Also recalling* the wells,\n\n1. *Requests* the wells;\n"
    draft = parse(Text(words), vocabulary, forced=True)
    assert draft.organ(draft.nodes("operative")[0]) is None
    openers = [draft.opener(node) for node in draft.nodes("preambular", "operative")]
    assert [opener.entry for opener in openers if opener is not None] == [None] * len(openers)
    assert not [
        each.rule for each in lint(draft, ruleset).findings if each.rule.startswith(("suite/", "ouverture/forme"))
    ]


def test_a_date_is_read_and_written_as_the_language_has_it(ruleset: Ruleset):
    dates = Dates(ruleset.lexicons["dates"])
    first = dt.date(2011, 12, 1)
    assert (dates.written(first), dates.day("1er décembre 2011")) == ("1er décembre 2011", first)
    assert (dates.written(dt.date(2011, 12, 2)), dates.month(first)) == ("2 décembre 2011", "décembre 2011")
    assert dates.day("31 juin 2011") is None
    assert dates.day("1 December 2011") is None


def test_an_opener_is_proposed_with_the_adverb_on_its_side(ruleset: Ruleset):
    words = "*L’Assemblée générale*,\n\n1. *Souligne* le prix ;\n\n2. *Soul"
    draft = parse(Text(words), ruleset.vocabulary, forced=True)
    assert "Souligne également" in [each.label for each in propose(draft, len(words), Sources(ruleset)).items]
