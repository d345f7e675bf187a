"""Operative paragraphs without a number among numbered ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ..edits.renumber import NumberedRun
from ..language.labels import value
from ._runs import disorders

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class LabelMissingCheck:
    """Operative paragraphs without a number in a run in which others have one."""

    KIND: ClassVar[str] = "label-missing"
    OPTIONS: ClassVar[Record] = Record({}, "Operative paragraphs without a number among numbered ones.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers of the paragraphs without a number, in the order of the runs."""
        for run, _ in disorders(nodes, draft, "arabic"):
            for node in run.nodes:
                if not node.label and draft.opener(node) is not None:
                    yield _match(node, run, draft)


def _match(node: Node, run: NumberedRun, draft: Draft) -> Match:
    at = next(i for i, member in enumerate(run.nodes) if member is node)
    before = next((n for n in reversed(run.nodes[:at]) if n.label), None)
    number = (value(before.label, run.style) or 0) + 1 if before else 1
    opener = draft.opener(node)
    view = draft.view(node)
    start, end = (opener.start, opener.end) if opener else (0, min(20, len(view.text)))
    return Match(view.span(start, end), {"found": view.text[start:end], "expected": str(number)})
