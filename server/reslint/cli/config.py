"""`reslint config`: what is in force and where it came from."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from ..engine.checker import Checker
from ..engine.project.configuration import Configuration
from ..engine.run.wanting import tokens_of
from ..reports.cells import printable
from ..reports.checked import counted
from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .files import shown_path
from .options import RuleOptions
from .project import Project
from .rules import finish, severity_of
from .usage import UsageError

FORMATS = ("text", "json")

EXAMPLES = """\
examples:
  reslint config                  what is in force here
  reslint config drafts/a.res.md  for one draft, with the house that it shows
"""


@dataclass(frozen=True)
class ConfigOptions(RuleOptions):
    """The file or folder whose configuration is shown, and how."""

    path: str = "."
    output_format: str = "text"
    color: Colour = "auto"


Options = ConfigOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("path", nargs="?", default=".", metavar="PATH", help="for which file or folder (default: here)")
    arguments.add_configuration(parser)
    arguments.add_output(parser, FORMATS)


def run(options: ConfigOptions) -> int:
    """Print the configuration; the exit status."""
    path = Path(options.path)
    if not os.path.exists(path):
        raise UsageError(f"{options.path}: no such file or folder")
    console = Console(options.color)
    project = Project(options)
    house: list[tuple[str, str]] = []
    if os.path.isdir(path):
        rules = project.at(path)
    else:
        from .house import house_of

        rules, house = house_of(project, path)
    if options.output_format == "json":
        data = {**_data(rules), "house": {key: printable(value) for key, value in house}}
        console.print(json.dumps(data, ensure_ascii=False, indent=2, default=str))
    else:
        console.lines([*(f"{console.style.paint(f'{key:13}', 'bold')}  {printable(value)}" for key, value in house)])
        console.lines(_lines(rules, console))
    project.problems += rules.table_problems
    return finish(project, console)


def _data(rules: Checker) -> dict[str, object]:
    configuration = rules.configuration
    tokens = tokens_of(rules.ruleset.rules)
    return {
        "file": None if configuration.path is None else shown_path(configuration.path),
        "settings": {
            key: {"value": configuration.data[key], "from": origin} for key, origin in configuration.provenance.items()
        },
        "packs": [
            {"name": pack.name, "folder": shown_path(pack.root), "summary": pack.summary, "extends": pack.extends}
            for pack in rules.ruleset.packs
        ],
        "rules": {name: severity_of(name, rules) for name in rules.ruleset.names},
        "spacy": {
            "pipelines": [each.name for each in tokens.pipelines],
            "missing": [{"message": lack, "rules": wanting} for lack, wanting in tokens.missing],
        },
    }


def _lines(rules: Checker, console: Console) -> list[str]:
    configuration = rules.configuration
    style = console.style
    where = printable(shown_path(configuration.path)) if configuration.path else "none found; these are the defaults"
    lines = [f"{style.paint('configuration', 'bold')}  {where}", ""]
    rows = [
        (key, printable(_value(configuration, key)), printable(origin))
        for key, origin in configuration.provenance.items()
    ]
    widest = max(len(value) for _, value, _ in rows)
    for key, value, origin in rows:
        lines.append(f"{key:13}  {value:{min(widest, 40)}}  {style.paint(_origin(origin), 'dim')}")
    lines.append("")
    for pack in rules.ruleset.packs:
        extends = f", extends {', '.join(pack.extends)}" if pack.extends else ""
        lines.append(f"{style.paint('pack', 'bold')} {printable(f'{pack.name}{extends}: {pack.summary}')}")
        lines.append(f"     {style.paint(printable(shown_path(pack.root)), 'dim')}")
    names = rules.ruleset.names
    silent = [name for name in names if severity_of(name, rules) == "off"]
    lines += ["", f"{counted(len(names) - len(silent), 'rule')} in force, {len(silent)} off{':' if silent else ''}"]
    lines += [f"  {name}" for name in silent]
    loud = set(names) - set(silent)
    tokens = tokens_of(rule for rule in rules.ruleset.rules if rule.name in loud)
    lines += [f"{style.paint('spaCy', 'bold')} pipeline {each.name} ({each.versions})" for each in tokens.pipelines]
    for lack, wanting in tokens.missing:
        lines.append(f"{counted(len(wanting), 'rule')} cannot run, or only in part: {lack}")
        lines += [f"  {name}" for name in wanting]
    return lines


def _value(configuration: Configuration, key: str) -> str:
    value = configuration.data[key]
    if isinstance(value, dict):
        value = [f"{name}: {_change(change)}" for name, change in value.items()]
    if isinstance(value, list):
        return ", ".join(map(_item, value)) or "–"
    return str(value) if value else "–"


def _item(item: object) -> str:
    """An item of a list; of an override the files that it is for."""
    return " ".join(item["files"]) if isinstance(item, dict) else str(item)


def _change(change: object) -> str:
    if isinstance(change, dict):
        return str(change.get("severity") or json.dumps(change, ensure_ascii=False, default=str))
    return str(change)


def _origin(origin: str) -> str:
    return origin if origin == "default" else f"from {origin}"
