"""The long run: `python -m tests.fuzz --minutes 10 [--seed 1] [--target texts] [--keep FOLDER]`.

Every input follows from its seed, so that one number brings a failure back: `--seed N --only`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from .invariants import TARGETS, forget

_MOST_FAILURES = 50


def main() -> int:
    """Run until the time is over; 1 when something was found."""
    arguments = _arguments()
    names = [arguments.target] if arguments.target else list(TARGETS)
    weights = [TARGETS[name][1] for name in names]
    ran: Counter[str] = Counter()
    failures: dict[str, str] = {}
    end = time.monotonic() + arguments.minutes * 60
    seed = arguments.seed
    while time.monotonic() < end and len(failures) < _MOST_FAILURES:
        rng = random.Random(seed)
        name = rng.choices(names, weights)[0]
        try:
            TARGETS[name][0](rng)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            failures.setdefault(f"{name}: {type(error).__name__}: {error}"[:160], f"seed {seed}, {place.name}")
        ran[name] += 1
        seed += 1
        if sum(ran.values()) % 20_000 == 0:
            forget()
        if arguments.only:
            break
    for what, where in failures.items():
        print(f"{what}\n    {where}")
    counts = ", ".join(f"{count:,} {name}" for name, count in sorted(ran.items()))
    print(f"{sum(ran.values()):,} inputs ({counts}), seeds {arguments.seed} to {seed - 1}; {len(failures)} found")
    return 1 if failures else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1, help="where to begin")
    parser.add_argument("--only", action="store_true", help="this one seed")
    parser.add_argument("--target", choices=list(TARGETS))
    return parser.parse_args()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "server"))
    sys.exit(main())
