"""A draft in a real Emacs that is set up as the README says."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from .conftest import DRIVE, EDITORS, LONGEST, Home, block, needs

FOLDER = EDITORS / "emacs"
START = ("--batch", "--eval", "(package-initialize)")


@pytest.fixture(scope="module")
def emacs() -> str:
    program = needs("emacs", "emacs-nox elpa-eglot")
    found = subprocess.run(
        [program, *START, "--eval", "(require 'eglot)"], capture_output=True, text=True, timeout=LONGEST, check=False
    )
    if found.returncode != 0:
        pytest.skip("this Emacs has no Eglot (Debian 12: apt-get install elpa-eglot)")
    return program


@pytest.fixture(scope="module")
def seen(emacs: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    # The Eglot of Emacs 30 does not find its own buffer behind a path that is not ASCII.
    home = Home(tmp_path_factory.mktemp("home"), drafts="drafts of mine")
    folder = home.folder / ".emacs.d"
    (folder / "lisp").mkdir(parents=True)
    shutil.copy(FOLDER / "resolution-mode.el", folder / "lisp")
    (folder / "init.el").write_text(block(FOLDER / "README.md", "eglot-ensure"), "utf-8")
    printed = home.run(emacs, *START, "-l", str(folder / "init.el"), "-l", str(DRIVE / "emacs.el"))
    answer = json.loads(home.answer.read_text("utf-8"))
    assert "problem" not in answer, (answer, printed)
    return {**answer, "file": home.draft.read_text("utf-8")}


def test_a_draft_opens_in_its_mode_with_colours_and_the_server(seen: dict[str, Any]):
    assert seen["mode"] == "resolution-mode"
    assert seen["started"] is True
    opener = "(italic font-lock-keyword-face)"
    assert seen["faces"] == [opener, "font-lock-constant-face", opener, "nil"]


def test_findings_stand_at_their_words_behind_letters_of_several_bytes(seen: dict[str, Any]):
    assert seen["first"] == ["the the", "and and"]


def test_a_quick_fix_mends_the_place_at_point_alone(seen: dict[str, Any]):
    assert seen["quick_fix"][2] == "*Noting* the 😀 café of the keepers of lights,"
    assert seen["quick_fix"][6] == "2. *Urges* Member States to light and and keep them."


def test_what_is_typed_is_checked_and_fix_all_mends_it_all(seen: dict[str, Any]):
    assert seen["second"] == ["e\u0301", "of of", "and and"]
    assert seen["fix_all"][2] == "*Noting* the 😀 \u00e9 of the keepers,"
    assert seen["fix_all"][6] == "2. *Urges* Member States to light and keep them."
    assert seen["third"] == []


def test_a_draft_is_mended_when_it_is_saved(seen: dict[str, Any]):
    assert "1. *Requests* the Secretary-General to report;\n" in seen["file"]
    assert seen["file"] == "\n".join(seen["written"])


def test_an_opener_is_completed_in_italics(seen: dict[str, Any]):
    assert seen["opener"]["labels"][0] == "Encourages"
    assert seen["opener"]["lines"][6] == "2. *Encourages*"


def test_a_number_becomes_a_citation_in_its_place_behind_an_emoji(seen: dict[str, Any]):
    assert "General Assembly resolution 66/181 of 19 December 2011" in seen["citation"]["labels"]
    assert seen["citation"]["lines"][2] == "*Recalling* the 😀 and its resolution 66/181 of 19 December 2011"


def test_a_treaty_brings_its_footnote_along(seen: dict[str, Any]):
    lines = seen["treaty"]["lines"]
    assert lines[2] == "*Recalling* the 😀 and the Convention on the Rights of the Child[^1]"
    assert "[^1]: United Nations, *Treaty Series*, vol. 1577, No. 27531." in lines
