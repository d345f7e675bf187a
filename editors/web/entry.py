"""The requests of the page: JSON in, JSON out, offsets in UTF-16 code units, as JavaScript counts them.

Runs in Pyodide, in a web worker; `answers.py` is what the worker calls. `TASKS` has what this module answers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from reslint.engine import Finding, Notice, Outcome, Rule, Ruleset, load
from reslint.engine.checker import Checker, Checkers
from reslint.engine.edits.bywords import by_words
from reslint.engine.packs.folders import shipped_names
from reslint.engine.project.configuration import COMMAND_LINE, Configuration
from reslint.reports.checked import Checked, Report
from reslint.reports.html import report_html
from reslint.reports.page import page, stylesheet
from reslint.text import Edit, Text

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def choices() -> list[dict[str, Any]]:
    """The choices of a reader who does not let the draft decide: {packs, profile, name, summary}.

    A pack with profiles of its own is offered by these, another by its name. Raises ValueError for a broken pack.
    """
    found = []
    for name in shipped_names():
        ruleset = load([name])
        if not ruleset.packs:
            raise ValueError("; ".join(map(str, ruleset.problems)))
        pack = ruleset.packs[-1]
        for profile, summary in (pack.profiles or {"": pack.summary}).items():
            found.append({"packs": [name], "profile": profile, "name": profile or name, "summary": summary})
    return found


def style() -> str:
    """The style sheet of the printed page."""
    return stylesheet()


def utf16(content: str) -> Callable[[int], int]:
    """A function that turns an offset in code points into one in UTF-16 code units."""
    astral = [match.start() for match in _ASTRAL.finditer(content)]
    return lambda offset: offset + bisect_left(astral, offset)


def code_point(content: str, unit: int) -> int:
    """The offset in code points of one in UTF-16 code units; the way back of `utf16`."""
    astral = [place for place, character in enumerate(content) if character > "\uffff"]
    before = [place + number for number, place in enumerate(astral)]
    return unit - bisect_left(before, unit)


def _load(configuration: Configuration) -> Ruleset:
    return load(configuration.packs, configuration=configuration)


_checkers = Checkers(_load)


class Reading:
    """A text and the rules that it is read with: those chosen on the page, else those that the text calls for.

    Whatever is put into the page is taken for a draft.
    """

    def __init__(self, content: str, packs: Sequence[str], profile: str) -> None:
        self.text = Text(content)
        self.notices: tuple[Notice, ...] = ()
        if packs:
            told = {"packs": list(packs), **({"profile": profile} if profile else {})}
            self.checker = _checkers.of(Configuration().changed(told, COMMAND_LINE))
        else:
            self.checker, self.notices = _checkers.of(Configuration()).for_text(None, self.text)
        self.draft = self.checker.parse(self.text, forced=True)


class Checking(Reading):
    """The same, and what is found in it."""

    def __init__(self, content: str, packs: Sequence[str], profile: str) -> None:
        super().__init__(content, packs, profile)
        self.outcome = self.checker.lint(self.draft)


def checking_of(asked: Mapping[str, Any]) -> Checking:
    """The text and the packs and profile to check it by; `packs` and `profile` empty: the draft decides."""
    return Checking(asked["text"], asked["packs"], asked["profile"])


def _fix(asked: Mapping[str, Any]) -> dict[str, Any]:
    checking = checking_of(asked)
    done = checking.checker.fix(checking.draft, checking.outcome.findings)
    place = utf16(checking.text.content)
    edits = by_words(checking.text.content, done.edits)
    return {"edits": _edits(edits, place), "applied": sum(done.applied.values()), "unstable": list(done.unstable)}


def _edits(edits: Sequence[Edit], place: Callable[[int], int]) -> list[list[Any]]:
    return [[place(edit.span.start), place(edit.span.end), edit.text] for edit in edits]


def _report(asked: Mapping[str, Any]) -> dict[str, Any]:
    checking = checking_of(asked)
    findings = tuple(checking.outcome.findings)
    printed = page(checking.draft, findings).html
    file = Checked(asked["name"], checking.text, findings, tuple(checking.outcome.profiles), page=printed)
    return {"html": report_html(Report([file]))}


def _lint(asked: Mapping[str, Any]) -> dict[str, Any]:
    checking = checking_of(asked)
    text, checker, outcome = checking.text, checking.checker, checking.outcome
    place = utf16(text.content)
    printed = page(checking.draft, outcome.findings, place)
    names = dict.fromkeys(finding.rule for finding in outcome.findings)
    problems = [str(problem) for problem in checker.problems if problem.path is not None]
    return {
        "findings": [_finding(finding, text, place) for finding in outcome.findings],
        "rules": {name: _rule(checker.ruleset.rule(name)) for name in names},
        "notices": [*_notices((*checking.notices, *outcome.notices)), *problems],
        "recognised": checker.parse(text).is_resolution,
        "profiles": list(_profiles(checker, outcome)),
        "page": {"title": printed.title, "html": printed.html},
    }


def _notices(notices: Sequence[Notice]) -> Iterator[str]:
    """The notices as the page shows them; nobody can install anything here, so that what is missing is one line."""
    wanting = {name for notice in notices if notice.wants for name in notice.rules}
    if wanting:
        names = ", ".join(sorted(wanting))
        yield f"This page has no spaCy, so these rules run only in part: {names}. The program “reslint” can run them."
    yield from (str(notice) for notice in notices if not notice.wants)


def _profiles(checker: Checker, outcome: Outcome) -> Iterator[dict[str, str]]:
    for profile in outcome.profiles:
        summary = checker.ruleset.profiles.get(profile.name, "")
        yield {"name": profile.name, "summary": summary, "because": profile.because}


def _finding(finding: Finding, text: Text, place: Callable[[int], int]) -> dict[str, Any]:
    at = text.position(finding.span.start, "utf-16")
    fix = finding.fix
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "start": place(finding.span.start),
        "end": place(finding.span.end),
        "line": at.line + 1,
        "found": text.slice(finding.span),
        "related": [
            {"message": each.message, "line": text.position(each.span.start).line + 1} for each in finding.related
        ],
        "fix": fix
        and {
            "title": fix.title,
            "safe": fix.safety == "safe",
            "edits": _edits(fix.edits, place),
        },
    }


def _rule(rule: Rule) -> dict[str, Any]:
    tidy = [" ".join(each.split()) for each in (rule.summary, rule.why)]
    return {"summary": tidy[0], "why": tidy[1], "sources": [" ".join(source.split()) for source in rule.sources]}


TASKS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {"lint": _lint, "fix": _fix, "report": _report}
