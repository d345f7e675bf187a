"""Words that are likely next: a table of what follows which words in printed resolutions, and the rest it proposes.

A file `phrases/recurrent.tsv` has a line for a few words in a row, and behind these, in columns of their own, the words
that follow: each with how many of its letters must have been typed until it is likely, and how often it is right then,
in per cent ("of the present", "resolution 0 87"). "^" is the start of a paragraph, and a comma is a word. A line with
fewer words speaks only where none with more does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..register import DamagedTable
from ..text import Span
from ..text.record import NamedTuple
from ..text.regex import lazy
from .proposal import Proposal

if TYPE_CHECKING:
    from .cursor import Cursor
    from .sources import Sources

TABLE = ("phrases", "recurrent.tsv")
START = "^"
"""The start of a paragraph, before its first word."""
MOST = 3
"""How many words are looked up."""
_TOKEN = lazy(r"[^\W\d_][\w’'\-]*|\d[\d/.,–-]*\d|\d|[^\w\s]")
_WORD = lazy(r"[^\W\d_][\w’'\-]*\Z")
_LIKELY = 50
"""How likely all words proposed are at least, in per cent."""
_SHORTEST, _LONGEST = 3, 80


class Likely(NamedTuple):
    """A word, the letters of it that must have been typed, and how often it is right then, in per cent."""

    word: str
    letters: int
    share: int


class Recurrent:
    """The tables of some packs, read when first asked; what a later pack says of some words takes precedence."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._paths = [folder.joinpath(*TABLE) for folder in folders]

    @cached_property
    def _lines(self) -> dict[str, tuple[str, Path]]:
        lines = {}
        for path in self._paths:
            if not path.is_file():
                continue
            try:
                content = path.read_text("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise DamagedTable(path, 0, f"this table cannot be read: {error}") from None
            for line in content.splitlines():
                if line[:1] != "#":
                    words, _, following = line.partition("\t")
                    lines[words] = following, path
        return lines

    def following(self, words: Sequence[str]) -> list[Likely]:
        """The words that follow these words and no longer row of them. Raises DamagedTable."""
        found = self._lines.get(" ".join(words))
        return [_likely(column, words, found[1]) for column in found[0].split("\t")] if found is not None else []

    def next(self, words: Sequence[str], begun: str = "") -> Likely | None:
        """The likeliest next word, which begins with the letters that have been typed. Raises DamagedTable."""
        for size in range(min(MOST, len(words)), -1, -1):
            for likely in self.following(words[len(words) - size :]):
                if likely.letters <= len(begun) < len(likely.word) and likely.word.startswith(begun):
                    return likely
        return None

    def rest(self, words: Sequence[str], begun: str = "") -> str:
        """The text behind the letters of a word and the words before it, as far as it is likely; "" for none."""
        found = self.next(words, begun)
        if found is None:
            return ""
        text, share, known = found.word[len(begun) :], found.share, [*words[-MOST:], found.word]
        while len(text) < _LONGEST:
            found = self.next(known)
            if found is None or share * found.share < 100 * _LIKELY:
                break
            share = share * found.share // 100
            text += found.word if found.word == "," else f" {found.word}"
            known.append(found.word)
        return text.rstrip(",")


def _likely(column: str, words: Sequence[str], path: Path) -> Likely:
    word, _, numbers = column.partition(" ")
    letters, _, share = numbers.partition(" ")
    if not word or not letters.isdecimal() or not share.isdecimal():
        reason = f"after “{' '.join(words)}” write a word, its letters and a percentage, not “{column}”"
        raise DamagedTable(path, 0, reason)
    return Likely(word, int(letters), int(share))


def tokens(text: str) -> list[str]:
    """The words, numbers and signs of a text without mark-up."""
    return _TOKEN.findall(text)


def is_known(token: str) -> bool:
    """Whether a token may stand in a table: a word, a comma, a whole number or the start of a paragraph."""
    return token in {START, ","} or token.isdecimal() or is_word(token)


def is_word(token: str) -> bool:
    """Whether a token is a word."""
    return _WORD.match(token) is not None


def propose_recurrent(cursor: Cursor, sources: Sources) -> Proposal | None:
    """The words that are likely after those before the place, if they are a few letters at least.

    Raises DamagedTable.
    """
    # Nothing is looked up of what stands farther away than the longest row of words.
    written = cursor.written.text
    words = tokens(written[-200:])
    if len(written) <= 200 and cursor.begins:
        words.insert(0, START)
    begun = ""
    if written and not written[-1].isspace():
        begun = words.pop() if is_word(words[-1]) else ""
        if not begun:
            return None
    words = words[-MOST:]
    strange = [at for at, word in enumerate(words) if not is_known(word)]
    rest = sources.recurrent.rest(words[strange[-1] + 1 if strange else 0 :], begun)
    if len(rest) < _SHORTEST:
        return None
    at = cursor.offset
    return Proposal("words", rest.strip(), Span(at, at), rest, about=("text",))
