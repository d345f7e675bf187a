"""A resolution typed by hand in every editor there is: the file is what was meant, letter for letter.

People need 60 to 200 ms a key, and what an editor adds by itself depends on it: RESLINT_TEST_KEY=60 (or 200) and
`pytest tests/editors/test_typing.py` type at another speed than 130. All editors type at the same time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from .conftest import EDITORS, Home, block
from .typist import meant, type_into

PAUSE = int(os.environ.get("RESLINT_TEST_KEY", "130")) / 1000


class Setup(NamedTuple):
    """An editor with a home of its own, and the keys that begin and end a session in it."""

    command: tuple[str, ...]
    home: Home
    before: str = "i"
    after: str = "\x1b:wq\r"


def neovim(program: str, init: str, folder: Path) -> Setup:
    home = Home(folder, "drafts")
    shutil.copytree(EDITORS / "neovim", home.config / "nvim", dirs_exist_ok=True)
    (home.config / "nvim" / "init.lua").write_text(block(EDITORS / "neovim" / "README.md", init), "utf-8")
    return Setup((program, "-i", "NONE", "-n", str(home.draft)), home)


def old_neovim(folder: Path) -> Setup | None:
    program = shutil.which("nvim")
    return neovim(program, "setup(", folder) if program else None


def new_neovim(folder: Path) -> Setup | None:
    program = Path(sys.executable).parent / "nvim"
    return neovim(str(program), "vim.lsp.enable", folder) if program.exists() else None


def emacs(folder: Path) -> Setup | None:
    program = shutil.which("emacs")
    look = ("--batch", "--eval", "(package-initialize)", "--eval", "(require 'eglot)")
    if program is None or subprocess.run([program, *look], capture_output=True, check=False).returncode:
        return None
    home = Home(folder, "drafts")
    shutil.copytree(EDITORS / "emacs", home.folder / ".emacs.d" / "lisp")
    quiet = "(package-initialize)\n(setq confirm-kill-processes nil make-backup-files nil inhibit-startup-screen t\n"
    quiet += "      native-comp-async-report-warnings-errors nil)\n"
    init = quiet + block(EDITORS / "emacs" / "README.md", "load-path")
    (home.folder / ".emacs.d" / "init.el").write_text(init, "utf-8")
    return Setup((program, "-nw", str(home.draft)), home, before="", after="\x18\x13\x18\x03")


def vim(folder: Path) -> Setup | None:
    program = shutil.which("vim")
    if program is None:
        return None
    home = Home(folder, "drafts")
    shutil.copytree(EDITORS / "vim", home.folder / ".vim")
    for each in ("ftdetect", "syntax"):
        shutil.copytree(EDITORS / "neovim" / each, home.folder / ".vim" / each)
    settings = (EDITORS / "vim" / "vimrc").read_text("utf-8")
    settings = f"set nocompatible encoding=utf-8\nsilent! packadd! ale\n{settings}"
    (home.folder / ".vimrc").write_text(settings, "utf-8")
    return Setup((program, "-i", "NONE", "-n", str(home.draft)), home)


MAKERS = {"Neovim of the system": old_neovim, "Neovim 0.11": new_neovim, "Emacs": emacs, "Vim": vim}


def typed(setup: Setup, enters: int) -> tuple[str, str]:
    """The file that comes of it, and what the editor showed last."""
    setup.home.draft.write_text("", "utf-8")
    shown = type_into(
        setup.command,
        setup.home.environment,
        setup.home.drafts,
        before=setup.before,
        after=setup.after,
        enters=enters,
        pause=PAUSE,
    )
    return setup.home.draft.read_text("utf-8"), shown


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Future[tuple[str, str]]]:
    """The texts after typing in every editor there is, all at the same time."""
    found = {}
    with ThreadPoolExecutor(2 * len(MAKERS)) as people:
        for name, make in MAKERS.items():
            for enters in (1, 2):
                setup = make(tmp_path_factory.mktemp("home"))
                if setup is not None:
                    found[name, enters] = people.submit(typed, setup, enters)
    return found


@pytest.mark.parametrize("enters", [1, 2], ids=["Enter once", "Enter twice"])
@pytest.mark.parametrize("name", MAKERS)
def test_the_file_is_what_was_meant_letter_for_letter(files, name: str, enters: int):
    if (name, enters) not in files:
        pytest.skip(f"{name} is not installed here")
    file, shown = files[name, enters].result()
    assert file.rstrip("\n") == meant(enters).rstrip("\n"), shown[-1500:]
