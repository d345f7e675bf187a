"""`reslint stats`: what can be counted in drafts."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..formats import CannotRead
from ..text.record import dataclass
from . import arguments
from .checking import opened
from .console import Colour, Console
from .files import candidates, shown_path, unreadable
from .options import RuleOptions
from .project import Project
from .usage import FAILED, OK

if TYPE_CHECKING:
    from ..engine.data.finding import Problem
    from ..reports.measures import Measures
    from .files import Candidate

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
    project = Project(options)
    status = OK
    counted: list[Measures] = []
    unread: list[Problem] = []
    for candidate in candidates(options.paths, project.configuration, unread.append):
        try:
            measures = _measure(candidate, project, force=options.force)
        except (OSError, CannotRead) as error:
            console.complain(unreadable(candidate.path, error))
            status = FAILED
            continue
        if measures is not None:
            counted.append(measures)
        elif candidate.named:
            console.say(f"{shown_path(candidate.path)} is not a resolution; --force reads it as one")
    for problem in (*unread, *project.problems):
        console.complain(problem)
        status = FAILED
    if options.output_format == "json":
        console.print(json.dumps([each.data() for each in counted], ensure_ascii=False, indent=2))
    elif options.output_format == "html":
        from ..reports.html import measures_page

        console.print(measures_page(counted))
    else:
        console.lines(measures_lines(counted, console.style))
    return status


def _measure(candidate: Candidate, project: Project, *, force: bool) -> Measures | None:
    """The figures of a draft; None where it is not a resolution. Raises OSError and CannotRead."""
    from ..engine.run.session import session_of
    from ..reports.measures import measure

    found = opened(project, candidate.path, force=force, ordinary=False)
    path = shown_path(candidate.path)
    draft, checker = found.draft, found.checker
    if not draft.is_resolution:
        return None
    told = checker.settings.session
    session = session_of(draft, checker.ruleset, next(iter(draft.organs), ""), told)
    return measure(path, draft, checker.citations, checker.mandates, checker.lexicon("medians"), session)
