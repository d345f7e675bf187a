"""Characters as a terminal shows them: how wide they are, and what stands for those that cannot be shown."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from operator import attrgetter
from typing import TypeAlias

from ..text.record import NamedTuple
from ..text.regex import lazy

# What most drafts are written in: Latin letters, dashes and quotation marks.
_PLAIN = lazy("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]*")
# Control characters, orders that override the direction of reading, halves of characters, and what is none at all.
_HARMFUL = lazy(
    "[\0-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_TAB = "    "
_SOFT_HYPHEN = "\u00ad"
_UNSHOWN = "\ufffd"
_SHOWN, _WIDTH = attrgetter("shown"), attrgetter("width")


class Cell(NamedTuple):
    """One character of a text: what is printed for it, and over how many columns."""

    shown: str
    width: int


@lru_cache(maxsize=4096)
def cell(character: str) -> Cell:
    """The cell that a terminal shows for one character.

    Control characters get their control picture, so that a draft cannot steer the terminal; a soft hyphen is shown
    as word processors show it. Widths follow Unicode Standard Annex 11: wide and full-width characters take two
    columns, combining and format characters none.
    """
    if "\x20" <= character <= "\x7e":
        return Cell(character, 1)
    if character == "\t":
        return Cell(_TAB, len(_TAB))
    if character == _SOFT_HYPHEN:
        return Cell("¬", 1)
    category = unicodedata.category(character)
    if category == "Cc":
        return Cell(chr(0x2400 + ord(character)) if ord(character) < 0x20 else _UNSHOWN, 1)
    if category in {"Cs", "Zl", "Zp"} or (category == "Cn" and _HARMFUL.fullmatch(character)):
        return Cell(_UNSHOWN, 1)
    if category in {"Mn", "Me"} or character == "\u200d":
        return Cell(character, 0)
    if category == "Cf":
        return Cell("", 0)
    return Cell(character, 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1)


Row: TypeAlias = "str | list[Cell]"
"""Characters that follow each other: as they are where each takes one column and is shown as itself."""


def cells(characters: str) -> Row:
    """The cells of each character, in order."""
    return characters if _PLAIN.fullmatch(characters) else list(map(cell, characters))


def shown(row: Row) -> str:
    """The words that are printed for a row of cells."""
    return row if isinstance(row, str) else "".join(map(_SHOWN, row))


def width(row: Row) -> int:
    """How many columns a row of cells takes."""
    return len(row) if isinstance(row, str) else sum(map(_WIDTH, row))


def harmless(words: str) -> str:
    """`words` without what steers a terminal, turns the direction of reading, or is an error in HTML.

    U+FFFD stands for each of these characters; tabs and line ends stay.
    """
    return _HARMFUL.sub(_UNSHOWN, words)


def printable(words: str) -> str:
    """`words` as a terminal may be given them: nothing in them steers it."""
    return shown(cells(words))
