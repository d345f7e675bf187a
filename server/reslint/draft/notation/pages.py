"""Text that was taken from printed pages, as `pdftotext` gives it: running heads, numbers, notes at the foot.

A page ends with a form feed. At its foot, below a rule of underscores, stand the texts of its notes, whose numbers may
come on lines of their own, before or after them; in the words above stand their markers as bare numbers. What the
page brings in is dropped, and notes and markers are written as the parser reads them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..endings import finished
from .canonical import Replaced

_LINES = lazy(r"[^\n\f]*(?:\n|\f|\Z)")
_RULE = lazy(r"\s*_{8,}\s*")
_JOB = r"(?:V\.|GE\.)?\d{2}-\d{5}\*?(?:\s*\([A-Z]\))?(?:\s+\d{6})?"
_FURNITURE = lazy(rf"\s*(?:{_JOB}|\*\d{{7,8}}\*|\d{{6}}|\d{{1,3}}/\d{{1,3}}|{_JOB}\s+\d+/\d+|\d+/\d+\s+{_JOB})\s*")
_NUMBERED = lazy(rf"\s*(?:\d+/\d+\s+)?{_JOB}(?:\s+\d+/\d+)?\s*")
_NUMBER = lazy(r"\s*(\d{1,3})\s*")
_SYMBOL = lazy(r"[A-Z]{1,4}(?:/[A-Z0-9][\w.]*){1,6}(?:\s*\(\d{4}\))?")
_COLUMNS = lazy(r"\s{3,}")
_BLANKS = lazy(r"\s+")
_LOOSE = lazy(r"(?<=[a-z])[^\S\n\f](?=-(?:[^\S\n]*\n\s*)?[a-z]|[;,](?:\s|\Z))")
"""A space before a hyphen or a mark, which the spacing of the print leaves."""
_HEAD_LINES = 7
_TITLE = 12
"""Shorter lines are not titles but headings: "Annex I"."""
_OPENING = 2000
"""Characters in which a text has its title."""


class _Line(NamedTuple):
    start: int
    end: int
    """After its line end."""
    words: str

    @property
    def last(self) -> int:
        """Where its words end."""
        return self.start + len(self.words.rstrip())

    @property
    def first(self) -> int:
        """Where its words begin."""
        return self.start + len(self.words) - len(self.words.lstrip())


class _Printed:
    """The beginning of a text, and how often every line and every part of one in columns is printed."""

    def __init__(self, content: str, pages: Sequence[Sequence[_Line]]) -> None:
        self.opening = _BLANKS.sub(" ", content[:_OPENING])
        self.lines = Counter(piece for lines in pages for line in lines for piece in _pieces(line))


def _pieces(line: _Line) -> list[str]:
    return [_BLANKS.sub(" ", piece) for piece in _COLUMNS.split(line.words.strip()) if piece]


def paged(content: str) -> list[Replaced]:
    """The replacements for the furniture of pages, for the notes at their feet and for the markers of these."""
    return sorted(_changes(content))


def _changes(content: str) -> Iterator[Replaced]:
    pages = _pages(content)
    printed = _Printed(content, pages)
    for index, lines in enumerate(pages):
        if len(pages) == 1 and not any(_RULE.fullmatch(line.words) for line in lines):
            return
        top = _head(lines, printed) if index else 0
        rule = next((at for at in range(len(lines) - 1, top, -1) if _RULE.fullmatch(lines[at].words)), len(lines))
        foot = _Foot(lines[rule + 1 :])
        is_last = index + 1 == len(pages)
        has_rule = rule < len(lines)
        if has_rule and not foot.notes and not (is_last and len(pages) > 1):
            rule = len(lines)
        bottom = _bottom(lines, top, rule)
        body = lines[top:bottom]
        while body and not body[-1].words.strip():
            body.pop()
        if top and body:
            yield Replaced(lines[0].start, body[0].first, "")
        if foot.notes:
            yield from _markers(content, body, foot.labels)
        yield from (Replaced(*found.span(), "") for found in _LOOSE.finditer(content, *_words_of(body)))
        after = body[-1].last if body else lines[top - 1].end if top else lines[0].start
        if bottom == len(lines) and not (body and not is_last):
            continue
        is_open = bool(body) and not has_rule
        is_open = is_open and (body[-1].words.rstrip()[-1:] not in ",;:." or _goes_on(pages, index + 1, printed))
        yield from foot.changes(after, lines[-1].end, is_open=is_open)


def _goes_on(pages: Sequence[Sequence[_Line]], index: int, printed: _Printed) -> bool:
    """Whether the words of a page begin with a small letter."""
    lines = pages[index] if index < len(pages) else ()
    return any(line.words.lstrip()[:1].islower() for line in lines[_head(lines, printed) :][:1])


def _pages(content: str) -> list[list[_Line]]:
    pages: list[list[_Line]] = [[]]
    for found in _LINES.finditer(content):
        if found[0]:
            pages[-1].append(_Line(*found.span(), found[0].rstrip("\n\f\r")))
        if found[0].endswith("\f"):
            pages.append([])
    if len(pages) == 1:
        pages = list(_parted(pages[0]))
    return [page for page in pages if any(line.words.strip() for line in page)]


def _parted(lines: list[_Line]) -> Iterator[list[_Line]]:
    """The pages of a text without form feeds: one ends where a job number has the symbol of a running head below it."""
    start = at = 0
    while at < len(lines):
        at += 1
        if not _NUMBERED.fullmatch(lines[at - 1].words):
            continue
        while at < len(lines) and (not lines[at].words.strip() or _FURNITURE.fullmatch(lines[at].words)):
            at += 1
        below = [line for line in lines[at : at + _HEAD_LINES] if line.words.strip()][:2]
        if any(_SYMBOL.fullmatch(piece) for line in below for piece in _pieces(line)):
            yield lines[start:at]
            start = at
    yield lines[start:]


def _head(lines: Sequence[_Line], printed: _Printed) -> int:
    """How many lines at the top of a page are its running head: a symbol, and the title beside, above or below it."""
    ends = [0]
    at = symbol = 0
    while at < len(lines) and at < _HEAD_LINES and len(ends) < 3:
        while at < len(lines) and not lines[at].words.strip():
            at += 1
        start = at
        while at < len(lines) and lines[at].words.strip():
            at += 1
        pieces = [piece for line in lines[start:at] for piece in _pieces(line)]
        names = [piece for piece in pieces if not _SYMBOL.fullmatch(piece)]
        is_title = all(_is_title(name, printed) for name in names)
        has_symbol = len(names) < len(pieces)
        if not is_title or at - start > 4 or (names and names[0][0].islower()):
            break
        ends.append(at)
        symbol = len(ends) - 1 if has_symbol else symbol
        if has_symbol and names:
            break
    if not symbol:
        return 0
    top = ends[2] if len(ends) > 2 else ends[symbol]
    while top < len(lines) and not lines[top].words.strip():
        top += 1
    return top


def _words_of(body: Sequence[_Line]) -> tuple[int, int]:
    return (body[0].first, body[-1].last) if body else (0, 0)


def _is_title(line: str, printed: _Printed) -> bool:
    """Whether a line of a running head is printed elsewhere, too, or made of words of the first page's title."""
    words = line.split()
    if len(line) < _TITLE or finished(line):
        return False
    known = sum(word in printed.opening for word in words)
    return printed.lines[line] > 1 or (len(words) > 3 and 4 * known > 3 * len(words))


def _bottom(lines: Sequence[_Line], top: int, rule: int) -> int:
    """Where the words of a page end: before its rule, its page number and its job number."""
    at = rule
    while at > top and (not lines[at - 1].words.strip() or _FURNITURE.fullmatch(lines[at - 1].words)):
        at -= 1
    # Blank lines alone are not furniture.
    if rule == len(lines) and all(not line.words.strip() for line in lines[at:]):
        return rule
    return at


class _Foot:
    """The foot of a page: the texts of notes below its rule, in groups of lines, and their numbers in order."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self.notes: list[list[_Line]] = []
        self.labels: list[str] = []
        numbers: list[int] = []
        texts: list[tuple[_Line, int]] = []
        weight = 0
        for line in lines:
            number = _NUMBER.fullmatch(line.words)
            if number is not None:
                numbers.append(int(number[1]))
                weight = 3
            elif not line.words.strip():
                weight = max(weight, 1)
            elif not _FURNITURE.fullmatch(line.words):
                before = texts[-1][0].words.rstrip() if texts else ""
                texts.append((line, weight + (2 if before.endswith(".") else 0)))
                weight = 0
        count = len(numbers)
        if not count or len(texts) < count or len(set(numbers)) < count:
            return
        ranked = sorted(range(1, len(texts)), key=lambda at: (-texts[at][1], at))
        starts = sorted([0, *ranked[: count - 1]])
        groups = [texts[start:end] for start, end in zip(starts, [*starts[1:], len(texts)], strict=True)]
        self.notes = [[line for line, _ in group] for group in groups]
        self.labels = [str(number) for number in sorted(numbers)]

    def changes(self, after: int, end: int, *, is_open: bool) -> Iterator[Replaced]:
        """The notes as the parser reads them, between the last words of the page and its end."""
        at = after
        for label, note in zip(self.labels, self.notes, strict=True):
            between = "\n\n" if at == after else "\n"
            yield Replaced(at, note[0].first, f"{between}[^{label}]: ")
            for one, other in pairwise(note):
                yield Replaced(one.last, other.first, "\n")
            at = note[-1].last
        yield Replaced(at, end, "\n" if is_open and not self.notes else "\n\n")


def _markers(content: str, body: Sequence[_Line], labels: Sequence[str]) -> Iterator[Replaced]:
    """The markers of the notes at the foot of a page, which stand in its words in the same order."""
    if not body:
        return
    at, end = body[0].first, body[-1].last
    for label in labels:
        found = None
        for before in (r"[,;.:”’)]", r"[^\W\d_]{5,}|\b[^\W\d_a-z]\w*"):
            found = re.compile(rf"(?:{before})([^\S\n\f]?{label})(?=[\s,;.:)]|\Z)").search(content, at, end)
            if found:
                yield Replaced(found.start(1), found.end(1), f"[^{label}]")
                at = found.end(1)
                break
