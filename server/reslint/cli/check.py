"""`reslint check`: what an editor would mark in drafts, and the fixes for it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from ..engine.data.finding import SEVERITIES
from ..reports.formats import FORMATS, STREAMED
from . import arguments
from .files import STDIN, Candidate, candidates
from .options import CheckOptions
from .printing import Printer
from .usage import UsageError
from .worker import Done, Worker, WorkOrder

EXAMPLES = """\
examples:
  reslint check                                  the drafts in this folder and below
  reslint check --fix draft.res.md               fix what can be fixed safely
  reslint check --fix --comments draft.docx      tracked changes and comments, in draft.reslint.docx
  reslint check --since origin/main              what a branch changes
  reslint check --output sarif=reslint.sarif     for code scanning, beside the text
"""

Options = CheckOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="drafts, folders to walk (the current one when nothing is named), or - for the standard input",
    )
    parser.add_argument("--stdin-filename", default="", metavar="PATH", help="the path that the standard input has")
    parser.add_argument("--force", action="store_true", help="check texts that do not look like resolutions, too")
    parser.add_argument(
        "--force-exclude", action="store_true", help="skip files that the configuration excludes, even if named here"
    )
    parser.add_argument(
        "--list-skipped", action="store_true", help="name the files that are skipped because they are not resolutions"
    )
    fixing = parser.add_argument_group("fixes")
    either = fixing.add_mutually_exclusive_group()
    either.add_argument("--fix", action="store_true", help="apply the safe fixes")
    either.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")
    fixing.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: also fixes that may change what a draft says"
    )
    arguments.add_word(parser)
    arguments.add_adoption(parser, either)
    arguments.add_configuration(parser)
    parser.add_argument("--select", action="append", default=[], metavar="RULE", help="run these rules or areas only")
    parser.add_argument("--ignore", action="append", default=[], metavar="RULE", help="do not run these rules or areas")
    parser.add_argument(
        "--fail-level", choices=SEVERITIES[:3], metavar="LEVEL", help="exit 1 from this severity on (default: warning)"
    )
    arguments.add_output(parser, FORMATS)
    parser.set_defaults(output_format=os.environ.get("RESLINT_OUTPUT_FORMAT") or FORMATS[0])
    arguments.add_output_files(parser, FORMATS)
    parser.add_argument("--statistics", action="store_true", help="count the findings by rule instead of showing them")
    parser.add_argument("--quiet", "-q", action="store_true", help="print findings and errors only")
    arguments.add_jobs(parser)
    parser.add_argument("--watch", action="store_true", help="check again whenever a draft or a rule changes")


def run(options: CheckOptions) -> int:
    """Check, fix and print; the exit status."""
    _refuse_nonsense(options)
    if options.watch:
        from .watch import watch

        return watch(options, check)
    return check(options)


def check(options: CheckOptions) -> int:
    """One run over the drafts."""
    from .adoption import Adoption

    adoption = Adoption(options)
    targets = options.targets
    formats = frozenset({options.output_format, *(name for name, _ in targets)})
    worker = Worker(options, WorkOrder(formats, adoption.baseline, adoption.changes))
    printer = Printer(options, targets)
    scope, excluding = worker.project.configuration, options.force_exclude
    found = candidates(options.paths, scope, printer.complain, force_exclude=excluding)
    if adoption.changes is not None:
        touched = adoption.changes.touches
        found = [each for each in found if str(each.path) == STDIN or touched(each.path)]
    with closing(_results(worker, found)) as results:
        for done in printer.console.progress(results, len(found), "Checking file"):
            adoption.settle(done)
            printer.settle(done)
    adoption.finish(printer)
    printer.finish(looked_at=len(found))
    return printer.status


def _results(worker: Worker, found: Sequence[Candidate]) -> Generator[Done, None, None]:
    jobs = worker.options.jobs
    if jobs == 1 or len(found) < 2:
        yield from worker.do_all(found)
    else:
        from .parallel import in_parallel

        yield from in_parallel(worker, found, jobs)


def _refuse_nonsense(options: CheckOptions) -> None:
    if options.output_format not in FORMATS:
        raise UsageError(f"RESLINT_OUTPUT_FORMAT is “{options.output_format}”; say one of {', '.join(FORMATS)}")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes goes with --fix or --diff")
    if options.diff and (options.output_format != "text" or options.statistics or options.output):
        raise UsageError("--diff prints a diff; it does not go with --output-format, --output or --statistics")
    if options.stdin_filename and STDIN not in options.paths:
        raise UsageError("--stdin-filename goes with “-”, the standard input")
    changes = options.writes
    if changes and STDIN in options.paths and options.output_format not in STREAMED:
        name = options.output_format
        raise UsageError(f"the changed text of “-” is the output here; leave --output-format {name} out")
    if changes and options.since:
        raise UsageError("--since looks at lines that changed; it does not go with --fix or --add-suppressions")
    if options.since and STDIN in options.paths:
        raise UsageError("--since is for files; “-” has no revision")
    _refuse_odd_writing(options)
    for each in options.output:
        name, equals, file = each.partition("=")
        if not equals or not file or name not in FORMATS:
            raise UsageError(f"--output {each}: say FORMAT=FILE, with one of {', '.join(FORMATS)}")
        if not os.path.isdir(Path(file).parent):
            raise UsageError(f"--output {each}: there is no folder {Path(file).parent}")
    if options.watch and (STDIN in options.paths or changes or options.diff):
        raise UsageError("--watch looks at files and changes none; it goes neither with “-” nor with fixes")


def _refuse_odd_writing(options: CheckOptions) -> None:
    """Options on how drafts are written that have nothing to write."""
    comments = options.comments or options.remove_comments
    if options.clean and not options.fix:
        raise UsageError("--clean goes with --fix")
    if options.in_place and not (options.fix or comments):
        raise UsageError("--in-place goes with --fix, --comments or --remove-comments")
    if comments and (options.diff or options.add_suppressions is not None):
        raise UsageError("--comments and --remove-comments go neither with --diff nor with --add-suppressions")
    if options.fix and options.remove_comments:
        raise UsageError("--remove-comments does not go with --fix; run it by itself")
