"""Paragraphs of a resolution that stand as the items of a list without numbers, as chat programs write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...text.regex import lazy
from .canonical import Replaced

_BULLET = lazy(r"^[^\S\n]{0,3}(?:[-*+•–—][^\S\n]+)(?=\S)", 8)  # re.MULTILINE
_HEADING = lazy(r"(?:#{1,6} |\*\*|__)[^,;.]{0,80}\Z|[A-Z][A-Za-z ]{0,40}:\Z")
_LONGEST = 400
_MOST = 0.6
"""So many of the items of such a list must open as paragraphs do."""


def bulleted(content: str, opens: Callable[[str], bool]) -> Iterator[Replaced]:
    """The bullets before paragraphs.

    `opens` says whether words begin with an opener that is known. A list that a colon leads is one, unless the colon
    ends a heading; bullets that are set in belong to the item above them.
    """
    run: list[tuple[int, int, bool]] = []
    is_led = False
    for found in _BULLET.finditer(content):
        start, end = found.span()
        if not run or _parts(content, run[-1][1], start):
            yield from () if is_led else _changes(run)
            run = []
            before = _line_before(content, start).rstrip("*_ ")
            is_led = before.endswith(":") and not _HEADING.match(before)
        run.append((start, end, opens(content[end : end + _LONGEST])))
    yield from () if is_led else _changes(run)


def _changes(run: list[tuple[int, int, bool]]) -> Iterator[Replaced]:
    if run and sum(opened for _, _, opened in run) >= _MOST * len(run):
        yield from (Replaced(start, end, "") for start, end, _ in run)


def _line_before(content: str, at: int) -> str:
    """The last line before an offset that is not blank."""
    return content[max(at - _LONGEST, 0) : at].rstrip().rpartition("\n")[2].strip()


def _parts(content: str, start: int, end: int) -> bool:
    """Whether a paragraph that is not an item stands between two bullets."""
    gap = content[start:end].partition("\n\n")[2]
    return any(not line[0].isspace() for line in gap.splitlines() if line.strip())
