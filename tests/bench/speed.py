"""How quick reslint is beside others: `python tests/bench/speed.py [--texts FOLDER] [--workshop FOLDER] [--quick]`.

Other linters do their ordinary work on the same files, in turn with reslint, each in a fresh process; the floor is
`python -c "import yaml"`. They are installed into the workshop: from PyPI into a virtual environment, from npm into a
folder. The table gives the processor time of the whole process (medians, with the quartiles), which the other things
that a machine does change least, and its ratio to reslint and to the floor; then growth, memory and cost by rule.
The texts are made from the drafts of the tests, or from those of another folder, so that no paragraph comes twice.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[2]
PYPI = ("proselint", "codespell", "yamllint")
NPM = ("markdownlint-cli2", "textlint", "textlint-rule-no-todo", "write-good", "alex")
LIMIT = 60.0
"""Seconds after which a peer is given up."""


class Cost(NamedTuple):
    """What a process took: seconds of processor and of the clock, megabytes at the most; None when given up."""

    processor: float
    clock: float
    memory: float


class Bench:
    """Commands and texts."""

    def __init__(self, workshop: Path, drafts: Path) -> None:
        self.workshop = workshop
        self.drafts = [path.read_text(encoding="utf-8") for path in sorted(drafts.rglob("*.md"))]
        self.environment = {
            **os.environ,
            "RESLINT_CACHE_DIR": str(workshop / "cache"),
            "PYTHONPATH": str(PROJECT / "server"),
            "PYTHONPYCACHEPREFIX": str(workshop / "compiled"),
        }
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def commands(self) -> dict[str, list[str]]:
        """The linters that are there, by name; files are put after them."""
        python, tools = self.workshop / "venv" / "bin", self.workshop / "node_modules" / ".bin"
        found = {"reslint": [sys.executable, "-m", "reslint", "check", "--quiet"]}
        for name in ("proselint", "codespell", "yamllint"):
            if (python / name).exists():
                found[name] = [str(python / name), *(["check"] if name == "proselint" else [])]
        options = {"textlint": ["--rule", "no-todo"], "markdownlint-cli2": [], "write-good": [], "alex": ["--quiet"]}
        for name, words in options.items():
            if (tools / name).exists():
                found[name] = [str(tools / name), *words]
        return found

    def install(self) -> None:
        """Fetch the peers, where they are not there yet."""
        python = self.workshop / "venv" / "bin" / "python"
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", self.workshop / "venv"], check=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", *PYPI], check=False)
        if shutil.which("npm") and not (self.workshop / "node_modules").is_dir():
            fetch = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(self.workshop), *NPM]
            subprocess.run(fetch, check=False)

    def text(self, size: int, seed: int = 1) -> str:
        """A text of about that many characters: draft after draft, in which no paragraph comes twice."""
        rng = random.Random(seed)
        pieces: list[str] = []
        length = 0
        while length < size:
            for paragraph in rng.choice(self.drafts).strip().split("\n\n"):
                ends = paragraph[-1:] in (",", ";", ".") and len(paragraph) > 40
                words = f"{paragraph[:-1]} of file {rng.randrange(10**6)}{paragraph[-1]}" if ends else paragraph
                if length and length + len(words) > size:
                    return "\n\n".join(pieces) + "\n"
                pieces.append(words)
                length += len(words) + 2
        return "\n\n".join(pieces) + "\n"

    def file(self, name: str, size: int, seed: int = 1) -> str:
        """A file with such a text."""
        path = self.workshop / "texts" / f"{name}.res.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text(size, seed), encoding="utf-8")
        return str(path)

    def run(self, command: Sequence[str]) -> Cost | None:
        """What a command costs; None when it takes too long or cannot do its work."""
        started = time.perf_counter()
        own = "-c" in command or "reslint" in command
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment if own else {**os.environ, "NO_COLOR": "1"},
            cwd=self.workshop,
        )
        while True:
            done, status, used = os.wait4(process.pid, os.WNOHANG)
            clock = time.perf_counter() - started
            if done:
                process.returncode = os.waitstatus_to_exitcode(status)
                return Cost(used.ru_utime + used.ru_stime, clock, used.ru_maxrss / 1024)
            if clock > LIMIT:
                process.kill()
                process.wait()
                return None
            time.sleep(0.0005 if clock < 1 else 0.01)


def compare(bench: Bench, title: str, files: list[str], rounds: int) -> None:
    """A table for one piece of work."""
    commands = {"floor": [sys.executable, "-c", "import yaml"]}
    commands |= {name: [*words, *files] for name, words in bench.commands().items()}
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    dropped: set[str] = set()
    bench.run(commands["reslint"])
    for name in commands:
        # Once for nothing, so that what a tool keeps is kept; slow ones are not run again.
        first = bench.run(commands[name])
        if first is None:
            dropped.add(name)
        elif first.clock > LIMIT / 6:
            costs[name].append(first)
    for _ in range(rounds):
        for name, command in commands.items():
            if name not in dropped and not (costs[name] and costs[name][0].clock > LIMIT / 6):
                cost = bench.run(command)
                if cost is not None:
                    costs[name].append(cost)
    known = {name: statistics.median(cost.processor for cost in found) for name, found in costs.items() if found}
    own, floor = known.get("reslint", float("nan")), known["floor"]
    print(f"\n{title}\n{'':20}{'ms':>9}  {'quartiles':>15}{'clock ms':>10}{'MB':>6}{'× floor':>9}{'× reslint':>11}")
    for name, found in costs.items():
        if not found:
            print(f"{name:20}{'more than':>9} {LIMIT:.0f} s")
            continue
        times = sorted(cost.processor for cost in found)
        low, middle, high = times[len(times) // 4], statistics.median(times), times[3 * len(times) // 4]
        spread = f"{low * 1e3:.0f}–{high * 1e3:.0f}"
        clock = statistics.median(cost.clock for cost in found)
        memory = max(cost.memory for cost in found)
        print(
            f"{name:20}{middle * 1e3:9.0f}  {spread:>15}{clock * 1e3:10.0f}{memory:6.0f}"
            f"{middle / floor:9.2f}{middle / own:11.2f}"
        )


def growth(bench: Bench, rounds: int) -> None:
    """How the cost grows with one text and with many."""
    check = bench.commands()["reslint"]

    def took(files: list[str]) -> Cost:
        bench.run([*check, *files])
        costs = [cost for cost in (bench.run([*check, *files]) for _ in range(rounds)) if cost is not None]
        return sorted(costs)[len(costs) // 2]

    empty = took([bench.file("empty", 200)])
    for title, works in (
        ("one text", [(size, [bench.file(f"g{size}", size * 1000)]) for size in (16, 64, 256, 1000, 3000)]),
        (
            "texts of 8 KB",
            [(8 * n, [bench.file(f"f{i}", 8000, i) for i in range(n)]) for n in (1, 10, 100, 1000)],
        ),
    ):
        print(f"\nGrowth, {title}\n{'KB':>8}{'ms':>9}{'ms/KB without start':>22}{'MB':>6}")
        for size, files in works:
            cost = took(files)
            print(
                f"{size:8}{cost.processor * 1e3:9.0f}"
                f"{(cost.processor - empty.processor) * 1e3 / size:22.3f}{cost.memory:6.0f}"
            )


def by_rule(bench: Bench) -> None:
    """The dearest rules on 500 KB."""
    sys.path.insert(0, str(PROJECT / "server"))
    from reslint.draft import parse
    from reslint.engine import RunSettings, lint, load
    from reslint.text import Text

    ruleset = load(["un"])
    draft = parse(Text(bench.text(500_000)), ruleset.vocabulary)
    lint(draft, ruleset, RunSettings(select=("style/repeated-word",)))
    costs = []
    for rule in ruleset.rules:
        started = time.process_time()
        lint(draft, ruleset, RunSettings(select=(rule.name,)))
        costs.append((time.process_time() - started, rule.name))
    base = statistics.quantiles([cost for cost, _ in costs], n=20)[0]
    print("\nCost by rule, ms for 500 KB, words folded before (the twelve dearest)")
    for cost, name in sorted(costs, reverse=True)[:12]:
        print(f"{(cost - base) * 1e3:8.1f}  {name}")
    print(f"{sum(cost - base for cost, _ in costs) * 1e3:8.1f}  all {len(costs)} rules")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    drafts = PROJECT / "tests" / "drafts" / "ok"
    parser.add_argument("--texts", type=Path, default=drafts, help="a folder of drafts (.md)")
    parser.add_argument("--workshop", type=Path, default=Path(tempfile.gettempdir()) / "reslint-bench")
    parser.add_argument("--quick", action="store_true", help="few rounds")
    arguments = parser.parse_args()
    arguments.workshop.mkdir(parents=True, exist_ok=True)
    bench = Bench(arguments.workshop.resolve(), arguments.texts)
    bench.install()
    rounds = 7 if arguments.quick else 15
    compare(bench, "A tiny file", [bench.file("tiny", 200)], rounds)
    compare(bench, "A draft of 16 KB", [bench.file("draft", 16_000)], rounds)
    many = [bench.file(f"many{number}", 8_000, number) for number in range(400)]
    compare(bench, "400 files of 8 KB", many, 1 if arguments.quick else 3)
    compare(bench, "One text of 3 MB", [bench.file("long", 3_000_000)], 1 if arguments.quick else 3)
    growth(bench, 1 if arguments.quick else 3)
    by_rule(bench)


if __name__ == "__main__":
    main()
