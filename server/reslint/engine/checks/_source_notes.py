"""Shared parts of the kinds of check about notes that stand at the name of an instrument."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..data.check import Match
from ..data.schema import Field, LexiconName, ListOf, Pattern, TextField
from ..patterns.compiled import LazyPattern
from ..search.search import Search
from ._instruments import Called, InstrumentNames
from ._words import lowered

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.resources import Resources

VALUES = frozenset({"title", "source", "part", "note"})
"""The values of every match."""
_BESIDE = 2
"""How far a marker may stand from the name it belongs to: a comma may stand between."""


def source_note_fields() -> dict[str, Field]:
    """The options that all of these kinds have."""
    return {
        "lexicon": LexiconName("The lexicon of instruments.", "instruments", default="instruments"),
        "except": ListOf(TextField("An official title."), "Instruments whose notes vary.", default=[]),
        "before": Pattern("Not where the words before the name end with this: something else has that note."),
        "with": TextField("Only instruments of which the lexicon gives this: `resolution`, `volumes`, `note`."),
        "like": Pattern("Only notes in which this is found: those of the same kind.", required=True),
    }


class SourceNotes:
    """The notes beside the names of instruments, if a function of the instrument and the note says that they are wrong.

    `among` says which instruments are looked at.
    """

    def __init__(
        self,
        options: Mapping[str, Any],
        resources: Resources,
        is_wrong: Callable[[Called, str], bool],
        among: Callable[[Called], bool] | None = None,
    ) -> None:
        self._instruments = InstrumentNames.shared(resources, options["lexicon"])
        known = self._instruments.called(options["with"], options["except"])
        self._called = {name: one for name, one in known.items() if one.marks and (among is None or among(one))}
        self._is_wrong = is_wrong
        self._before = LazyPattern(rf"(?:{options['before']})\Z") if options["before"] else None
        self._like = LazyPattern(options["like"])
        self.keywords = lowered(self._called)
        self._marked = Search(self._names, where=self._instruments.named, kinds=resources.kinds)

    def matches(self, nodes: Sequence[Node], draft: Draft) -> Iterator[Match]:
        """The words of each wrong note, in the order of the mentions; a note is named once."""
        told: set[Node] = set()
        for node, names in self._marked.among(nodes, draft):
            for found, labels in names:
                notes = [note for label in labels for note in draft.notes.get(label, ())]
                known = self._called[found[0]]
                text = " ".join([draft.wording(note).text for note in notes])
                if not notes or notes[0] in told or not self._is_wrong(known, text) or not self._like.search(text):
                    continue
                told.add(notes[0])
                words, place = draft.view(notes[0]), draft.view(node).span(*found.span())
                values = {"title": known.title, "source": known.marks[0], "part": known.part, "note": words.text}
                yield Match(words.span(0, len(words.text)), values, related=place)

    def _names(self, wording: Wording) -> list[tuple[re.Match[str], tuple[str, ...]]]:
        """The names in some words beside which markers stand, with the labels of these."""
        if not wording.folded.markers:
            return []
        found = []
        for name in self._instruments.places(wording, self._called):
            beside = tuple(one.label for one in wording.folded.markers if 0 <= one.at - name.end() <= _BESIDE)
            if beside and (self._before is None or not self._before.search(wording.text[: name.start()])):
                found.append((name, beside))
        return found
