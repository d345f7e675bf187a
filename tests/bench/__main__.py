"""All figures in one table: `python -m tests.bench [--against CHECKOUT] [--quick] [--only files|server]`.

Processor time in medians, this build, the other one (`--against`, a checkout or its folder `server`) and other programs
in turns, so that what else the machine does falls on all of them. A text is always a new one: what earlier runs found
in it is thrown away. Other programs are those that are installed, or are installed by name into the workshop; what
could not be had is said in its row. No browser is driven here: the rows of the page say so.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .file_rows import FileRows
from .table import Row, lines
from .typing_rows import first_answers, keystrokes
from .workshop import PROJECT, Workshop


def server_rows(workshop: Workshop, quick: bool) -> Iterator[Row]:
    """The rows about the language server."""
    commands = {"this": workshop.build(PROJECT, "cache-server")}
    if workshop.base:
        commands["other"] = workshop.build(workshop.base, "cache-server-base")
    yield from first_answers(commands, 3 if quick else 9)
    yield from keystrokes(commands, 16, 20 if quick else 100, None)
    yield from keystrokes(commands, 300, 10 if quick else 60, 0.5)


def page_rows() -> Iterator[Row]:
    """The rows that only a browser could measure."""
    for when in ("for the first time", "again"):
        for until in ("ready", "first findings"):
            what = f"the page opened {when}, to {until}"
            yield Row(what, "s", None, target=0.5, of_other=True, why="no browser is driven here")


def main() -> int:
    """Measure and print; 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").split(":")[0])
    parser.add_argument("--against", type=Path, help="another checkout of reslint, or its folder “server”")
    parser.add_argument("--workshop", type=Path, default=Path(tempfile.gettempdir()) / "reslint-bench")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, 100 files")
    parser.add_argument("--only", choices=("files", "server"), help="these rows only")
    arguments = parser.parse_args()
    other = arguments.against
    if other and not (other / "reslint").is_dir() and not (other / "server" / "reslint").is_dir():
        parser.error(f"{other}: neither a checkout of reslint nor its folder “server”")
    workshop = Workshop(arguments.workshop, other.parent if other and (other / "reslint").is_dir() else other)
    workshop.install()
    began = time.perf_counter()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors; load {os.getloadavg()[0]:.1f}")
    print(", ".join(f"{name} {version}" for name, version in workshop.versions().items()))
    quick = arguments.quick
    sections: dict[str, Callable[[], Iterator[Row]]] = {
        "files": lambda: FileRows(workshop, 5 if quick else 11, 100 if quick else 400).rows(),
        "server": lambda: server_rows(workshop, quick),
        "page": page_rows,
    }
    rows: list[Row] = []
    for name, section in sections.items():
        for row in section() if arguments.only in (None, name) else ():
            rows.append(row)
            print(f"… {row.what}", file=sys.stderr, flush=True)
    print(*lines(rows), sep="\n")
    print(f"{(time.perf_counter() - began) / 60:.1f} minutes; load {os.getloadavg()[0]:.1f}")
    return 1 if any(row.verdict == "MISSED" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
