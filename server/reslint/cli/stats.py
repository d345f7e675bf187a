"""`reslint stats`: what can be counted in drafts."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .drafts import Drafts
from .options import RuleOptions
from .project import Project

if TYPE_CHECKING:
    from ..reports.measures import Measures
    from .checking import Opened

FORMATS = ("text", "json", "html")
EXAMPLES = """\
examples:
  reslint stats draft.res.md                        words, paragraphs, openers, citations, longest paragraphs
  reslint stats drafts --output-format html > figures.html
"""


@dataclass(frozen=True)
class StatsOptions(RuleOptions):
    """The drafts to count in, and how."""

    paths: Sequence[str] = (".",)
    force: bool = False
    output_format: str = "text"
    color: Colour = "auto"


Options = StatsOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="drafts, or folders to walk (here)")
    parser.add_argument("--force", action="store_true", help="take the texts for resolutions whatever they look like")
    arguments.add_configuration(parser)
    arguments.add_output(parser, FORMATS)


def run(options: StatsOptions) -> int:
    """Count and print; the exit status."""
    from ..reports.statistics import measures_lines

    console = Console(options.color)
    drafts = Drafts(Project(options), console, force=options.force)
    counted = [_measure(path, found) for path, found in drafts.among(options.paths)]
    if options.output_format == "json":
        console.print(json.dumps([each.data() for each in counted], ensure_ascii=False, indent=2))
    elif options.output_format == "html":
        from ..reports.html import measures_page

        console.print(measures_page(counted))
    else:
        console.lines(measures_lines(counted, console.style))
    return drafts.status


def _measure(path: str, found: Opened) -> Measures:
    """The figures of a draft."""
    from ..engine.language.session import first_session
    from ..reports.measures import measure

    draft, checker = found.draft, found.checker
    session = first_session(draft, checker.ruleset.lexicons, checker.settings.session)
    return measure(path, draft, checker.citations, checker.mandates, checker.lexicon("medians"), session)
