"""Fixing drafts: what `--fix` writes and `--diff` shows."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ..formats import Original, open_file
from ..text import Edit, Text
from .files import STDIN

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


def write(visit: Visit, edits: Sequence[Edit]) -> Original:
    """Put the draft with its edits where it came from: into its file, or from the standard input to the output.

    Gives what was written. Raises OSError, and CannotWrite for edits that the file has no place for: then nothing is
    written.
    """
    data = visit.original.write(edits)
    written = open_file(visit.candidate.path, data)
    if str(visit.candidate.path) == STDIN:
        write_output(data)
    elif edits:
        from ..text.writing import write_whole

        write_whole(visit.candidate.path, data, visit.original.write())
    return written


def write_output(data: bytes) -> None:
    """Put bytes on the standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


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
