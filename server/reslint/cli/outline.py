"""`reslint outline FILE`: the structure of a draft."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .drafts import open_one, say_other
from .files import shown_path
from .options import RuleOptions
from .project import Project, chosen
from .rules import finish
from .usage import FAILED, OK

FORMATS = ("text", "json")

EXAMPLES = """\
examples:
  reslint outline draft.res.md
"""


@dataclass(frozen=True)
class OutlineOptions(RuleOptions):
    """The draft to outline, and how."""

    file: str = "-"
    force: bool = False
    output_format: str = "text"
    color: Colour = "auto"


Options = OutlineOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a draft, or - for the standard input")
    parser.add_argument("--force", action="store_true", help="take the text for a resolution whatever it looks like")
    arguments.add_configuration(parser)
    arguments.add_output(parser, FORMATS)


def run(options: OutlineOptions) -> int:
    """Print the tree; the exit status."""
    from ..reports.outline import outline_json, outline_text

    console = Console(options.color)
    project = Project(options)
    path = Path(options.file)
    found = open_one(project, console, path, force=options.force)
    if found is None:
        return FAILED
    checker, draft = found.checker, found.draft
    for notice in found.notices:
        console.warn(f"{shown_path(path)}: {notice}")
    if remark := chosen(checker):
        console.say(f"{shown_path(path)}: {remark}")
    if not draft.is_resolution:
        say_other(path, console)
        return OK
    if options.output_format == "json":
        console.print(json.dumps(outline_json(draft), ensure_ascii=False, indent=2))
    else:
        console.print(outline_text(draft).rstrip("\n"))
    return finish(project, console)
