"""`reslint diff OLD NEW`: two versions of a draft, compared paragraph by paragraph."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ..formats import CannotRead
from . import options
from .console import Console
from .files import open_draft, shown_path, unreadable
from .session import Session
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


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("old", metavar="OLD", help="the draft as it was")
    parser.add_argument("new", metavar="NEW", help="the draft as it is")
    options.add_configuration(parser)
    options.add_output(parser, FORMATS)


def run(arguments: argparse.Namespace) -> int:
    """Compare and print; the exit status."""
    from ..draft.compare import compare
    from ..reports import comparison

    console = Console(arguments.color)
    session = Session.from_arguments(arguments)
    old, new = (_draft(Path(name), session, console) for name in (arguments.old, arguments.new))
    for problem in session.problems:
        console.complain(problem)
    if old is None or new is None:
        return FAILED
    changes = compare(old, new)
    if arguments.output_format == "json":
        console.print(comparison.comparison_json(changes))
    elif arguments.output_format == "html":
        console.print(comparison.comparison_html(shown_path(arguments.old), shown_path(arguments.new), changes))
    else:
        console.lines(comparison.comparison_lines(changes, console.style))
    if session.problems:
        return FAILED
    return FOUND if any(change.what for change in changes) else OK


def _draft(path: Path, session: Session, console: Console) -> Draft | None:
    """The draft in a file, whatever it looks like; None where it cannot be read, which is told."""
    from ..draft import parse

    try:
        text = open_draft(path, ordinary=False).text
    except (OSError, CannotRead) as error:
        console.complain(unreadable(path, error))
        return None
    rules, _ = session.for_text(session.for_file(path), text)
    return parse(text, rules.ruleset.vocabulary, forced=True)
