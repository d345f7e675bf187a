"""Real editors, each with the files of its folder under `editors` and a home of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EDITORS = Path(__file__).parents[2] / "editors"
DRIVE = Path(__file__).parent / "drive"
DRAFT = """\
*The General Assembly*,

*Noting* the 😀 café of the the keepers of lights,

1. *Requests* the Secretary-General to report on lighthouses;

2. *Urges* Member States to light and and keep them.
"""
"""A draft with two words that stand twice, one behind letters of several bytes and one behind none."""
LONGEST = 40
"""Seconds after which an editor is given up."""


def needs(program: str, package: str) -> str:
    """The path of an editor; where it is not there, the test is skipped and says so."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed here (Debian: apt-get install {package})")
    return found


def block(readme: Path, containing: str) -> str:
    """The block of code of a README that contains some words: what a reader copies."""
    blocks = re.findall(r"^```\w+\n(.*?)^```$", readme.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (found,) = [each for each in blocks if containing in each]
    return str(found)


class Home:
    """A home folder with a draft, and a PATH on which `reslint` is the one that is tested."""

    def __init__(self, folder: Path, drafts: str = "drafts of mine, é") -> None:
        self.folder = folder
        self.config = folder / "config"
        self.answer = folder / "answer.json"
        self.drafts = folder / drafts
        self.drafts.mkdir(parents=True)
        (self.drafts / ".reslint.yaml").write_text("packs: [un]\n", "utf-8")
        self.draft = self.drafts / "harbour.res.md"
        self.draft.write_text(DRAFT, "utf-8")
        programs = folder / "bin"
        programs.mkdir()
        program = programs / "reslint"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reslint "$@"\n', "utf-8")
        program.chmod(0o755)
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            **{f"XDG_{each}_HOME": str(folder / each.lower()) for each in ("CONFIG", "DATA", "STATE", "CACHE")},
            "RESLINT_TEST_DRAFT": str(self.draft),
            "RESLINT_TEST_ANSWER": str(self.answer),
        }

    def run(self, *command: str, **more: str) -> str:
        """Run an editor to its end; what it printed."""
        done = subprocess.run(
            command,
            cwd=self.drafts,
            env={**self.environment, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=LONGEST,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("home"))
