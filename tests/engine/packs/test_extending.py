"""Packs that build on others: what they may change, and what they may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.engine.packs.loader import load

from .conftest import GOOD, PACK, pack, said

pytestmark = pytest.mark.usefixtures("own_cache")


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
