"""`reslint explain RULE`: why a rule is there, wrong and right, its fix, its source."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from ..engine.data.schema import did_you_mean
from ..engine.data.yamlfile import Unreadable, decode_utf8
from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .options import RuleOptions
from .project import Project
from .rules import finish
from .usage import UsageError

FORMATS = ("text", "json")

EXAMPLES = """\
examples:
  reslint explain opener/capital
  reslint explain --source opener/capital > our-house/opener/capital.yaml
"""


@dataclass(frozen=True)
class ExplainOptions(RuleOptions):
    """The rules to explain, and how."""

    rules: Sequence[str] = ()
    source: bool = False
    output_format: str = "text"
    color: Colour = "auto"


Options = ExplainOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("rules", nargs="+", metavar="RULE", help="the name of a rule, as in opener/capital")
    parser.add_argument("--source", action="store_true", help="print the YAML file of the rule, to learn from or copy")
    arguments.add_configuration(parser)
    arguments.add_output(parser, FORMATS)


def run(options: ExplainOptions) -> int:
    """Print what the rule says of itself; the exit status."""
    from ..reports.explain import explain_data, explain_lines
    from ..reports.text import Layout

    if options.source and options.output_format != "text":
        raise UsageError("--source prints YAML; leave --output-format out")
    console = Console(options.color)
    project = Project(options)
    ruleset = project.at(Path.cwd()).ruleset
    rules = []
    for name in options.rules:
        # A draft may call for the rules of another house, and its findings name them.
        having = ruleset if name in ruleset.by_name else project.elsewhere(name)
        if having is None:
            area = [rule for rule in ruleset.names if rule.partition("/")[0] == name]
            hint = f"; its area has {', '.join(area)}" if area else did_you_mean(name, list(ruleset.names))
            raise UsageError(f"there is no rule “{name}”{hint}")
        rules.append(having.rule(name))
    if options.source:
        for rule in rules:
            console.lines(_source(rule.path))
    elif options.output_format == "json":
        console.print(json.dumps([explain_data(rule) for rule in rules], ensure_ascii=False, indent=2))
    else:
        layout = Layout(console.style, console.width)
        for index, rule in enumerate(rules):
            console.lines(["", *explain_lines(rule, layout)] if index else explain_lines(rule, layout))
    return finish(project, console)


def _source(path: Path) -> list[str]:
    """The lines of the file of a rule. Raises UsageError where it cannot be read any more."""
    try:
        return decode_utf8(path.read_bytes()).splitlines()
    except (OSError, Unreadable) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
