"""The changes of a draft as `--diff` shows them."""

from __future__ import annotations

import difflib

from ..text import Text

_CONTEXT = 2
_NO_LINE_END = "\\ No newline at end of file"


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
