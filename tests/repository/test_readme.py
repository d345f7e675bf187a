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

from .conftest import PROJECT, Repository

README = (PROJECT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
SHELL = [line for language, text in BLOCKS if language == "sh" for line in text.splitlines()]
TABLE = re.findall(r"^\| `(reslint [^`]*)` \|", README, re.MULTILINE)
INSTALLING = "python -m pip install ."
"""Tested by `test_wheel`."""
DRAFT = "The General Assembly,\n\n*Notes* the the buoys,\n\n1. *Decides* to meet in May.\n"


@pytest.fixture
def project(repository: Repository) -> Repository:
    if shutil.which("sh") is None or not (Path(sys.executable).parent / "reslint").exists():
        pytest.skip("the command reslint is not installed beside this Python")
    for name in ("draft.res.md", "old.res.md", "new.res.md", "notes.md"):
        repository.write(name, DRAFT)
    rule = (PROJECT / "rules" / "un" / "style" / "repeated-word.yaml").read_text(encoding="utf-8")
    for pack in ("my-pack", "our-house"):
        repository.write(f"{pack}/pack.yaml", "summary: Ours.\nextends: un\n")
        repository.write(f"{pack}/ours/repeated-word.yaml", rule)
    assert repository.run("reslint", "convert", "draft.res.md", "draft.docx").returncode == 0
    repository.commit()
    return repository


def test_the_commands_of_the_readme_do_their_work_one_after_the_other(project: Repository):
    for line in SHELL:
        if line != INSTALLING:
            done = project.run("sh", "-c", line)
            assert done.returncode in {0, 1}, f"{line}\n{done.stdout}{done.stderr}"
            assert done.stdout + done.stderr
    for name in ("reslint.sarif", "reslint.html", "baseline.json"):
        assert project.read(name)
    assert "reslint-disable" in project.read("draft.res.md")


@pytest.mark.parametrize("line", [line for line in TABLE if "--watch" not in line])
def test_the_commands_in_the_table_do_their_work(project: Repository, line: str):
    done = project.run("sh", "-c", f"{line} </dev/null")
    assert done.returncode in {0, 1}, done.stdout + done.stderr


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
