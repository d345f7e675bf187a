"""Notes without a footnote marker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ._notes import inside

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class NoteUnusedCheck:
    """Notes that no footnote marker calls."""

    KIND: ClassVar[str] = "note-unused"
    OPTIONS: ClassVar[Record] = Record({}, "Notes without a footnote marker.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "label"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The notes inside the selected nodes that no marker calls, in the order of the text.

        One whose label is a number alone is left out: its marker may be one, too, and looks like part of a year.
        """
        yield from inside(_unused, nodes, draft)


def _unused(draft: Draft) -> Iterator[Match]:
    called = {marker.label for marker in draft.markers} | draft.uncalled
    unused = (note for note in draft.nodes("note") if note.label not in called)
    return (_match(note) for note in unused if not _is_bare(note, draft))


def _is_bare(note: Node, draft: Draft) -> bool:
    return note.label_span is not None and draft.text.slice(note.label_span).isdecimal()


def _match(note: Node) -> Match:
    return Match(note.label_span or note.span, {"found": note.label, "label": note.label})
