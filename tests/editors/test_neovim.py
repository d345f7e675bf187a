"""A draft in a real Neovim that is set up as the README says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any

import pytest

from .conftest import DRIVE, EDITORS, LONGEST, Home, block, needs

FOLDER = EDITORS / "neovim"


def set_up(home: Home, init: str) -> None:
    """The configuration of the README: copy the folders, and add a few lines to init.lua."""
    shutil.copytree(FOLDER, home.config / "nvim", dirs_exist_ok=True)
    (home.config / "nvim" / "init.lua").write_text(init, "utf-8")


@pytest.fixture(scope="module", params=["vim.lsp.enable", "setup"])
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    nvim = needs("nvim", "neovim")
    home = Home(tmp_path_factory.mktemp("home"))
    readme = FOLDER / "README.md"
    if request.param == "vim.lsp.enable":
        told = subprocess.run([nvim, "--version"], capture_output=True, text=True, timeout=LONGEST, check=True).stdout
        version = re.search(r"v(\d+)\.(\d+)", told)
        if version and (int(version[1]), int(version[2])) < (0, 11):
            pytest.skip(f"vim.lsp.enable needs Neovim 0.11; this is {version[0]}")
        init = block(readme, "vim.lsp.enable") + block(readme, "BufWritePre")
    else:
        init = block(readme, "setup(").replace("fix_on_save = false", "fix_on_save = true")
    set_up(home, init)
    home.run(nvim, "--headless", "-i", "NONE", "-n", "-c", f"luafile {DRIVE / 'neovim.lua'}")
    answer = json.loads(home.answer.read_text("utf-8"))
    assert "problem" not in answer, answer
    return {**answer, "file": home.draft.read_text("utf-8"), "folder": str(home.drafts)}


@pytest.fixture(scope="module")
def completed(seen: dict[str, Any]) -> dict[str, Any]:
    if "opener" not in seen:
        pytest.skip(f"Neovim {seen['version']} shows its own completion, and only on a screen")
    return seen


def test_a_draft_is_known_by_its_name_and_served_from_its_folder(seen: dict[str, Any]):
    assert seen["filetype"] == "resolution"
    assert seen["wrap"] is True
    assert seen["root"] == seen["folder"]


def test_findings_stand_at_their_words_behind_letters_of_several_bytes(seen: dict[str, Any]):
    assert [(each["line"], each["words"]) for each in seen["first"]] == [(3, "the the"), (7, "and and")]
    assert {each["code"] for each in seen["first"]} == {"style/repeated-word"}
    assert {each["source"] for each in seen["first"]} == {"reslint"}


def test_a_quick_fix_mends_the_place_under_the_cursor_alone(seen: dict[str, Any]):
    assert seen["quick_fix"][2] == "*Noting* the 😀 café of the keepers of lights,"
    assert seen["quick_fix"][6] == "2. *Urges* Member States to light and and keep them."


def test_what_is_typed_is_checked_and_fix_all_mends_it_all(seen: dict[str, Any]):
    assert [(each["line"], each["words"]) for each in seen["second"]] == [
        (3, "e\u0301"),
        (3, "of of"),
        (7, "and and"),
    ]
    assert seen["fix_all"][2] == "*Noting* the 😀 \u00e9 of the keepers,"
    assert seen["fix_all"][6] == "2. *Urges* Member States to light and keep them."
    assert seen["third"] == []


def test_a_draft_is_mended_before_it_is_written(seen: dict[str, Any]):
    assert "1. *Requests* the Secretary-General to report;\n" in seen["file"]
    assert seen["file"].splitlines() == seen["written"]


def test_an_opener_is_completed_in_italics(completed: dict[str, Any]):
    assert completed["opener"]["labels"][0] == "Encourages"
    assert completed["opener"]["lines"][6] == "2. *Encourages*"


def test_a_number_becomes_a_citation_in_its_place_behind_an_emoji(completed: dict[str, Any]):
    assert "General Assembly resolution 66/181 of 19 December 2011" in completed["citation"]["labels"]
    assert completed["citation"]["lines"][2] == "*Recalling* the 😀 and its resolution 66/181 of 19 December 2011"


def test_a_treaty_brings_its_footnote_along(completed: dict[str, Any]):
    lines = completed["treaty"]["lines"]
    assert lines[2] == "*Recalling* the 😀 and the Convention on the Rights of the Child[^1]"
    assert "[^1]: United Nations, *Treaty Series*, vol. 1577, No. 27531." in lines
