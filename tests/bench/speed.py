"""How quick reslint is beside others: `python -m tests.bench.speed [--quick] [--base CHECKOUT] [--texts FOLDER]`.

Other linters do their ordinary work on the same files, in turn with reslint, each in a fresh process; the floor is
`python -c "import yaml"`. They are installed into the workshop: from PyPI into a virtual environment, from npm into a
folder. The tables give the processor time of the whole process (medians, with the quartiles), which the other things
that a machine does change least, and its ratio to the floor and to reslint; then growth, several processes, and the
cost of each rule. `--base` puts another checkout beside this one, in the same turns. Targets stand below the figures.
A kilobyte is 1,000 characters. What each device for speed buys tells `devices.py`.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from .material import Folder, Made, joined
from .workshop import PROJECT, RESLINT, Cost, Workshop

PATIENCE = 4
"""A peer that takes so many times as long as reslint is given up; it is never given up before GRACE seconds."""
GRACE = 8.0


class Plan(NamedTuple):
    """How much is measured."""

    rounds: int
    long_rounds: int
    files: int
    peers_on_long: bool
    sizes: tuple[int, ...]
    counts: tuple[int, ...]
    rules: int
    """How many kilobytes the rules are timed on."""


FULL = Plan(15, 3, 400, True, (16, 64, 256, 1000, 3000), (1, 10, 100, 1000), 500)
QUICK = Plan(5, 1, 100, False, (16, 250, 1000, 3000), (1, 10, 100), 150)


class Files(NamedTuple):
    """The paths of the texts that are checked."""

    tiny: str
    draft: str
    many: list[str]
    grown: list[str]


def write(workshop: Workshop, texts: Path | None, plan: Plan) -> Files:
    """Write the texts. Not in the process that measures: the memory of what it starts is never told below its own."""
    source = Folder(texts) if texts else Made()
    several = max(plan.files, *plan.counts)
    draft = workshop.file("draft", source.near(16_000))
    return Files(
        workshop.file("tiny", Made(9).near(100)),
        draft,
        [workshop.file(f"many{n}", text) for n, text in enumerate(islice(source.drafts(), several))],
        [draft, *(workshop.file(f"long{size}", joined(source, size * 1000)) for size in plan.sizes[1:])],
    )


class Bench:
    """The tables of one run."""

    def __init__(self, workshop: Workshop, files: Files, plan: Plan) -> None:
        self.workshop = workshop
        self.plan = plan
        self.tiny, self.draft, self.many, self.grown = files

    def compare(self, title: str, files: list[str], rounds: int, peers: bool = True) -> dict[str, float]:
        """Print a table for one piece of work, and give the medians of the processor times by name."""
        commands = {name: [*words, *files] for name, words in self.workshop.commands().items()}
        if not peers:
            commands = {name: commands[name] for name in ("floor", "reslint", "again", "base") if name in commands}
        costs, limit = self.measured(commands, rounds)
        known = {name: statistics.median(cost.processor for cost in found) for name, found in costs.items() if found}
        kilobytes = sum(map(length, files)) / 1000
        print(f"\n{title} ({kilobytes:,.1f} KB)")
        print(f"{'':20}{'ms':>9}  {'quartiles':>15}{'clock ms':>10}{'MB':>6}{'× floor':>9}{'× reslint':>11}")
        for name, found in costs.items():
            if found:
                print(row(name, found, known), flush=True)
            else:
                print(f"{name:20}given up after {limit:.0f} s, reslint taking {costs['reslint'][0].clock:.1f} s")
                known[name] = limit
        return known

    def measured(self, commands: dict[str, list[str]], rounds: int) -> tuple[dict[str, list[Cost]], float]:
        """The cost of each command, in turns, and after how many seconds a peer was given up: its list is empty."""
        self.must(commands["reslint"])  # the cache is written, the files are read
        costs = {name: [self.must(commands[name])] for name in ("floor", "reslint")}
        limit = max(GRACE, PATIENCE * costs["reslint"][0].clock)
        for name, command in commands.items():
            if name not in costs:
                first = self.workshop.run(command, limit)
                costs[name] = [] if first is None else [first]
        for _ in range(rounds - 1):
            for name, found in costs.items():
                # What takes long is not taken again: its figure is far from any that matters.
                if found and (name == "reslint" or found[0].clock < max(GRACE, 2.5 * costs["reslint"][0].clock)):
                    found.append(self.workshop.run(commands[name], limit * 2) or found[0])
        return costs, limit

    def must(self, command: list[str]) -> Cost:
        """The cost of a command that has as much time as it needs."""
        cost = self.workshop.run(command)
        if cost is None:
            raise SystemExit(f"{' '.join(command[:6])} … did not end")
        return cost

    def middle(self, files: list[str], rounds: int) -> Cost:
        """The cost of reslint on one processor: the middle one of some runs after the first."""
        command = [*self.workshop.commands()["reslint"], *files]
        self.must(command)
        costs = sorted(self.must(command) for _ in range(rounds))
        return costs[len(costs) // 2]

    def growth(self) -> None:
        """How the cost grows with one text and with many."""
        rounds = self.plan.long_rounds
        longest = self.grow("one text", [(length(file), [file]) for file in self.grown], rounds)
        self.grow("drafts", [(sum(map(length, self.many[:n])), self.many[:n]) for n in self.plan.counts], rounds)
        verdict("3 MB under 2 s of processor", longest.processor, 2.0, "s")
        verdict("memory at 3 MB under 120 MB", longest.memory, 120, "MB")

    def grow(self, title: str, works: list[tuple[int, list[str]]], rounds: int) -> Cost:
        """A table of growing works, smallest first; gives the cost of the last."""
        empty = self.middle([self.tiny], 5)
        print(f"\nGrowth, {title}\n{'files':>8}{'KB':>9}{'ms':>9}{'ms/KB':>9}{'ms/KB more':>12}{'MB':>6}")
        before, slopes = (length(self.tiny), empty), []
        cost = empty
        for size, files in works:
            cost = self.middle(files, max(rounds, 5 if size < 100_000 else 1))
            each = (cost.processor - empty.processor) * 1e6 / size
            slopes.append((cost.processor - before[1].processor) * 1e6 / max(1, size - before[0]))
            before = (size, cost)
            print(
                f"{len(files):8}{size / 1000:9,.0f}{cost.processor * 1e3:9.0f}{each:9.2f}{slopes[-1]:12.2f}"
                f"{cost.memory:6.0f}",
                flush=True,
            )
        print("ms/KB: without the start; ms/KB more: for what a row has more than the row above")
        verdict("the last step costs at most 1.10 × the step before it", slopes[-1] / slopes[-2], 1.10, "×")
        return cost

    def jobs(self) -> None:
        """The gain of two processes, by the clock: the least of some runs, because what else runs only adds to it."""
        files = self.many[: self.plan.files]
        commands = {count: [*RESLINT, "--jobs", str(count), *files] for count in (1, 2)}
        costs: dict[int, list[Cost]] = {count: [] for count in commands}
        for _ in range(self.plan.long_rounds + 2):
            for count, command in commands.items():
                costs[count].append(self.must(command))
        print(f"\nSeveral processes, {len(files)} files")
        print(f"{'--jobs':>8}{'clock ms':>10}{'processor ms':>14}{'MB of one':>11}")
        clock = {count: min(cost.clock for cost in found) for count, found in costs.items()}
        for count, found in costs.items():
            used = statistics.median(cost.processor for cost in found)
            print(f"{count:8}{clock[count] * 1e3:10.0f}{used * 1e3:14.0f}{max(cost.memory for cost in found):11.0f}")
        print(f"The machine has {os.cpu_count()} processors; {told_load()}; the gain wants a second one that is idle.")
        verdict("two processes gain at least 1.8 ×", clock[1] / clock[2], 1.8, "×", least=True)

    def by_rule(self) -> None:
        """The dearest rules."""
        sys.path.insert(0, str(PROJECT / "server"))
        from reslint.draft import parse
        from reslint.engine import RunSettings, lint, load
        from reslint.text import Text

        ruleset = load(["un"])
        text = joined(Made(5), self.plan.rules * 1000)
        draft = parse(Text(text), ruleset.vocabulary)
        lint(draft, ruleset, RunSettings(select=("style/repeated-word",)))
        costs = []
        for rule in ruleset.rules:
            started = time.process_time()
            lint(draft, ruleset, RunSettings(select=(rule.name,)))
            costs.append((time.process_time() - started, rule.name))
        base = statistics.quantiles([cost for cost, _ in costs], n=20)[0]
        print(f"\nCost by rule, ms for {self.plan.rules} KB, each run once, words folded before (the twelve dearest)")
        for cost, name in sorted(costs, reverse=True)[:12]:
            print(f"{(cost - base) * 1e3:8.1f}  {name}")
        print(f"{sum(cost - base for cost, _ in costs) * 1e3:8.1f}  all {len(costs)} rules")


def length(file: str) -> int:
    """How many characters a file has."""
    return len(Path(file).read_text(encoding="utf-8"))


def row(name: str, found: list[Cost], known: dict[str, float]) -> str:
    """A line of a table of comparison."""
    times = sorted(cost.processor for cost in found)
    low, high = times[len(times) // 4], times[3 * len(times) // 4]
    clock = statistics.median(cost.clock for cost in found)
    memory = max(cost.memory for cost in found)
    return (
        f"{name:20}{known[name] * 1e3:9.0f}  {f'{low * 1e3:.0f}–{high * 1e3:.0f}':>15}{clock * 1e3:10.0f}{memory:6.0f}"
        f"{known[name] / known['floor']:9.2f}{known[name] / known['reslint']:11.2f}"
    )


def verdict(what: str, figure: float, target: float, unit: str, *, least: bool = False) -> None:
    """Whether a target was met; it is the most that the figure may be, or the least."""
    met = figure >= target if least else figure <= target
    print(f"  target: {what}: {figure:.2f} {unit}, {'met' if met else 'MISSED'}", flush=True)


def told_load() -> str:
    """How busy the machine was in the last minute."""
    return f"its load was {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "its load is not known"


def ratio(known: dict[str, float], what: str, peer: str, target: float) -> None:
    """The verdict on reslint beside the floor or a peer."""
    if peer in known:
        verdict(f"{what} at most {target:g} × {peer}", known["reslint"] / known[peer], target, "×")
    else:
        missing = "no --base was given" if peer == "base" else f"{peer} is not installed"
        print(f"  target: {what} at most {target:g} × {peer}: not measured, {missing}")


def measure(bench: Bench) -> None:
    """All tables, one after the other."""
    plan = bench.plan
    known = bench.compare("A tiny file", [bench.tiny], plan.rounds)
    ratio(known, "tiny file", "floor", 2)
    ratio(known, "tiny file", "base", 1.1)
    known = bench.compare("A draft", [bench.draft], plan.rounds)
    ratio(known, "the draft", "floor", 2.4)
    ratio(known, "the draft", "base", 1.1)
    ratio(known, "the draft", "proselint", 1)
    files = bench.many[: plan.files]
    known = bench.compare(f"{len(files)} files", files, plan.long_rounds)
    for peer, target in (("proselint", 0.5), ("markdownlint-cli2", 0.25), ("base", 1.1)):
        ratio(known, f"{len(files)} files", peer, target)
    bench.compare("One long text", bench.grown[-1:], plan.long_rounds, peers=plan.peers_on_long)
    bench.growth()
    bench.jobs()
    bench.by_rule()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument("--texts", type=Path, help="a folder of drafts (.md) instead of made ones")
    parser.add_argument("--base", type=Path, help="another checkout of reslint to compare with")
    parser.add_argument("--workshop", type=Path, default=Path(tempfile.gettempdir()) / "reslint-bench")
    parser.add_argument("--quick", action="store_true", help="few rounds, 100 files, no peers on the long text")
    arguments = parser.parse_args()
    workshop = Workshop(arguments.workshop, arguments.base)
    workshop.install()
    began = time.perf_counter()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors; {told_load()}")
    print(", ".join(f"{name} {version}" for name, version in workshop.versions().items()))
    plan = QUICK if arguments.quick else FULL
    with ProcessPoolExecutor(1, get_context("spawn")) as writer:
        files = writer.submit(write, workshop, arguments.texts, plan).result()
    measure(Bench(workshop, files, plan))
    print(f"\n{(time.perf_counter() - began) / 60:.1f} minutes; {told_load()}")


if __name__ == "__main__":
    main()
