"""Lexicons and phrases of packs: they add to one another, and what nobody reads in them is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.engine.packs.loader import load

from .conftest import GOOD, pack, said

pytestmark = pytest.mark.usefixtures("own_cache")


def test_an_unknown_lexicon_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    rule = GOOD.replace("{kind: pattern, find: 'harbor'}", "{kind: terms, lexicon: wods}")
    ruleset = load([pack(tmp_path / "lights", {"style/harbour.yaml": rule, "lexicon/words.yaml": "[harbor]"})])
    assert said(ruleset) == [("harbour.yaml", 4, 31, "there is no lexicon “wods”; did you mean “words”?")]


def test_a_lexicon_of_another_form_than_a_rule_reads_is_a_mistake_of_both(tmp_path: Path) -> None:
    rule = GOOD.replace("{kind: pattern, find: 'harbor'}", "{kind: introduced, lexicon: coins, shorts: [crowns]}")
    files = {"style/harbour.yaml": rule, "lexicon/coins.yaml": "coins:\n  Danish crowns: x\n"}
    ruleset = load([pack(tmp_path / "lights", files)])
    assert said(ruleset) == [
        ("harbour.yaml", 4, 8, "its lexicon has not the form that this kind of check reads"),
        ("coins.yaml", 2, 18, "expected a mapping, found “x”"),
    ]


def test_a_rule_whose_lexicon_another_pack_spoils_is_left_out(tmp_path: Path) -> None:
    rule = GOOD.replace("{kind: pattern, find: 'harbor'}", "{kind: introduced, lexicon: coins, shorts: [crowns]}")
    right = "coins:\n  Danish crowns: {short: [crowns]}\n"
    base = pack(tmp_path / "lights", {"style/harbour.yaml": rule, "lexicon/coins.yaml": right})
    manifest = "name: more\nsummary: x\nextends: lights\n"
    spoilt = pack(tmp_path / "more", {"lexicon/coins.yaml": "coins: 1\n"}, manifest)
    assert said(load([base])) == []
    ruleset = load([base, spoilt])
    assert said(ruleset)[0] == ("coins.yaml", 1, 8, "expected a mapping, found 1")
    assert ["with these packs" in text for _, _, _, text in said(ruleset)] == [False, True]
    assert "style/harbour" not in ruleset.names


def test_a_lexicon_replaces_its_namesake_or_adds_to_it(tmp_path: Path) -> None:
    base = pack(tmp_path / "lights", {"lexicon/words.yaml": "old: [a, b]\nkept: 1\n"})
    manifest = "name: more\nsummary: x\nextends: lights\n"
    adding = pack(tmp_path / "adding", {"lexicon/words.yaml": "extends: true\nold: [b, c]\nnew: 2\n"}, manifest)
    replacing = pack(tmp_path / "replacing", {"lexicon/words.yaml": "old: [z]\n"}, manifest)
    assert load([base, adding]).lexicons["words"] == {"old": ["a", "b", "c"], "kept": 1, "new": 2}
    assert load([base, replacing]).lexicons["words"] == {"old": ["z"]}


CITES = "name: cites\nsummary: x\nextends: un\n"


def test_a_single_word_in_a_lexicon_is_a_list_of_one(tmp_path: Path) -> None:
    files = {
        "lexicon/layout.yaml": "masthead: 'LB/\\d+'\n",
        "lexicon/openers.yaml": "participle: {Seeing: {complements: that}}\nfinite: {}\nsequence: also\n",
        "lexicon/organs.yaml": "organs: {Lighthouse Board: {short: Board, numbers: '\\d+'}}\npatterns: '.* Office'\n",
    }
    base = load([pack(tmp_path / "lights", files)])
    adding = {"lexicon/layout.yaml": "extends: true\nmasthead: 'LO/\\d+'\n"}
    more = load([tmp_path / "lights", pack(tmp_path / "more", adding, "name: more\nsummary: x\nextends: lights\n")])

    assert said(base) == said(more) == []
    assert [one.pattern for one in base.vocabulary.layout.masthead] == [r"LB/\d+"]
    assert [one.pattern for one in more.vocabulary.layout.masthead] == [r"LB/\d+", r"LO/\d+"]
    citing = pack(tmp_path / "cites", {"lexicon/citations.yaml": "extends: true\nown: our\n"}, CITES)
    assert load([citing]).lexicons["citations"]["own"] == ["its", "our"]
    assert base.vocabulary.sequence_adverbs == ("also",)
    assert base.vocabulary.openers["seeing"][0].complements == ("that",)
    assert [one.pattern for one in base.vocabulary.enacting] == [".* Office"]


def test_a_null_takes_an_entry_of_a_lexicon_away(tmp_path: Path) -> None:
    base = pack(tmp_path / "lights", {"lexicon/words.yaml": "old: {a: 1, b: 2}\nkept: 1\ngone: 2\n"})
    changes = "extends: true\nold: {a: null, c: 3}\ngone: null\nkept: 5\n"
    more = pack(tmp_path / "more", {"lexicon/words.yaml": changes}, "name: more\nsummary: x\nextends: lights\n")
    assert load([base, more]).lexicons["words"] == {"old": {"b": 2, "c": 3}, "kept": 5}


SPELLS = "name: spells\nsummary: x\nextends: un\n"


@pytest.mark.parametrize(
    ("file", "text", "line", "column", "message"),
    [
        ("openers", "finite:\n  Requests:\n    cuont: 5\n", 4, 5, "unknown key “cuont”; did you mean “count”?"),
        ("openers", "finite: {Requests: {followd: [the]}}\n", 2, 21, "unknown key “followd”; there are count, direct"),
        ("openers", "nonsense: true\n", 2, 1, "unknown key “nonsense”; there are participle, finite"),
        ("organs", "organs:\n  The Bakers:\n    shrot: Bakers\n", 4, 5, "unknown key “shrot”; did you mean “short”?"),
        ("citations", "datted: [of]\n", 2, 1, "unknown key “datted”; did you mean “dated”?"),
        ("addressees", "dorp: [an]\n", 2, 1, "unknown key “dorp”; did you mean “drop”?"),
        ("ordinals", "ordinls: [hundredth]\n", 2, 1, "unknown key “ordinls”; did you mean “ordinals”?"),
        ("references", "paragrph: x\n", 2, 1, "unknown key “paragrph”; did you mean “paragraph”?"),
        ("currencies", "currencies: {crowns: {shrot: x}}\n", 2, 23, "unknown key “shrot”; did you mean “short”?"),
        ("spellings", "spelings: {lite: light}\n", 2, 1, "stand under “spellings”; did you mean “spellings”?"),
        ("spellings", "spellings: {lite: 5}\n", 2, 19, "expected some text, found 5"),
        ("abbreviations", "abbreviations: {LB: [Board]}\n", 2, 21, "expected some text, found a list"),
    ],
)
def test_what_nobody_reads_in_a_lexicon_is_named_and_the_rest_of_it_holds(
    tmp_path: Path, file: str, text: str, line: int, column: int, message: str
) -> None:
    whole = pack(tmp_path / "spells", {f"lexicon/{file}.yaml": f"extends: true\n{text}"}, SPELLS)
    ruleset = load([whole])
    (found,) = said(ruleset)
    assert found[:3] == (f"{file}.yaml", line, column)
    assert message in found[3]
    assert ruleset.names == load(["un"]).names
    assert ruleset.lexicons["openers"]["sequence"] == ["also", "further"]


def test_right_facts_beside_a_wrong_one_are_kept(tmp_path: Path) -> None:
    facts = "organs:\n  Board of Lights:\n    shrot: x\n    short: the Board\n    numbers: ['\\d+', '(', 'B\\d+']\n"
    ruleset = load([pack(tmp_path / "lights", {"lexicon/organs.yaml": facts})])
    assert [(line, column) for _, line, column, _ in said(ruleset)] == [(3, 5), (5, 22)]
    assert ruleset.lexicons["organs"]["organs"]["Board of Lights"] == {
        "short": "the Board",
        "numbers": ["\\d+", "B\\d+"],
    }


@pytest.mark.parametrize(
    ("file", "text", "line", "column", "message"),
    [
        ("following", "openers: [5]\n", 2, 10, "expected a mapping, found a list"),
        ("following", "openers: {Requests: [the, 5]}\n", 2, 27, "expected some text, found 5"),
        ("following", "finte: [that]\n", 2, 1, "unknown key “finte”; did you mean “finite”?"),
        ("closing", "paragraphs: {lamps: {nmae: x}}\n", 2, 22, "unknown key “nmae”; did you mean “name”?"),
        ("citation", "evidence: {pgae: x}\n", 2, 12, "unknown key “pgae”; did you mean “page”?"),
    ],
)
def test_what_nobody_reads_in_a_file_of_phrases_is_named(
    tmp_path: Path, file: str, text: str, line: int, column: int, message: str
) -> None:
    ruleset = load([pack(tmp_path / "spells", {f"phrases/{file}.yaml": f"extends: true\n{text}"}, SPELLS)])
    assert (f"{file}.yaml", line, column, message) in said(ruleset)
    assert file in ruleset.phrases


def test_a_file_of_phrases_that_nobody_reads_is_named(tmp_path: Path) -> None:
    ruleset = load([pack(tmp_path / "spells", {"phrases/folowing.yaml": "openers: {}\n"}, SPELLS)])
    message = "nothing reads phrases of this name; did you mean “following”?"
    assert said(ruleset) == [("folowing.yaml", 1, 1, message)]


def test_a_lexicon_that_cannot_be_read_is_one_mistake(tmp_path: Path) -> None:
    rule = GOOD.replace("{kind: pattern, find: 'harbor'}", "{kind: terms, lexicon: words}")
    files = {"style/harbour.yaml": rule, "lexicon/words.yaml": "words: [harbor\n"}
    assert [name for name, _, _, _ in said(load([pack(tmp_path / "lights", files)]))] == ["words.yaml"]
