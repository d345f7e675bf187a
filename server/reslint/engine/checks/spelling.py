"""Words that are a slip of the finger away from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..data.check import LocalMatch
from ..data.resources import shared
from ..data.schema import LexiconName, Number, Record
from ..language.spelling import Spelling
from ._words import in_title, outside_of, outside_quotes, outside_titles, with_case

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.resources import Resources

_WORD = lazy(r"(?<![\w’'/.@#&=-])[^\W\d_]{4,}(?![\w’'/@-]|\.\w)")
"""A word that stands alone: not a part of an address, a symbol or a compound."""


class SpellingCheck:
    """Words that print does not have, each of which becomes one that it has by one letter more, less, other or swapped.

    Words all in capitals are left alone, and so are words of which only a part is emphasised: a mark may stand there.
    """

    KIND: ClassVar[str] = "spelling"
    OPTIONS: ClassVar[Record] = Record(
        {
            "lexicon": LexiconName("The words that are right.", "spelling", default="spelling"),
            "besides": LexiconName("A lexicon of pairs whose wrong words are for another rule.", "pairs"),
            "shortest": Number("Words with fewer letters are left alone.", default=5),
            "shortest-name": Number("The same of words that begin with a capital.", default=5),
            "outside-quotes": outside_quotes(),
            "outside-titles": outside_titles(),
        },
        "Words that are a slip of the finger away from another.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"wrong", "right"})
    keywords: ClassVar[None] = None

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._spelling = shared(_spelling, resources.lexicon(options["lexicon"]))
        besides = resources.lexicon(options["besides"]) if options["besides"] else {}
        self._besides = besides.get(options["besides"], besides)
        self._shortest = options["shortest"]
        self._shortest_name = options["shortest-name"]
        self._quotations = outside_of(options, resources)
        self._outside_titles = options["outside-titles"]

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """The words from left to right; where several may be meant, the commonest is proposed."""
        doubtful = self._spelling.doubtful(_WORD.findall(words.text))
        if not doubtful:
            return
        for match in _WORD.finditer(words.text):
            found = match[0]
            if found not in doubtful:
                continue
            small = found.lower()
            if found[1:] != small[1:] or len(found) < (self._shortest if found[0] == small[0] else self._shortest_name):
                continue
            meant = self._spelling.meant(small)
            if not meant or small in self._besides or self._is_spared(words, *match.span()):
                continue
            yield LocalMatch(*match.span(), {"wrong": found, "right": meant[0]}, with_case(found, meant[0]))

    def _is_spared(self, words: Folded, at: int, end: int) -> bool:
        if any(at < run.start < end or at < run.end < end for run in words.emphasis):
            return True
        if self._quotations and self._quotations.hold(words.text, at):
            return True
        return bool(self._outside_titles and in_title(words, at))


def _spelling(data: Mapping[str, Any]) -> Spelling:
    return Spelling(data.get("spelling", data))
