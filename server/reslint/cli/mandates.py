"""`reslint mandates FILE…`: who is asked to do what by when."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..reports.mandates import gathered, mandate_lines, mandate_rows, mandates_csv, mandates_html, mandates_json
from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .drafts import Drafts
from .options import RuleOptions
from .project import Project

if TYPE_CHECKING:
    from ..engine.mandates import MandateWords
    from ..reports.mandates import MandateRow

FORMATS = ("text", "json", "csv", "html")
EXAMPLES = """\
examples:
  reslint mandates draft.res.md                     what each operative paragraph asks, of whom, and by when
  reslint mandates drafts --by addressee            the same of all drafts, gathered by who is asked
  reslint mandates drafts --by session --output-format csv > mandates.csv

A request is a verb that asks, somebody who is asked, and what of them: “Decides that … shall” and a report that is
only mentioned are none.
"""


@dataclass(frozen=True)
class MandatesOptions(RuleOptions):
    """The drafts to read, and how to show what they ask."""

    paths: Sequence[str] = (".",)
    by: str = ""
    force: bool = False
    output_format: str = "text"
    color: Colour = "auto"


Options = MandatesOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="drafts, or folders to walk (here)")
    parser.add_argument(
        "--by", choices=("addressee", "session"), default="", metavar="KEY", help="gather by addressee or by session"
    )
    parser.add_argument("--force", action="store_true", help="take the texts for resolutions whatever they look like")
    arguments.add_configuration(parser)
    arguments.add_output(parser, FORMATS)


def run(options: MandatesOptions) -> int:
    """Read and print; the exit status."""
    console = Console(options.color)
    rows: list[MandateRow] = []
    words: MandateWords | None = None
    drafts = Drafts(Project(options), console, force=options.force)
    for path, found in drafts.among(options.paths):
        asking = found.checker.mandates
        if asking is None:
            console.warn(f"{path}: its rules do not say how it asks")
        else:
            words = asking
            rows += mandate_rows(path, found.draft, asking)
    _print(rows, words, options, console)
    return drafts.status


def _print(rows: Sequence[MandateRow], words: MandateWords | None, options: MandatesOptions, console: Console) -> None:
    groups = gathered(rows, options.by, words.ordinal if words else str)
    if options.output_format == "json":
        console.print(mandates_json(row for _, group in groups for row in group))
    elif options.output_format == "csv":
        console.print(mandates_csv(row for _, group in groups for row in group))
    elif options.output_format == "html":
        console.print(mandates_html(groups))
    else:
        console.lines(mandate_lines(groups, console.style, console.width))
