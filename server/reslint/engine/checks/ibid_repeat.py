"""Notes that name in full what the note before names, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ..data.check import Match
from ..data.schema import Record, TextField
from ._ibid import NoteReader, ReadNote, series_field, source_field, word_fields

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ..data.context import Context
    from ..data.resources import Resources


class IbidRepeatCheck:
    """A note that names in full the series that the note before names, too, where it should refer to it ("Ibid.").

    A note that was there before is a duplicate and not reported here.
    """

    KIND: ClassVar[str] = "ibid-repeat"
    OPTIONS: ClassVar[Record] = Record(
        {
            **word_fields(),
            "write": TextField("The word as a fix writes it.", required=True),
            "series": series_field(source_field()),
        },
        "Notes that should refer to the note before.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "before", "fixed"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._notes = NoteReader(options, options["series"], resources.kinds)
        self._write = options["write"]

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The selected notes that repeat a source, in the order of the text."""
        seen: set[str] = set()
        for note in self._notes.read(nodes, draft):
            text = draft.wording(note.node).text
            if not note.words.word and note.before is not None and text not in seen:
                yield from self._repeat(note, note.before, draft)
            seen.add(text)

    def _repeat(self, note: ReadNote, before: Node, draft: Draft) -> Iterator[Match]:
        named = note.words.source
        if not named.series or named != note.source_before:
            return
        shown, view = draft.view(before).text, draft.view(note.node)
        if self._notes.several.search(shown):
            return
        end = len(named.words)
        values = {"found": named.words, "before": shown, "fixed": self._write}
        yield Match(view.span(0, end), values, self._edits(view, end, draft), before.span)

    def _edits(self, view: View, end: int, draft: Draft) -> tuple[Edit, ...]:
        """The word for ``text[:end]``; italics that go on behind it begin after the comma instead."""
        span = view.span(0, end)
        stop = span.end
        start = min([span.start, *(view.source(run.opening).start for run in view.folded.emphasis if run.start == 0)])
        for run in view.folded.emphasis:
            if run.start < end < run.end:
                after = view.span(end, run.end)
                rest = draft.text.slice(after)
                at = after.start + len(rest) - len(rest.lstrip(" ,"))
                opening = draft.text.slice(view.source(run.opening))
                return Edit(Span(start, stop), self._write), Edit(Span(at, at), opening)
            if run.end <= end:
                stop = max(stop, view.source(run.closing).end)
        return (Edit(Span(start, stop), self._write),)
