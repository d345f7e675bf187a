"""The files and commands that `rules/WRITING.md` tells the author of a rule to write and to type work as written."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from reslint.engine import load

from .commands import filled, inline_commands
from .conftest import PROJECT, Repository

PAGE = (PROJECT / "rules" / "WRITING.md").read_text(encoding="utf-8")
STEP = re.compile(
    r"^`(?P<file>our-house/[^`]+)`:\n\n```yaml\n(?P<yaml>.*?)^```|^```(?P<language>sh|text)\n(?P<words>.*?)^```",
    re.MULTILINE | re.DOTALL,
)
CHANGES = next(each for each in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL) if "rules:" in each)
DRAFT = "The General Assembly,\n\n*Noting* the buoys,\n\n1. *Decides* to hopefully meet in May.\n"


def test_every_step_gives_what_the_page_says(repository: Repository):
    if shutil.which("sh") is None or not (Path(sys.executable).parent / "reslint").exists():
        pytest.skip("the command reslint is not installed beside this Python")
    repository.write("draft.res.md", DRAFT)
    printed = ""
    for step in STEP.finditer(PAGE):
        if step["file"]:
            repository.write(step["file"], step["yaml"])
        elif step["language"] == "text":
            assert set(step["words"].splitlines()) <= set(printed.splitlines()), printed
        else:
            printed = ""
            for line in step["words"].splitlines():
                done = repository.run("sh", "-c", line)
                assert done.returncode in {0, 1}, f"{line}\n{done.stdout}{done.stderr}"
                assert "error:" not in done.stderr, done.stderr
                printed += done.stdout
    for command in inline_commands(PAGE):
        line = filled(command, {"NAME": "pattern", "RULE": "style/repeated-word"})
        done = repository.run("sh", "-c", line)
        assert done.returncode in {0, 1}, f"{line}\n{done.stdout}{done.stderr}"
    assert "wording/hopefully" in repository.reslint("check", "--pack", "./our-house", "draft.res.md").stdout


def test_the_changes_to_rules_on_the_page_are_right(tmp_path: Path):
    changes = yaml.safe_load(CHANGES)
    (tmp_path / "pack.yaml").write_text(yaml.safe_dump({"summary": "Ours.", "extends": "un", **changes}))
    assert load([tmp_path]).problems == ()


def test_every_link_of_the_page_leads_somewhere():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", PAGE):
        assert (PROJECT / "rules" / target).exists(), target
