"""The commands of the README work as written."""

from __future__ import annotations

import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from reslint.cli.main import COMMANDS
from reslint.reports.formats import FORMATS

from .commands import blocks, filled, inline_commands, shell_lines
from .conftest import PROJECT, Repository
from .paper import pdf

README = (PROJECT / "README.md").read_text(encoding="utf-8")
BLOCKS = blocks(README)
TABLE = re.findall(r"^\| `(reslint [^`]*)` \|", README, re.MULTILINE)
INLINE = inline_commands(README)
DRAFT = "The General Assembly,\n\n*Notes* the the buoys,\n\n1. *Decides* to meet in May.\n"

INSTALLING = (
    "python3 -m venv ~/reslint && ~/reslint/bin/pip install .",
    "~/reslint/bin/reslint check draft.docx",
    "python -m pip install .",
    "pipx install .",
    "pip install '.[mcp]'",
    "./.ci/try",
    "./.ci/try PATH",
    "pre-commit autoupdate",
)
"""Run by `test_installing`."""
NOT_RUN = {
    "sudo apt install python3-venv": "it changes the machine, and asks for a password",
    "./.ci/test": "it runs this test",
    "pip install '.[grammar]'": "`.ci/test` installs this extra; 330 MB more would be loaded",
    "python -m spacy download en_core_web_sm": "it loads from an address of spaCy's, not from the package index",
    "reslint check --watch": "it runs until it is stopped: see tests/cli/test_watch.py",
}
VALUES = {"ADDRESS": PROJECT.as_posix(), "FILE": "draft.docx"}


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with all that the commands of the page name."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    if shutil.which("sh") is None or not (Path(sys.executable).parent / "reslint").exists():
        pytest.skip("the command reslint is not installed beside this Python")
    made = Repository(tmp_path_factory.mktemp("readme"))
    for name in ("draft.res.md", "old.res.md", "new.res.md", "notes.md", "draft.md"):
        made.write(name, DRAFT)
    rule = (PROJECT / "rules" / "un" / "style" / "repeated-word.yaml").read_text(encoding="utf-8")
    for pack in ("my-pack", "our-house"):
        made.write(f"{pack}/pack.yaml", "summary: Ours.\nextends: un\n")
        made.write(f"{pack}/ours/repeated-word.yaml", rule)
    assert made.run("reslint", "convert", "draft.res.md", "draft.docx").returncode == 0
    (made.folder / "draft.pdf").write_bytes(pdf(DRAFT))
    made.commit()
    return made.folder


@pytest.fixture
def project(drafts: Path, tmp_path: Path) -> Repository:
    return Repository(shutil.copytree(drafts, tmp_path / "project"))


def test_the_commands_of_the_readme_do_their_work_one_after_the_other(project: Repository):
    for line in shell_lines(README):
        if line not in INSTALLING:
            done = project.run("sh", "-c", line)
            assert done.returncode in {0, 1}, f"{line}\n{done.stdout}{done.stderr}"
            assert done.stdout + done.stderr
    for name in ("reslint.sarif", "reslint.html", "baseline.json"):
        assert project.read(name)
    assert "reslint-disable" in project.read("draft.res.md")


@pytest.mark.parametrize("command", INLINE)
def test_the_commands_among_the_words_do_their_work(project: Repository, command: str):
    if command in NOT_RUN:
        pytest.skip(NOT_RUN[command])
    if command in INSTALLING:
        pytest.skip("run by test_installing")
    line = filled(command, VALUES)
    for program in (line.split()[0], *(["pdftotext"] if ".pdf" in line else [])):
        if shutil.which(program, path=project.env["PATH"]) is None:
            pytest.skip(f"{program} is not installed")
    if line == "reslint init --pack our-house":
        shutil.rmtree(project.folder / "our-house")
    done = project.run("sh", "-c", f"{line} </dev/null")
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    assert "error: " not in done.stderr


def test_what_is_not_run_is_still_on_the_page():
    assert {*NOT_RUN, *INSTALLING} <= {*INLINE, *shell_lines(README)}


def test_the_table_and_the_list_of_formats_name_what_there_is():
    assert {line.split()[1] for line in TABLE} <= COMMANDS.keys()
    for name in FORMATS:
        assert name in README


def block(language: str, word: str) -> str:
    return next(text for found, text in BLOCKS if found == language and word in text)


def test_the_configuration_of_the_readme_is_right(project: Repository):
    project.folder = project.folder / "drafts"
    project.write(".reslint.yaml", block("yaml", "overrides"))
    project.write("../house.yaml", "fail-level: info\n")
    shutil.move(project.folder.parent / "our-house", project.folder / "our-house")
    done = project.reslint("config")
    assert (done.returncode, done.stderr) == (0, "")
    done = project.reslint("config", ".reslint.yaml", "--config", ".reslint.yaml")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_comments_of_the_readme_are_understood(project: Repository):
    comments = block("markdown", "reslint-disable")
    project.write("c.res.md", comments.replace("…", "x") + "\n1. *Decides* to meet in May.\n")
    done = project.reslint("check", "c.res.md", "--select", "suppression", "--output-format", "concise", "--quiet")
    assert "no rule" not in done.stdout, done.stdout


def test_the_hooks_of_the_readme_are_those_there_are(project: Repository):
    if find_spec("pre_commit") is None:
        pytest.skip("pre-commit (PyPI) is not installed")
    text = block("yaml", "hooks:")
    project.write(".pre-commit-config.yaml", text)
    assert project.run(sys.executable, "-m", "pre_commit", "validate-config").returncode == 0
    there = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    wanted = [hook["id"] for hook in yaml.safe_load(text)["repos"][0]["hooks"]]
    assert sorted(wanted) == sorted(hook["id"] for hook in there)


def test_every_link_of_the_readme_leads_somewhere():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (PROJECT / target).exists(), target
