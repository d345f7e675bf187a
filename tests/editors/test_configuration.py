"""The files for each editor can be read by it, and know a draft by the same names."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from .conftest import DRAFT, DRIVE, EDITORS, LONGEST, needs

FOLDERS = ("emacs", "helix", "kate", "neovim", "sublime", "vim", "zed")
COMMAND = ["reslint", "server"]


def toml(path: Path) -> dict[str, Any]:
    reader = importlib.import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    return dict(reader.loads(path.read_text("utf-8")))


def read(*path: str) -> str:
    return EDITORS.joinpath(*path).read_text("utf-8")


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_readme_says_how_what_to_expect_and_what_not(folder: str):
    told = read(folder, "README.md")
    assert "## What to expect" in told
    assert "does not do" in told
    for each in re.findall(r"`([\w./-]+\.(?:toml|json|el|lua|xml|sublime-\w+))`", told):
        if not each.startswith(("pyproject", "init")):
            assert (EDITORS / folder / each).exists(), each


def test_helix_starts_reslint_for_drafts_and_beside_others_for_markdown():
    told = toml(EDITORS / "helix" / "languages.toml")
    server = told["language-server"]["reslint"]
    assert [server["command"], *server["args"]] == COMMAND
    languages = {each["name"]: each for each in told["language"]}
    assert languages["resolution"]["language-servers"] == ["reslint"]
    assert "reslint" in languages["markdown"]["language-servers"]
    assert len(languages["markdown"]["language-servers"]) > 1


def test_zed_knows_reslint_for_the_languages_of_drafts():
    manifest = toml(EDITORS / "zed" / "extension.toml")
    assert manifest["language_servers"]["reslint"]["languages"] == ["Markdown", "Plain Text"]
    assert (EDITORS / "zed" / toml(EDITORS / "zed" / "Cargo.toml")["lib"]["path"]).is_file()
    settings = json.loads(read("zed", "settings.json"))
    assert settings["languages"]["Markdown"]["code_actions_on_format"] == {"source.fixAll.reslint": True}


def test_sublime_text_starts_reslint_for_drafts():
    client = json.loads(read("sublime", "LSP.sublime-settings"))["clients"]["reslint"]
    assert client["command"] == COMMAND
    syntax = yaml.safe_load(read("sublime", "Resolution.sublime-syntax"))
    assert any(syntax["scope"].startswith(each) for each in client["selector"].split(" | "))
    assert json.loads(read("sublime", "Resolution.sublime-settings"))["word_wrap"] is True


def test_kate_starts_reslint_by_the_highlighting_of_drafts():
    (server,) = json.loads(read("kate", "settings.json"))["servers"].values()
    assert server["command"] == COMMAND
    language = ET.fromstring(read("kate", "resolution.xml"))
    assert re.search(server["highlightingModeRegex"], language.attrib["name"])


def test_every_editor_knows_a_draft_by_the_same_names():
    highlighting = ET.fromstring(read("kate", "resolution.xml"))
    syntax = yaml.safe_load(read("sublime", "Resolution.sublime-syntax"))
    names = ["*.res.md", "*.resolution", "*.resolution.md"]
    known = {
        "kate": highlighting.attrib["extensions"].split(";"),
        "zed": json.loads(read("zed", "settings.json"))["file_types"]["Markdown"],
        "sublime": [f"*.{each}" for each in syntax["file_extensions"]],
        "helix": [
            each["glob"] if isinstance(each, dict) else f"*.{each}"
            for each in toml(EDITORS / "helix" / "languages.toml")["language"][0]["file-types"]
        ],
        "neovim": re.findall(r"\*\.[\w.]+", read("neovim", "ftdetect", "resolution.vim")),
    }
    assert {name: sorted(each) for name, each in known.items()} == dict.fromkeys(known, names)


def test_lua_can_be_read_and_names_the_command(tmp_path: Path):
    nvim = needs("nvim", "neovim")
    files = [*sorted((EDITORS / "neovim").rglob("*.lua")), DRIVE / "neovim.lua"]
    program = tmp_path / "read.lua"
    program.write_text(
        "".join(f"assert(loadfile([[{each}]]))\n" for each in files)
        + f"local told = dofile([[{EDITORS / 'neovim' / 'lsp' / 'reslint.lua'}]])\n"
        + "io.stdout:write(table.concat(told.cmd, ' '))\n",
        "utf-8",
    )
    command = [nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {program}", "-c", "qall!"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
    assert len(files) > 4
    assert (done.returncode, done.stdout, done.stderr) == (0, " ".join(COMMAND), "")


def test_the_mode_of_emacs_compiles_without_a_warning(tmp_path: Path):
    emacs = needs("emacs", "emacs-nox elpa-eglot")
    copied = tmp_path / "resolution-mode.el"
    copied.write_text(read("emacs", "resolution-mode.el"), "utf-8")
    strict = "(setq byte-compile-error-on-warn t)"
    command = [emacs, "--batch", "--eval", strict, "-f", "batch-byte-compile", str(copied)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
    assert done.returncode == 0, done.stderr
    assert copied.with_suffix(".elc").is_file()


def test_kate_colours_a_draft(tmp_path: Path):
    program = needs("kate-syntax-highlighter", "libkf5syntaxhighlighting-tools")
    folder = tmp_path / "org.kde.syntax-highlighting" / "syntax"
    folder.mkdir(parents=True)
    (folder / "resolution.xml").write_text(read("kate", "resolution.xml"), "utf-8")
    draft = tmp_path / "harbour.res.md"
    draft.write_text(DRAFT, "utf-8")
    done = subprocess.run(
        [program, "--output-format", "html", draft],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for opener in ("*Noting*", "*Requests*", "*Urges*"):
        assert re.search(rf"font-weight:bold[^>]*font-style:italic[^>]*>{re.escape(opener)}<", done.stdout), opener
    assert done.stderr == ""
