"""Words that are likely next: the rest that is proposed of what the tables of `phrases/recurrent.tsv` know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.packs.recurrent import Likely, likely_words, rows, table_in
from ..text import Span
from ..text.regex import lazy
from .proposal import Proposal

if TYPE_CHECKING:
    from .cursor import Cursor
    from .sources import Sources

START = "^"
"""The start of a paragraph, before its first word."""
MOST = 3
"""How many words are looked up."""
_TOKEN = lazy(r"[^\W\d_][\w’'\-]*|\d[\d/.,–-]*\d|\d|[^\w\s]")
_WORD = lazy(r"[^\W\d_][\w’'\-]*\Z")
_LIKELY = 50
"""How likely all words proposed are at least, in per cent."""
_SHORTEST, _LONGEST = 3, 80


class Recurrent:
    """The tables of some packs, read when first asked; what a later pack says of some words takes precedence."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._tables = [table_in(folder) for folder in folders]
        self._known: dict[str, list[Likely]] = {}

    @cached_property
    def _lines(self) -> dict[str, str]:
        return dict(rows(self._tables))

    def following(self, words: Sequence[str]) -> list[Likely]:
        """The words that follow these words and no longer row of them."""
        row = " ".join(words)
        if row not in self._lines:
            return []
        if row not in self._known:
            self._known[row] = likely_words(self._lines[row])
        return self._known[row]

    def next(self, words: Sequence[str], begun: str = "") -> Likely | None:
        """The likeliest next word, which begins with the letters that have been typed."""
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
    """The words that are likely after those before the place, if they are a few letters at least."""
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
