"""`reslint diff OLD NEW`: two versions of a draft, compared paragraph by paragraph."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ..formats import CannotRead
from ..text.record import dataclass
from . import arguments
from .checking import opened
from .console import Colour, Console
from .files import shown_path, unreadable
from .options import RuleOptions
from .project import Project
from .usage import FAILED, FOUND, OK

if TYPE_CHECKING:
    from ..draft import Draft

FORMATS = ("text", "json", "html")
EXAMPLES = """\
examples:
  reslint diff first.res.md second.res.md
  reslint diff first.res.md second.res.md --output-format html > changes.html

Exit status: 0 no paragraph changed, 1 some did, 2 could not do its work.
"""


@dataclass(frozen=True)
class DiffOptions(RuleOptions):
    """The versions to compare, and how."""

    old: str = "-"
    new: str = "-"
    output_format: str = "text"
    color: Colour = "auto"


Options = DiffOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("old", metavar="OLD", help="the draft as it was")
    parser.add_argument("new", metavar="NEW", help="the draft as it is")
    arguments.add_configuration(parser)
    arguments.add_output(parser, FORMATS)


def run(options: DiffOptions) -> int:
    """Compare and print; the exit status."""
    from ..draft.compare import compare
    from ..reports import comparison

    console = Console(options.color)
    project = Project(options)
    old, new = (_draft(Path(name), project, console) for name in (options.old, options.new))
    for problem in project.problems:
        console.complain(problem)
    if old is None or new is None:
        return FAILED
    changes = compare(old, new)
    if options.output_format == "json":
        console.print(comparison.comparison_json(changes))
    elif options.output_format == "html":
        console.print(comparison.comparison_html(shown_path(options.old), shown_path(options.new), changes))
    else:
        console.lines(comparison.comparison_lines(changes, console.style))
    if project.problems:
        return FAILED
    return FOUND if any(change.what for change in changes) else OK


def _draft(path: Path, project: Project, console: Console) -> Draft | None:
    """The draft in a file, whatever it looks like; None where it cannot be read, which is told."""
    try:
        return opened(project, path, force=True, ordinary=False).draft
    except (OSError, CannotRead) as error:
        console.complain(unreadable(path, error))
        return None
