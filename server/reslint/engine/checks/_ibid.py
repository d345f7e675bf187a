"""Shared parts of the kinds of check about notes that refer to the note before ("Ibid.")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.schema import Field, MapOf, Pattern
from ..search.search import Search
from ..search.words import words_of

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording


class Source(NamedTuple):
    """The source that a note names: the series it belongs to and the words that name it; "" for any other source."""

    series: str
    words: str


NOTHING = Source("", "")


class NoteWords(NamedTuple):
    """The source of a note by its words: the word that refers to the note before, or the series that they name."""

    word: re.Match[str] | None
    source: Source


class ReadNote(NamedTuple):
    """A note whose words refer to the note before or name a series, with that note and what that one names.

    A note that refers to the one before names what that one does. `before` is None for the first note.
    """

    node: Node
    words: NoteWords
    before: Node | None
    source_before: Source


def word_fields() -> dict[str, Field]:
    """The options that all of these kinds have."""
    return {
        "word": Pattern("The word that refers to the note before.", required=True),
        "several": Pattern("What shows that a note names several sources.", required=True),
    }


def source_field() -> Pattern:
    """How a series is named."""
    return Pattern("How a note names the series in full, at its beginning.", required=True)


def series_field(item: Field) -> MapOf:
    """The option `series`."""
    return MapOf(item, "The series by a name of their own.", required=True)


class NoteReader:
    """Reads notes one after the other; `sources` say how each series is named, by its name in the rule."""

    def __init__(self, options: Mapping[str, Any], sources: Mapping[str, str], kinds: frozenset[str] | None) -> None:
        self._word = lazy(options["word"])
        self.several = lazy(options["several"])
        self._sources = {name: lazy(source) for name, source in sources.items()}
        self._telling = Search(self._told, kinds=kinds)

    def read(self, nodes: Sequence[Node], draft: Draft) -> Iterator[ReadNote]:
        """The notes whose words say something of their source, with what those before them name."""
        told = dict(self._telling.among(nodes, draft))
        if not told:
            return
        long = {node: words for node in words_of(draft).too_long if (words := self._told(draft.wording(node)))}
        told.update(long)
        before: Node | None = None
        source = NOTHING
        for node in nodes:
            words = told.get(node)
            if words is not None:
                yield ReadNote(node, words, before, source)
            if words is None:
                source = NOTHING
            elif words.word is None:
                source = words.source
            before = node

    def _told(self, wording: Wording) -> NoteWords | None:
        word = self._word.match(wording.text)
        source = self._named(wording.text)
        return NoteWords(word, source) if word is not None or source.series else None

    def _named(self, text: str) -> Source:
        """The source that a note with these words names."""
        for name, pattern in self._sources.items():
            if match := pattern.match(text):
                return Source(name, match[0])
        return NOTHING
