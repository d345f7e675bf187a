"""Options that several commands share, each declared once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from .console import COLOURS


def add_configuration(parser: argparse.ArgumentParser) -> None:
    """`--config`, `--profile`, `--no-cache`: which rules are in force."""
    group = parser.add_argument_group("which rules are in force")
    group.add_argument(
        "--config", metavar="FILE", help="read this file instead of the nearest .reslint.yaml or pyproject.toml"
    )
    group.add_argument(
        "--profile", metavar="NAME", help="take every draft for one of this profile, whatever organ adopts it"
    )
    group.add_argument(
        "--no-cache", action="store_true", help="read the rule packs anew, without the user's cache of checked packs"
    )


def add_output(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """`--output-format` and `--color`."""
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format", choices=formats, default=formats[0], metavar="FORMAT", help=f"one of {', '.join(formats)}"
    )
    group.add_argument(
        "--color", choices=COLOURS, default="auto", metavar="WHEN", help="auto (on a terminal), always or never"
    )


def names(values: Sequence[str]) -> tuple[str, ...]:
    """The names in a repeated option whose values may be lists: `--select a,b --select c`."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
