"""Notes that stand at one instrument and say another."""

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


class NoteSourceCheck:
    """The note beside the name of an instrument without any number or symbol of it."""

    KIND: ClassVar[str] = "note-source"
    OPTIONS: ClassVar[Record] = Record(source_note_fields(), "Notes that stand at one instrument and say another.")
    VALUES: ClassVar[frozenset[str]] = VALUES
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._notes = SourceNotes(options, resources, _is_other)
        self.keywords = self._notes.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The words of each such note, in the order of the mentions."""
        yield from self._notes.matches(nodes, draft)


def _is_other(known: Called, note: str) -> bool:
    return not said(known.marks, note)
