"""Shared parts of the kinds of check about notes that refer to the note before ("Ibid.")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.schema import Field, MapOf, Pattern

if TYPE_CHECKING:
    from ...draft import Draft, Node, View


class Source(NamedTuple):
    """The source that a note names: the series it belongs to and the words that name it; "" for any other source."""

    series: str
    words: str


NOTHING = Source("", "")


class ReadNote(NamedTuple):
    """A note: the word with which it refers to the note before (None where it does not), and what the two name.

    A note that refers to the one before names what that one does. `before` is None for the first note.
    """

    node: Node
    view: View
    word: re.Match[str] | None
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

    def __init__(self, options: Mapping[str, Any], sources: Mapping[str, str]) -> None:
        self.word = lazy(options["word"])
        self.several = lazy(options["several"])
        self._sources = {name: lazy(source) for name, source in sources.items()}

    def read(self, nodes: Iterable[Node], draft: Draft) -> Iterator[ReadNote]:
        """The notes with what they and those before them name."""
        before: Node | None = None
        source = NOTHING
        for node in nodes:
            view = draft.view(node)
            word = self.word.match(view.text)
            yield ReadNote(node, view, word, before, source)
            before = node
            if word is None:
                source = self.named(view.text)

    def named(self, text: str) -> Source:
        """The source that a note with these words names."""
        for name, pattern in self._sources.items():
            if match := pattern.match(text):
                return Source(name, match[0])
        return NOTHING
