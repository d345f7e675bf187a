"""The gain by each device for speed: `python -m tests.bench.devices [--rounds N] [--workshop FOLDER]`.

A check is run with all devices, and with each of them switched off, in turns, every time in a fresh process. The table
gives the processor time of the whole process (the least of the rounds, to which other work on the machine adds least)
as a multiple of that with all. A device that buys nothing is to go.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import islice
from pathlib import Path

from .material import Made
from .workshop import RESLINT, Workshop

_FROM = "from reslint."
DEVICES = {
    "all": "",
    "one file of modules (start)": "sys.meta_path.pop(0)",
    "records (text/record)": """
import dataclasses, types, typing
other = types.ModuleType("reslint.text.record")
other.dataclass, other.field, other.replace = dataclasses.dataclass, dataclasses.field, dataclasses.replace
other.fields, other.NamedTuple = dataclasses.fields, typing.NamedTuple
sys.modules["reslint.text.record"] = other
""",
    "code of patterns (cache)": f"{_FROM}text import regex; regex.learn = lambda codes: None",
    "packing (data/parcel)": f"""
{_FROM}engine.packs import loader
unpack = loader.unpacked_payload
def unpacked(kept):
    payload = unpack(kept)
    for mapping in (payload["lexicons"], payload["phrases"], *(entry["data"] for entry in payload["rules"])):
        dict(mapping)
    return payload
loader.unpacked_payload = unpacked
""",
    "needs of steps (search/need)": f"""
{_FROM}engine.packs.rule import Rule
Rule.called_for = lambda self, meets, has: iter(self.steps)
""",
    "keywords (search/batch)": f"""
{_FROM}engine.search.batch import Batch, Clues
given = Batch.with_clues
Batch.with_clues = lambda self, clues, kinds=None: given(self, Clues(), kinds)
""",
    "landmarks (patterns/literals)": f"""
{_FROM}engine.patterns.compiled import LazyPattern
LazyPattern.glance = property(lambda self: self.regex.search)
""",
    "index (search/lookup)": f"{_FROM}engine.search import lookup; lookup.SHORT = sys.maxsize",
    "reading ahead (cli/worker)": f"{_FROM}cli import worker; worker.MOST_AHEAD = 1",
    "seldom garbage (cli/main)": "import gc; gc.set_threshold = lambda *numbers: None",
}
"""The switch that turns a device off, by its name."""
_START = """
import sys
from reslint.start import Bundle
bundle = Bundle("check")
sys.meta_path.insert(0, bundle)
{off}
from reslint.cli import run_and_leave
run_and_leave({keep})
"""


def command(name: str) -> list[str]:
    """The command line that checks without a device; what it imports otherwise is not kept for the others."""
    keep = "bundle.keep" if name == "all" else ""
    return [sys.executable, "-c", _START.format(off=DEVICES[name], keep=keep), *RESLINT[3:], "--jobs", "1"]


def measure(workshop: Workshop, works: dict[str, list[str]], rounds: int) -> None:
    """Print the table."""
    print(f"{'without':32}" + "".join(f"{title:>12}" for title in works))
    least: dict[tuple[str, str], float] = {}
    for title, files in works.items():
        for turn in range(rounds + 1):
            for name in DEVICES:
                cost = workshop.run([*command(name), *files])
                if cost is None:
                    raise SystemExit(f"{name}: did not end")
                if turn:  # in the first, caches are written
                    least[name, title] = min(cost.processor, least.get((name, title), cost.processor))
    for name in DEVICES:
        shown = [least[name, title] / least["all", title] for title in works]
        print(f"{name:32}" + "".join(f"{ratio:11.2f} ×" for ratio in shown))
    print(f"{'all, ms':32}" + "".join(f"{least['all', title] * 1e3:12.0f}" for title in works))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--workshop", type=Path, default=Path(tempfile.gettempdir()) / "reslint-bench")
    arguments = parser.parse_args()
    workshop = Workshop(arguments.workshop)
    source = Made()
    works = {
        "tiny": [workshop.file("tiny", Made(9).near(100))],
        "16 KB": [workshop.file("draft", source.near(16_000))],
        "20 drafts": [workshop.file(f"many{n}", text) for n, text in enumerate(islice(source.drafts(), 20))],
    }
    measure(workshop, works, arguments.rounds)


if __name__ == "__main__":
    main()
