"""Headings without any mark: a line that stands as one directly above a paragraph."""

from __future__ import annotations

from ..text.regex import lazy
from .endings import finished
from .lexicon import Lexicon

_LONGEST = 90
_SHORT = 60
_TITLE = lazy(r"[^\W\d_]")


def is_part_line(line: str, lexicon: Lexicon) -> bool:
    """Whether an unmarked line names a part by its numeral: "II.", "II. Financing", "Part II"; not "I recall"."""
    if len(line) > _LONGEST or finished(line.rstrip(".")):
        return False
    for pattern in lexicon.layout.part:
        match = pattern.match(line)
        if match is None:
            continue
        rest = line[match.end() :].strip()
        if not rest:
            return True
        if (match[0].endswith(".") or match[0][:2].istitle()) and not finished(line):
            title = _TITLE.search(rest)
            return title is not None and title[0].isupper()
    return False


def is_bare_heading(line: str) -> bool:
    """Whether a line may be a heading by its shortness, its capital and its open end."""
    return len(line) <= _SHORT and line[0].isupper() and not finished(line)
