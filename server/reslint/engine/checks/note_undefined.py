"""Footnote markers without a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ._notes import inside

if TYPE_CHECKING:
    from ...draft import Draft, Marker, Node
    from ..data.context import Context
    from ..data.resources import Resources


class NoteUndefinedCheck:
    """Footnote markers to which no note belongs."""

    KIND: ClassVar[str] = "note-undefined"
    OPTIONS: ClassVar[Record] = Record({}, "Footnote markers without a text.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "label"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The markers inside the selected nodes that have no text, in the order of the text."""
        yield from inside(_undefined, nodes, draft)


def _undefined(draft: Draft) -> Iterator[Match]:
    return (_match(marker) for marker in draft.markers if marker.label not in draft.notes)


def _match(marker: Marker) -> Match:
    return Match(marker.span, {"found": marker.label, "label": marker.label})
