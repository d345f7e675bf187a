"""Fixing drafts: what `--fix` makes of a text and `--diff` shows."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ..text import Text

if TYPE_CHECKING:
    from ..engine.data.finding import Finding
    from ..engine.edits.fix import FixResult
    from .checking import Inspector, Visit

    Wanted = Callable[[Visit, Text, Sequence[Finding]], tuple[Finding, ...]]

_CONTEXT = 2
_NO_LINE_END = "\\ No newline at end of file"


def repaired(visit: Visit, inspector: Inspector, *, unsafe: bool, wanted: Wanted) -> FixResult:
    """The draft of a visit after its fixes, and what is left to report in it.

    Of the findings only those are fixed and reported that `wanted` leaves.
    """
    from ..engine import fix_all

    def lint(text: Text) -> tuple[Finding, ...]:
        same = text.content == visit.original.text.content
        outcome = visit.outcome if same else inspector.check(text, visit.rules, visit.forced).outcome
        return wanted(visit, text, outcome.findings)

    original = visit.original
    refusal = None if original.has_lines else original.refusal
    return fix_all(original.text, lint, unsafe=unsafe, refusal=refusal)


def unified_diff(path: str, before: Text, after: Text) -> list[str]:
    """The lines of a unified diff, none when nothing changes.

    As `patch` and `git apply` read it: a line ends with LF alone, so the CR of a CRLF is part of the line.
    """
    old, new = before.content.split("\n"), after.content.split("\n")
    lines = list(
        difflib.unified_diff(
            _marked(old), _marked(new), fromfile=f"a/{path}", tofile=f"b/{path}", lineterm="", n=_CONTEXT
        )
    )
    return [part for line in lines for part in line.split("\n")]


def _marked(lines: list[str]) -> list[str]:
    """The lines of a text split at LF, the last one marked when no line end follows it."""
    *whole, rest = lines
    return [*whole, f"{rest}\n{_NO_LINE_END}"] if rest else whole
