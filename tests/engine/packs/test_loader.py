"""Packs become rules; every mistake is named at its place, and the other rules are there."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from reslint.draft import parse
from reslint.draft.lexicon import Lexicon, lexicon_of
from reslint.engine import lint
from reslint.engine.packs.loader import load
from reslint.text import Text

from .conftest import GOOD, PACK, pack, said

pytestmark = pytest.mark.usefixtures("own_cache")


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


def test_a_replacement_that_is_made_of_itself_is_a_mistake(tmp_path: Path) -> None:
    fix = "fix: {title: 'Write “{fixed}”', replace: '{fixed}s'}\n"
    ruleset = load([pack(tmp_path / "lights", {"style/harbour.yaml": GOOD.replace("why:", f"{fix}why:")})])
    (found,) = said(ruleset)
    assert found[:3] == ("harbour.yaml", 6, 42)
    assert found[3].startswith("“{fixed}” is what comes of this text and cannot stand in it")


def test_documents_and_hidden_files_in_a_pack_are_passed_over(tmp_path: Path) -> None:
    besides = {"README.md": "Lamps.", "LICENSE": "Free.", "style/.draft.yaml": "x: [", "style/notes.txt": "None."}
    ruleset = load([pack(tmp_path / "lights", {"style/harbour.yaml": GOOD, **besides})])
    assert said(ruleset) == []
    assert ruleset.names == ("style/harbour",)


def test_a_folder_without_manifest_is_no_pack(tmp_path: Path) -> None:
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "harbour.yaml").write_text(GOOD, encoding="utf-8")
    assert [message for *_, message in said(load([tmp_path]))] == ["this is not a pack: it has no pack.yaml"]


def test_a_rule_with_mistakes_is_not_called_unknown_as_well(tmp_path: Path) -> None:
    broken = GOOD.replace("severity", "severty")
    folder = pack(tmp_path / "lights", {"style/harbour.yaml": broken}, PACK + "rules: {style/harbour: off}\n")
    assert {name for name, _, _, _ in said(load([folder]))} == {"harbour.yaml"}


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
