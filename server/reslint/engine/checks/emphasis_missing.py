"""Words that stand in italics in print and do not here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.record import replace
from ..data.check import Match
from ..data.schema import Choice, Flag, Pattern, Record
from ..language.marked import sets_openers_apart
from ..patterns.compiled import LazyPattern
from ._emphasis import BESIDE, MARKS, Emphasised, EmphasisSearch, expect_field

if TYPE_CHECKING:
    from ...draft import Draft, Emphasis, Node, View
    from ..data.context import Context
    from ..data.resources import Resources

_FEW = 3


class EmphasisMissingCheck:
    """Words that should be emphasised and are not."""

    READS_EMPHASIS: ClassVar[bool] = True
    NEEDS_EMPHASIS: ClassVar[bool] = True
    """It has nothing to say of texts that cannot carry any."""

    KIND: ClassVar[str] = "emphasis-missing"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record(
        {
            "of": Choice(
                ["opener", "words"],
                "The opener of a paragraph and the organ of an enacting line, or all words of the node.",
                default="opener",
            ),
            "expect": expect_field(),
            "find": Pattern("With `of: words`: only what this finds in the words."),
            "gather": Flag(
                "Whether, where none of the nodes has the emphasis, one finding at the first speaks for all of them.",
                default=False,
            ),
            "openers": Choice(
                ["some", "none"],
                "Only in drafts of which some openers have this emphasis, or only in those of which none has it "
                "(and two or more are known).",
            ),
        },
        "Words that lack their emphasis.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "fixed", "style", "count"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._styles = tuple(options["expect"])
        self._gather = options["gather"]
        self._openers = options["openers"]
        find = LazyPattern(options["find"]) if options["find"] else None
        self._search = EmphasisSearch(self._styles, resources.kinds, whole=options["of"] == "words", find=find)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The words without emphasis in the selected nodes, with the mark-up to add."""
        if self._openers == "none" and sets_openers_apart(draft, self._styles):
            return
        slips = [(node, place) for node, places in self._search.slips.among(nodes, draft) for place in places]
        if slips and self._openers == "some" and not sets_openers_apart(draft, self._styles):
            return
        wrong = [self._match(draft.view(node), place) for node, place in slips if place.slip == "missing"]
        missing = self._gather and len(wrong) > 1 and len(wrong) == len(slips)
        if missing and not self._search.emphasised.among(nodes, draft):
            edits = tuple(edit for match in wrong for edit in match.edits)
            wrong = [replace(wrong[0], values={**wrong[0].values, "count": str(len(wrong))}, edits=edits)]
        yield from wrong

    def _match(self, view: View, place: Emphasised) -> Match:
        start, end = place.start, place.end
        words = view.text[start:end]
        values = {"found": words, "expected": words, "fixed": words, "style": self._styles[0], "count": "1"}
        edits = self._wrap(view, start, end, place.runs) if place.known else ()
        return Match(view.span(start, end), values, edits)

    def _wrap(self, view: View, start: int, end: int, runs: list[Emphasis]) -> tuple[Edit, ...]:
        """The mark-up around ``text[start:end]``, in place of emphasis of another style that covers these words.

        What covers a few words more ("**Guided by** the") was meant for these; what covers the paragraph stays.
        """
        open_mark, close_mark = MARKS[self._styles[0]]
        run = next((run for run in runs if _fits(run, view.text, start, end)), None)
        if run is not None:
            return (Edit(view.source(run.opening), open_mark), Edit(view.source(run.closing), close_mark))
        place = view.span(start, end)
        run = next((run for run in runs if run.start == start and _goes_on(view.text[end : run.end])), None)
        if run is not None:
            closing = view.source(run.closing)
            added = Edit(Span(place.end, place.end), close_mark)
            return (Edit(view.source(run.opening), open_mark), added, Edit(closing, ""))
        return (Edit(Span(place.start, place.start), open_mark), Edit(Span(place.end, place.end), close_mark))


def _fits(run: Emphasis, text: str, start: int, end: int) -> bool:
    """Whether a run covers just the words between the limits, punctuation beside them aside."""
    beside = (text[run.start : start], text[start : run.start], text[run.end : end], text[end : run.end])
    return not any(words.strip(BESIDE) for words in beside)


def _goes_on(beyond: str) -> bool:
    """Whether the words that emphasis covers beyond those meant are few."""
    return 0 < len(beyond.split()) <= _FEW
