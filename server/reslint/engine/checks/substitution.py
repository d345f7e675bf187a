"""Words to be written in another way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import LocalMatch
from ..data.dated import EntryField, entry
from ..data.schema import Choice, Flag, LexiconName, ListOf, MapOf, Pattern, Record, TextField
from ..patterns.compiled import LazyPattern
from ._longer_names import LongerNames
from ._phrases import PhraseFinder, clues_to
from ._words import folded, in_title, outside_of, outside_quotes, outside_titles, with_case

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.resources import Resources


class SubstitutionCheck:
    """Each of the words on the left of `swap`, with the one on its right as the proposal, in the same capitals.

    Inflected forms are words of their own and stand in the list.
    """

    KIND: ClassVar[str] = "substitution"
    OPTIONS: ClassVar[Record] = Record(
        {
            "swap": MapOf(EntryField("write", "What to write."), "What to write for what: {wrong: right}."),
            "lexicon": LexiconName(
                "A lexicon that maps wrong words to right ones; used with `swap` or instead of it.", "pairs"
            ),
            "unless": Pattern("Not reported where this is found and overlaps the word: names, longer phrases."),
            "at": Choice(["start", "anywhere"], "Where in the words it may stand.", default="anywhere"),
            "ignore-case": Flag("Whether capitals and small letters are the same.", default=True),
            "outside-quotes": outside_quotes(),
            "outside-titles": outside_titles(),
            "links": ListOf(
                TextField("A word."),
                "Words by which a name goes on (“of”): where these, or nothing, join a word to others in capitals, it "
                "is part of their name and not reported.",
                default=[],
            ),
            "alone": ListOf(
                TextField("A word."),
                "Words in capitals after which `links` join no name (“States”).",
                default=[],
            ),
        },
        "Words to be written in another way.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"wrong", "right"})
    keywords: frozenset[str] | None

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        swap: dict[str, Any] = {}
        if options["lexicon"]:
            swap.update(_table(options["lexicon"], resources))
        swap.update(options["swap"] or {})
        if not swap:
            raise ValueError("nothing to look for: give `swap` or `lexicon`")
        self._ignore_case = options["ignore-case"]
        self._unless = LazyPattern(options["unless"]) if options["unless"] else None
        self._quotations = outside_of(options, resources)
        self._outside_titles = options["outside-titles"]
        self._names = LongerNames(options["links"], options["alone"]) if options["links"] else None
        self._words = swap
        self._phrases = PhraseFinder(swap, at=options["at"], ignore_case=self._ignore_case)
        self.clues = clues_to(swap, ignore_case=self._ignore_case)
        self.keywords = self.clues.keywords

    @cached_property
    def _wrong(self) -> Mapping[str, str]:
        """The wrong words by these words as they are looked up: most texts hold none."""
        return {self._key(wrong): wrong for wrong in self._words}

    def _key(self, words: str) -> str:
        return folded(words) if self._ignore_case else " ".join(words.split())

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """The wrong words from left to right; what is already written as proposed is right."""
        spared: list[tuple[int, int]] | None = None
        for match in self._phrases.finditer(words.text):
            wrong = self._wrong[self._key(match[0])]
            right = entry(self._words[wrong])
            written = with_case(match[0], right.text) if self._ignore_case else right.text
            if written == match[0] or (self._quotations and self._quotations.hold(words.text, match.start())):
                continue
            if self._outside_titles and in_title(words, match.start()):
                continue
            if self._names is not None and self._names.hold(words.text, *match.span()):
                continue
            if self._unless is not None and spared is None:
                spared = [other.span() for other in self._unless.finditer(words.text)]
            if not any(start < match.end() and match.start() < end for start, end in spared or ()):
                values = {"wrong": wrong, "right": right.text}
                yield LocalMatch(*match.span(), values, written, right.sessions, right.unsure)


def _table(name: str, resources: Resources) -> Mapping[str, Any]:
    """The mapping of a lexicon, which may stand in the file under the lexicon's own name."""
    data = resources.lexicon(name)
    table = data.get(name, data) if isinstance(data, Mapping) else data
    if not isinstance(table, Mapping) or not all(isinstance(right, (str, Mapping)) for right in table.values()):
        raise ValueError(f"the lexicon “{name}” does not map words to words")
    return table
