"""Readings of lines and blocks by themselves: pure functions of their words, and therefore remembered.

After a keystroke all lines but one are the same as before, so nearly every question of the parser has been answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from ..text.fold import fold, fold_once
from ..text.folded import Folded
from ..text.record import NamedTuple
from ..text.regex import lazy
from .endings import finished
from .grammar import Form
from .headings import is_part_line
from .labels import Label, Style, label_at
from .lexicon import Lexicon, remembered, without_aside

LineKind = Literal["text", "table", "separator", "heading", "page-line"]
Role = Literal["side", "annex", "part", "meeting", "declaration", "heading", "number", "item", "paragraph"]

HEAD = 160
"""Only shorter lines may be names."""
_START = 60
"""So much of a longer line is remembered; the longest label has no more."""
_WINDOW = 240
_SHORT = 90
_NUMERAL = 8
_LONG_LINE = 120
_SHORT_LINE = 60
_END = 80
_LONGEST_NAME = 200
_CAPITAL = lazy(r"(?:\*{1,3}|_{1,3}|<u>)?\s*[^\W\d_a-z]")
_SEPARATOR = lazy(r"(?:\\?[*_=~—–-][^\S\r\n]*){3,}")
_HEADING = lazy(r"(#{1,6})(?:[^\S\r\n]+|$)")
_MARKER = r"(?:\[\^[^\]\s]{1,40}\]|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]|<sup>\w{1,4}</sup>|\\\*)*"
_BOLD = lazy(rf"(?:\*\*[^*]+(?:\*(?!\*)[^*]+)*\*\*|__[^_]+__){_MARKER}")
_ITALIC = lazy(r"[*_][^*_\s][^*_]*[*_]")
_NAMED = lazy(r"[A-Z][a-z]+(?: [A-Za-z]+)?:")
"""A line like “Preamble:” or “Operative clauses:”."""
_CAPITAL_ITALIC = lazy(r"(?:\*{1,3}|_{1,3}|<u>)[“\"‘(]?([^\W\d_])")


class LineReading(NamedTuple):
    """A line by itself. Offsets count from its first character that is not a blank."""

    kind: LineKind = "text"
    words: int = 0
    """Where its words begin, after a label or the signs of a heading."""
    level: int = 0
    label: Label | None = None
    bold: bool = False
    """Whether one run of bold holds all its words."""
    starred: bool = False
    """Whether it begins and ends with three asterisks."""
    meets: bool = False
    """Whether it says when the text was adopted."""


class Reading(NamedTuple):
    """A block as far as its own words say what it is."""

    role: Role
    form: Form | None = None
    """The form of the known opener it begins with; None when it begins with no known opener."""
    opens: bool = False
    """Whether it begins like a paragraph: with a known opener or with a capital in italics."""
    lower: bool = False
    """Whether its first letter is small."""
    finished: bool = False
    """Whether it ends as a paragraph may."""
    last: str = ""
    """The mark it ends with, footnote markers and quotes aside: a comma, semicolon, colon, stop or ""."""
    sign: str = ""
    """Its last character, emphasis aside."""
    enacts: Literal["", "organ", "form"] = ""
    """Whether it could be an enacting line: by the name of a known organ, or by its form alone."""


class Heading(NamedTuple):
    """A block before the enacting line, as far as its words say what it is."""

    masthead: bool
    sponsors: bool
    """Whether it names who submits the draft."""
    chapeau: bool
    """Whether it recommends the text that follows to another organ."""
    field: bool
    """Whether it is nothing but the name of a field of the heading block."""


SIDE = Reading("side")
"""The kinds of blocks that are not text: a note, a table, a comment, a page line."""
UNREAD = fold(())
"""The words of what is not text."""


def head(words: str, *, bold: bool = False) -> str:
    """The first of the folded words of a block, more of them where all are bold."""
    return words[: 3 * _WINDOW if bold else _WINDOW]


def read_line(line: str, lexicon: Lexicon) -> LineReading:
    """The reading of a line, which has no blank at either end and is not empty."""
    if len(line) < HEAD:
        return _known_line(line, lexicon, True)
    if line[0].isalnum() or line[1].isalnum():
        # Neither a separator nor bold from end to end: of a long line the rest says nothing.
        read = _known_line(line[:_START], lexicon, False)
        if read.words < _START:
            return read
    return _line(line, lexicon, True)


def _line(line: str, lexicon: Lexicon, whole: bool) -> LineReading:
    """The reading of a line, or of the start of one that is too long for a page line or a meeting."""
    first = line[0]
    if first == "|":
        return LineReading("table")
    if first in "\\*_=~—–-" and len(line) >= 3 and _SEPARATOR.fullmatch(line):
        return LineReading("separator")
    heading = _HEADING.match(line) if first == "#" else None
    if heading:
        return LineReading("heading", heading.end(), len(heading[1]))
    if whole and len(line) <= _SHORT_LINE and _any(lexicon.page, line):
        return LineReading("page-line")
    meets = whole and len(line) < _LONG_LINE and _any(lexicon.meeting, line.removeprefix("<u>").lstrip("*_"))
    label = label_at(line)
    at = 0 if label is None else len(line) - len(line[label.size :].lstrip())
    bold = line.startswith(("**", "__")) and is_bold(line)
    starred = len(line) > 3 and line.startswith("***") and line.endswith("***")
    return _same_line("text", at, 0, label, bold, starred, meets)


# There are far more lines and blocks than different things to say of them: equal ones are one object.
_same_line = lru_cache(maxsize=4096)(LineReading)
_same_reading = lru_cache(maxsize=4096)(Reading)
_known_line = remembered(8192)(_line)


def is_bold(words: str) -> bool:
    """Whether one run of bold holds all of some words, footnote markers behind it aside."""
    return _BOLD.fullmatch(words) is not None


@remembered(16384)
def read_block(text: str, lexicon: Lexicon, style: Style | None, bold: bool, headed: bool) -> tuple[Reading, Folded]:
    """The reading of a block of text or a heading, from its words and the style of its label, and the words folded.

    `bold` says that its words are bold from end to end, `headed` that signs of a heading stand before it.
    """
    entry = lexicon.begins(text)
    italic = _CAPITAL_ITALIC.match(text)
    opens = entry is not None or (italic is not None and italic[1].isupper())
    tail = text[-_END:]
    folded = fold_once(text)
    start = head(folded.text, bold=bold)
    reading = _same_reading(
        _labelled(start, lexicon, style, bold) or _line_role(text, start, lexicon, bold, headed, entry is not None),
        entry.form if entry else None,
        opens,
        text[:4].lstrip('*_(“"‘')[:1].islower(),
        finished(tail),
        _last(tail, folded.text, lexicon),
        tail.rstrip("*_ ")[-1:],
        "" if style is not None or len(text) > _LONGEST_NAME else _enacts(text, start, lexicon),
    )
    return reading, folded


@remembered(4096)
def read_heading(words: str, lexicon: Lexicon, bold: bool) -> Heading:
    """The reading of a block before the enacting line, from its first folded words; `bold`: all of them are."""
    layout = lexicon.layout
    start = head(words, bold=bold)
    name = start.strip(" *_")
    return Heading(
        _any(layout.masthead, start) or _any(layout.adopted, start),
        _any(layout.sponsors, start),
        _any(layout.chapeau, words),
        any(pattern.fullmatch(name) for pattern in layout.field),
    )


def _labelled(start: str, lexicon: Lexicon, style: Style | None, bold: bool) -> Role | None:
    """The reading of a block by its label, or as the first words of a declaration."""
    if style == "preamble":
        return "paragraph"
    if style is not None and style not in ("decimal", "bare"):
        return "item"
    if not bold and _any(lexicon.layout.declaration, start):
        return "declaration"
    return "number" if style is not None else None


def _line_role(text: str, start: str, lexicon: Lexicon, bold: bool, headed: bool, known: bool) -> Role:
    """The role of a block without label, whose folded words begin so; `known` says that it has a known opener."""
    layout = lexicon.layout
    marked = bold or headed
    if marked or len(text) <= _WINDOW:
        if _any(lexicon.meeting, start):
            return "meeting"
        heads = marked or not finished(text) or _alone(text)
        if heads and _any(layout.annex, start):
            return "annex"
        if (marked or len(text) <= _NUMERAL) and heads and _any(layout.part, start):
            return "part"
        if heads and not marked and "IVXLPSC".find(start[:1]) >= 0 and is_part_line(start, lexicon):
            return "part"
    return "heading" if marked or (not known and _is_plain_heading(text)) else "paragraph"


def _alone(text: str) -> bool:
    """Whether the first line of a block is a heading by its shortness: "Annex II" before the lines of its title."""
    first = text[:_SHORT].splitlines()[0]
    return len(first.strip()) <= 2 * _NUMERAL and len(first) < len(text)


def _is_plain_heading(text: str) -> bool:
    """Whether a short line that is not finished is all italics or has a capital; a very short one may have a colon."""
    if len(text) > _SHORT or (finished(text) and not _NAMED.fullmatch(text)):
        return False
    return text[:1].isupper() or _ITALIC.fullmatch(text) is not None


def _enacts(text: str, start: str, lexicon: Lexicon) -> Literal["", "organ", "form"]:
    if not _CAPITAL.match(text):
        return ""
    if lexicon.organ(text) is not None:
        return "organ"
    line = without_aside(start.strip())
    return "form" if any(pattern.fullmatch(line) for pattern in lexicon.layout.enacting) else ""


def _last(tail: str, words: str, lexicon: Lexicon) -> str:
    grammar = lexicon.vocabulary.grammar
    if grammar.tails:
        tail = words = grammar.without_tail(words.rstrip()[-_END:])
    if not tail.endswith((",", ";", ":", ".")):
        tail = words[-_END:].rstrip("”\"’') *_")
    return tail[-1] if tail.endswith((",", ";", ":", ".")) else ""


def _any(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    for pattern in patterns:  # noqa: SIM110 - a generator takes three times as long
        if pattern.match(text):
            return True
    return False
