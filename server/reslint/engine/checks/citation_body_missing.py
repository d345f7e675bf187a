"""Numbers that another body gives, cited without the name of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import ListOf, Pattern, Record, TextField
from ..language.citations import Citation, CitationWords
from ._citations import BodyNumbers, CitationSearch, outside_quotations

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class CitationBodyMissingCheck:
    """A number that the adopting organ does not use, but another body does, stands without a body.

    Nothing is said where the paragraph names that body anywhere, or in quotations.
    """

    KIND: ClassVar[str] = "citation-body-missing"
    OPTIONS: ClassVar[Record] = Record(
        {
            "bodies": ListOf(TextField("The name of a body."), "Only numbers of these bodies.", required=True),
            "unless": Pattern("Words after the number that say whose resolution it is."),
        },
        "Citations that lack the body.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body", "fits"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._words = CitationWords.shared(resources)
        self.keywords = self._words.keywords
        self._numbers = BodyNumbers(resources)
        self._bodies = frozenset(options["bodies"])
        self._unless = lazy(options["unless"]) if options["unless"] else None
        self._wrong = CitationSearch(self._words, self._matches)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The citations in the words of the selected nodes that lack their body."""
        yield from self._wrong.among(nodes, draft)

    def _matches(self, wording: Wording, view: View, own: str) -> Iterator[Match]:
        if own in self._numbers.patterns:
            for citation in outside_quotations(self._words, wording):
                if not citation.body and not citation.own:
                    yield from self._bare(citation, view, own)

    def _bare(self, citation: Citation, view: View, own: str) -> Iterator[Match]:
        before = view.text[: citation.kind_start].split()
        if before and before[-1][0].isupper() and len(before) > 1:
            return
        item = citation.items[0]
        fits = self._numbers.fitting(item.number)
        if own in fits or not fits or fits[0] not in self._bodies or self._names(view.text, fits[0]):
            return
        if self._unless is not None and self._unless.search(view.text, citation.items[-1].end):
            return
        values = {"found": item.number, "number": item.number, "body": own, "fits": fits[0]}
        span = view.span(citation.kind_start, item.end)
        at = view.span(citation.kind_start, citation.kind_start + 1)
        edit = Edit(at, f"{fits[0]} {view.text[citation.kind_start].lower()}")
        yield Match(span, values, (edit,) if self._words.body_first else ())

    def _names(self, text: str, body: str) -> bool:
        last = self._numbers.short.get(body, body).split()[-1]
        return body in text or re.search(rf"\b{re.escape(last)}\b", text) is not None
