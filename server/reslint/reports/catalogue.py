"""The catalogue of the rules that come with the program, as Markdown.

`python -m reslint.reports.catalogue` writes it beside the packs. It says what `reslint explain` says, from the same
sections.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..engine import Ruleset, load
from ..engine.packs.folders import shipped
from ..engine.packs.rule import Rule
from ..text.regex import lazy
from .conventions import side_by_side
from .explain import example_lines
from .rulepage import sections, where_words
from .rules import safety
from .text import Layout

NAME = "README.md"
_COLUMNS = 116
_SPECIAL = lazy(r"[\\`*_<>\[\]|#]")
_BEGIN = """\
# The rules

This page is made from the rule files by `python -m reslint.reports.catalogue`; change those, not this.
A rule is named after its file. *Fix* says whether its fix leaves the meaning alone (safe) or must be read (unsafe).
Severities are those of the pack; a project changes them in its configuration. `reslint explain RULE` prints the page of
a rule in the terminal.
"""


def catalogue(rulesets: Sequence[Ruleset], root: Path) -> str:
    """The page: for each ruleset its last pack, which builds on the others: a table by area, and then every rule.

    A pack changes rules of those it builds on, so that each is shown as it is by itself. `root` is the folder that
    links start from. Raises ValueError when the rules have mistakes: half a catalogue would look like a whole one.
    """
    if problems := [str(problem) for ruleset in rulesets for problem in ruleset.problems]:
        raise ValueError("\n".join(problems))
    lines = [_BEGIN.rstrip(), *side_by_side(rulesets)]
    for ruleset in rulesets:
        pack = ruleset.packs[-1]
        rules = [rule for rule in ruleset.rules if rule.pack == pack.name]
        lines += ["", f"## Pack {pack.name}", "", _escaped(pack.summary)]
        areas = sorted({rule.area for rule in rules})
        for area in areas:
            lines += ["", f"### {area.capitalize()}", "", *_table([rule for rule in rules if rule.area == area])]
        for rule in rules:
            lines += ["", *_rule(rule, root)]
    return "\n".join(lines) + "\n"


def _table(rules: Sequence[Rule]) -> Iterator[str]:
    yield "| rule | severity | fix | what is right |"
    yield "|---|---|---|---|"
    for rule in rules:
        link = f"[{rule.name}](#{_anchor(rule.name)})"
        yield f"| {link} | {rule.severity} | {safety(rule) or '–'} | {_escaped(rule.summary)} |"


def _rule(rule: Rule, root: Path) -> Iterator[str]:
    place = rule.path.relative_to(root).as_posix()
    where = f" ({_escaped(words)})" if (words := where_words(rule)) else ""
    yield from (f"#### {rule.name}", "", _escaped(rule.summary), "", f"*{rule.severity}*{where} · [{place}]({place})")
    for section in sections(rule):
        if section.drafts:
            yield from ("", f"**{section.title}**", "", "```text")
            yield from example_lines(section.drafts, Layout(columns=_COLUMNS))
            yield "```"
        elif len(section.paragraphs) == 1:
            yield from ("", f"**{section.title}** {_escaped(section.paragraphs[0])}")
        else:
            yield from ("", f"**{section.title}**", "")
            yield from (f"- {_escaped(paragraph)}" for paragraph in section.paragraphs)


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", " ".join(words.split()))


def _anchor(name: str) -> str:
    """As GitHub makes the anchors of headings: no punctuation but hyphens."""
    return re.sub(r"[^\w-]", "", name.lower())


def shipped_catalogue() -> str:
    """The page of all packs that come with the program."""
    folder = shipped()
    packs = sorted(path.parent.name for path in folder.glob("*/pack.yaml"))
    rulesets = [load([pack], cache=False) for pack in packs]
    return catalogue(sorted(rulesets, key=lambda ruleset: len(ruleset.packs)), folder)


def write(folder: Path) -> None:
    """Write the page into a folder. Raises OSError, and ValueError for rules with mistakes."""
    (folder / NAME).write_text(shipped_catalogue(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else shipped())
