"""The order of footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ..edits.footnotes import first_markers, renumber_notes
from ..language.labels import slips
from ._notes import inside

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class NoteOrderCheck:
    """Footnotes whose numbers do not rise 1, 2, 3 … by their first markers.

    A number that is marked again repeats the earlier note and is right. The fix renumbers all notes and is offered
    once, with the first slip. (Editorial Manual, "Footnotes", chapters V and IX.)
    """

    KIND: ClassVar[str] = "note-order"
    OPTIONS: ClassVar[Record] = Record({}, "The order of footnotes.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "label", "before"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The markers inside the selected nodes that are out of order, in the order of the text."""
        if draft.uncalled or any(len(several) > 1 for several in draft.notes.values()):
            return
        yield from inside(_slips, nodes, draft)


def _slips(draft: Draft) -> Iterator[Match]:
    first = first_markers(draft)
    wrong = slips([int(marker.label) for marker in first], 1 if draft.is_whole else None)
    for position, (index, expected) in enumerate(wrong):
        marker = first[index]
        before = first[index - 1] if index else None
        values = {"found": marker.label, "expected": str(expected), "label": marker.label}
        values["before"] = before.label if before else ""
        edits = renumber_notes(draft) if position == 0 else ()
        yield Match(marker.span, values, edits, before.span if before else None)
