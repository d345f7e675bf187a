"""Notes that name the resolution of an annex and leave out the annex."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.schema import Record
from ._instruments import Called, said
from ._source_notes import VALUES, SourceNotes, source_note_fields

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.check import Match
    from ..data.context import Context
    from ..data.resources import Resources


class NoteSourcePartCheck:
    """The note beside the name of an instrument that names its resolution and leaves out that it is an annex to it."""

    KIND: ClassVar[str] = "note-source-part"
    OPTIONS: ClassVar[Record] = Record(
        source_note_fields(), "Notes that name the resolution of an annex and leave out the annex."
    )
    VALUES: ClassVar[frozenset[str]] = VALUES
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._notes = SourceNotes(options, resources, _is_whole, among=lambda one: bool(one.part))
        self.keywords = self._notes.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The words of each such note, in the order of the mentions."""
        yield from self._notes.matches(nodes, draft)


def _is_whole(known: Called, note: str) -> bool:
    return said(known.marks, note) and note.rstrip(". ").endswith(known.marks[0])
