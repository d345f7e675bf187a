"""Which of some texts hold what is sought: told by a look at each where they are short, else by an index.

Keywords are found in texts as `lowered` and `zeroed` make them, wherever they stand in a word. Places are those of
the texts in the list that was given, from 0.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..patterns.folding import lowered, zeroed
from .need import GRAM, grams

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from .need import Need

    Rows = Mapping[str, Iterable[Sequence[str]]]

SHORT = 6_000
"""Texts of so many characters together are looked through sooner than an index of them is made and asked."""
_WORD = lazy(r"[\w-]+")
_NONE: frozenset[int] = frozenset()


def lookup(texts: Sequence[str]) -> Lookup:
    """The way to find what some texts hold that is quickest for them."""
    return Lookup(texts) if sum(map(len, texts)) <= SHORT else WordIndex(texts)


class Lookup:
    """Looks at one text after the other."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._as_written = texts
        self._lowered = [lowered(text) for text in texts]

    @cached_property
    def _texts(self) -> list[str]:
        """The texts as keywords are looked for in them."""
        return [zeroed(text) for text in self._lowered]

    @cached_property
    def _text(self) -> str:
        """All of them. What is not in it is in none of them, which is so of most that is sought."""
        return "\n".join(self._texts)

    @cached_property
    def _together(self) -> str:
        """All texts as they are written."""
        return "\n".join(self._as_written)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """Every whole word in small letters; hyphens are part of words."""
        return frozenset(_WORD.findall("\n".join(self._words())))

    def _words(self) -> Iterable[str]:
        """Strings that have every word of the texts in small letters."""
        return self._lowered

    @cached_property
    def grams(self) -> frozenset[str]:
        """The grams of what stands between blanks in the texts, as keywords are looked for in them."""
        return grams(dict.fromkeys(self._text.split()))

    def meets(self, need: Need) -> bool:
        """Whether some text holds what is needed."""
        if need.words:
            return not self._vocabulary.isdisjoint(need.words)
        own, filed = self.grams, need.keywords
        return any(self._has(keyword) for gram in filed if gram in own or not gram for keyword in filed[gram])

    def _has(self, keyword: str) -> bool:
        return keyword in self._text

    @cached_property
    def repeating(self) -> Collection[int]:
        """The places of the texts in which a piece follows one that it begins with: "the the,", "a an"."""
        return [place for place, text in enumerate(self._lowered) if _repeats(text.split())]

    def holding(self, keywords: Collection[str]) -> Collection[int]:
        """The places of the texts that hold one of the keywords."""
        there = [keyword for keyword in _all_zeroed(keywords) if keyword in self._text]
        if not there:
            return _NONE
        return [place for place, text in enumerate(self._texts) if any(keyword in text for keyword in there)]

    def having(self, phrases: Iterable[Sequence[str]]) -> Collection[int]:
        """The places of the texts that hold all words of one of the phrases, in capitals and small letters."""
        together = self._together
        return _NONE.union(*(self._spelled(words) for words in phrases if words[0] in together))

    def having_words(self, rows: Rows) -> Collection[int]:
        """The places of the texts that hold all words of a row, which are in small letters.

        The rows are those of the words that are whole words of some text.
        """
        there = self._vocabulary & rows.keys()
        return _NONE.union(*(self._with_all(row) for word in there for row in rows[word]))

    def _spelled(self, words: Sequence[str]) -> frozenset[int]:
        return frozenset([place for place, text in enumerate(self._as_written) if all(word in text for word in words)])

    def _with_all(self, words: Sequence[str]) -> frozenset[int]:
        sought = [zeroed(word) for word in words]
        return frozenset([place for place, text in enumerate(self._texts) if all(word in text for word in sought)])


class _Keyword(NamedTuple):
    """How a keyword is looked up in pieces that stand between blanks."""

    text: str
    """The keyword with 0 for every digit."""
    has_digit: bool
    whole: tuple[str, ...]
    """Its parts between two blanks: a text that holds it has these pieces. None of them has a digit."""
    part: str
    """Its longest other part, with a line break on the sides where it has a blank; it stands among the pieces."""


@lru_cache(maxsize=20_000)
def _keyword(keyword: str) -> _Keyword:
    text = zeroed(keyword)
    has_digit = "0" in text
    pieces = text.split()
    if pieces == [text]:
        return _Keyword(text, has_digit, (), text)
    parts = text.split(" ")
    if [part for part in parts if part] != pieces:  # there are other blanks in it
        return _Keyword(text, has_digit, (), max(pieces, key=len, default=""))
    ends = [f"{parts[0]}\n", f"\n{parts[-1]}", *(f"\n{part}\n" for part in parts[1:-1] if "0" in part)]
    whole = tuple(part for part in parts[1:-1] if part and "0" not in part)
    return _Keyword(text, has_digit, whole, max((end for end in ends if end.strip()), key=len, default=""))


class WordIndex(Lookup):
    """Knows of each piece that stands between blanks which texts have it."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__(texts)
        index: dict[str, list[int]] = defaultdict(list)
        self.repeating = repeating = []
        for place, text in enumerate(self._lowered):
            pieces = text.split()
            if _repeats(pieces):
                repeating.append(place)
            for piece in set(pieces):
                index[piece].append(place)
        self._index = dict(index)
        self._lists = list(index.values())
        """The places in the order of the pieces."""
        self._starts = list(accumulate((len(piece) + 1 for piece in index), initial=1))
        self._pieces = zeroed("\n".join(("", *index, "")))
        """The pieces with 0 for every digit, a line break before and after each."""
        self._hits: dict[str, frozenset[int]] = {}
        """The places of each keyword that was asked for."""
        self._spellings: dict[str, frozenset[int]] = {}
        """The same of words with their capitals."""

    @cached_property
    def grams(self) -> frozenset[str]:
        """The same of the pieces that the index has."""
        return grams(self._pieces.split("\n")[1:-1])

    def _has(self, keyword: str) -> bool:
        return bool(self._places(keyword))

    def holding(self, keywords: Collection[str]) -> Collection[int]:
        """The places of the texts that hold one of the keywords."""
        return _NONE.union(*map(self._places, keywords))

    def having(self, phrases: Iterable[Sequence[str]]) -> Collection[int]:
        """The places of the texts that hold all words of one of the phrases, in capitals and small letters."""
        return _NONE.union(*map(self._spelled, phrases))

    def _words(self) -> Iterable[str]:
        return self._index

    def _spelled(self, words: Sequence[str]) -> frozenset[int]:
        if not all(self._places(lowered(word)) for word in words):
            return _NONE
        places = self._with_capitals(words[0])
        for word in words[1:]:
            if not places:
                break
            places &= self._with_capitals(word)
        return places

    def _with_capitals(self, word: str) -> frozenset[int]:
        places = self._spellings.get(word)
        if places is None:
            texts = self._as_written
            places = frozenset([place for place in self._places(lowered(word)) if word in texts[place]])
            self._spellings[word] = places
        return places

    def _with_all(self, words: Sequence[str]) -> frozenset[int]:
        return frozenset.intersection(*map(self._places, words))

    def _places(self, keyword: str) -> frozenset[int]:
        """The places of the texts that hold a keyword."""
        places = self._hits.get(keyword)
        if places is None:
            places = self._hits[keyword] = self._sought(keyword)
        return places

    def _sought(self, keyword: str) -> frozenset[int]:
        piece = keyword if keyword.isalpha() else max(keyword.split(" "), key=len)
        if len(piece) >= GRAM and piece.isalpha() and not {piece[:GRAM], piece[-GRAM:]} <= self.grams:
            return _NONE
        # Most keywords occur nowhere, which one look at the pieces tells.
        if piece.isalpha():
            if piece not in self._pieces:
                return _NONE
            if piece == keyword:
                return _NONE.union(*self._found(piece))
        text, has_digit, whole, part = _keyword(keyword)
        if part not in self._pieces:
            return _NONE
        places: Collection[int] = range(len(self._lowered))
        if whole:
            places = min((self._index.get(piece, _NONE) for piece in whole), key=len)
        elif part:
            places = _NONE.union(*self._found(part))
        if part == text:
            return frozenset(places)
        texts = self._texts if has_digit else self._lowered
        return frozenset([place for place in places if text in texts[place]])

    def _found(self, part: str) -> Iterator[list[int]]:
        """The places of every piece that holds a part of a keyword."""
        find, starts, lists = self._pieces.find, self._starts, self._lists
        before = int(part[0] == "\n")
        at = find(part)
        while at >= 0:
            piece = bisect_right(starts, at + before) - 1
            yield lists[piece]
            at = find(part, starts[piece + 1] - before)


def _repeats(pieces: list[str]) -> bool:
    return any(map(str.startswith, pieces[1:], pieces))


def _all_zeroed(keywords: Collection[str]) -> tuple[str, ...]:
    """The keywords, each `zeroed`; worked out once for a set of them."""
    return _zeroed_set(keywords) if isinstance(keywords, frozenset) else tuple(map(zeroed, keywords))


@lru_cache(maxsize=4_000)
def _zeroed_set(keywords: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(zeroed, keywords)))
