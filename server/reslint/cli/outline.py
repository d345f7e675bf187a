"""`reslint outline FILE`: the structure of a draft."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ..engine.data.suffixes import is_draft_by_name
from ..formats import CannotRead
from . import options
from .console import Console
from .files import open_draft, shown_path, unreadable
from .rules import finish
from .session import Session, chosen
from .usage import FAILED, OK

FORMATS = ("text", "json")

EXAMPLES = """\
examples:
  reslint outline draft.res.md
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a draft, or - for the standard input")
    parser.add_argument("--force", action="store_true", help="take the text for a resolution whatever it looks like")
    options.add_configuration(parser)
    options.add_output(parser, FORMATS)


def run(arguments: argparse.Namespace) -> int:
    """Print the tree; the exit status."""
    from ..draft import parse
    from ..reports.outline import outline_json, outline_text

    console = Console(arguments.color)
    session = Session.from_arguments(arguments)
    path = Path(arguments.file)
    try:
        text = open_draft(path, ordinary=False).text
    except (OSError, CannotRead) as error:
        console.complain(unreadable(path, error))
        return FAILED
    rules, notices = session.for_text(session.at(path.parent), text)
    for notice in notices:
        console.warn(f"{shown_path(path)}: {notice}")
    if rules.because:
        console.say(f"{shown_path(path)}: {chosen(rules)}")
    forced = arguments.force or is_draft_by_name(path)
    draft = parse(text, rules.ruleset.vocabulary, forced=forced)
    if not draft.is_resolution:
        console.say(f"{shown_path(path)} is no resolution; --force reads it as one")
        return OK
    if arguments.output_format == "json":
        console.print(json.dumps(outline_json(draft), ensure_ascii=False, indent=2))
    else:
        console.print(outline_text(draft).rstrip("\n"))
    return finish(session, console)
