"""The configuration of a project: found upwards, every mistake at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.engine.packs.loader import load
from reslint.engine.project.configuration import Configuration, find_configuration


def problems(configuration: Configuration) -> list[tuple[int, int, str]]:
    found = load(configuration.packs, configuration=configuration).problems
    return [(p.line, p.column, p.message) for p in (*configuration.problems, *found)]


def test_the_nearest_configuration_upwards_is_in_force(tmp_path: Path) -> None:
    (tmp_path / ".reslint.yaml").write_text("fail-level: error\n")
    inner = tmp_path / "drafts" / "second"
    inner.mkdir(parents=True)
    assert find_configuration(inner / "harbours.res.md").fail_level == "error"
    (tmp_path / "drafts" / "pyproject.toml").write_text("[tool.reslint]\nfail-level = 'info'\n")
    assert find_configuration(inner).fail_level == "info"
    (inner / "pyproject.toml").write_text("[project]\nname = 'harbours'\n")
    assert find_configuration(inner).fail_level == "info"


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    configuration = Configuration()
    assert (configuration.packs, configuration.fail_level, configuration.problems) == (("un",), "warning", ())
    assert set(configuration.provenance.values()) == {"default"}


YAML = """\
packs: [un, hous]
rules:
  style: off
  opener/operative-itlic: warning
  opener/capital: {severity: warn}
profil: sc
select: openr
"""
TOML = """\
[tool.reslint]
packs = ["un", "hous"]
profil = "sc"
select = "openr"
[tool.reslint.rules]
style = "off"
"opener/operative-itlic" = "warning"
"opener/capital" = {severity = "warn"}
"""


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        (".reslint.yaml", YAML, {(1, 13), (4, 3), (5, 30), (6, 1), (7, 9)}),
        ("pyproject.toml", TOML, {(2, 9), (7, 1), (8, 32), (3, 1), (4, 10)}),
    ],
)
def test_every_mistake_is_named_at_its_place(tmp_path: Path, name: str, text: str, places: set[object]) -> None:
    (tmp_path / name).write_text(text)
    configuration = find_configuration(tmp_path)
    found = problems(configuration)
    assert {(line, column) for line, column, _ in found} == places
    hints = "".join(message for _, _, message in found)
    for word in ("opener/operative-italic", "warning", "profile", "opener"):
        assert f"did you mean “{word}”" in hints
    assert load(configuration.packs, configuration=configuration).rule("style/repeated-word").severity == "off"


@pytest.mark.parametrize(
    ("name", "text"), [("pyproject.toml", "[tool.reslint]\nselect = [\n"), (".reslint.yaml", "select: [\n")]
)
def test_a_file_with_broken_syntax_is_one_located_mistake(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    (problem,) = find_configuration(tmp_path).problems
    assert problem.path == tmp_path / name
    assert "not valid" in problem.message


def test_a_file_with_the_wrong_ending_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".reslint.yml").write_text("select: style\n")
    assert "rename" in find_configuration(tmp_path).problems[0].message


def test_a_pack_is_a_folder_beside_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "pack.yaml").write_text("name: house\nsummary: Ours.\nextends: un\n")
    (tmp_path / ".reslint.yaml").write_text("packs: house\n")
    (tmp_path / "drafts").mkdir()
    configuration = find_configuration(tmp_path / "drafts")
    ruleset = load(configuration.packs, configuration=configuration)
    assert ruleset.problems == ()
    assert [pack.name for pack in ruleset.packs] == ["un", "house"]


def test_each_value_says_where_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / ".reslint.yaml").write_text("# ours\nprofile: sc\nignore: style\n")
    configuration = find_configuration(tmp_path).changed({"ignore": ["opener"]}, "command line")
    assert configuration.provenance["profile"] == f"{tmp_path / '.reslint.yaml'}:2"
    assert configuration.provenance["ignore"] == "command line"
    assert configuration.provenance["select"] == "default"
    assert configuration.settings.ignore == ("opener",)


def test_a_wrong_value_on_the_command_line_says_so() -> None:
    configuration = Configuration().changed({"fail-level": "eror"}, "command line")
    assert "command line: fail-level: expected" in configuration.problems[0].message
    assert configuration.fail_level == "warning"


def test_what_names_a_rule_more_exactly_decides() -> None:
    settings = Configuration().changed({"select": ["style/repeated-word", "opener"], "ignore": "style"}, "x").settings
    assert settings.wants("style/repeated-word")
    assert settings.wants("opener/capital")
    assert not settings.wants("style/session-ordinal")
    assert not settings.wants("footnote/unused")


def test_patterns_start_from_the_folder_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / ".reslint.yaml").write_text("exclude: [/old/, '*.bak.md']\ninclude: notes/*.txt\n")
    configuration = find_configuration(tmp_path)
    assert not configuration.excludes(tmp_path / "build")
    assert configuration.excludes(tmp_path / "old" / "harbours.md")
    assert not configuration.excludes(tmp_path / "new" / "old" / "harbours.md")
    assert configuration.includes(tmp_path / "notes" / "harbours.txt")


OVERRIDES = """\
overrides:
  - files: ['*.old.md']
    rules: {style/numbr: off}
    select: [styel]
    profile: und
  - files: ['mun/*']
    profile: mun
    rules: {opener/acts-itself: off}
"""


def test_mistakes_in_overrides_are_named_although_no_file_calls_for_them(tmp_path: Path) -> None:
    (tmp_path / ".reslint.yaml").write_text(OVERRIDES)
    configuration = find_configuration(tmp_path)
    found = [(p.line, p.column, p.message) for p in load(["un"], configuration=configuration).problems]
    assert [(line, column, message.partition(", ")[0]) for line, column, message in found] == [
        (3, 13, "there is no rule “style/numbr”; did you mean “style/number”?"),
        (4, 14, "there is no rule or area “styel”; did you mean “style”?"),
        (5, 14, "there is no profile “und”; there are un"),
    ]
    for name in ("a.old.md", "mun/a.md"):
        here = configuration.for_file(tmp_path / name)
        told = [(p.line, p.column, p.message) for p in load(here.packs, configuration=here).problems]
        assert told == (found if name == "a.old.md" else [])


def test_a_pattern_of_files_that_is_none_is_named_and_matches_nothing(tmp_path: Path) -> None:
    (tmp_path / ".reslint.yaml").write_text(
        "exclude: ['build\\', old/]\noverrides: [{files: '\\'}]\n", encoding="utf-8"
    )
    configuration = find_configuration(tmp_path)
    assert {(each.line, each.column) for each in configuration.problems} == {(1, 11), (2, 21)}
    assert all("backslash" in each.message for each in configuration.problems)
    assert not configuration.excludes(tmp_path / "build")


@pytest.mark.parametrize(("head", "line"), [("packs:", "- k{}"), ("select:", "- k{}"), ("packs: [un]", "k{}: 1")])
def test_of_thousands_of_mistakes_some_are_told(tmp_path: Path, head: str, line: str) -> None:
    lines = [head, *(line.format(number) for number in range(5_000))]
    (tmp_path / ".reslint.yaml").write_text("\n".join(lines))
    told = set(problems(find_configuration(tmp_path)))
    assert 50 <= len(told) <= 52
