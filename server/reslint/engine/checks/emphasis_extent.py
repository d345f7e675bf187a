"""Italics of openers that are too short or too long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import ListOf, Pattern, Record, TextField
from ._emphasis import MARKS, Emphasised, EmphasisSearch, expect_field

if TYPE_CHECKING:
    from ...draft import Draft, Emphasis, Node, View
    from ..data.context import Context
    from ..data.resources import Resources


class EmphasisExtentCheck:
    """Openers that are emphasised, but not from their first word to their last."""

    READS_EMPHASIS: ClassVar[bool] = True
    NEEDS_EMPHASIS: ClassVar[bool] = True
    """It has nothing to say of texts that cannot carry any."""

    KIND: ClassVar[str] = "emphasis-extent"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record(
        {
            "expect": expect_field(),
            "roman": ListOf(
                TextField("A word."),
                "Words that end the emphasis of an opener when it runs on over them; if not given, the words that "
                "the lexicon of openers names as complements.",
            ),
            "optional": Pattern("Words at the end of an opener that may stand outside the emphasis: “its request”."),
        },
        "The extent of the emphasis of openers.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "fixed"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._search = EmphasisSearch(
            options["expect"],
            resources.kinds,
            roman=frozenset(options["roman"]) if options["roman"] else None,
            optional=lazy(options["optional"]) if options["optional"] else None,
        )

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers of the selected nodes with the wrong extent, with the mark-up to move or take away."""
        for node, places in self._search.slips.among(nodes, draft):
            for place in places:
                if place.slip == "extent":
                    yield _match(draft, draft.view(node), place)


def _match(draft: Draft, view: View, place: Emphasised) -> Match:
    start, end, right = place.start, place.end, place.right
    words = view.text[start:end]
    first, last = min(run.start for run in right), max(run.end for run in right)
    values = {"found": view.text[first:last], "expected": words, "fixed": words}
    return Match(view.span(first, max(last, end)), values, _moved(draft, view, (start, end), right))


def _moved(draft: Draft, view: View, limits: tuple[int, int], runs: list[Emphasis]) -> tuple[Edit, ...]:
    """The delimiters of these runs moved so that one run covers just the words between the limits."""
    place = view.span(*limits)
    first = runs[0]
    closing = view.source(runs[-1].closing)
    if len(runs) == 1 and first.start == limits[0]:
        return (Edit(closing, ""), Edit(Span(place.end, place.end), draft.text.slice(closing)))
    removed = [Edit(view.source(span), "") for run in runs for span in (run.opening, run.closing)]
    open_mark, close_mark = MARKS[first.style]
    added = [Edit(Span(place.start, place.start), open_mark), Edit(Span(place.end, place.end), close_mark)]
    return tuple(removed + added)
