"""Tracked changes and remarks in mark-up, read as if they were accepted: what is deleted is absent.

`<del>` and `<ins>` as HTML has them, CriticMarkup, and the spans of pandoc 3 (`--track-changes=all`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...text.regex import lazy
from .canonical import Replaced

_SIGN = lazy(
    r"\{--(?P<cut>(?:(?!--\}).){0,8000})--\}"
    r"|\{~~(?P<old>(?:(?!~>|~~\}).){0,8000})~>(?P<new>(?:(?!~~\}).){0,8000})~~\}"
    r"|\{>>(?P<remark>(?:(?!<<\}).){0,8000})<<\}"
    r"|\{(?P<sign>\+\+|==)(?P<kept>(?:(?!\+\+\}|==\}).){0,8000})(?P=sign)\}"
    r"|<(?P<tag>del|s|strike)(?=[\s>])[^<>]{0,1000}>(?:(?!</(?P=tag)>).){0,8000}</(?P=tag)>"
    r"|(?P<ins></?ins(?=[\s>])[^<>]{0,1000}>)",
    re.DOTALL | re.IGNORECASE,
)
_BRACKET = lazy(r"\\.|\[|\]\{(?P<attributes>[^{}\r\n]{0,500})\}|\]")
_CUT = lazy(r"\.(?:deletion|comment-start)\b")
_KEPT = lazy(r"\.(?:insertion|comment-end|paragraph-insertion|paragraph-deletion)\b")


def tracked(content: str) -> Iterator[Replaced]:
    """Deletions and remarks are nothing, insertions are words."""
    for found in _SIGN.finditer(content):
        start, end = found.span()
        if found["ins"] is not None:
            yield Replaced(start, end, "")
        elif found["new"] is not None or found["kept"] is not None:
            inner = found.span("new" if found["new"] is not None else "kept")
            yield Replaced(start, inner[0], "")
            yield Replaced(inner[1], end, "")
        else:
            yield _cut(content, start, end)


def spans(content: str) -> Iterator[Replaced]:
    """The spans with which pandoc keeps the tracked changes and remarks of a file of Word."""
    opened: list[int] = []
    changes: list[Replaced] = []
    for found in _BRACKET.finditer(content):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0][0] == "]" and opened:
            start, attributes = opened.pop(), found["attributes"] or ""
            if _CUT.search(attributes):
                changes = [change for change in changes if change.start < start]
                changes.append(_cut(content, start, found.end()))
            elif _KEPT.search(attributes):
                changes += (Replaced(start, start + 1, ""), Replaced(*found.span(), ""))
    yield from _apart(sorted(changes))


def _cut(content: str, start: int, end: int) -> Replaced:
    """Takes words away, with one of the two spaces between which they stand."""
    before = content[start - 1 : start] if start else " "
    return Replaced(start, end + (before.isspace() and content[end : end + 1] == " "), "")


def _apart(changes: Sequence[Replaced]) -> Iterator[Replaced]:
    at = 0
    for change in changes:
        if change.start >= at:
            yield change
            at = change.end
