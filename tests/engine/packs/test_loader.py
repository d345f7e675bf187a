"""Packs become rules; every mistake is named at its place, and the other rules are there."""

from __future__ import annotations

import gc
import os
import time
import weakref
from pathlib import Path

import pytest

from reslint.draft import parse
from reslint.draft.lexicon import Lexicon, lexicon_of
from reslint.engine import lint
from reslint.engine.packs.folders import shipped
from reslint.engine.packs.loader import load
from reslint.engine.packs.ruleset import Ruleset
from reslint.text import Text

GOOD = """\
summary: Harbours are spelt with u.
severity: warning
select: words
check: {kind: pattern, find: 'harbor'}
message: 'Write “harbour”, not “{found}”.'
why: The drafts are in British spelling.
source: 'practice: the texts of the Lighthouse Board'
examples:
  report: ['*Recalling* the {{harbor}} plan,']
  silent: ['*Recalling* the harbour plan,']
"""
PACK = "name: lights\nsummary: Rules of the Lighthouse Board.\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESLINT_CACHE_DIR", str(tmp_path / "cache"))


def pack(folder: Path, files: dict[str, str], manifest: str = PACK) -> Path:
    for name, text in {"pack.yaml": manifest, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def said(ruleset: Ruleset) -> list[tuple[str, int, int, str]]:
    return [(p.path.name if p.path else "", p.line, p.column, p.message) for p in ruleset.problems]


def test_the_pack_that_comes_with_the_program_has_no_mistake() -> None:
    ruleset = load(["un"])
    assert ruleset.problems == ()
    assert "opener/operative-italic" in ruleset.names
    assert ruleset.rule("opener/operative-italic").area == "opener"
    assert all(rule.steps for rule in ruleset.rules)


def test_a_rule_of_ones_own_is_one_file(tmp_path: Path) -> None:
    ruleset = load([pack(tmp_path / "lights", {"style/harbour.yaml": GOOD})])
    assert ruleset.problems == ()
    rule = ruleset.rule("style/harbour")
    assert (rule.severity, rule.pack, rule.summary) == ("warning", "lights", "Harbours are spelt with u.")
    assert [(example.silent, example.line) for example in rule.examples] == [(False, 9), (True, 10)]


def test_a_fix_belongs_to_formatting_where_the_rule_says_so_and_it_is_safe(tmp_path: Path) -> None:
    fixed = GOOD + "fix: {title: Write it, replace: harbour, safety: SAFETY, formatting: true}\n"
    (step,) = load([pack(tmp_path / "safe", {"a/b.yaml": fixed.replace("SAFETY", "safe")})]).rule("a/b").steps
    assert step.fix is not None
    assert step.fix.formatting
    (step,) = (
        load([pack(tmp_path / "plain", {"a/b.yaml": fixed.replace("SAFETY, formatting: true", "safe")})]).rules[0].steps
    )
    assert not step.fix.formatting
    ruleset = load([pack(tmp_path / "unsafe", {"a/b.yaml": fixed.replace("SAFETY", "unsafe")})])
    ((_, line, _, message),) = said(ruleset)
    assert (line, message) == (11, "a fix that is not safe cannot be part of formatting")


@pytest.mark.parametrize(
    ("wrong", "right", "line", "column", "message"),
    [
        ("severty: warning", "severity: warning", 2, 1, "did you mean “severity”"),
        ("severity: warnin", "severity: warning", 2, 11, "did you mean “warning”"),
        ("kind: patern", "kind: pattern", 4, 15, "did you mean “pattern”"),
        ("select: words\nrelated: there", "select: words", 4, 1, "no check points at another place"),
        ("fnd: 'harbor'", "find: 'harbor'", 4, 24, "unknown key “fnd”; did you mean “find”"),
        ("find: 'harb(or'", "find: 'harbor'", 4, 30, "not a regular expression"),
        ("find: '(\\w+)+x'", "find: 'harbor'", 4, 30, "can run for ever"),
        ("select: operatve", "select: words", 3, 9, "did you mean “operative”"),
        ("“{fuond}”", "“{found}”", 5, 10, "did you mean “found”"),
        ("the harbor plan", "the {{harbor}} plan", 9, 12, "nothing is marked"),
        ("summary: ''", "summary: Harbours are spelt with u.", 1, 10, "expected some text"),
        ("summary: [a", "summary: Harbours are spelt with u.", 2, 9, "not valid YAML"),
        ("severity: off\nseverity: info", "severity: warning", 3, 1, "here twice"),
        ("severity: !!str warning", "severity: warning", 2, 11, "tags such as"),
    ],
)
def test_a_mistake_is_named_at_its_place_and_the_other_rules_are_there(
    tmp_path: Path, wrong: str, right: str, line: int, column: int, message: str
) -> None:
    broken = GOOD.replace(right, wrong)
    ruleset = load([pack(tmp_path / "lights", {"style/harbour.yaml": GOOD, "style/broken.yaml": broken})])
    assert ruleset.names == ("style/harbour",)
    places = [(name, at, col) for name, at, col, text in said(ruleset) if message in text]
    assert places == [("broken.yaml", line, column)]


def test_keys_behind_the_place_where_yaml_breaks_off_are_not_called_missing(tmp_path: Path) -> None:
    broken = GOOD.replace("severity:", " severity:")
    said_of_it = said(load([pack(tmp_path / "lights", {"style/broken.yaml": broken})]))
    assert [(line, column) for _, line, column, _ in said_of_it] == [(2, 10)]
    assert "indent the line like its neighbours" in said_of_it[0][3]


def test_all_mistakes_of_a_pack_are_reported_at_once(tmp_path: Path) -> None:
    files = {
        "style/one.yaml": GOOD.replace("severity", "severty"),
        "style/two.yaml": GOOD.replace("pattern", "patern"),
        "style/three.yml": GOOD,
        "stray.txt.bak": "",
    }
    names = {name for name, _, _, _ in said(load([pack(tmp_path / "lights", files)]))}
    assert names == {"one.yaml", "two.yaml", "three.yml", "stray.txt.bak"}


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


def test_a_pack_changes_rules_of_the_pack_it_extends(tmp_path: Path) -> None:
    manifest = PACK + "extends: un\nrules:\n  style: off\n  style/session-ordinal: info\n  opener/capitl: off\n"
    ruleset = load([pack(tmp_path / "lights", {}, manifest)])
    assert ruleset.rule("style/repeated-word").severity == "off"
    assert ruleset.rule("style/session-ordinal").severity == "info"
    assert said(ruleset) == [("pack.yaml", 7, 3, "there is no rule “opener/capitl”; did you mean “opener/capital”?")]


def test_options_of_a_rule_can_be_changed(tmp_path: Path) -> None:
    base = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD})
    changes = "rules:\n  style/harbour: {options: {find: 'pharos', fnd: x}}\n"
    bad = pack(tmp_path / "bad", {}, "name: bad\nsummary: x\nextends: lights\n" + changes)
    assert [(at, column) for _, at, column, _ in said(load([base, bad]))] == [(5, 45)]
    changes = "rules:\n  style/harbour: {options: {find: 'pharos'}}\n"
    good = pack(tmp_path / "good", {}, "name: good\nsummary: x\nextends: lights\n" + changes)
    assert load([base, good]).rule("style/harbour").data["check"][0]["find"] == "pharos"


def test_the_words_of_a_rule_can_be_changed_with_its_options(tmp_path: Path) -> None:
    base = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD})
    changes = "rules:\n  style/harbour: {message: 'Not here.'}\n  style: {message: 'Not anywhere.'}\n"
    port = pack(tmp_path / "port", {}, "name: port\nsummary: x\nextends: lights\n" + changes)
    ruleset = load([base, port], cache=False)
    assert [step.message for step in ruleset.rule("style/harbour").steps] == ["Not here."]
    assert [message for *_, message in said(ruleset)] == ["message belongs to one rule; name the rule"]


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


def test_a_replacement_that_is_made_of_itself_is_a_mistake(tmp_path: Path) -> None:
    fix = "fix: {title: 'Write “{fixed}”', replace: '{fixed}s'}\n"
    ruleset = load([pack(tmp_path / "lights", {"style/harbour.yaml": GOOD.replace("why:", f"{fix}why:")})])
    (found,) = said(ruleset)
    assert found[:3] == ("harbour.yaml", 6, 42)
    assert found[3].startswith("“{fixed}” is what comes of this text and cannot stand in it")


MORE = "name: more\nsummary: x\nextends: lights\nprofiles: {harbour: For harbours.}\n"


@pytest.mark.parametrize(
    ("files", "manifest", "expected"),
    [
        (
            {"lexicon/words.yaml": "extends: yes please\n"},
            MORE,
            ("words.yaml", 1, 10, "expected true: what is here is added"),
        ),
        ({"lexicon/lamps.yaml": "extends: true\n"}, MORE, ("lamps.yaml", 1, 1, "no pack that this one builds on")),
        ({"lexicon/list.yaml": "extends: true\n"}, MORE, ("list.yaml", 1, 10, "is not a mapping")),
        ({"lexicon/words.yaml": "a: b\n"}, "name: more\nsummary: x\n", ("words.yaml", 1, 1, "does not build on it")),
        ({"style/harbour.yaml": GOOD}, MORE, ("harbour.yaml", 1, 1, "the pack “lights” has a rule “style/harbour”")),
        (
            {"style/more.yaml": GOOD.replace("severity: warning", "severity: warning\nprofiles: {harbor: off}")},
            MORE,
            ("more.yaml", 3, 12, "there is no profile “harbor”; did you mean “harbour”?"),
        ),
        (
            {"style/more.yaml": GOOD.replace("“{found}”", "“{found:upperr}”")},
            MORE,
            ("more.yaml", 5, 10, "there is no form “upperr”"),
        ),
        ({}, MORE + "instead: {harbour: quay}\n", ("pack.yaml", 5, 20, "there is no profile “quay”")),
        ({}, MORE + "instead: {harbor: harbour}\n", ("pack.yaml", 5, 11, "did you mean “harbour”?")),
        (
            {},
            MORE + "rules: {style/harbour: {profiles: {harbor: off}}}\n",
            ("pack.yaml", 5, 36, "there is no profile “harbor”; did you mean “harbour”?"),
        ),
        ({}, MORE + "rules: {style: {options: {find: x}}}\n", ("pack.yaml", 5, 17, "options belong to one rule")),
        ({"style/lamp.yml": GOOD}, MORE, ("lamp.yml", 0, 0, "rename it to “lamp.yaml”")),
        ({"harbour.yaml": GOOD}, MORE, ("harbour.yaml", 0, 0, "a rule stands in the folder of its area")),
        ({"style/Lamp.yaml": GOOD}, MORE, ("Lamp.yaml", 0, 0, "written in small letters, digits and hyphens")),
        ({"Style/lamp.yaml": GOOD}, MORE, ("Style", 0, 0, "the name of an area is written in small letters")),
        ({"style/old/lamp.yaml": GOOD}, MORE, ("old", 0, 0, "folders for areas and none inside them")),
        ({"style/lamp.doc": "x"}, MORE, ("lamp.doc", 0, 0, "a pack holds YAML files and documents")),
        ({"phrases/more.tsv": "x"}, MORE, ("more.tsv", 0, 0, "the only table in phrases/ is recurrent.tsv")),
    ],
)
def test_what_a_pack_may_not_do_to_another_is_named_at_its_place(
    tmp_path: Path, files: dict[str, str], manifest: str, expected: tuple[str, int, int, str]
) -> None:
    lexicons = {"lexicon/words.yaml": "old: [a]\n", "lexicon/list.yaml": "[a, b]\n"}
    base = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD, **lexicons})
    ((name, line, column, message),) = said(load([base, pack(tmp_path / "more", files, manifest)]))
    assert (name, line, column) == expected[:3]
    assert expected[3] in message


def test_documents_and_hidden_files_in_a_pack_are_passed_over(tmp_path: Path) -> None:
    besides = {"README.md": "Lamps.", "LICENSE": "Free.", "style/.draft.yaml": "x: [", "style/notes.txt": "None."}
    ruleset = load([pack(tmp_path / "lights", {"style/harbour.yaml": GOOD, **besides})])
    assert said(ruleset) == []
    assert ruleset.names == ("style/harbour",)


def test_a_folder_without_manifest_is_no_pack(tmp_path: Path) -> None:
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "harbour.yaml").write_text(GOOD, encoding="utf-8")
    assert [message for *_, message in said(load([tmp_path]))] == ["this is not a pack: it has no pack.yaml"]


def test_packs_that_extend_each_other_in_a_circle_are_named(tmp_path: Path) -> None:
    one = pack(tmp_path / "one", {}, "name: one\nsummary: x\nextends: two\n")
    two = pack(tmp_path / "two", {}, "name: two\nsummary: x\nextends: one\n")
    assert [(at, column, "circle" in text) for _, at, column, text in said(load([one, two]))] == [(3, 10, True)]


def test_a_rule_with_mistakes_is_not_called_unknown_as_well(tmp_path: Path) -> None:
    broken = GOOD.replace("severity", "severty")
    folder = pack(tmp_path / "lights", {"style/harbour.yaml": broken}, PACK + "rules: {style/harbour: off}\n")
    assert {name for name, _, _, _ in said(load([folder]))} == {"harbour.yaml"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_nothing_outside_a_pack_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(GOOD)
    folder = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD})
    os.symlink(tmp_path / "secret.yaml", folder / "style" / "leak.yaml")
    os.symlink(tmp_path, folder / "outside")
    os.mkfifo(folder / "style" / "pipe.yaml")
    (folder / "register").mkdir()
    os.symlink(tmp_path / "secret.yaml", folder / "register" / "leak.tsv")
    os.mkfifo(folder / "register" / "pipe.tsv")
    ruleset = load([folder])
    assert ruleset.names == ("style/harbour",)
    told = {name: message for name, _, _, message in said(ruleset)}
    assert told.keys() == {"leak.yaml", "outside", "pipe.yaml", "leak.tsv", "pipe.tsv"}
    assert told["pipe.yaml"] == told["pipe.tsv"] == "this is not an ordinary file"
    assert told["leak.yaml"] == told["leak.tsv"] == "this link leads out of the pack"


def test_a_link_that_leads_in_a_circle_is_named_and_the_other_rules_are_there(tmp_path: Path) -> None:
    folder = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD, "register/a.tsv": ""})
    try:
        for link in ("style/round.yaml", "round", "register/round.tsv"):
            os.symlink(Path(link).name, folder / link)
    except OSError:
        pytest.skip("links cannot be made here")
    ruleset = load([folder])
    assert ruleset.names == ("style/harbour",)
    assert {name for name, _, _, _ in said(ruleset)} == {"round.yaml", "round", "round.tsv"}
    assert all("cannot be read" in message for _, _, _, message in said(ruleset))


def test_a_manifest_that_leads_in_a_circle_is_not_called_missing(tmp_path: Path) -> None:
    folder = pack(tmp_path / "lights", {})
    (folder / "pack.yaml").unlink()
    try:
        os.symlink("pack.yaml", folder / "pack.yaml")
    except OSError:
        pytest.skip("links cannot be made here")
    assert "pack.yaml of this pack cannot be read" in load([folder]).problems[0].message


def test_extends_names_packs_and_never_paths(tmp_path: Path) -> None:
    pack(tmp_path / "other", {"style/harbour.yaml": GOOD})
    folder = pack(tmp_path / "lights", {}, PACK + "extends: ../other\n")
    assert [(at, column) for _, at, column, _ in said(load([folder]))] == [(3, 10)]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(12)
)


@pytest.mark.parametrize(
    "content",
    [
        BOMB.encode(),
        b"a: " + b"[" * 50_000,
        b"- " * 5_000,
        b"x" * 1_000_001,
        b"summary: \xff\xfe\n",
        b"summary: \x00\n",
        b"a: &a [*a]\n",
        b"? [a]\n: b\n",
        b"a: 1\n---\nb: 2\n",
        b"",
        b"".join(b"k%d: 1\n" % number for number in range(60_000)),
        b"a: 1\n" * 180_000,
        b"- *x\n" * 180_000,
        b"- !x a\n" * 120_000,
    ],
    ids=[
        "alias bomb",
        "deep",
        "deep blocks",
        "huge",
        "no UTF-8",
        "NUL",
        "in itself",
        "list key",
        "two",
        "empty",
        "keys",
        "one key",
        "unknown aliases",
        "tags",
    ],
)
def test_a_hostile_file_is_a_located_mistake_at_once(tmp_path: Path, content: bytes) -> None:
    folder = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD, "style/hostile.yaml": ""})
    (folder / "style" / "hostile.yaml").write_bytes(content)
    load([shipped() / "un"])
    start = time.process_time()
    ruleset = load([folder])
    assert time.process_time() - start < 50
    assert ruleset.names == ("style/harbour",)
    assert {name for name, _, _, _ in said(ruleset)} == {"hostile.yaml"}
    assert len(ruleset.problems) < 70


@pytest.mark.parametrize(
    ("place", "content"),
    [
        ("lexicon/organs.yaml", "".join(f"k{number}: 1\n" for number in range(60_000))),
        ("pack.yaml", PACK + "rules:\n" + "".join(f"  k{number}: 1\n" for number in range(60_000))),
        ("pack.yaml", PACK + "rules:\n" + "".join(f"  k{number}: off\n" for number in range(60_000))),
        ("pack.yaml", PACK + "extends:\n" + "".join(f"- k{number}\n" for number in range(60_000))),
        ("pack.yaml", PACK + "instead:\n" + "".join(f"  k{number}: un\n" for number in range(60_000))),
    ],
    ids=["lexicon", "wrong changes", "changes of nothing", "extends", "instead"],
)
def test_of_more_mistakes_than_anybody_mends_some_are_told(tmp_path: Path, place: str, content: str) -> None:
    folder = pack(tmp_path / "lights", {"style/harbour.yaml": GOOD})
    pack(folder, {"lexicon/sea.yaml": "[sea]\n", place: content}, content if place == "pack.yaml" else PACK)
    start = time.process_time()
    ruleset = load([folder])
    assert time.process_time() - start < 30
    assert ruleset.names == ("style/harbour",)
    assert 1 <= len(ruleset.problems) <= 51


def test_a_pack_that_is_not_there_is_named_with_the_nearest_one() -> None:
    assert "did you mean “un”" in load(["unn"]).problems[0].message


def test_the_evidence_of_a_rule_is_kept_with_it(tmp_path: Path) -> None:
    counted = "evidence: {date: '2026-01-31', texts: 40, fired: 7, read: 5, confirmed: 4}\n"
    ruleset = load([pack(tmp_path / "lights", {"style/harbour.yaml": GOOD + counted})])
    assert ruleset.problems == ()
    evidence = ruleset.rule("style/harbour").evidence
    assert evidence is not None
    assert evidence.date == "2026-01-31"
    assert (evidence.texts, evidence.fired, evidence.read, evidence.confirmed) == (40, 7, 5, 4)


def test_more_findings_cannot_be_confirmed_than_were_read(tmp_path: Path) -> None:
    counted = "evidence: {date: '2026-01-31', texts: 40, fired: 7, read: 5, confirmed: 6}\n"
    ruleset = load([pack(tmp_path / "lights", {"style/harbour.yaml": GOOD + counted})])
    assert [(file, line) for file, line, _, _ in said(ruleset)] == [("harbour.yaml", 11)]
    assert "style/harbour" not in ruleset.names


def test_of_a_rule_that_is_typed_key_by_key_only_the_last_versions_are_held(tmp_path: Path) -> None:
    made: list[weakref.ref[Lexicon]] = []
    for keys in range(40):
        rule = GOOD.replace("harbor", "harbor" + "s" * keys)
        ruleset = load([pack(tmp_path / "lights", {"style/harbours.yaml": rule})], cache=False)
        draft = parse(Text("*Recalling* the harbor of the lighthouse,\n"), ruleset.vocabulary, forced=True)
        lint(draft, ruleset)
        made.append(weakref.ref(lexicon_of(ruleset.vocabulary)))
    gc.collect()
    held = [each() is not None for each in made]
    assert held[-1]
    assert sum(held) < 15


def test_a_misspelt_key_is_not_called_missing_too(tmp_path: Path) -> None:
    files = {"style/harbour.yaml": GOOD.replace("severity", "severty")}
    assert said(load([pack(tmp_path / "lights", files)])) == [
        ("harbour.yaml", 2, 1, "unknown key “severty”; did you mean “severity”?")
    ]


def test_a_lexicon_that_cannot_be_read_is_one_mistake(tmp_path: Path) -> None:
    rule = GOOD.replace("{kind: pattern, find: 'harbor'}", "{kind: terms, lexicon: words}")
    files = {"style/harbour.yaml": rule, "lexicon/words.yaml": "words: [harbor\n"}
    assert [name for name, _, _, _ in said(load([pack(tmp_path / "lights", files)]))] == ["words.yaml"]
