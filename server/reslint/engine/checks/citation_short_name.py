"""Short names that refer back to a citation and are those of another body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Pattern, Record
from ..language.citations import Citation, CitationWords
from ._citations import BodyNumbers, CitationSearch, outside_quotations

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class CitationShortNameCheck:
    """The words that refer back to a citation ("in which the Council") are the short name of another body."""

    KIND: ClassVar[str] = "citation-short-name"
    OPTIONS: ClassVar[Record] = Record(
        {
            "back": Pattern(
                "Words after a citation that refer back, as the group `name`.", at_start=True, required=True
            ),
            "itself": Pattern("What stands for the adopting organ alone."),
        },
        "Short names that refer back to a citation.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body", "expected"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._words = CitationWords.shared(resources)
        self.keywords = self._words.keywords
        self._short = BodyNumbers(resources).short
        self._back = lazy(options["back"])
        self._itself = lazy(options["itself"]) if options["itself"] else None
        self._wrong = CitationSearch(self._words, self._matches)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The wrong short names behind citations in the words of the selected nodes."""
        yield from self._wrong.among(nodes, draft)

    def _matches(self, wording: Wording, view: View, own: str) -> Iterator[Match]:
        for citation in outside_quotations(self._words, wording):
            yield from self._wrong_name(citation, view, own)

    def _wrong_name(self, citation: Citation, view: View, own: str) -> Iterator[Match]:
        body = own if citation.own else citation.body
        found = self._back.match(view.text, citation.end)
        if found is None or body not in self._short:
            return
        name = found["name"]
        alone = self._itself is not None and self._itself.fullmatch(name) is not None
        wrong = not citation.own if alone else name in self._short.values() and name != self._short[body]
        if (wrong and body != own) or (wrong and not alone):
            span = view.span(*found.span("name"))
            values = {"found": name, "body": body, "expected": self._short[body], "number": citation.items[-1].number}
            yield Match(span, values, (Edit(span, self._short[body]),))
