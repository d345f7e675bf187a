"""`reslint rules`: the rules in force."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from ..engine.checker import Checker
from ..engine.data.schema import did_you_mean
from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .options import RuleOptions
from .project import Project
from .usage import FAILED, OK, UsageError

FORMATS = ("text", "json")

EXAMPLES = """\
examples:
  reslint rules                  every rule in force, with its severity
  reslint rules opener --profile sc
  reslint rules --evidence       how often each rule is right on printed texts
"""


@dataclass(frozen=True)
class RulesOptions(RuleOptions):
    """The rules to list, and how."""

    names: Sequence[str] = ()
    evidence: bool = False
    output_format: str = "text"
    color: Colour = "auto"


Options = RulesOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("names", nargs="*", metavar="RULE", help="rules or areas to list; all when left out")
    parser.add_argument(
        "--evidence", action="store_true", help="show what rules report on printed texts, and how much of it is true"
    )
    arguments.add_configuration(parser)
    arguments.add_output(parser, FORMATS)


def run(options: RulesOptions) -> int:
    """Print the list; the exit status."""
    from ..reports.rules import evidence_lines, rule_data, rules_lines, safety

    console = Console(options.color)
    project = Project(options)
    rules = project.at(Path.cwd())
    known = [*rules.ruleset.names, *rules.ruleset.areas]
    for name in options.names:
        if name not in known:
            raise UsageError(f"there is no rule or area “{name}”{did_you_mean(name, known)}")
    asked = set(options.names or known)
    wanted = [rule for rule in rules.ruleset.rules if rule.name in asked or rule.area in asked]
    severities = {rule.name: severity_of(rule.name, rules) for rule in wanted}
    if options.output_format == "json":
        listed = [{**rule_data(rule), "in-force": severities[rule.name]} for rule in wanted]
        console.print(json.dumps(listed, ensure_ascii=False, indent=2))
    elif options.evidence:
        console.lines(evidence_lines(wanted, severities, console.style))
    else:
        console.lines(rules_lines(wanted, severities, console.style))
        if any(safety(rule) == "safe" for rule in wanted):
            console.say("[*] reslint check --fix fixes it")
    return finish(project, console)


def severity_of(name: str, rules: Checker) -> str:
    """The severity with which a rule speaks in the profile in force, "off" where it is not run."""
    rule = rules.ruleset.rule(name)
    settings = rules.settings
    return settings.severity(rule, settings.profile) if settings.wants(rule.name) else "off"


def finish(project: Project, console: Console) -> int:
    """Print what is wrong with the configuration and the packs; the exit status."""
    for problem in project.problems:
        console.complain(problem)
    return FAILED if project.problems else OK
