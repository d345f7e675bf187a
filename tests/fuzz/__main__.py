"""The long run: `python -m tests.fuzz --inputs 1000000 [--jobs 2] [--seed 1] [--found FOLDER]`.

Every input follows from its seed, so that one number brings a failure back (`--seed N --only`), and a run goes on
where another ended (`--seed NEXT`). What fails is made small and written into a folder (`--replay FILE`).
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from collections import Counter
from pathlib import Path

from .kinds import KINDS, make
from .run import Failure, Orders, Pool, Told, read, smallest, tried, written

PROGRESS = 30.0
"""Seconds from one line of progress to the next."""


class Summary:
    """The results of a run so far."""

    def __init__(self, orders: Orders, folder: Path) -> None:
        self.orders = orders
        self.folder = folder
        self.counts: Counter[str] = Counter()
        self.failures: dict[str, Failure] = {}
        self.next = dict.fromkeys(range(orders.jobs), orders.seed)
        self.memory = 0
        self.busy = dict.fromkeys(range(orders.jobs), 0.0)
        self.started = self.shown = time.monotonic()

    def take(self, told: Told) -> None:
        """Take in what a process says; a new failure is printed and written down at once."""
        self.counts.update(told.counts)
        self.next[told.worker] = told.seed
        self.memory = max(self.memory, told.memory)
        self.busy[told.worker] = max(self.busy[told.worker], told.seconds)
        for failure in told.failures:
            if failure.key not in self.failures:
                self.failures[failure.key] = failure
                print(f"seed {failure.seed}, {failure.kind}: {failure.what}\n    {written(failure, self.folder)}")
        if time.monotonic() - self.shown > PROGRESS:
            self.shown = time.monotonic()
            print(self.line(), flush=True)

    def line(self) -> str:
        """How far it is."""
        seconds = max(time.monotonic() - self.started, 0.001)
        total, busy = self.counts.total(), max(sum(self.busy.values()), 0.001)
        return (
            f"{total:,} inputs in {seconds:,.0f} s ({total / seconds:,.0f} a second, {total / busy:,.0f} a second of "
            f"processor time), {len(self.failures)} found, {self.memory} MB at most"
        )

    def print(self) -> None:
        """The end of the report."""
        for kind, count in self.counts.most_common():
            if count:
                print(f"{count:>10,} {kind}")
        print(self.line())
        print(f"seeds from {self.orders.seed} on, to go on: --seed {min(self.next.values())}")


def main() -> int:
    """Run; 1 when something was found."""
    arguments = _arguments()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # for half a character
    if arguments.replay:
        return _again(read(arguments.replay), arguments.found)
    if arguments.only:
        kind, parts = make(arguments.seed, arguments.kind)
        return _again(Failure(arguments.seed, kind, "", "", parts), arguments.found)
    until = time.time() + arguments.minutes * 60 if arguments.minutes else None
    inputs = arguments.inputs if arguments.inputs or until else 1_000_000
    orders = Orders(arguments.seed, inputs, until, arguments.kind, arguments.jobs)
    summary = Summary(orders, arguments.found)
    pool = Pool(orders)
    try:
        for told in pool.told():
            summary.take(told)
    except KeyboardInterrupt:
        print("interrupted")
    finally:
        pool.stop()
    summary.print()
    return 1 if summary.failures else 0


def _again(one: Failure, folder: Path) -> int:
    """Try a single input; 1 when it fails."""
    failure = tried(one.seed, one.kind, one.parts)
    if failure is None:
        print(f"seed {one.seed}, {one.kind}: holds")
        return 0
    failure = smallest(failure)
    print(f"seed {failure.seed}, {failure.kind}: {failure.what}\n{failure.trace}{failure.parts!r}")
    print(written(failure, folder))
    return 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--inputs", type=int, help="how many; a million without --minutes")
    parser.add_argument("--minutes", type=float, help="for how long")
    parser.add_argument("--seed", type=int, default=1, help="where to begin")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many processes; one for each core")
    parser.add_argument("--kind", choices=list(KINDS), default="", help="inputs of this kind only")
    parser.add_argument("--found", type=Path, default=Path("build/fuzz"), help="the folder for what fails")
    parser.add_argument("--only", action="store_true", help="the input of this one seed")
    parser.add_argument("--replay", type=Path, help="an input that was written down")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
