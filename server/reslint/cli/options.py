"""Options that several commands share, each declared once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from .console import COLOURS


def add_configuration(parser: argparse.ArgumentParser) -> None:
    """`--config`, `--no-cache`, `--profile`: which rules are in force."""
    add_rules_source(parser)
    parser.add_argument(
        "--profile", metavar="NAME", help="take every draft for one of this profile, whatever organ adopts it"
    )


def add_rules_source(parser: argparse.ArgumentParser) -> None:
    """`--config` and `--no-cache`: where the rules come from."""
    parser.add_argument(
        "--config", metavar="FILE", help="read this file instead of the nearest .reslint.yaml or pyproject.toml"
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="read the rule packs anew, without the user's cache of checked packs"
    )


def add_output(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """`--output-format` and `--color`."""
    parser.add_argument(
        "--output-format", choices=formats, default=formats[0], metavar="FORMAT", help=f"one of {', '.join(formats)}"
    )
    add_color(parser)


def add_color(parser: argparse.ArgumentParser) -> None:
    """`--color`."""
    parser.add_argument(
        "--color", choices=COLOURS, default="auto", metavar="WHEN", help="auto (on a terminal), always or never"
    )


def names(values: Sequence[str]) -> tuple[str, ...]:
    """The names in a repeated option whose values may be lists: `--select a,b --select c`."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
