"""Words in italics, bold or underlined that should be set like the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, Flag, ListOf, Pattern, Record
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Emphasis, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class RomanCheck:
    """Each run of emphasised words beyond the opener, of some styles, with some words in it.

    Emphasis that touches the opener or begins the paragraph is never reported: that is the opener's.
    """

    READS_EMPHASIS: ClassVar[bool] = True

    KIND: ClassVar[str] = "roman"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record(
        {
            "styles": ListOf(Choice(["italic", "bold", "underline"], "A kind of emphasis."), "Which.", required=True),
            "find": Pattern("Only where all words of the run are this; left out, any words are reported."),
            "ignore-case": Flag("Whether capitals and small letters are the same.", default=False),
        },
        "Words that should not be emphasised.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "style"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._styles = frozenset(options["styles"])
        flags = re.IGNORECASE if options["ignore-case"] else 0
        self._find = lazy(options["find"], flags) if options["find"] else None
        self._search = Search(self._runs, kinds=resources.kinds)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The runs, with the marks around them taken away."""
        for node, runs in self._search.among(nodes, draft):
            view = draft.view(node)
            for run in runs:
                words = view.text[run.start : run.end]
                edits = tuple(Edit(view.source(mark), "") for mark in (run.opening, run.closing))
                yield Match(view.span(run.start, run.end), {"found": words, "style": run.style}, edits)

    def _runs(self, wording: Wording) -> list[Emphasis]:
        """The runs that should not be there."""
        limit = wording.opener.end if wording.opener is not None else 0
        return [
            run
            for run in wording.folded.emphasis
            if run.style in self._styles and run.start > limit and self._means(wording.text, run)
        ]

    def _means(self, text: str, run: Emphasis) -> bool:
        words = text[run.start : run.end].strip(" ,;:.")
        return bool(words) and (self._find is None or self._find.fullmatch(words) is not None)
