"""The worked example of a pack of one's own: it is right in itself, and a project lints with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reslint.cli import main
from reslint.engine import load, test_pack

HOUSE = Path(__file__).parent / "house"
DRAFT = """\
The Harbour Council,

Noting the fog of the last winter,

1. Requests all ships to slow down;

2. Requests the harbour master to report on the fog;

3. Invites the pilots to return soon.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft, the pack and the two lines of configuration that the README shows."""
    shutil.copytree(HOUSE, tmp_path / "house")
    (tmp_path / ".reslint.yaml").write_text("packs: [./house]\n", encoding="utf-8")
    (tmp_path / "fog.res.md").write_text(DRAFT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_pack_has_no_mistake_and_every_example_comes_out():
    ruleset = load([HOUSE], cache=False)
    assert ruleset.problems == ()
    assert len([rule for rule in ruleset.rules if rule.pack == "house"]) == 5
    assert [verdict for verdict in test_pack(ruleset, ["house"]) if not verdict.passed] == []


def test_the_folder_holds_no_program():
    assert {path.suffix for path in HOUSE.rglob("*") if path.is_file()} == {".yaml", ".md"}


def test_a_project_lints_with_it(project: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", "fog.res.md", "--output-format", "concise", "--quiet", "--no-cache"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "fog.res.md:5:17: warning words/ship [*] The Council writes “vessels”.",
        "fog.res.md:7:17: info words/harbour-master [*] The office has capitals: “Harbour Master”.",
        "fog.res.md:7:32: error form/report-date Say for when: “by 1 May 2030”, or “at its next meeting”.",
        "fog.res.md:9:33: warning words/vague-date “soon” is not a date: say by when.",
    ]


def test_its_fixes_are_made(project: Path, capsys: pytest.CaptureFixture[str]):
    main(["check", "fog.res.md", "--fix", "--quiet", "--no-cache"])
    fixed = (project / "fog.res.md").read_text(encoding="utf-8")
    assert fixed == DRAFT.replace("ships", "vessels").replace("harbour master", "Harbour Master")


def test_the_readme_names_every_rule():
    words = (HOUSE / "README.md").read_text(encoding="utf-8")
    rules = [path.relative_to(HOUSE).as_posix() for path in HOUSE.glob("*/*.yaml")]
    assert len(rules) == 5
    assert [rule for rule in rules if f"`{rule}`" not in words] == []
