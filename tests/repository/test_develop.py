"""A contributor's new rule or kind begins with files that work as they stand."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reslint.develop import CannotScaffold, kind_files, rule_files
from reslint.engine import load, test_pack

PROJECT = Path(__file__).parent.parent.parent
PACK = "name: own\nsummary: Rules of our own.\nextends: un\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with one pack and a map, and nothing else."""
    (tmp_path / "rules" / "un").mkdir(parents=True)
    (tmp_path / "rules" / "un" / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "server").mkdir()
    head = "| kind | options | reports |\n|---|---|---|\n| `pattern` | `find` | each place |\n\nMore.\n"
    (tmp_path / "server" / "README.md").write_text(head, encoding="utf-8")
    return tmp_path


def verdicts(folder: Path, rule: str) -> list[str]:
    """The complaints about a rule that is added to a pack which extends the one of the United Nations."""
    (folder / "style").mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "style" / "own.yaml").write_text(rule, encoding="utf-8")
    ruleset = load([folder], cache=False)
    failed = [str(verdict) for verdict in test_pack(ruleset, ["own"]) if not verdict.passed]
    return [str(problem) for problem in ruleset.problems] + failed


def test_a_new_rule_passes_its_own_examples(root: Path, tmp_path: Path):
    ((path, text),) = rule_files(root, "style/later").items()
    assert path == root / "rules" / "un" / "style" / "later.yaml"
    assert verdicts(tmp_path / "own", text) == []


def test_the_rule_that_the_guide_shows_passes_as_written(tmp_path: Path):
    guide = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(summary:.*?)```", guide, re.DOTALL)
    assert verdicts(tmp_path / "own", example) == []


def test_a_new_kind_has_a_module_a_line_in_the_map_and_a_test_that_names_it(root: Path, tmp_path: Path):
    files = {path.relative_to(root).as_posix(): text for path, text in kind_files(root, "soon-said").items()}
    module, test, chart = (
        files[name]
        for name in (
            "server/reslint/engine/checks/soon_said.py",
            "tests/engine/checks/test_soon_said.py",
            "server/README.md",
        )
    )
    assert 'KIND: ClassVar[str] = "soon-said"' in module
    assert 'check_class("soon-said")' in test
    assert "| `pattern` | `find` | each place |\n| `soon-said` | " in chart
    assert chart.endswith("|\n\nMore.\n")


def test_the_module_of_a_new_kind_finds_what_it_is_asked_for(root: Path, tmp_path: Path):
    from reslint.engine.data.resources import Resources
    from reslint.text.fold import fold

    written = tmp_path / "soon_said.py"
    written.write_text(next(iter(kind_files(root, "soon-said").values())), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("reslint.engine.checks.soon_said", written)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    kind = module.SoonSaidCheck
    check = kind(kind.OPTIONS.fill({"find": "soon"}), Resources({}))
    assert [(match.start, match.end) for match in check.find(fold(("Meet soon.",)))] == [(5, 9)]


@pytest.mark.parametrize("name", ["later", "Style/later", "style/", "style/later/still", "../later"])
def test_what_is_not_the_name_of_a_rule_is_refused(root: Path, name: str):
    with pytest.raises(CannotScaffold, match="AREA/NAME"):
        rule_files(root, name)


def test_nothing_is_written_over(root: Path):
    (root / "rules" / "un" / "style").mkdir()
    (root / "rules" / "un" / "style" / "later.yaml").touch()
    with pytest.raises(CannotScaffold, match="there already"):
        rule_files(root, "style/later")


def test_a_wrong_command_line_is_one_message_and_writes_nothing():
    run = subprocess.run(
        [sys.executable, "-m", "reslint.develop", "new-rule", "later"], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("error: “later” is not the name of a rule")
