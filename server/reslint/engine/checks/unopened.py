"""A paragraph of the preamble or the operative part that begins with no opener at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.resources import shared
from ..data.schema import LexiconName, Pattern, Record
from ..language.inflections import Inflections, made
from ..language.openings import is_item, words
from ..patterns.compiled import LazyPattern
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_SHOWN = 2
_READ = 8


class UnopenedCheck:
    """Asks whether a paragraph begins with something else than an opener: neither known words nor words in italics.

    Unknown words in italics are for `opener-unknown` to report, a known opener in a wrong form is for `inflection`.
    """

    KIND: ClassVar[str] = "unopened"
    OPTIONS: ClassVar[Record] = Record(
        {
            "unless": Pattern("Not reported where this is found at the first character.", at_start=True),
            "inflections": LexiconName("How verbs are inflected, so that wrong forms are left alone.", "inflections"),
        },
        "A paragraph that begins with no opener.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._unless = LazyPattern(options["unless"]) if options["unless"] else None
        self._inflections: Inflections | None = None
        if options["inflections"]:
            self._inflections = shared(made, resources.lexicon(options["inflections"]))
        self._unopened = Search(self._is_unopened, kinds=resources.kinds)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first words of such paragraphs; items of lists are skipped."""
        for node, _ in self._unopened.among(nodes, draft):
            view = draft.view(node)
            first = words(view.text, limit=_SHOWN)
            if first and not is_item(node, draft):
                yield Match(
                    view.span(first[0].start, first[-1].end), {"found": view.text[first[0].start : first[-1].end]}
                )

    def _is_unopened(self, wording: Wording) -> bool:
        form = wording.vocabulary.grammar.form(wording.kind)
        if form is None or wording.opener is not None:
            return False
        if self._unless is not None and self._unless.regex.match(wording.text):
            return False
        if self._inflections is None:
            return True
        written = [word.text.lower() for word in words(wording.text, limit=_READ)]
        return self._inflections.wrong(written, form, wording.vocabulary) is None
