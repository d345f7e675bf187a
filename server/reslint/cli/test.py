"""`reslint test`: the examples of rules, run as their tests."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from ..engine.packs.folders import locate
from ..reports.cells import printable
from ..reports.checked import counted
from ..reports.style import Role
from ..text.record import dataclass
from . import arguments
from .console import Colour, Console
from .files import shown_path
from .options import SourceOptions
from .project import Project
from .usage import FAILED, FOUND, OK

if TYPE_CHECKING:
    from ..engine.packs.ruleset import Ruleset
    from ..engine.run.examples import Status, Verdict

_ROLES: dict[Status, Role] = {
    "reported": "good",
    "validated": "good",
    "missing": "error",
    "noisy": "error",
    "not-run": "warning",
}

_MEANINGS = {
    "missing": "the rule does not report what {{ }} marks, or its fix gives another text",
    "noisy": "a rule of the pack reports something that no {{ }} marks",
    "not-run": "something that the rule needs is not installed",
}
"""The words for a status of an example."""

EXAMPLES = """\
examples:
  reslint test                   the packs of the configuration
  reslint test ./our-house --coverage

what is said of an example:
  reported    the rule reports what {{ }} marks, and the fix gives the text promised
  validated   a silent example is silent for all rules of the pack
"""
EXAMPLES += "".join(f"  {status:11} {words}\n" for status, words in _MEANINGS.items())


@dataclass(frozen=True)
class TestOptions(SourceOptions):
    """The packs to test, and how."""

    packs: Sequence[str] = ()
    coverage: bool = False
    verbose: bool = False
    color: Colour = "auto"


Options = TestOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "packs", nargs="*", metavar="PACK", help="packs to test, by name or folder (default: the configured ones)"
    )
    parser.add_argument("--coverage", action="store_true", help="also name the checks that no example exercises")
    parser.add_argument("--verbose", "-v", action="store_true", help="show every example, not only those that fail")
    arguments.add_rules_source(parser)
    arguments.add_color(parser)


def run(options: TestOptions) -> int:
    """Run the examples and print what became of them, pack by pack; the exit status."""
    from ..engine.packs.tables import tables_problems

    console = Console(options.color)
    project = Project(options)
    configuration = project.configuration(Path.cwd())
    # What a configuration changes in rules is not part of the packs, and none of their tests.
    problems = dict.fromkeys(() if options.packs else configuration.problems)
    for problem in problems:
        console.complain(problem)
    status = FAILED if problems else OK
    packs = [*dict.fromkeys(options.packs or configuration.packs)]
    for pack in packs:
        ruleset = _alone(pack, packs, cache=not options.no_cache)
        mistakes = (*ruleset.problems, *tables_problems(each.root for each in ruleset.packs))
        for problem in mistakes:
            if problem not in problems:
                problems[problem] = None
                console.complain(problem)
        failed = _tested(pack, ruleset, options, console)
        status = max(status, FAILED if mistakes else FOUND if failed else OK)
    return status


def _alone(pack: str | Path, packs: Sequence[str | Path], *, cache: bool) -> Ruleset:
    """The rules of a pack and of what it builds on, or those of all packs where it needs another one of them.

    Another pack may have a lexicon of the same name or switch a rule off, which is no mistake of this one.
    """
    from ..engine import load

    alone = load([pack], cache=cache)
    if not alone.problems or len(packs) < 2:
        return alone
    together = load(packs, cache=cache)
    return alone if together.problems else together


def _tested(pack: str | Path, ruleset: Ruleset, options: TestOptions, console: Console) -> bool:
    """Run the examples of one pack and print what became of them; whether any failed."""
    from ..engine import test_pack
    from ..engine.packs.namesakes import replaced_lexicons

    root = locate(pack)
    chosen = {each.name for each in ruleset.packs if each.root == root}
    for warning in replaced_lexicons(ruleset.packs, chosen):
        console.warn(str(warning))
    # No name at all would mean every pack, and a pack that could not be read has none.
    verdicts = test_pack(ruleset, chosen) if chosen else []
    for verdict in verdicts:
        if options.verbose or not verdict.passed or verdict.status == "not-run":
            console.print(_line(verdict, console))
    for status in dict.fromkeys(verdict.status for verdict in verdicts):
        if status in _MEANINGS:
            console.say(f"{status}: {_MEANINGS[status]}")
    failed = not all(verdict.passed for verdict in verdicts)
    if options.coverage and chosen:
        failed = _coverage(ruleset, chosen, console) or failed
    rules = sum(rule.pack in chosen for rule in ruleset.rules)
    console.print(_summary(verdicts, rules, chosen))
    return failed


def _line(verdict: Verdict, console: Console) -> str:
    status = console.style.paint(f"{verdict.status:9}", _ROLES[verdict.status])
    place = f"{shown_path(verdict.path)}:{verdict.line}" if verdict.line else shown_path(verdict.path)
    detail = f": {verdict.detail}" if verdict.detail else ""
    return f"{status}  {console.style.paint(verdict.rule, 'rule')}  {printable(f'{place}{detail}')}"


def _coverage(ruleset: Ruleset, packs: set[str], console: Console) -> bool:
    """Name the checks that nothing exercises; whether there are any."""
    from ..engine.run.examples import coverage

    unexercised = coverage(ruleset, packs)
    for check in unexercised:
        what = f"no example makes its check {check.number} ({check.kind}) report anything"
        console.print(
            f"unexercised  {console.style.paint(check.rule, 'rule')}  {printable(shown_path(check.path))}: {what}"
        )
    if not unexercised:
        console.print("Every check of every rule is exercised by an example.")
    return bool(unexercised)


def _summary(verdicts: list[Verdict], rules: int, packs: set[str]) -> str:
    from ..engine.run.examples import Status

    counts = Counter(verdict.status for verdict in verdicts)
    parts = [f"{counts[status]} {status.replace('-', ' ')}" for status in get_args(Status) if counts[status]]
    examples = counted(len(verdicts), "example")
    names = ", ".join(sorted(packs)) or "no pack"
    return f"{names}: {counted(rules, 'rule')}, {examples}: {', '.join(parts) or 'nothing to run'}."
