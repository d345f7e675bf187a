"""Numbers of paragraphs and letters of subparagraphs: their order and their style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...draft.labels import is_plan
from ...text import Edit, Span
from ...text.record import replace
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, LexiconName, ListOf, Record
from ..edits.renumber import NumberedRun, operative_runs, renumber_run, run_slips, subparagraph_runs
from ..language.labels import value
from ..language.openings import is_item
from ..language.references import ReferenceWords
from ..search.chosen import once_for

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources

_BLANKS = " \t\u00a0"
_INNER_NUMBER = lazy(r"\s(\d{1,3})[.)] [^\W\d_a-z]")
"""A number that may be that of a paragraph that was not recognised."""
_NOTATIONS = ("(a)", "a)", "a.")


class NumberingCheck:
    """Numbers or letters that do not follow each other, or are of the wrong style, or should not be there.

    A run of operative paragraphs goes through the parts of a resolution and begins again in a part that has its own
    preamble. That a run begins at 1 is expected of whole drafts only. A run with a label that cannot be counted
    ("4 bis") has no order to hold. The fix of `order` renumbers the whole run and the references to it, and is
    offered once, with the first slip.
    """

    KIND: ClassVar[str] = "numbering"
    OPTIONS: ClassVar[Record] = Record(
        {
            "style": Choice(
                ["arabic", "letter", "roman", "none"],
                "How the selected nodes are numbered: 1, a or i; `none` when they carry no number.",
                required=True,
            ),
            "report": ListOf(
                Choice(["order", "style", "missing", "notation"], "What is reported."),
                "`order`: gaps, doubles and wrong starts; `style`: labels of another style; `missing`: a paragraph "
                "without number among numbered ones; `notation`: labels with other punctuation.",
                default=["order", "style", "missing"],
            ),
            "notation": ListOf(
                Choice(["same", *_NOTATIONS], "How a label is written."),
                "With `report: notation` the ways of writing a label that will do, the first of which a fix writes; "
                "`same` for that of the first label of the same depth.",
                default=["same"],
            ),
            "references": LexiconName(
                "The lexicon with the patterns of references to paragraphs.", "references", default="references"
            ),
        },
        "Numbers and letters of paragraphs.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "before"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._style = options["style"]
        self._report = frozenset(options["report"])
        self._notation: tuple[str, ...] = tuple(options["notation"])
        needs = self._style != "none" and "order" in self._report
        self._references = ReferenceWords.shared(resources, options["references"]) if needs else None

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The labels that are out of order or of the wrong style, in the order of the runs."""
        if self._style == "none":
            yield from (
                _surplus(node, draft) for node in nodes if node.label_span is not None and not is_plan(node.label)
            )
            return
        if "notation" in self._report:
            yield from self._notations(nodes, draft)
        for run in once_for(nodes, draft, ("runs", self._style), lambda: self._runs(nodes, draft)):
            if run.is_in_order and run.style == self._style:
                continue
            other = run.style != self._style
            wrong = [node for node in run.nodes if node.label and (other or value(node.label, self._style) is None)]
            if "style" in self._report:
                yield from (self._wrong_style(node) for node in wrong if node.label.isalnum())
            unlabelled = [node for node in run.nodes if not node.label and draft.opener(node) is not None]
            if "missing" in self._report:
                yield from (_missing(node, run, draft) for node in unlabelled)
            if "order" in self._report and not (wrong and not other) and all(node.label for node in run.nodes):
                yield from self._order(run, draft)

    def _runs(self, nodes: Sequence[Node], draft: Draft) -> list[NumberedRun]:
        own = [node for node in nodes if node.kind == "operative" and not is_item(node, draft)]
        return [*operative_runs(own, draft), *subparagraph_runs(nodes, draft, self._style)]

    def _notations(self, nodes: Sequence[Node], draft: Draft) -> Iterator[Match]:
        """The labels written otherwise, one for all where none is written so; bullets and numbers are left alone."""
        expected: dict[int, tuple[str, ...]] = {}
        found: list[Match] = []
        right = 0
        for node in nodes:
            if node.label_span is None or not node.label.isalpha():
                continue
            shown = draft.text.slice(node.label_span).replace("\\", "")
            notation = next((each for each in _NOTATIONS if shown == each.replace("a", node.label)), "")
            if not notation:
                continue
            wanted = self._notation if self._notation != ("same",) else expected.setdefault(node.level, (notation,))
            if notation in wanted:
                right += 1
                continue
            fixed = wanted[0].replace("a", node.label)
            found.append(Match(node.label_span, {"found": shown, "expected": fixed}, (Edit(node.label_span, fixed),)))
        if len(found) > 1 and not right:
            # All of them: a habit, and no slip.
            found = [replace(found[0], edits=tuple(edit for match in found for edit in match.edits))]
        yield from found

    def _order(self, run: NumberedRun, draft: Draft) -> Iterator[Match]:
        whole = draft.is_whole or run.nodes[0].kind == "subparagraph"
        places = {node: at for at, node in enumerate(run.nodes)}
        for index, (node, expected) in enumerate(run_slips(run, whole=whole)):
            edits: tuple[Edit, ...] = ()
            if index == 0 and self._references is not None and not _is_unsure(run, draft):
                edits = renumber_run(run, draft, self._references)
            at = places[node]
            before = run.nodes[at - 1] if at else None
            values = {"found": node.label, "expected": expected, "before": before.label if before else ""}
            related = (before.label_span or before.span) if before else None
            yield Match(node.label_span or node.span, values, edits, related)

    def _wrong_style(self, node: Node) -> Match:
        expected = {"arabic": "1, 2, 3", "letter": "(a), (b), (c)", "roman": "(i), (ii), (iii)"}[self._style]
        return Match(node.label_span or node.span, {"found": node.label, "expected": expected})


def _is_unsure(run: NumberedRun, draft: Draft) -> bool:
    """Whether a paragraph of a run may be something else, or hold another one: then nothing is numbered anew."""
    for node in run.nodes:
        inner = _INNER_NUMBER.search(draft.view(node).text) if node.body else None
        if node.doubt or (inner is not None and node.label.isdigit() and int(inner[1]) == int(node.label) + 1):
            return True
    return False


def _surplus(node: Node, draft: Draft) -> Match:
    span = node.label_span or node.span
    content = draft.text.content
    end = span.end
    while end < len(content) and content[end] in _BLANKS:
        end += 1
    values = {"found": draft.text.slice(span).replace("\\", ""), "expected": ""}
    return Match(span, values, (Edit(Span(span.start, end), ""),))


def _missing(node: Node, run: NumberedRun, draft: Draft) -> Match:
    at = next(i for i, member in enumerate(run.nodes) if member is node)
    before = next((n for n in reversed(run.nodes[:at]) if n.label), None)
    number = (value(before.label, run.style) or 0) + 1 if before else 1
    opener = draft.opener(node)
    view = draft.view(node)
    start, end = (opener.start, opener.end) if opener else (0, min(20, len(view.text)))
    return Match(view.span(start, end), {"found": view.text[start:end], "expected": str(number)})
