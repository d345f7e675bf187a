"""Lists of cited resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Pattern, Record
from ..language.citations import Citation, CitationWords
from ._citations import CitationSearch, in_one_list, outside_quotations

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class CitationListCheck:
    """Lists that name their body again, or put several numbers after the singular; quotations are left alone."""

    KIND: ClassVar[str] = "citation-list"
    OPTIONS: ClassVar[Record] = Record(
        {"plural": Pattern("How the word before several numbers ends.")}, "Lists of cited resolutions."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._words = CitationWords.shared(resources)
        self.keywords = self._words.keywords
        self._plural = lazy(rf"(?:{options['plural']})\Z") if options["plural"] else None
        self._wrong = CitationSearch(self._words, self._matches)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The words before the numbers that are wrong, in the words of the selected nodes."""
        yield from self._wrong.among(nodes, draft)

    def _matches(self, wording: Wording, view: View, own: str) -> Iterator[Match]:  # noqa: ARG002 as the search calls it
        for before, citation in pairwise([None, *outside_quotations(self._words, wording)]):
            if citation is not None:
                yield from self._wrong_words(before, citation, view)

    def _wrong_words(self, before: Citation | None, citation: Citation, view: View) -> Iterator[Match]:
        word = view.text[citation.kind_start : citation.items[0].start].rstrip(" [")
        values = {"found": word, "body": citation.body, "number": citation.items[0].number}
        alike = before is not None and (before.body, before.kind) == (citation.body, citation.kind)
        if before is not None and citation.body and alike and in_one_list(before, citation, view, self._words):
            values["found"] = view.text[citation.start : citation.kind_start + len(word)]
            yield Match(view.span(citation.start, citation.kind_start + len(word)), values)
            return
        several = [item for item in citation.items if re.search(r"/|\(", item.number)]
        if len(several) > 1 and self._plural is not None and not self._plural.search(word):
            yield Match(view.span(citation.kind_start, citation.kind_start + len(word)), values)
