"""`reslint stats`: what can be counted in drafts."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from ..engine.data.suffixes import is_draft_by_name
from ..formats import CannotRead
from . import options
from .console import Console
from .files import candidates, open_draft, shown_path, unreadable
from .session import Session
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


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="drafts, or folders to walk (here)")
    parser.add_argument("--force", action="store_true", help="take the texts for resolutions whatever they look like")
    options.add_configuration(parser)
    options.add_output(parser, FORMATS)


def run(arguments: argparse.Namespace) -> int:
    """Count and print; the exit status."""
    from ..reports.statistics import measures_lines

    console = Console(arguments.color)
    session = Session.from_arguments(arguments)
    status = OK
    counted: list[Measures] = []
    unread: list[Problem] = []
    for candidate in candidates(arguments.paths, session.configuration, unread.append):
        try:
            measures = _measure(candidate, session, force=arguments.force)
        except (OSError, CannotRead) as error:
            console.complain(unreadable(candidate.path, error))
            status = FAILED
            continue
        if measures is not None:
            counted.append(measures)
        elif candidate.named:
            console.say(f"{shown_path(candidate.path)} is no resolution; --force reads it as one")
    for problem in (*unread, *session.problems):
        console.complain(problem)
        status = FAILED
    if arguments.output_format == "json":
        console.print(json.dumps([each.data() for each in counted], ensure_ascii=False, indent=2))
    elif arguments.output_format == "html":
        from ..reports.html import measures_page

        console.print(measures_page(counted))
    else:
        console.lines(measures_lines(counted, console.style))
    return status


def _measure(candidate: Candidate, session: Session, *, force: bool) -> Measures | None:
    """The figures of a draft; None where it is no resolution. Raises OSError and CannotRead."""
    from ..draft import parse
    from ..reports.measures import measure

    text = open_draft(candidate.path, ordinary=False).text
    rules, _ = session.for_text(session.for_file(candidate.path), text)
    forced = force or candidate.included or is_draft_by_name(candidate.path)
    draft = parse(text, rules.ruleset.vocabulary, forced=forced)
    return measure(shown_path(candidate.path), draft, rules.citations) if draft.is_resolution else None
