"""Fixes every draft of some folders in memory, twice, and says what changed and where.

    python tests/measure/fix_corpus.py [--unsafe] FOLDER…

For every rule: how many findings were fixed, and how many of their edits lie outside the span that was reported
(a renumbering follows its references; a note that is left out stands elsewhere than its marker). Exit 1 when a second
run changes anything, or when a character changed that no fix named.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from reslint.draft import parse
from reslint.engine import lint, load
from reslint.engine.data.finding import Finding
from reslint.engine.edits.fix import fix_all, fix_once
from reslint.formats import open_file
from reslint.text import Span, Text


def main(arguments: list[str]) -> int:
    unsafe = "--unsafe" in arguments
    ruleset = load(["un"])

    def found(text: Text) -> tuple[Finding, ...]:
        draft = parse(text, ruleset.vocabulary)
        return lint(draft, ruleset).findings if draft.is_resolution else ()

    fixed: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    files = changed = rounds = wrong = 0
    for folder in arguments:
        if folder.startswith("--"):
            continue
        for path in sorted(Path(folder).glob("*.*")):
            text = open_file(path, path.read_bytes()).text
            files += 1
            findings = found(text)
            count_outside(findings, unsafe, outside)
            once = fix_once(text, findings, unsafe=unsafe)
            wrong += report(path, unnamed(text, once, findings))
            result = fix_all(text, found, unsafe=unsafe)
            fixed.update(result.applied)
            rounds = max(rounds, result.rounds)
            changed += result.text.content != text.content
            if fix_all(result.text, found, unsafe=unsafe).text.content != result.text.content:
                wrong += report(path, ["a second run changes it again"])
    for rule, count in sorted(fixed.items()):
        print(f"{rule:34} {count:5} fixed, {outside[rule]:4} edits outside the reported span")
    total = sum(fixed.values())
    print(f"{files} files, {changed} changed, {total} findings fixed in at most {rounds} rounds, {wrong} wrong")
    return 1 if wrong else 0


def count_outside(findings: tuple[Finding, ...], unsafe: bool, outside: Counter[str]) -> None:
    for finding in findings:
        if finding.fix is not None and (unsafe or finding.fix.safety == "safe"):
            start, end = finding.span
            outside[finding.rule] += sum(
                not (start - 1 <= edit.span.start and edit.span.end <= end + 1) for edit in finding.fix.edits
            )


def unnamed(before: Text, after: Text, findings: tuple[Finding, ...]) -> list[str]:
    """The changes that no fix names."""
    spans = [edit.span for finding in findings if finding.fix for edit in finding.fix.edits]
    content = before.content
    at = head = 0
    for span in [*sorted(spans), Span(len(content), len(content))]:
        words = content[head : span.start]
        place = after.content.find(words, at)
        if place < 0:
            return [f"the words at {head}–{span.start} changed"]
        at = place + len(words)
        head = max(head, span.end)
    return []


def report(path: Path, messages: list[str]) -> int:
    for message in messages:
        print(f"{path}: {message}")
    return len(messages)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
