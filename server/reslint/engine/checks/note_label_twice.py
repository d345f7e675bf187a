"""Notes with the label of an earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ._notes import inside, markdown_notes

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class NoteLabelTwiceCheck:
    """A further note with the label of an earlier one, of which Markdown prints nothing."""

    KIND: ClassVar[str] = "note-label-twice"
    OPTIONS: ClassVar[Record] = Record({}, "Notes with the label of an earlier one.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"label"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The later notes inside the selected nodes, in the order of the text."""
        yield from inside(_later, nodes, draft)


def _later(draft: Draft) -> Iterator[Match]:
    seen: dict[str, Node] = {}
    for note in markdown_notes(draft):
        first = seen.setdefault(note.label, note)
        if first is not note:
            yield Match(note.label_span or note.span, {"label": note.label}, (), first.span)
