"""A draft in a real Vim with ALE that is set up as the README says."""

from __future__ import annotations

import json
import shutil
from typing import Any

import pytest

from .conftest import DRIVE, EDITORS, Home, needs


@pytest.fixture(scope="module")
def seen(home: Home) -> dict[str, Any]:
    vim = needs("vim", "vim vim-ale")
    folder = home.folder / ".vim"
    shutil.copytree(EDITORS / "vim", folder)
    for each in ("ftdetect", "syntax"):
        shutil.copytree(EDITORS / "neovim" / each, folder / each)
    settings = home.folder / ".vimrc"
    settings.write_text(
        "set nocompatible encoding=utf-8\nsilent! packadd! ale\n" + (EDITORS / "vim" / "vimrc").read_text("utf-8"),
        "utf-8",
    )
    has = home.folder / "has"
    look = f"call writefile([exists(':ALEFix') . has('job')], '{has}')"
    quiet = ("-es", "-u", str(settings), "-i", "NONE", "-n")
    home.run(vim, *quiet, "-c", "runtime plugin/ale.vim", "-c", look, "-c", "qall!")
    if has.read_text("utf-8").strip() != "21":
        pytest.skip("this Vim has no ALE, or cannot run programs (Debian: apt-get install vim-ale)")
    home.run(vim, "-u", str(settings), "-i", "NONE", "-n", "--not-a-term", "-c", f"source {DRIVE / 'ale.vim'}")
    answer = json.loads(home.answer.read_text("utf-8"))
    assert "problem" not in answer, answer
    return dict(answer)


def test_findings_stand_in_their_lines(seen: dict[str, Any]):
    assert seen["filetype"] == "resolution"
    assert [(line, "stands here twice" in words) for line, _, words in seen["first"]] == [(3, True), (7, True)]
    # ALE takes columns for bytes, so only a line of ASCII shows whether they are right.
    assert seen["first"][1][1] == "2. *Urges* Member States to light and and keep them.".index("and and") + 1


def test_fixing_mends_the_draft(seen: dict[str, Any]):
    assert seen["fixed"][2] == "*Noting* the 😀 café of the keepers of lights,"
    assert seen["fixed"][6] == "2. *Urges* Member States to light and keep them."
    assert seen["second"] == []


def test_an_opener_is_proposed_behind_its_mark_and_taken_with_the_mark_at_its_end(seen: dict[str, Any]):
    assert {"Recalling*", "Recalling also*"} & {*seen["proposed"]}
    assert seen["taken"] == f"*{seen['proposed'][0]}"
    assert "Recalls*" not in seen["proposed"]
