"""Wordings that are searched together, and an index that tells which of them can hold what is sought."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ..text.record import NamedTuple
from ..text.regex import lazy
from .patterns import lowered, zeroed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from ..draft.wording import Wording
    from .search import Search

_WORD = lazy(r"[\w-]+")
_NONE: frozenset[int] = frozenset()


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
    parts = text.split(" ")
    if [part for part in parts if part] != text.split():  # there are other blanks in it
        return _Keyword(text, has_digit, (), max(text.split(), key=len, default=""))
    several = len(parts) > 1
    ends = [parts[0] + "\n" * several, "\n" * several + parts[-1]]
    ends += [f"\n{part}\n" for part in parts[1:-1] if "0" in part]
    whole = tuple(part for part in parts[1:-1] if part and "0" not in part)
    return _Keyword(text, has_digit, whole, max((end for end in ends if end.strip()), key=len, default=""))


class Batch:
    """Wordings that were first met together, and an index of what stands between blanks in them."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.wordings = wordings
        self.found: dict[Search[Any], Mapping[Wording, Any]] = {}
        """What searches have found in it, kept here so that it lives no longer than the wordings."""
        self.lacking: set[frozenset[str]] = set()
        """Sets of keywords of which it holds none."""
        self._texts: list[str] = []
        self._index: dict[str, list[int]] = {}
        """Of each piece the places of the wordings that have it."""
        self._lists: list[list[int]] = []
        """The same in the order of the pieces."""
        self._pieces = ""
        """The pieces with 0 for every digit, a line break before and after each."""
        self._starts: list[int] = []
        self._vocabulary: frozenset[str] | None = None
        self._hits: dict[str, frozenset[int]] = {}
        """The places of each keyword that was asked for."""
        self._as_written: dict[str, frozenset[int]] = {}
        """The same of words with their capitals."""

    def holding(self, keywords: Collection[str], kinds: frozenset[str] | None = None) -> Sequence[Wording]:
        """The wordings, of these kinds, whose words, `lowered`, hold one of the keywords; any digit is like another."""
        hits: set[int] = set()
        for keyword in keywords:
            hits |= self._places(keyword)
        return self._at(hits, kinds)

    def having(self, phrases: Iterable[Sequence[str]], kinds: frozenset[str] | None = None) -> Sequence[Wording]:
        """The wordings, of these kinds, that have all words of one of the phrases, in capitals and small letters."""
        hits: set[int] = set()
        for words in phrases:
            places = self._spelled(words[0])
            for word in words[1:]:
                if not places:
                    break
                places &= self._spelled(word)
            hits |= places
        return self._at(hits, kinds)

    def _spelled(self, word: str) -> frozenset[int]:
        """The places of the wordings that hold a word in these capitals and small letters."""
        places = self._as_written.get(word)
        if places is None:
            wordings = self.wordings
            places = frozenset([place for place in self._places(lowered(word)) if word in wordings[place].text])
            self._as_written[word] = places
        return places

    def having_words(
        self, rows: Mapping[str, Iterable[Sequence[str]]], kinds: frozenset[str] | None = None
    ) -> Sequence[Wording]:
        """The wordings, of these kinds, that have all words of a row, in small letters.

        The rows are those of the words that occur in the batch as whole words, hyphens being part of words.
        """
        if self._vocabulary is None:
            self._read()
            self._vocabulary = frozenset(_WORD.findall("\n".join(self._index)))
        hits: set[int] = set()
        for word in self._vocabulary & rows.keys():
            for row in rows[word]:
                hits |= frozenset.intersection(*map(self._places, row))
        return self._at(hits, kinds)

    def _at(self, places: Collection[int], kinds: frozenset[str] | None) -> Sequence[Wording]:
        if not places:
            return ()
        found = [self.wordings[place] for place in sorted(places)]
        return found if kinds is None else [wording for wording in found if wording.kind in kinds]

    def _read(self) -> None:
        if not self._texts:
            self._texts = [lowered(wording.folded.text) for wording in self.wordings]
            index: dict[str, list[int]] = defaultdict(list)
            for place, text in enumerate(self._texts):
                for piece in set(text.split()):
                    index[piece].append(place)
            self._index = dict(index)
            self._lists = list(index.values())
            self._starts = list(accumulate((len(piece) + 1 for piece in index), initial=1))
            self._pieces = zeroed("\n".join(("", *index, "")))

    def _places(self, keyword: str) -> frozenset[int]:
        """The places of the wordings whose words in lower case hold a keyword."""
        places = self._hits.get(keyword)
        if places is None:
            self._read()
            places = self._hits[keyword] = self._sought(keyword)
        return places

    def _sought(self, keyword: str) -> frozenset[int]:
        text, has_digit, whole, part = _keyword(keyword)
        places: Any = range(len(self._texts))
        if whole:
            places = min((self._index.get(piece, ()) for piece in whole), key=len)
        elif part:
            # Most keywords occur nowhere, which one look at the pieces tells.
            places = _NONE.union(*self._found(part)) if part in self._pieces else _NONE
        if part == text:
            return frozenset(places)
        texts = self._texts
        if has_digit:
            return frozenset([place for place in places if text in zeroed(texts[place])])
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
