"""The hooks for pre-commit, run by pre-commit itself in a repository of its own.

They use the reslint of this environment (`language: system`); `test_installing` has pre-commit install it.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import PROJECT, Repository

GOOD = "1. *Notes* the colour of the buoys;\n\n2. *Decides* to meet in May.\n"
BAD = "1. *Notes* the the buoys;\n\n2. *Decides* to meet in May.\n"
OTHER = "# Shopping\n\nBread and and cheese.\n"

pytestmark = pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit (PyPI) is not installed")


def hooks() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return loaded


def test_the_manifest_is_what_pre_commit_reads():
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(PROJECT / ".pre-commit-hooks.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert [hook["id"] for hook in hooks()] == ["reslint", "reslint-fix", "reslint-rules"]


@pytest.fixture
def hooked(repository: Repository, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository in which the checking hook is installed."""
    repository.env["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("pre-commit"))
    use(repository, "reslint")
    done = repository.run(sys.executable, "-m", "pre_commit", "install")
    assert done.returncode == 0, done.stdout + done.stderr
    return repository


def use(repository: Repository, name: str, **changes: Any) -> None:
    """Configure one hook as the manifest has it, run with the reslint of this environment."""
    (hook,) = (dict(hook) for hook in hooks() if hook["id"] == name)
    command = f'"{Path(sys.executable).as_posix()}" -m '
    hook |= {"language": "system", "entry": command + hook["entry"], **changes}
    repository.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}))
    repository.write(".reslint.yaml", "select: [style/repeated-word]\n")


def commit(repository: Repository) -> tuple[int, str]:
    repository.git("add", "--all")
    done = repository.run("git", "commit", "--message", "Drafts")
    return done.returncode, done.stdout + done.stderr


def test_a_bad_draft_blocks_the_commit_with_a_readable_message(hooked: Repository):
    hooked.write("draft.md", "The General Assembly,\n\n" + BAD)
    status, said = commit(hooked)
    assert status == 1
    assert "draft.md:3:12 error style/repeated-word" in said
    assert "“the the” stands here twice." in said
    assert hooked.run("git", "log").returncode != 0


def test_a_good_draft_and_other_texts_pass(hooked: Repository):
    hooked.write("draft.res.md", GOOD)
    hooked.write("notes.md", OTHER)
    hooked.write("README.md", OTHER)
    status, said = commit(hooked)
    assert status == 0, said


def test_the_fixing_hook_changes_the_file_and_fails_once(hooked: Repository):
    use(hooked, "reslint-fix")
    hooked.write("draft.res.md", BAD)
    hooked.write("notes.md", OTHER)
    status, said = commit(hooked)
    assert status == 1
    assert "files were modified by this hook" in said
    assert hooked.read("draft.res.md") == BAD.replace("the the", "the")
    assert hooked.read("notes.md") == OTHER
    assert commit(hooked)[0] == 0


def test_what_the_configuration_excludes_is_left_alone_by_both_hooks(hooked: Repository):
    for hook in ("reslint", "reslint-fix"):
        use(hooked, hook)
        hooked.write(".reslint.yaml", "select: [style/repeated-word]\nexclude: [archive/]\n")
        hooked.write(f"archive/{hook}.res.md", BAD)
        status, said = commit(hooked)
        assert status == 0, said
        assert hooked.read(f"archive/{hook}.res.md") == BAD


def test_names_with_spaces_quotes_and_letters_of_other_scripts_work(hooked: Repository):
    names = ["with space.res.md", "дипломат 'é'.res.md", "決議/草案.res.md"]
    for name in names:
        hooked.write(name, BAD)
    status, said = commit(hooked)
    assert status == 1
    for name in names:
        assert f"{name}:1:12 error" in said, said


def test_two_hundred_drafts_give_one_clean_report(hooked: Repository):
    for number in range(200):
        hooked.write(f"drafts/{number:03}.res.md", BAD if number % 40 == 0 else GOOD)
    status, said = commit(hooked)
    assert status == 1
    found = [line.split(":")[0] for line in said.splitlines() if " error " in line]
    assert found == [f"drafts/{number:03}.res.md" for number in range(0, 200, 40)]
    assert said.count("5 errors in 200 drafts.") == 1


def test_the_rules_hook_tests_a_pack_of_ones_own(hooked: Repository):
    use(hooked, "reslint-rules", args=["house"])
    hooked.write("house/pack.yaml", "summary: Ours.\n")
    rule = (
        "summary: s.\nseverity: warning\nselect: words\ncheck: {kind: substitution, swap: {lantern: lamp}}\n"
        "message: m.\nwhy: w.\nsource: s\nexamples:\n  report: ['1. *Notes* the {{lantern}};']\n  silent: ['%s']\n"
    )
    hooked.write("house/words/lantern.yaml", rule % "1. *Notes* the lantern;")
    status, said = commit(hooked)
    assert status == 1
    assert "words/lantern" in said
    hooked.write("house/words/lantern.yaml", rule % "1. *Notes* the lamp;")
    assert commit(hooked)[0] == 0
