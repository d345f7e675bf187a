"""Names that are nearly those of a list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..data.check import LocalMatch
from ..data.resources import shared
from ..data.schema import Choice, LexiconName, ListOf, Pattern, Record, TextField
from ..patterns.compiled import LazyPattern
from ._words import in_title, outside_quotes, outside_titles, quoted

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.resources import Resources

_WORD = lazy(r"[^\W_][\w’'–-]*")
_GAP = lazy(r",?\s")
_MOST_KNOWN = 512
_SHORT, _MIDDLING = 4, 6
"""Of a name with fewer words than the first no word may differ, with fewer than the second one, of others two."""


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


class _Names:
    """The names of a lexicon that cannot be common words, and where they may be meant in a text."""

    def __init__(self, data: Mapping[str, Any], name: str, links: frozenset[str], endings: tuple[str, ...]) -> None:
        self._links, self._endings = links, endings
        self._stems = {name: list(map(self._stem, words)) for name, words in self._names_of(data.get(name, data))}
        self.keywords = frozenset(max(stems, key=len) for stems in self._stems.values())
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
        first_words, after = self._first.divided(), 0
        for first in _WORD.finditer(text):
            if first.start() >= after and first[0].lower() in first_words:
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

    def _names_of(self, facts: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
        """The names of a lexicon that cannot be common words, with the words that carry them, in small letters.

        Of a name with another in brackets it is what stands before it.
        """
        links, words_of = self._links, _WORD.findall
        for title, known in facts.items():
            for name in (title, *((known or {}).get("forms") or ())):
                plain = str(name).split(" (")[0]
                carrying = [word for word in words_of(plain) if word.lower() not in links]
                if len(carrying) > 1 and not any(word[0].islower() for word in carrying[:2]):
                    yield plain, [word.lower() for word in carrying]

    def _stem(self, word: str) -> str:
        for ending in self._endings:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return word[: -len(ending)]
        return word

    def _walk(self, text: str, start: int) -> tuple[int, tuple[str, ...]]:
        """The end of the longest name that begins at a word, and the names that it may be."""
        step, at = self._first, start
        found: tuple[int, tuple[str, ...]] = (start, ())
        while (word := _WORD.match(text, at)) is not None:
            small = word[0].lower()
            steps = step.divided()
            following = steps.get(self._stem(small), steps.get(small))
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
def _maker(name: str, links: frozenset[str], endings: tuple[str, ...]) -> Callable[[Any], _Names]:
    """What makes the names of a lexicon: the same for all checks with the same links and endings."""
    return lambda data: _Names(data, name, links, endings)


class NamesCheck:
    """A name that a text means to use and does not write as it is, with the right name as the value `name`.

    All words that carry a name must be there in their order, apart from an ending; what may differ are its links, of
    which each counts, and its capitals. What is the name of something else is right, and so is a shorter name with
    which the words begin where they go on in another way than the longer one. A name is looked for if the first two
    words that carry it have capitals or figures, as others may be common words. `report: capitals` yields those that
    differ in nothing else, `report: words` all others; a comma that is missing is left alone.
    """

    KIND: ClassVar[str] = "names"
    OPTIONS: ClassVar[Record] = Record(
        {
            "lexicon": LexiconName(
                "Names with what is known of them; `forms` are names, too.", "instruments", required=True
            ),
            "links": ListOf(
                TextField("A word."), "Words that do not carry a name: prepositions, articles.", default=[]
            ),
            "endings": ListOf(TextField("A few letters."), "What a word may have or lack at its end.", default=[]),
            "report": Choice(["capitals", "words"], "What differs.", required=True),
            "unless": Pattern("Not reported where this is found and overlaps the name."),
            "outside-quotes": outside_quotes(),
            "outside-titles": outside_titles(),
        },
        "Names that are nearly right.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"name"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        make = _maker(options["lexicon"], frozenset(options["links"]), tuple(options["endings"]))
        self._names: _Names = shared(make, resources.lexicon(options["lexicon"]))
        self._capitals = options["report"] == "capitals"
        self._unless = LazyPattern(options["unless"]) if options["unless"] else None
        self._outside_quotes, self._outside_titles = options["outside-quotes"], options["outside-titles"]
        self.keywords = self._names.keywords

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """The names that are not as they should be, from left to right; none overlaps another."""
        for start, end, names in self._names.meant(words.text):
            name = self._right(words.text[start:end], names)
            if name is not None and not self._spared(words, start, end):
                yield LocalMatch(start, end, {"name": name}, name)

    def _right(self, found: str, names: Sequence[str]) -> str | None:
        """The name that was meant; None where the words are one, or where too much differs."""
        if found in self._names.all or found.isupper():
            return None
        written = _words(found.lower())
        name = min(names, key=lambda each: (_distance(written, _words(each.lower())), each))
        right = _words(name.lower())
        if self._capitals:
            return name if found.lower() == name.lower() else None
        if written == right or found.count(",") > name.count(",") or found[0].islower():
            return None
        if any(self._goes_on(found, written, right, known) for known in self._names.all if found.startswith(known)):
            return None
        allowed = 0 if len(right) < _SHORT else 1 if len(right) < _MIDDLING else 2
        return name if _distance(written, right) <= allowed else None

    def _goes_on(self, found: str, written: Sequence[str], right: Sequence[str], known: str) -> bool:
        """Whether words that begin with a name go on after it in another way than the name that was meant."""
        length = len(_words(known))
        return found[len(known) : len(known) + 1] in {"", " ", ","} and written[length] != right[length]

    def _spared(self, words: Folded, start: int, end: int) -> bool:
        text = words.text
        if (self._outside_quotes and quoted(text, start)) or (self._outside_titles and in_title(words, start)):
            return True
        spans = self._unless.finditer(text) if self._unless is not None else ()
        return any(match.start() < end and start < match.end() for match in spans)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _distance(one: Sequence[str], other: Sequence[str]) -> int:
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
