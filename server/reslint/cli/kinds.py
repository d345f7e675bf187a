"""`reslint kinds`: the kinds of check that a rule may use, with their options."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from ..engine.checks import KINDS
from ..engine.data.schema import did_you_mean
from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .usage import OK, UsageError

FORMATS = ("text", "json")
EXAMPLES = """\
examples:
  reslint kinds              every kind of check
  reslint kinds pattern      its options, what its messages may say, and an example
"""


@dataclass(frozen=True)
class KindsOptions:
    """The kinds to describe (none for a list of all), and how."""

    names: Sequence[str] = ()
    output_format: str = "text"
    color: Colour = "auto"


Options = KindsOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("names", nargs="*", metavar="KIND", help="kinds to describe; all are listed when left out")
    arguments.add_output(parser, FORMATS)


def run(options: KindsOptions) -> int:
    """Print the list, or a page for each kind; the exit status."""
    from ..engine import load
    from ..engine.packs.folders import shipped_names
    from ..engine.packs.loader import DEFAULT_PACKS
    from ..reports.kinds import KindPage, Loaded, kind_lines, kinds_lines
    from ..reports.text import Layout

    for name in options.names:
        if name not in KINDS:
            hint = did_you_mean(name, list(KINDS)) or "; reslint kinds lists them"
            raise UsageError(f"there is no kind of check “{name}”{hint}")
    console = Console(options.color)
    as_data = options.output_format == "json"
    if not options.names and not as_data:
        console.lines(kinds_lines(console.style))
        return OK
    names = shipped_names()
    # Most kinds are used by the packs that others extend, and those take the least time to read.
    packs = [*DEFAULT_PACKS, *(each for each in names if each not in DEFAULT_PACKS)]
    loaded = Loaded(packs, lambda pack: load([pack]).rules)
    pages = [KindPage(name, loaded) for name in options.names or KINDS]
    if as_data:
        console.print(json.dumps([page.data() for page in pages], ensure_ascii=False, indent=2))
        return OK
    layout = Layout(console.style, console.width)
    for at, page in enumerate(pages):
        console.lines(["", *kind_lines(page, layout)] if at else kind_lines(page, layout))
    return OK
