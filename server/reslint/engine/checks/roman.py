"""Words in italics, bold or underlined that should be set like the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ...text.regex import lazy
from ..schema import Choice, Flag, ListOf, Pattern, Record
from .base import Match

if TYPE_CHECKING:
    from ...draft import Draft, Emphasis, Node, View
    from ..context import Context
    from ..resources import Resources


class RomanCheck:
    """Each run of emphasised words beyond the opener, of some styles, with some words in it.

    Emphasis that touches the opener or begins the paragraph is never reported: that is the opener's.
    """

    KIND: ClassVar[str] = "roman"
    OPTIONS: ClassVar[Record] = Record(
        {
            "styles": ListOf(Choice(["italic", "bold", "underline"], "A kind of emphasis."), "Which.", required=True),
            "find": Pattern("Only where all words of the run are this; left out, any words are reported."),
            "ignore-case": Flag("Whether capitals and small letters are the same.", default=False),
        },
        "Words that should not be emphasised.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "style"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._styles = frozenset(options["styles"])
        flags = re.IGNORECASE if options["ignore-case"] else 0
        self._find = lazy(options["find"], flags) if options["find"] else None

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The runs, with the marks around them taken away."""
        for node in nodes:
            view = draft.view(node)
            for run in view.folded.emphasis:
                if run.style in self._styles and run.start and not _opens(node, run, draft) and self._means(view, run):
                    words = view.text[run.start : run.end]
                    edits = tuple(Edit(view.source(mark), "") for mark in (run.opening, run.closing))
                    yield Match(view.span(run.start, run.end), {"found": words, "style": run.style}, edits)

    def _means(self, view: View, run: Emphasis) -> bool:
        words = view.text[run.start : run.end].strip(" ,;:.")
        return bool(words) and (self._find is None or self._find.fullmatch(words) is not None)


def _opens(node: Node, run: Emphasis, draft: Draft) -> bool:
    opener = draft.opener(node)
    return opener is not None and run.start <= opener.end
