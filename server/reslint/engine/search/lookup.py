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
from ..patterns.folding import lowered, zeroed
from .need import GRAM, grams, runs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from .need import Need

    Rows = Mapping[str, Iterable[Sequence[str]]]

SHORT = 6_000
"""Texts of so many characters together are looked through sooner than an index of them is made and asked."""
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
    def _runs(self) -> frozenset[str]:
        """The `runs` of all texts, in small letters."""
        return runs("\n".join(self._lowered))

    @cached_property
    def _spelled_runs(self) -> frozenset[str]:
        """The `runs` of all texts as they are written."""
        return runs("\n".join(self._as_written))

    @cached_property
    def grams(self) -> frozenset[str]:
        """The grams of what stands between blanks in the texts, as keywords are looked for in them."""
        return grams(dict.fromkeys(self._text.split()))

    def meets(self, need: Need) -> bool:
        """Whether some text holds what is needed."""
        if need.runs:
            return not self._runs.isdisjoint(need.runs)
        if need.spelled:
            return not self._spelled_runs.isdisjoint(need.spelled)
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

    def having(self, rows: Rows) -> Collection[int]:
        """The places of the texts that hold all words of a row of `runs`, which are in small letters."""
        return _NONE.union(*map(self._with_all, _rows_of(rows, self._runs)))

    def spelling(self, rows: Rows) -> Collection[int]:
        """The same for rows in capitals and small letters."""
        return _NONE.union(*map(self._spelled, _rows_of(rows, self._spelled_runs)))

    def _with_all(self, words: Collection[str]) -> frozenset[int]:
        sought = [zeroed(word) for word in words]
        return frozenset([place for place, text in enumerate(self._texts) if all(word in text for word in sought)])

    def _spelled(self, words: Collection[str]) -> frozenset[int]:
        texts = self._as_written
        places = self._with_all([lowered(word) for word in words])
        return frozenset([place for place in places if all(word in texts[place] for word in words)])


class _Keyword(NamedTuple):
    """How a keyword is looked up in pieces that stand between blanks."""

    text: str
    """The keyword with 0 for every digit."""
    has_digit: bool
    whole: tuple[str, ...]
    """Its parts between two blanks: a text that holds it has these pieces. None of them has a digit."""
    part: str
    """Its longest other part, with a line break on the sides where it has a blank; it stands among the pieces."""
    others: tuple[str, ...] = ()
    """The rest of its parts, written in the same way; they stand among the pieces, too."""


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
    filled = sorted((end for end in ends if end.strip()), key=len, reverse=True)
    return _Keyword(text, has_digit, whole, filled[0] if filled else "", tuple(filled[1:]))


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

    @cached_property
    def grams(self) -> frozenset[str]:
        """The same of the pieces that the index has."""
        return grams(self._pieces.split("\n")[1:-1])

    def _has(self, keyword: str) -> bool:
        return bool(self._places(keyword))

    def holding(self, keywords: Collection[str]) -> Collection[int]:
        """The places of the texts that hold one of the keywords."""
        return _NONE.union(*map(self._places, keywords))

    def _with_all(self, words: Collection[str]) -> frozenset[int]:
        longer = [word for word in words if len(word) >= GRAM] or words  # the others are in nearly every text
        return frozenset.intersection(*map(self._places, longer))

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
        text, has_digit, whole, part, others = _keyword(keyword)
        if part not in self._pieces or not all(other in self._pieces for other in others):
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


def _rows_of(rows: Rows, own: frozenset[str]) -> Iterator[Collection[str]]:
    """The words of each row all of whose runs are among those that some texts have."""
    for run in own & rows.keys():
        for row in rows[run]:
            if own.issuperset(row):
                yield set(" ".join(row).split())


def _repeats(pieces: list[str]) -> bool:
    return any(map(str.startswith, pieces[1:], pieces))


def _all_zeroed(keywords: Collection[str]) -> tuple[str, ...]:
    """The keywords, each `zeroed`; worked out once for a set of them."""
    return _zeroed_set(keywords) if isinstance(keywords, frozenset) else tuple(map(zeroed, keywords))


@lru_cache(maxsize=4_000)
def _zeroed_set(keywords: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(zeroed, keywords)))
