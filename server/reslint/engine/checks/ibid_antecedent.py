"""References to the note before that do not mean what that note names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Pattern, Record
from ._ibid import NoteReader, ReadNote, series_field, source_field, word_fields

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_SERIES = Record(
    {
        "source": source_field(),
        "after": Pattern("What follows the reference where it stands for this series.", required=True),
    },
    "A series of publications.",
)


class IbidAntecedentCheck:
    """A reference to the note before ("Ibid.") that does not mean what that note names.

    There is no note before; it names another series than the one whose volume or session follows; or it names several
    sources and nothing follows that tells them apart.
    """

    KIND: ClassVar[str] = "ibid-antecedent"
    OPTIONS: ClassVar[Record] = Record(
        {**word_fields(), "series": series_field(_SERIES)}, "References to a note before that cannot be meant."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "before"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        sources = {name: one["source"] for name, one in options["series"].items()}
        self._notes = NoteReader(options, sources, resources.kinds)
        self._after = {name: lazy(one["after"]) for name, one in options["series"].items()}

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The selected notes that refer wrongly to the one before, in the order of the text."""
        for note in self._notes.read(nodes, draft):
            word = note.words.word
            if word is not None and self._is_wrong(note, word, draft):
                shown = draft.view(note.before).text if note.before else ""
                related = note.before.span if note.before else None
                span = draft.view(note.node).span(*word.span())
                yield Match(span, {"found": word[0], "before": shown}, (), related)

    def _is_wrong(self, note: ReadNote, word: re.Match[str], draft: Draft) -> bool:
        if note.before is None:
            return True
        means = [name for name, after in self._after.items() if after.match(word.string, word.end())]
        if means:
            return note.source_before.series not in means
        return self._notes.several.search(draft.view(note.before).text) is not None
