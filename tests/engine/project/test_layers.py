"""Configurations that build on others, hold otherwise for some files, and name packs of installed packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.engine.packs.installed import installed_packs
from reslint.engine.packs.loader import load
from reslint.engine.project.configuration import FILE_NAME, Configuration, read_configuration

RULE = """\
summary: Lanterns are lamps.
severity: warning
select: words
check: {kind: substitution, swap: {lantern: lamp}}
message: Write “{fixed}”.
why: So it is.
source: own
examples:
  report: ['1. *Notes* the {{lantern}};']
  silent: ['1. *Notes* the lamp;']
"""


def write(folder: Path, **files: str) -> Configuration:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_yaml", ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = read_configuration(folder / "own.yaml")
    assert found is not None
    return found


def pack(folder: Path) -> None:
    (folder / "words").mkdir(parents=True)
    (folder / "pack.yaml").write_text("summary: Lamps.\n", encoding="utf-8")
    (folder / "words" / "lantern.yaml").write_text(RULE, encoding="utf-8")


def test_what_a_file_says_goes_before_what_it_extends(tmp_path: Path):
    found = write(
        tmp_path,
        house_yaml="fail-level: error\nselect: [style, opener]\nrules: {style: info, opener: error}\n",
        own_yaml="extends: house.yaml\nselect: [style]\nrules: {opener: off}\n",
    )
    assert found.problems == ()
    assert (found.fail_level, found.settings.select) == ("error", ("style",))
    assert {name: change["severity"] for name, change in found.rules.items()} == {"style": "info", "opener": "off"}
    assert found.provenance["fail-level"] == f"{tmp_path / 'house.yaml'}:1"
    assert found.provenance["select"] == f"{tmp_path / 'own.yaml'}:2"
    assert found.provenance["stage"] == "default"


def test_of_several_the_later_goes_before_and_they_may_extend_others(tmp_path: Path):
    found = write(
        tmp_path,
        deep_yaml="body: Security Council\nstage: draft\n",
        a_yaml="extends: deep.yaml\nfail-level: error\nstage: adopted\n",
        b_yaml="fail-level: info\n",
        own_yaml="extends: [a.yaml, b.yaml]\n",
    )
    assert (found.fail_level, found.settings.body, found.settings.stage) == ("info", "Security Council", "adopted")


def test_packs_of_an_extended_file_start_from_its_own_folder(tmp_path: Path):
    pack(tmp_path / "shared" / "house")
    found = write(tmp_path, shared__base_yaml="packs: [house]\n", own_yaml="extends: shared/base.yaml\n")
    assert load(found.packs, configuration=found, cache=False).names == ("words/lantern",)


def test_a_mistake_is_told_where_it_stands(tmp_path: Path):
    found = write(tmp_path, house_yaml="rules:\n  stile: info\n", own_yaml="extends: house.yaml\nselect: [opner]\n")
    told = {(p.path, p.line, p.column) for p in load(found.packs, configuration=found).problems}
    assert told == {(tmp_path / "house.yaml", 2, 3), (tmp_path / "own.yaml", 2, 10)}


@pytest.mark.parametrize(
    ("house", "message"),
    [
        (None, "there is no file"),
        ("extends: own.yaml\n", "the configurations go round in a circle: “own.yaml” extends “house.yaml” extends"),
        ("extends: house.yaml\n", "the configurations go round in a circle: “house.yaml” extends “house.yaml”"),
    ],
)
def test_what_cannot_be_extended_is_said_and_the_rest_holds(tmp_path: Path, house: str | None, message: str):
    files = {"house_yaml": house} if house else {}
    found = write(tmp_path, **files, own_yaml="fail-level: error\nextends: house.yaml\n")
    (problem,) = found.problems
    assert message in problem.message
    assert found.fail_level == "error"


@pytest.mark.parametrize("name", ['"\\0"', "x" * 300, "~nobody-of-this-name/own.yaml"])
def test_a_name_that_no_file_can_have_is_no_file(tmp_path: Path, name: str):
    (problem,) = write(tmp_path, own_yaml=f"extends: {name}\n").problems
    assert "there is no file" in problem.message


def test_a_text_with_half_a_character_is_a_located_mistake(tmp_path: Path):
    found = read_configuration(tmp_path / FILE_NAME, "stage: draft\nselect: \ud800\n")
    assert found is not None
    assert [(each.line, each.column) for each in found.problems] == [(2, 9)]


OVERRIDES = """\
select: [style]
overrides:
  - files: ['*.old.md', archive/]
    fail-level: error
    rules: {style: off}
  - files: archive/council/
    profile: sc
    select: [opener]
"""


def test_overrides_hold_for_the_files_they_name_the_last_before_the_others(tmp_path: Path):
    found = write(tmp_path, own_yaml=OVERRIDES)
    assert found.problems == ()
    assert found.for_file(tmp_path / "a.md") is found
    old = found.for_file(tmp_path / "deep" / "a.old.md")
    assert (old.fail_level, old.settings.profile, old.settings.select) == ("error", "", ("style",))
    both = found.for_file(tmp_path / "archive" / "council" / "a.md")
    assert (both.fail_level, both.settings.profile, both.settings.select) == ("error", "sc", ("opener",))
    assert both.provenance["profile"] == f"{tmp_path / 'own.yaml'}:7"


def test_the_command_line_goes_before_overrides(tmp_path: Path):
    found = write(tmp_path, own_yaml=OVERRIDES).changed({"profile": "hrc", "select": ["numbering"]}, "command line")
    settings = found.for_file(tmp_path / "archive" / "council" / "a.md").settings
    assert (settings.profile, settings.select) == ("hrc", ("numbering",))


def test_a_mistake_in_an_override_is_told_where_it_stands(tmp_path: Path):
    words = "overrides:\n  - files: '*.md'\n    rules: {stile: off}\n    ignore: opner\n  - profile: sc\n"
    found = write(tmp_path, own_yaml=words)
    assert [(p.line, p.message[:26]) for p in found.problems] == [(5, "the key “files” is missing")]
    found = write(tmp_path, own_yaml=words.partition("  - profile")[0])
    own = found.for_file(tmp_path / "a.md")
    assert {(p.line, p.column) for p in load(own.packs, configuration=own).problems} == {(3, 13), (4, 13)}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package on the path that announces a pack and would complain if it were run."""
    site = tmp_path / "site"
    pack(site / "our_house" / "rules")
    (site / "our_house" / "__init__.py").write_text("raise RuntimeError('run')\n", encoding="utf-8")
    info = site / "our_house-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: our-house\nVersion: 1.0\n", encoding="utf-8")
    entries = "[reslint.packs]\nour-house = our_house.rules\nlost = nowhere_at_all.rules\n"
    (info / "entry_points.txt").write_text(entries, encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))
    return site


def test_a_pack_of_an_installed_package_is_found_by_name_and_no_code_of_it_runs(tmp_path: Path, package: Path):
    assert installed_packs() == {"our-house": package / "our_house" / "rules"}
    found = write(tmp_path, own_yaml="packs: [our-house]\n")
    assert found.problems == ()
    assert load(found.packs, configuration=found, cache=False).names == ("words/lantern",)


def test_a_pack_may_build_on_one_of_an_installed_package(tmp_path: Path, package: Path):
    pack(tmp_path / "mine")
    (tmp_path / "mine" / "words" / "lantern.yaml").unlink()
    (tmp_path / "mine" / "pack.yaml").write_text("summary: Mine.\nextends: our-house\n", encoding="utf-8")
    loaded = load([tmp_path / "mine"], cache=False)
    assert (loaded.problems, loaded.names) == ((), ("words/lantern",))


def test_a_folder_here_goes_before_a_package(tmp_path: Path, package: Path):
    pack(tmp_path / "our-house")
    found = write(tmp_path, own_yaml="packs: [our-house]\n")
    assert found.packs == (tmp_path / "our-house",)
