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
    """Operative paragraphs without a number in a run in which others have one.

    A chapeau whose own items are numbered needs none, nor does the only paragraph of a part or below a heading as long
    as the numbers behind it leave no place for one.
    """

    KIND: ClassVar[str] = "label-missing"
    OPTIONS: ClassVar[Record] = Record({}, "Operative paragraphs without a number among numbered ones.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers of the paragraphs without a number, in the order of the runs."""
        for run, _ in disorders(nodes, draft, "arabic"):
            for at, node in enumerate(run.nodes):
                if not node.label and draft.opener(node) is not None and not _needs_none(at, run, draft):
                    yield _match(node, run, draft)


def _match(node: Node, run: NumberedRun, draft: Draft) -> Match:
    at = next(i for i, member in enumerate(run.nodes) if member is node)
    before = next((n for n in reversed(run.nodes[:at]) if n.label), None)
    number = (value(before.label, run.style) or 0) + 1 if before else 1
    opener = draft.opener(node)
    view = draft.view(node)
    start, end = (opener.start, opener.end) if opener else (0, min(20, len(view.text)))
    return Match(view.span(start, end), {"found": view.text[start:end], "expected": str(number)})


def _needs_none(at: int, run: NumberedRun, draft: Draft) -> bool:
    node = run.nodes[at]
    if any(child.label.isdigit() for child in node.children):
        return True
    before = next((value(other.label, run.style) for other in reversed(run.nodes[:at]) if other.label), None)
    behind = next((value(other.label, run.style) for other in run.nodes[at + 1 :] if other.label), None)
    leaves_room = before is not None and behind is not None and behind != before + 1
    return not leaves_room and _is_alone(node, draft)


def _is_alone(node: Node, draft: Draft) -> bool:
    """Whether a paragraph is the only operative one of a part or below a heading."""
    above = draft.parent(node)
    beside = above.children if above is not None else ()
    at = next((index for index, other in enumerate(beside) if other is node), 0)
    first = next((index for index in range(at, -1, -1) if beside[index].kind == "heading"), -1)
    last = next((index for index in range(at, len(beside)) if beside[index].kind in ("heading", "part")), len(beside))
    if first < 0 and (above is None or above.kind != "part"):
        return False
    return sum(other.kind == "operative" for other in beside[first + 1 : last]) == 1
