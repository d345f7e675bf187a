"""Numbers that the body of a citation does not give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ..language.citations import Citation, CitationWords
from ._citations import BodyNumbers, CitationSearch, outside_quotations

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class CitationNumberCheck:
    """Cited resolutions whose number is not one of the body that is named; quotations are left alone."""

    KIND: ClassVar[str] = "citation-number"
    OPTIONS: ClassVar[Record] = Record({}, "Numbers of resolutions and the bodies that are named with them.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body", "fits"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._words = CitationWords.shared(resources)
        self.keywords = self._words.keywords
        self._numbers = BodyNumbers(resources)
        self._wrong = CitationSearch(self._words, self._matches)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first wrong number of each citation in the words of the selected nodes."""
        yield from self._wrong.among(nodes, draft)

    def _matches(self, wording: Wording, view: View, own: str) -> Iterator[Match]:  # noqa: ARG002 as the search calls it
        for citation in outside_quotations(self._words, wording):
            yield from self._wrong_number(citation, view)

    def _wrong_number(self, citation: Citation, view: View) -> Iterator[Match]:
        pattern = self._numbers.patterns.get(citation.body)
        for item in citation.items if pattern is not None else ():
            if pattern is not None and not pattern.fullmatch(item.number) and "[" not in item.number:
                fits = ", ".join(self._numbers.fitting(item.number))
                values = {"found": item.number, "number": item.number, "body": citation.body, "fits": fits}
                yield Match(view.span(item.start, item.end), values)
                return
