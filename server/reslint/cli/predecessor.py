"""`reslint predecessor FILE`: the latest resolution of the same title, and what has changed since."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .drafts import open_one, say_other
from .files import shown_path
from .options import RuleOptions
from .project import Project
from .rules import finish
from .usage import FAILED, OK

FORMATS = ("text", "json")
EXAMPLES = """\
examples:
  reslint predecessor draft.res.md                      which resolution had this title last
  reslint predecessor draft.res.md --library adopted    and what has changed since, where its text is in that folder

Titles are compared without their years. What is in common is shown and never judged.
"""


@dataclass(frozen=True)
class PredecessorOptions(RuleOptions):
    """The draft, the folders with texts of earlier sessions, and how to show what is found."""

    file: str = "-"
    library: Sequence[str] = ()
    force: bool = False
    output_format: str = "text"
    color: Colour = "auto"


Options = PredecessorOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a draft, or - for the standard input")
    parser.add_argument(
        "--library",
        action="append",
        default=[],
        metavar="FOLDER",
        help="a folder of adopted texts besides those that the configuration names; can be repeated",
    )
    parser.add_argument("--force", action="store_true", help="take the text for a resolution whatever it looks like")
    arguments.add_configuration(parser)
    arguments.add_output(parser, FORMATS)


def run(options: PredecessorOptions) -> int:
    """Look up, compare and print; the exit status."""
    from ..engine.data.library import Library
    from ..engine.predecessor import predecessor_of, succession
    from ..register import DamagedTable
    from ..reports.predecessor import predecessor_json, predecessor_lines

    console = Console(options.color)
    project = Project(options)
    path = Path(options.file)
    found = open_one(project, console, path, force=options.force)
    if found is None:
        return FAILED
    if not found.draft.is_resolution:
        say_other(path, console)
        return OK
    configured = found.checker.configuration.library
    library = Library([*map(Path, options.library), *(configured.folders if configured else ())])
    for folder in library.folders:
        if not folder.is_dir():
            console.warn(f"{shown_path(folder)}: no such folder")
    try:
        before = predecessor_of(found.draft, found.checker, library)
    except DamagedTable as error:
        console.complain(str(error))
        return FAILED
    changed = succession(before.draft, found.draft, found.checker) if before and before.draft else None
    if options.output_format == "json":
        console.print(predecessor_json(before, changed))
    elif before is None:
        console.print("No earlier resolution of this title is known.")
    else:
        console.lines(predecessor_lines(before, changed, found.draft, console.style))
    return finish(project, console)
