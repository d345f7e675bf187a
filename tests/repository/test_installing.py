"""The commands of the README that install something, typed one after the other in a clone, as the README has them.

They take minutes and need the package index, so they run only when RESLINT_TEST_INSTALL is set: `.ci/run` sets it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .commands import blocks, filled
from .conftest import PROJECT, Repository
from .test_readme import DRAFT, INSTALLING, README

pytestmark = pytest.mark.skipif(
    not os.environ.get("RESLINT_TEST_INSTALL"), reason="takes minutes: set RESLINT_TEST_INSTALL=1"
)
VERSION = "v0.1.0"
DRAFTED = "draft.res.md"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A clone of this project with a tag, with drafts in it, and a home that holds nothing else."""
    if shutil.which("git") is None or not (PROJECT / ".git").exists():
        pytest.skip("this is not a git checkout that could be cloned")
    folder = tmp_path_factory.mktemp("clone") / "reslint"
    subprocess.run(["git", "clone", "--quiet", PROJECT, folder], check=True, capture_output=True)
    made = Repository(folder)
    made.git("tag", "--force", VERSION)
    home = tmp_path_factory.mktemp("home")
    for settings in (Path.home() / ".config/pip/pip.conf", Path.home() / ".pip/pip.conf"):
        if settings.exists():
            made.env.setdefault("PIP_CONFIG_FILE", str(settings))
    for name in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"):
        made.env.pop(name, None)
    made.env |= {"HOME": str(home), "PIPX_HOME": str(home / "pipx"), "PIPX_BIN_DIR": str(home / "bin")}
    made.write(DRAFTED, DRAFT)
    made.write("draft.md", DRAFT)
    return made


def typed(clone: Repository, command: str, ok: tuple[int, ...] = (0,)) -> str:
    """The output of a command typed in the clone."""
    done = clone.run("sh", "-c", f"{re.sub(r' PATH$', f' {DRAFTED}', command)} </dev/null")
    said = done.stdout + done.stderr
    if "No matching distribution" in said or "Could not fetch URL" in said:
        pytest.skip(f"the package index cannot be reached: {said.strip().splitlines()[-1]}")
    assert done.returncode in ok, f"{command}\n{said}"
    return said


def test_the_two_commands_for_linux_install_it_and_check_a_word_file(clone: Repository):
    first, second = (line for line in INSTALLING if "~/reslint/" in line)
    typed(clone, first)
    typed(clone, "~/reslint/bin/reslint convert draft.res.md draft.docx")
    assert "style/repeated-word" in typed(clone, second, ok=(1,))


def test_it_is_installed_into_an_environment_of_ones_own_with_what_an_assistant_needs(clone: Repository):
    environment = Path(clone.env["HOME"]) / "reslint"
    if not environment.exists():
        typed(clone, f"{sys.executable} -m venv {environment}")
    inside = f"PATH={environment / 'bin'}:$PATH; "
    typed(clone, inside + "python -m pip install .")
    assert typed(clone, inside + "command -v reslint").startswith(str(environment))
    assert typed(clone, inside + "reslint --version").startswith("reslint ")
    typed(clone, inside + "pip install '.[mcp]'")
    typed(clone, inside + "reslint mcp")


def test_pipx_installs_it(clone: Repository):
    if shutil.which("pipx") is None:
        pytest.skip("pipx is not installed")
    typed(clone, "pipx install .")
    assert "style/repeated-word" in typed(clone, "$PIPX_BIN_DIR/reslint check draft.res.md", ok=(1,))


def test_it_is_tried_without_being_installed(clone: Repository):
    assert "harbour-lights.res.md" in typed(clone, "./.ci/try")
    assert "style/repeated-word" in typed(clone, "./.ci/try PATH")


def test_the_hooks_fix_and_then_block_and_are_updated_to_the_newest_tag(clone: Repository, repository: Repository):
    repository.env["PRE_COMMIT_HOME"] = str(Path(clone.env["HOME"]) / "pre-commit")
    (words,) = (words for language, words in blocks(README) if language == "yaml" and "id: reslint-fix" in words)
    repository.write(".pre-commit-config.yaml", filled(words, {"ADDRESS": clone.folder.as_posix()}))
    repository.write(".reslint.yaml", "select: [style/repeated-word, structure/placeholder]\n")
    repository.write("draft.res.md", DRAFT.replace("in May", "in [month]"))
    repository.write("our-house/pack.yaml", "summary: Ours.\nextends: un\n")
    repository.git("add", "--all")
    done = repository.run("pre-commit", "run", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "files were modified by this hook" in done.stdout, done.stdout + done.stderr
    assert "the the" not in repository.read("draft.res.md")
    assert "draft.res.md:5:25 error structure/placeholder" in done.stdout, done.stdout + done.stderr
    clone.git("commit", "--allow-empty", "--message", "next")
    clone.git("tag", "v0.1.1")
    assert "v0.1.1" in repository.run("pre-commit", "autoupdate").stdout
    assert "rev: v0.1.1 " in repository.read(".pre-commit-config.yaml")
