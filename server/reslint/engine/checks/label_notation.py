"""Letters of subparagraphs with other punctuation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ...text.record import replace
from ..data.check import Match
from ..data.schema import Choice, ListOf, Record

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_NOTATIONS = ("(a)", "a)", "a.")
_LABELS = "labels"


class LabelNotationCheck:
    """Letters with other punctuation than is wanted: "a." for "(a)"; bullets and numbers are left alone.

    Where none is written as wanted, one finding at the first speaks for all: a habit, not a slip.
    """

    KIND: ClassVar[str] = "label-notation"
    OPTIONS: ClassVar[Record] = Record(
        {
            "notation": ListOf(
                Choice(["same", _LABELS, *_NOTATIONS], "How a label is written."),
                "The ways of writing a label that will do, the first of which a fix writes; `same` for that of the "
                "first label of the same depth, `labels` for that of the grammar, which may have numbers.",
                default=["same"],
            )
        },
        "The punctuation of letters.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._notation: tuple[str, ...] = tuple(options["notation"])

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The labels of the selected nodes that are written otherwise, in the order of the text."""
        expected: dict[int, tuple[str, ...]] = {}
        found: list[Match] = []
        right = 0
        for node in nodes:
            numbered = self._notation == (_LABELS,) and node.label.isdigit()
            if node.label_span is None or not (node.label.isalpha() or numbered):
                continue
            shown = draft.text.slice(node.label_span).replace("\\", "")
            notation = next((each for each in _NOTATIONS if shown == each.replace("a", node.label)), "")
            if not notation:
                continue
            wanted = self._wanted(node, draft)
            if wanted == ("same",):
                wanted = expected.setdefault(node.level, (notation,))
            if notation in wanted:
                right += 1
                continue
            fixed = wanted[0].replace("a", node.label)
            found.append(Match(node.label_span, {"found": shown, "expected": fixed}, (Edit(node.label_span, fixed),)))
        if len(found) > 1 and not right:
            found = [replace(found[0], edits=tuple(edit for match in found for edit in match.edits))]
        yield from found

    def _wanted(self, node: Node, draft: Draft) -> tuple[str, ...]:
        """The ways of writing the label of a node that will do; where the grammar is silent, any."""
        if self._notation != (_LABELS,):
            return self._notation
        shown = draft.vocabulary.grammar.label("a", node.level)
        return (shown,) if shown in _NOTATIONS else _NOTATIONS
