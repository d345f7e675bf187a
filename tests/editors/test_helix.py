"""A draft in a real Helix that is set up as the README says; its screen is read through tmux."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import DRAFT, EDITORS, LONGEST, Home, needs

PATIENCE = 10


class Screen:
    """A terminal in which Helix runs."""

    def __init__(self, tmux: str, hx: str, home: Home) -> None:
        self._home = home
        self._tmux = (tmux, "-S", str(home.folder / "tmux"))
        self._run("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "24", hx, str(home.draft))

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            [*self._tmux, *words],
            env=self._home.environment,
            cwd=self._home.drafts,
            capture_output=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def keys(self, *keys: str) -> None:
        """Type keys, named as tmux names them."""
        self._run("send-keys", *keys)

    def text(self, words: str) -> None:
        """Type words."""
        self._run("send-keys", "-l", words)

    def shows(self, words: str) -> str:
        """The screen as soon as it shows some words."""
        return self._until(lambda: self._run("capture-pane", "-p"), words)

    def saved(self, words: str) -> str:
        """The draft as soon as its file has some words."""
        self.shows(words)
        self.keys("Escape")
        self.shows("NOR")  # else the terminal takes the two keys for one
        self.text(":w")
        self.keys("Enter")
        return self._until(self._file, words)

    def _file(self) -> str:
        try:
            return self._home.draft.read_text("utf-8")
        except FileNotFoundError:  # Helix moves the old file away while it writes the new one
            return ""

    def _until(self, look: Callable[[], str], words: str) -> str:
        end = time.monotonic() + PATIENCE
        while words not in (seen := look()):
            assert time.monotonic() < end, f"no “{words}” in:\n{seen}\n{self._run('capture-pane', '-p')}"
            time.sleep(0.05)
        return seen

    def close(self) -> None:
        """End Helix and the terminal."""
        self._run("kill-server")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    hx = needs("hx", "hx, from Debian 13 on")
    tmux = needs("tmux", "tmux")
    home = Home(tmp_path / "home")
    folder = home.config / "helix"
    folder.mkdir(parents=True)
    shutil.copy(EDITORS / "helix" / "languages.toml", folder)
    shutil.copytree(EDITORS / "helix" / "runtime", folder / "runtime")
    told = home.run(hx, "--health", "resolution")
    assert re.search(r"reslint: \S*/bin/reslint", told.replace("\x1b[32m", "").replace("\x1b[0m", "")), told
    screen = Screen(tmux, hx, home)
    yield screen
    screen.close()


def test_findings_are_shown_mended_one_by_one_and_all_together(screen: Screen):
    screen.shows("● 2")
    screen.text("/the the")
    screen.keys("Enter")
    screen.shows("“the the” stands here twice.")
    screen.text(" a")
    screen.shows("Leave out one")
    screen.keys("Enter")
    assert screen.saved("café of the keepers") == DRAFT.replace("the the", "the")
    screen.text("7G/and and")
    screen.keys("Enter")
    screen.text(" a")
    screen.shows("Fix everything")
    screen.keys("Up", "Enter")
    assert "light and keep them" in screen.saved("light and keep")


def test_an_opener_and_a_treaty_with_its_footnote_are_completed(screen: Screen):
    screen.shows("● 2")
    screen.text("7Gxd")
    screen.text("i2. Encou")
    screen.shows("2. Encou")
    screen.keys("C-x")
    screen.shows("Encourages once again")
    screen.keys("C-n", "Enter")
    screen.saved("2. *Encourages*")
    screen.text("3Gxc")
    screen.text("*Recalling* the 😀 and the Convention on the Rights of the Ch")
    screen.shows("of the Ch")
    screen.keys("C-x")
    screen.shows("Rights of the Child")
    screen.keys("C-n", "Enter")
    text = screen.saved("Child[^1]")
    assert "*Recalling* the 😀 and the Convention on the Rights of the Child[^1]" in text
    assert "[^1]: United Nations, *Treaty Series*, vol. 1577, No. 27531." in text
