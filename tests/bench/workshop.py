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
PYPI = {"proselint": ["check"], "codespell": [], "yamllint": []}
NPM = {"markdownlint-cli2": [], "textlint": ["--rule", "no-todo"], "write-good": [], "alex": ["--quiet"]}
BESIDES = ["textlint-rule-no-todo"]
"""textlint does nothing without a rule."""
RESLINT = [sys.executable, "-m", "reslint", "check", "--quiet"]
FLOOR = [sys.executable, "-c", "import yaml"]
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
        for name in PYPI:
            if not (self.folder / "venv" / "bin" / name).exists():
                _fetch(name, [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name])
        missing = [name for name in [*NPM, *BESIDES] if not (self.folder / "node_modules" / name).is_dir()]
        if missing and not shutil.which("npm"):
            print(f"npm is not installed; left out: {', '.join(missing)}")
        elif missing:
            command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(self.folder)]
            _fetch(", ".join(missing), [*command, *NPM, *BESIDES])

    def commands(self) -> dict[str, list[str]]:
        """The floor, reslint, and the peers that are there, by name; files are put after them.

        “again” is reslint for drafts that have not changed since its last run.
        """
        python, node = self.folder / "venv" / "bin", self.folder / "node_modules" / ".bin"
        # One process each: the peers use no other, and what --jobs gains has a table of its own.
        found = {"floor": FLOOR, "reslint": [*RESLINT, "--jobs", "1"]}
        earlier = {"again": (PROJECT, "cache-again"), **({"base": (self.base, "cache-base")} if self.base else {})}
        for name, (checkout, cache) in earlier.items():
            places = [str(checkout / "server"), str(self.folder / cache)]
            found[name] = [sys.executable, "-c", _EARLIER, *places, *RESLINT[3:], "--jobs", "1"]
        for tools, peers in ((python, PYPI), (node, NPM)):
            found |= {name: [str(tools / name), *words] for name, words in peers.items() if (tools / name).exists()}
        return found

    def versions(self) -> dict[str, str]:
        """The versions of the peers."""
        listed = [str(self.folder / "venv" / "bin" / "python"), "-m", "pip", "list", "--format", "json"]
        told = subprocess.run(listed, capture_output=True, text=True, check=False).stdout
        found = {each["name"]: each["version"] for each in json.loads(told or "[]") if each["name"] in PYPI}
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
        for kept in self.folder.glob("cache/outcomes-*"):
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
