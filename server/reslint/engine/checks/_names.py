"""Shared parts of the kinds of check about names that are nearly those of a list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.check import LocalMatch
from ..data.dated import Sessions, sessions
from ..data.resources import shared
from ..data.schema import Field, LexiconName, ListOf, Pattern, TextField
from ..patterns.compiled import LazyPattern
from ._words import in_title, outside_of, outside_quotes, outside_titles

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.resources import Resources

_WORD = lazy(r"[^\W_][\w’'–-]*")
_GAP = lazy(r",?\s")
_FILLER = 3
"""A word of so few letters does not tell a name from common words."""
_LONG = 5
"""A word of fewer letters is not taken for another one that is misspelt."""
_TAIL = 2
"""So many letters at the end of two words may differ, where all others are the same."""
_MOST_KNOWN = 2_048
"""As many texts as the command reads ahead: each kind of check about names asks for all of them."""


class _Step:
    """Names that go on after the same words; divided by the next word when somebody asks for it."""

    __slots__ = ("_depth", "_divided", "_rest", "names")

    def __init__(self, rest: Sequence[tuple[str, Sequence[str]]], depth: int) -> None:
        self.names = tuple(name for name, stems in rest if len(stems) == depth)
        """Those that end here."""
        self._rest = rest
        self._depth = depth
        self._divided: dict[str, _Step] | None = None

    def divided(self) -> dict[str, _Step]:
        """Those that go on, by their next word."""
        if self._divided is None:
            depth, found = self._depth, dict[str, list[tuple[str, Sequence[str]]]]()
            for each in self._rest:
                if len(each[1]) > depth:
                    found.setdefault(each[1][depth], []).append(each)
            self._divided = {stem: _Step(rest, depth + 1) for stem, rest in found.items()}
        return self._divided


class KnownNames:
    """The names of a lexicon that cannot be common words, and where they may be meant in a text."""

    def __init__(self, data: Mapping[str, Any], name: str, links: frozenset[str], endings: tuple[str, ...]) -> None:
        self._links, self._endings = links, endings
        self._sessions: dict[str, Sessions] = {}
        self._stems = {name: list(map(self._stem, words)) for name, words in self._names_of(data.get(name, data))}
        # One of the two longest words is there where the other one is misspelt.
        self.keywords = frozenset(word for stems in self._stems.values() for word in sorted(stems, key=len)[-2:])
        self._known: dict[str, tuple[tuple[int, int, tuple[str, ...]], ...]] = {}

    @property
    def all(self) -> Collection[str]:
        """The names."""
        return self._stems.keys()

    def meant(self, text: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
        """Where names may stand, from left to right, with the names that each may be; none overlaps another."""
        if text not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[text] = tuple(self._meant(text))
        return self._known[text]

    def _meant(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        there = self._first.divided().keys() & set(map(str.lower, _WORD.findall(text)))
        if not there:
            return
        after = 0
        for first in _WORD.finditer(text):
            if first.start() >= after and first[0].lower() in there:
                end, names = self._walk(text, first.start())
                if names:
                    after = end
                    yield first.start(), end, names

    @cached_property
    def _first(self) -> _Step:
        """Where every walk begins."""
        root = _Step(sorted(self._stems.items()), 0)
        steps = root.divided()
        for stem in list(steps):
            for ending in self._endings:
                steps.setdefault(stem + ending, steps[stem])
        return root

    def sessions(self, name: str) -> Sessions | None:
        """The sessions for which a name holds; None for all."""
        return self._sessions.get(name)

    def _names_of(self, facts: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
        """The names of a lexicon that cannot be common words, with the words that carry them, in small letters.

        Of a name with another in brackets it is what stands before it.
        """
        links, words_of = self._links, _WORD.findall
        for title, known in facts.items():
            for name in (title, *((known or {}).get("forms") or ())):
                plain = str(name).split(" (")[0]
                carrying = [word for word in words_of(plain) if word.lower() not in links]
                leading = [word for word in carrying if len(word) > _FILLER][:2]
                if len(carrying) > 1 and not any(word[0].islower() for word in leading):
                    if known and (held := sessions(known.get("holds"))):
                        self._sessions[plain] = held
                    yield plain, [word.lower() for word in carrying]

    def _stem(self, word: str) -> str:
        for ending in self._endings:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return word[: -len(ending)]
        return word

    def _walk(self, text: str, start: int) -> tuple[int, tuple[str, ...]]:
        """The end of the longest name that begins at a word, and the names that it may be.

        One word with a capital, not the first, may be misspelt.
        """
        step, at, is_right = self._first, start, True
        found: tuple[int, tuple[str, ...]] = (start, ())
        while (word := _WORD.match(text, at)) is not None:
            small = word[0].lower()
            steps = step.divided()
            following = steps.get(self._stem(small), steps.get(small))
            if following is None and is_right and at > start and not word[0][0].islower() and small not in self._links:
                following = next((steps[right] for right in steps if is_misspelt(small, right)), None)
                is_right = following is None
            if following is not None:
                step = following
                if step.names:
                    found = word.end(), step.names
            elif small not in self._links:
                break
            gap = _GAP.match(text, word.end())
            if gap is None:
                break
            at = gap.end()
        return found


@lru_cache
def _maker(name: str, links: frozenset[str], endings: tuple[str, ...]) -> Callable[[Any], KnownNames]:
    """A function that makes the names of a lexicon: the same for all checks with the same links and endings."""
    return lambda data: KnownNames(data, name, links, endings)


class NearName(NamedTuple):
    """Words that are nearly a name: where they stand in folded words, and the name that is meant."""

    start: int
    end: int
    found: str
    name: str
    sessions: Sessions | None = None

    def match(self) -> LocalMatch:
        """The match that proposes the name."""
        return LocalMatch(self.start, self.end, {"name": self.name}, self.name, self.sessions)


class NearNames:
    """Names that a text means to use and does not write as they are.

    All words that carry a name must be there in their order, apart from an ending; what may differ are its links, of
    which each counts, and its capitals. What is the name of something else is right. A name is looked for if the first
    two longer words that carry it have capitals or figures, as others may be common words.
    """

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        make = _maker(options["lexicon"], frozenset(options["links"]), tuple(options["endings"]))
        self.known: KnownNames = shared(make, resources.lexicon(options["lexicon"]))
        self.keywords = self.known.keywords
        self._unless = LazyPattern(options["unless"]) if options["unless"] else None
        self._quotations, self._outside_titles = outside_of(options, resources), options["outside-titles"]

    def find(self, words: Folded) -> Iterator[NearName]:
        """The words that are nearly a name, from left to right; none overlaps another."""
        for start, end, names in self.known.meant(words.text):
            found = words.text[start:end]
            if found not in self.known.all and not found.isupper():
                written = words_of_name(found.lower())
                name = min(names, key=lambda each: (distance(written, words_of_name(each.lower())), each))
                yield NearName(start, end, found, name, self.known.sessions(name))

    def spares(self, words: Folded, near: NearName) -> bool:
        """Whether the options say that nothing is reported there."""
        text, start, end = words.text, near.start, near.end
        if (self._quotations and self._quotations.hold(text, start)) or (
            self._outside_titles and in_title(words, start)
        ):
            return True
        spans = self._unless.finditer(text) if self._unless is not None else ()
        return any(match.start() < end and start < match.end() for match in spans)


def name_fields() -> dict[str, Field]:
    """The options that all of these kinds have."""
    return {
        "lexicon": LexiconName(
            "Names with what is known of them; `forms` are names, too.", "instruments", required=True
        ),
        "links": ListOf(TextField("A word."), "Words that do not carry a name: prepositions, articles.", default=[]),
        "endings": ListOf(TextField("A few letters."), "What a word may have or lack at its end.", default=[]),
        "unless": Pattern("Not reported where this is found and overlaps the name."),
        "outside-quotes": outside_quotes(),
        "outside-titles": outside_titles(),
    }


def words_of_name(text: str) -> list[str]:
    """The words of a name, or of what may be one."""
    return _WORD.findall(text)


def is_misspelt(word: str, right: str) -> bool:
    """Whether a long word is another one with a slip: one letter more, less or other, two swapped, another ending."""
    shorter, longer = sorted((word, right), key=len)
    if len(shorter) < _LONG or word[0] != right[0] or len(longer) - len(shorter) > _TAIL:
        return False
    if word.replace("-", "–") == right:
        return False
    if "’" in word or "'" in word:
        return "’" in right and word.replace("’", "") == right.replace("’", "")
    same = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    if same > len(shorter) // 2 and len(longer) - same <= _TAIL:
        return True
    rest, other = shorter[same:], longer[same:]
    if len(shorter) < len(longer):
        return rest == other[1:]
    if len(shorter) == _LONG:
        return False
    return rest[1:] == other[1:] or (rest[2:] == other[2:] and rest[:2] == other[1::-1])


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are to be changed, added or left out to get from one to the other."""
    row = list(range(len(other) + 1))
    for number, word in enumerate(one, start=1):
        diagonal, row[0] = row[0], number
        for column, right in enumerate(other, start=1):
            diagonal, row[column] = (
                row[column],
                min(diagonal + (word != right), row[column] + 1, row[column - 1] + 1),
            )
    return row[-1]
