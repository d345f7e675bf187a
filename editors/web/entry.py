"""The requests of the page: JSON in, JSON out, offsets in UTF-16 code units, as JavaScript counts them.

Runs in Pyodide, in a web worker. `answer` is the only function that the worker calls.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reslint.engine import Finding, Notice, Outcome, Rule, Ruleset, load
from reslint.engine.checker import Checker, Checkers
from reslint.engine.packs.folders import shipped_names
from reslint.engine.project.configuration import COMMAND_LINE, Configuration
from reslint.reports.page import page, stylesheet
from reslint.text import Text

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def answer(request: str) -> str:
    """The answer to {do: "lint" | "fix", text, packs, profile}; `packs` and `profile` empty: the draft decides.

    ASCII in both directions, so that a lone surrogate in a pasted text passes, too. Raises KeyError for another `do`.
    """
    asked = json.loads(request)
    answers: dict[str, Callable[[Checking], dict[str, Any]]] = {"lint": _lint, "fix": _fix}
    return json.dumps(answers[asked["do"]](Checking(asked["text"], asked["packs"], asked["profile"])))


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


def _load(configuration: Configuration) -> Ruleset:
    return load(configuration.packs, configuration=configuration)


_checkers = Checkers(_load)


class Checking:
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
        self.outcome = self.checker.lint(self.draft)


def _fix(checking: Checking) -> dict[str, Any]:
    done = checking.checker.fix(checking.draft, checking.outcome.findings)
    return {"text": done.text.content, "applied": sum(done.applied.values()), "unstable": list(done.unstable)}


def _lint(checking: Checking) -> dict[str, Any]:
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
            "edits": [[place(edit.span.start), place(edit.span.end), edit.text] for edit in fix.edits],
        },
    }


def _rule(rule: Rule) -> dict[str, Any]:
    tidy = [" ".join(each.split()) for each in (rule.summary, rule.why)]
    return {"summary": tidy[0], "why": tidy[1], "sources": [" ".join(source.split()) for source in rule.sources]}
