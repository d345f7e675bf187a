"""`reslint packs`: the packs that can be named, and their profiles."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..reports.cells import printable
from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .files import shown_path
from .options import SourceOptions
from .project import Project
from .rules import finish

if TYPE_CHECKING:
    from ..engine.packs.available import AvailablePack
    from ..reports.style import Style

FORMATS = ("text", "json")
EXAMPLES = """\
examples:
  reslint packs                        every pack and its profiles
  reslint check --pack mun draft.md    check by the rules of one of them
"""
_CONFIGURED = "from the configuration"


@dataclass(frozen=True)
class PacksOptions(SourceOptions):
    """How the packs are listed."""

    output_format: str = "text"
    color: Colour = "auto"


Options = PacksOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    arguments.add_rules_source(parser)
    arguments.add_output(parser, FORMATS)


def run(options: PacksOptions) -> int:
    """Print the list; the exit status."""
    console = Console(options.color)
    project = Project(options)
    packs = list(_packs(project))
    if options.output_format == "json":
        console.print(json.dumps(list(map(_data, packs)), ensure_ascii=False, indent=2))
    else:
        console.lines(_lines(packs, console.style))
    return finish(project, console)


def _packs(project: Project) -> Iterator[AvailablePack]:
    """The packs that a name calls for, then the folders of the configuration here."""
    from ..engine.packs.available import available_packs, describe_pack

    seen = set()
    for each in available_packs():
        seen.add(each.root)
        yield each
    for info in project.at(Path.cwd()).ruleset.packs:
        if info.root not in seen and (own := describe_pack(info.root, _CONFIGURED)):
            yield own


def _data(pack: AvailablePack) -> Mapping[str, Any]:
    return {**pack._asdict(), "extends": list(pack.extends), "root": shown_path(pack.root)}


def _lines(packs: list[AvailablePack], style: Style) -> Iterator[str]:
    for at, pack in enumerate(packs):
        yield from [""] if at else []
        builds = f", extends {', '.join(pack.extends)}" if pack.extends else ""
        yield f"{style.paint(printable(pack.name), 'bold')}  {style.paint(f'{pack.rules} rules{builds}', 'dim')}"
        yield f"  {printable(pack.summary)}"
        for name, text in pack.profiles.items():
            yield f"  profile {style.paint(printable(name), 'rule')}: {printable(text)}"
        if pack.origin == _CONFIGURED:
            yield style.paint(printable(f"  {shown_path(pack.root)}, {pack.origin}"), "dim")
        elif not pack.profiles:
            yield style.paint("  the profiles of what it extends", "dim")
