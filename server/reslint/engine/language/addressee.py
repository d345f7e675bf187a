"""To whom a directive opener speaks: "the Secretary-General" of "Requests the Secretary-General to report".

The words by which an addressee ends, the asides before and after it and the determiners that do not change it come
from the lexicon `addressees`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...text.regex import lazy

_BLANKS = lazy(r"\s*")
_COMMA = lazy(r"\s*,\s*")
_WORD = lazy(r"[^\s,;:]+")
_LONGEST = 240
"""How many characters are read at most: an addressee that has not ended by then is not understood."""

_MOST_KNOWN = 50_000


class Addressees:
    """Finds and compares addressees; made from the lexicon `addressees`.

    `end`: pattern of what ends an addressee; `aside`: pattern of what may stand between commas inside or before one
    without belonging to it, matched right after the comma; `drop`: words that do not tell two addressees apart;
    `object`: words that begin an object; `short`: short forms of names and `head-end`: words that end the head of a
    full name, so that "the Office" is known for the United Nations Office on Drugs and Crime. A clause that restricts
    the addressee belongs to it: "States that have not yet done so" are not all States. `longer`, which may be missing:
    pattern of words after an opener that may belong to it.
    """

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self._known: dict[str, tuple[str, ...] | None] = {}
        self._end = lazy(str(lexicon["end"]))
        self._aside = lazy(str(lexicon["aside"]))
        self._longer = lazy(str(lexicon["longer"])) if lexicon.get("longer") else None
        self._object = frozenset(str(word).lower() for word in lexicon["object"])
        self._drop = frozenset(str(word).lower() for word in lexicon["drop"])
        self._short = frozenset(str(word).lower() for word in lexicon["short"])
        self._head_end = frozenset(str(word).lower() for word in lexicon["head-end"])

    def find(self, text: str, start: int) -> tuple[str, ...] | None:
        """The words of the addressee that begins at `start`, in lower case; None when it cannot be told."""
        key = text[start : start + _LONGEST]
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._find(key)
        return self._known[key]

    def _find(self, text: str) -> tuple[str, ...] | None:
        pieces = self._pieces(text)
        return self._words(" ".join(text[start:end] for start, end in pieces)) or None

    def place(self, text: str, start: int) -> tuple[int, int] | None:
        """Where the addressee that begins at `start` stands in the text, half-open; None when it cannot be told."""
        pieces = self._pieces(text[start : start + _LONGEST])
        words = list(_WORD.finditer(text, start + pieces[0][0], start + pieces[-1][1])) if pieces else []
        return (words[0].start(), words[-1].end()) if words else None

    def _pieces(self, text: str) -> list[tuple[int, int]]:
        """The pieces between commas of the addressee that begins a text, half-open; none when it cannot be told."""
        at = self._skip_aside(text, 0)
        pieces: list[tuple[int, int]] = []
        while True:
            end = self._end.search(text, at)
            if end is None:
                return []
            pieces.append((at, end.start()))
            if not end.group().startswith(","):
                return pieces
            after = _BLANKS.match(text, end.end()).end()  # type: ignore[union-attr] # it matches nothing, too
            if self._aside.match(text, after):
                return pieces
            at = after

    def begins_object(self, text: str, start: int) -> bool:
        """Whether the word at `start` begins an object, so that the word before it is an adverb, not its attribute.

        "Requests also the Secretary-General", but "Encourages further work".
        """
        word = _WORD.search(text, start)
        if word is None:
            return False
        return word.group().lower() in self._object or not word.group()[0].islower()

    def lengthens(self, text: str, start: int) -> bool:
        """Whether the words at `start`, after an opener, may belong to it: "Reaffirming its strong commitment"."""
        return self._longer is not None and self._longer.match(text, _BLANKS.match(text, start).end()) is not None  # type: ignore[union-attr] # it matches nothing, too

    def _skip_aside(self, text: str, at: int) -> int:
        """The offset after the asides between commas that stand before the addressee, at the comma that ends them."""
        while (comma := _COMMA.match(text, at)) and self._aside.match(text, comma.end()):
            close = text.find(",", comma.end())
            if close < 0:
                break
            at = close
        return at

    def _words(self, phrase: str) -> tuple[str, ...]:
        found = (match.group().lower() for match in _WORD.finditer(phrase))
        return tuple(word for word in found if word not in self._drop)

    def same(self, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
        """Whether two addressees are the same, one of them perhaps in its short form."""
        return first == second or self._shortens(first, second) or self._shortens(second, first)

    def _shortens(self, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
        if " ".join(short) not in self._short:
            return False
        head = next((i for i, word in enumerate(full) if word in self._head_end), len(full))
        return full[max(0, head - len(short)) : head] == short
