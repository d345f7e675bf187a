"""Notes that stand at one instrument and say another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Choice, LexiconName, ListOf, Pattern, Record, TextField
from ..patterns.compiled import LazyPattern
from ..search.search import Search
from ._instruments import Called, called, named_in, said
from ._words import lowered

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_BESIDE = 2
"""How far a marker may stand from the name it belongs to: a comma may stand between."""


class SourceNotesCheck:
    """The note beside the name of an instrument, if it is not the one that the lexicon knows for it.

    `report: source` yields notes without any number or symbol of the instrument, `report: part` those that name its
    resolution and leave out that it is an annex to it.
    """

    KIND: ClassVar[str] = "source-notes"
    OPTIONS: ClassVar[Record] = Record(
        {
            "lexicon": LexiconName("The lexicon of instruments.", "instruments", default="instruments"),
            "report": Choice(["source", "part"], "What is wrong with the note.", required=True),
            "except": ListOf(TextField("An official title."), "Instruments whose notes vary.", default=[]),
            "before": Pattern("Not where the words before the name end with this: something else has that note."),
            "with": TextField("Only instruments of which the lexicon gives this: `resolution`, `volumes`, `note`."),
            "like": Pattern("Only notes in which this is found: those of the same kind.", required=True),
        },
        "Notes that do not go with what they stand at.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"title", "source", "part", "note"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        data = resources.lexicon(options["lexicon"])
        known = called(data.get(options["lexicon"], data), options["with"], options["except"])
        self._part: bool = options["report"] == "part"
        self._called = {name: one for name, one in known.items() if one.marks and (one.part or not self._part)}
        self._before = LazyPattern(rf"(?:{options['before']})\Z") if options["before"] else None
        self._like = LazyPattern(options["like"])
        self.keywords = lowered(self._called)
        self._names_in: Search[list[re.Match[str]]] = Search(
            lambda wording: named_in(wording.text, self._called), keywords=self.keywords, kinds=resources.kinds
        )

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first words of each such note, in the order of the mentions; a note is named once."""
        told: set[Node] = set()
        for node, names in self._names_in.among(nodes, draft):
            view = draft.view(node)
            for found in names:
                if self._before is not None and self._before.search(view.text[: found.start()]):
                    continue
                labels = [one.label for one in view.folded.markers if 0 <= one.at - found.end() <= _BESIDE]
                notes = [note for label in labels for note in draft.notes.get(label, ())]
                known = self._called[found[0]]
                if not notes or self._fits(known, [draft.view(note).text for note in notes]):
                    continue
                if notes[0] in told:
                    continue
                told.add(notes[0])
                words, place = draft.view(notes[0]), view.span(*found.span())
                values = {"title": known.title, "source": known.marks[0], "part": known.part, "note": words.text}
                yield Match(words.span(0, len(words.text)), values, related=place)

    def _fits(self, known: Called, notes: Sequence[str]) -> bool:
        """Whether one of the notes at a name is that of the instrument, or none that can be judged."""
        text = " ".join(notes)
        if self._like.search(text) is None:
            return True
        if not said(known.marks, text):
            return self._part
        return not self._part or not text.rstrip(". ").endswith(known.marks[0])
