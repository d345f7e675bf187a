"""The order of numbers, letters and numerals: paragraphs, subparagraphs and parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ...text.record import replace
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, Flag, LexiconName, ListOf, Record
from ..edits.renumber import NumberedRun, renumber_run, run_slips
from ..language.labels import Style, slips, value, written
from ..language.references import ReferenceWords
from ._parts import numeral, parts_by_owner, unless_field
from ._runs import LABELS, disorders, style_field, styles_of

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_INNER_NUMBER = lazy(r"\s(\d{1,3})[.)] [^\W\d_a-z]")
"""A number that may be that of a paragraph that was not recognised."""


class NumberingCheck:
    """Numbers or letters that do not follow each other: gaps, doubles and wrong starts.

    That a run begins at 1 is expected of whole drafts only, and of a fragment's parts nothing is said. A run with a
    label that cannot be counted ("4 bis") has no order to hold. The fix renumbers the whole run and the references to
    it, and is offered once, with the first slip; that of parts changes one numeral.
    """

    KIND: ClassVar[str] = "numbering"
    OPTIONS: ClassVar[Record] = Record(
        {
            "style": style_field(
                "How the nodes are numbered: 1, a or i; `part` for parts I, II, III; `labels` for subparagraphs as the "
                "grammar labels those of their level.",
                "part",
                LABELS,
            ),
            "references": LexiconName(
                "The lexicon with the patterns of references to paragraphs.", "references", default="references"
            ),
            "counted": ListOf(
                Choice(["preambular"], "A kind of paragraph."),
                "Paragraphs of other kinds before them whose numbers the run goes on from, where they have some.",
                default=[],
            ),
            "restart": Flag("Whether a run may begin again below a heading.", default=False),
            "unless": unless_field(),
        },
        "The order of numbers, letters and numerals.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "before"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._by_labels = options["style"] == LABELS
        self._style: Style | None = None if options["style"] in ("part", LABELS) else options["style"]
        counts = self._style or self._by_labels
        self._references = ReferenceWords.shared(resources, options["references"]) if counts else None
        self._counted = frozenset(options["counted"])
        self._restart: bool = options["restart"]
        self._unless = lazy(options["unless"]) if options["unless"] else None

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The labels that are out of order, in the order of the runs."""
        if self._by_labels:
            for style, own in styles_of(nodes, draft):
                yield from self._disorders(own, draft, style)
            return
        if self._style is None:
            for parts in parts_by_owner(nodes, draft, self._unless) if draft.is_whole else ():
                yield from _part_slips(parts, draft)
            return
        yield from self._disorders(nodes, draft, self._style)

    def _disorders(self, nodes: Sequence[Node], draft: Draft, style: Style) -> Iterator[Match]:
        for run, wrong in disorders(nodes, draft, style):
            if not (wrong and run.style == style) and all(node.label for node in run.nodes):
                for part in _stretches(run, draft) if self._restart else [run]:
                    yield from self._slips(part, draft)

    def _slips(self, run: NumberedRun, draft: Draft) -> Iterator[Match]:
        whole = draft.is_whole or run.nodes[0].kind == "subparagraph"
        places = {node: at for at, node in enumerate(run.nodes)}
        start = 1 + (_numbered_above(run.nodes[0], self._counted, draft) if self._counted else 0)
        unsure = _is_unsure(run, draft)
        for index, (node, expected) in enumerate(run_slips(run, whole=whole, start=start)):
            edits: tuple[Edit, ...] = ()
            if index and unsure:
                break  # what follows may follow from the first
            if index == 0 and start == 1 and self._references is not None and not unsure:
                edits = renumber_run(run, draft, self._references)
            at = places[node]
            before = run.nodes[at - 1] if at else None
            values = {"found": node.label, "expected": expected, "before": before.label if before else ""}
            related = (before.label_span or before.span) if before else None
            yield Match(node.label_span or node.span, values, edits, related)


def _stretches(run: NumberedRun, draft: Draft) -> Iterator[NumberedRun]:
    """A run in pieces: a number 1 below a heading begins another one."""
    start = 0
    for at, node in enumerate(run.nodes):
        before = draft.previous(node)
        if at and node.label == "1" and before is not None and before.kind == "heading":
            yield replace(run, nodes=run.nodes[start:at])
            start = at
    yield replace(run, nodes=run.nodes[start:])


def _numbered_above(node: Node, kinds: frozenset[str], draft: Draft) -> int:
    """How many paragraphs of some kinds stand above one and carry numbers."""
    parent = draft.parent(node)
    above = [child for child in (parent.children if parent else ()) if child.kind in kinds and child.span < node.span]
    return sum(1 for child in above if child.label.isdigit())


def _is_unsure(run: NumberedRun, draft: Draft) -> bool:
    """Whether a paragraph of a run is empty, may be something else (a note, an item), holds another or was lost.

    Then nothing is renumbered. Where a text came in another notation, a gap may be a paragraph that was not seen.
    """
    if draft.is_rewritten and any(_is_gap(before, node) for before, node in pairwise(run.nodes)):
        return True
    for node in run.nodes:
        inner = _INNER_NUMBER.search(draft.view(node).text) if node.body else None
        if node.doubt or node.is_empty or (node.kind == "operative" and draft.opener(node) is None):
            return True
        if inner is not None and node.label.isdigit() and int(inner[1]) == int(node.label) + 1:
            return True
    return False


def _is_gap(before: Node, node: Node) -> bool:
    """Whether a number is missing between two paragraphs."""
    both = before.label.isdigit() and node.label.isdigit()
    return both and int(node.label) > int(before.label) + 1


def _part_slips(parts: Sequence[Node], draft: Draft) -> Iterator[Match]:
    numbers = [value(part.label, "roman") for part in parts]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or len(parts) < 2:
        return
    for index, expected in slips(known, 1):
        span = numeral(parts[index], draft)
        fixed = written(expected, "roman").upper()
        before = parts[index - 1] if index else None
        values = {"found": parts[index].label, "expected": fixed, "before": before.label if before else ""}
        yield Match(span, values, (Edit(span, fixed),), numeral(before, draft) if before else None)
