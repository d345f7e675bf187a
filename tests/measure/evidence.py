"""The reports of every rule on printed texts, for the `evidence` in its file.

`python tests/measure/evidence.py FOLDER …` counts the findings of each rule in the texts of the folders, and prints the
rules whose count is not what their file says. `--show RULE` prints the findings of a rule or an area (or of “changed”
rules) with the words around them, to be read; `--most N` so many of each rule. `--read FILE` names a table (rule,
findings read, findings that are true mistakes), and `--write` writes the evidence of all rules of the pack into their
files: where the count is what it was, what was read then still holds.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import NamedTuple

from reslint import __version__
from reslint.cli.project import Project
from reslint.engine.packs.loader import load
from reslint.engine.packs.rule import Evidence, Rule
from reslint.text import Text

AROUND = 60
SUFFIXES = (".md", ".txt")


class Seen(NamedTuple):
    """A finding in a text: where, what the rule says, and the words around it with the marked ones in brackets."""

    file: str
    line: int
    message: str
    words: str


def texts(folders: Sequence[Path]) -> list[Path]:
    """The texts in some folders, in order."""
    return sorted(path for folder in folders for path in folder.iterdir() if path.suffix in SUFFIXES)


def findings(paths: Sequence[Path]) -> dict[str, list[Seen]]:
    """The reports of each rule, by its name."""
    here = Project().at(Path.cwd())
    found: dict[str, list[Seen]] = defaultdict(list)
    for path in paths:
        text = Text(path.read_text(encoding="utf-8"))
        checker, _ = here.for_text(None, text)
        for finding in checker.lint(checker.parse(text)).findings:
            line, _ = text.position(finding.span.start)
            around = _around(text, finding.span.start, finding.span.end)
            found[finding.rule].append(Seen(path.name, line + 1, finding.message, around))
    return found


def _around(text: Text, start: int, end: int) -> str:
    content = text.content
    words = f"{content[max(0, start - AROUND) : start]}[[{content[start:end]}]]{content[end : end + AROUND]}"
    return " ".join(words.split())


def renewed(rule: Rule, count: int, number: int, read: Mapping[str, tuple[int, int]], today: str) -> Evidence:
    """The evidence of a rule that has `count` findings in a number of texts."""
    before = rule.evidence
    looked, confirmed = 0, 0
    if before is not None and before.fired == count:
        looked, confirmed = before.read, before.confirmed
    looked, confirmed = read.get(rule.name, (looked, confirmed))
    return Evidence(today, number, count, min(looked, count), min(confirmed, looked, count), __version__)


def written(source: str, evidence: Evidence) -> str:
    """A rule file with this evidence in the place of what it had, or else before its examples."""
    counts = f"texts: {evidence.texts}, fired: {evidence.fired}, read: {evidence.read}, confirmed: {evidence.confirmed}"
    line = f"evidence: {{date: '{evidence.date}', version: '{evidence.version}', {counts}}}\n"
    if re.search(r"(?m)^evidence:.*\n", source):
        return re.sub(r"(?m)^evidence:.*\n", lambda _: line, source, count=1)
    return re.sub(r"(?m)^(?=examples:)", lambda _: line, source, count=1)


def _table(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for row in path.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            name, looked, confirmed = row.split("\t")[:3]
            yield name, (int(looked), int(confirmed))


def main() -> None:
    """Count, show, and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", action="append", default=[], metavar="RULE")
    parser.add_argument("--most", type=int, default=30)
    parser.add_argument("--read", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    paths = texts(arguments.folders)
    found = findings(paths)
    read = dict(_table(arguments.read)) if arguments.read else {}
    today = datetime.now(timezone.utc).date().isoformat()
    for rule in load(["un"]).rules:
        seen = found.get(rule.name, [])
        told = rule.evidence.fired if rule.evidence else None
        if told != len(seen):
            print(f"{rule.name}: {len(seen)} findings ({rule.severity}), the file says {told}")
        if {rule.name, rule.area, "changed" * (told != len(seen))} & set(arguments.show):
            for each in seen[: arguments.most]:
                print(f"    {each.file}:{each.line} {each.words}\n        {each.message}")
        if arguments.write:
            source = rule.path.read_text(encoding="utf-8")
            evidence = renewed(rule, len(seen), len(paths), read, today)
            rule.path.write_text(written(source, evidence), encoding="utf-8")


if __name__ == "__main__":
    main()
