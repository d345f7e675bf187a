"""Arguments that several commands share, each declared once."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from ..engine.packs.folders import shipped_names
from .console import COLOURS


def add_configuration(parser: argparse.ArgumentParser) -> None:
    """`--config`, `--no-cache`, `--pack`, `--profile`: which rules are in force."""
    add_rules_source(parser)
    parser.add_argument(
        "--pack",
        action="append",
        default=[],
        metavar="NAME",
        help="use this pack instead of the configured ones; can be repeated (a folder, or one of "
        f"{', '.join(shipped_names())})",
    )
    parser.add_argument(
        "--profile",
        metavar="NAME",
        help="judge every draft by this profile, whatever organ adopts it (reslint packs lists them)",
    )


def add_rules_source(parser: argparse.ArgumentParser) -> None:
    """`--config` and `--no-cache`: where the rules come from."""
    parser.add_argument(
        "--config",
        metavar="FILE",
        default=os.environ.get("RESLINT_CONFIG") or None,
        help="read this file instead of the nearest .reslint.yaml or pyproject.toml",
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="read the packs and judge every draft again, without the user's cache"
    )


def add_output(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """`--output-format` and `--color`."""
    parser.add_argument(
        "--output-format", choices=formats, default=formats[0], metavar="FORMAT", help=f"one of {', '.join(formats)}"
    )
    add_color(parser)


def add_output_files(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """`--output`."""
    parser.add_argument(
        "--output",
        action="append",
        default=[],
        metavar="FORMAT=FILE",
        help=f"also write the report to a file; can be repeated (formats: {', '.join(formats)})",
    )


def add_adoption(parser: argparse.ArgumentParser, writing: argparse._MutuallyExclusiveGroup) -> None:
    """`--baseline` and its kin, `--since`, `--add-suppressions`; `writing` is the group of what changes drafts."""
    group = parser.add_argument_group("for projects with many drafts")
    group.add_argument("--baseline", metavar="FILE", help="report only what is not in this file of known findings")
    either = group.add_mutually_exclusive_group()
    either.add_argument("--write-baseline", action="store_true", help="write what is found now into the baseline")
    either.add_argument("--prune-baseline", action="store_true", help="take out of the baseline what occurs no longer")
    group.add_argument("--since", metavar="REV", help="report only lines that changed since this revision of git")
    writing.add_argument(
        "--add-suppressions",
        nargs="?",
        const="",
        metavar="REASON",
        help="write comments into the drafts that suppress what is found; say the reason as --add-suppressions=REASON",
    )


def add_word(parser: argparse.ArgumentParser) -> None:
    """The options for drafts in Word: `--in-place`, `--clean`, `--comments`, `--remove-comments`, `--as`."""
    group = parser.add_argument_group("for drafts in Word (what changes goes into NAME.reslint.docx)")
    group.add_argument("--in-place", action="store_true", help="write into the file itself")
    group.add_argument("--clean", action="store_true", help="with --fix: plain changes, not tracked ones")
    either = group.add_mutually_exclusive_group()
    either.add_argument("--comments", action="store_true", help="put the findings into the margin, as comments")
    either.add_argument("--remove-comments", action="store_true", help="take the comments of reslint out again")
    add_version(group)


def add_version(parser: argparse._ActionsContainer) -> None:
    """`--as`."""
    parser.add_argument(
        "--as",
        dest="version",
        choices=("final", "original"),
        default="final",
        help="read tracked changes as accepted (final) or as rejected (original)",
    )


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """`--jobs`."""
    parser.add_argument(
        "--jobs",
        "-j",
        type=_number,
        default=0,
        metavar="N",
        help="check in so many processes at once (default: as many as there are processors and drafts for)",
    )


def _number(words: str) -> int:
    if not words.isdecimal():
        raise argparse.ArgumentTypeError(f"“{words}” is not a number of processes")
    return int(words)


def add_color(parser: argparse.ArgumentParser) -> None:
    """`--color`."""
    parser.add_argument(
        "--color", choices=COLOURS, default="auto", metavar="WHEN", help="auto (on a terminal), always or never"
    )
