"""Resolutions of the adopting organ itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Pattern, Record
from ..language.citations import Citation, CitationWords
from ._citations import CitationSearch, in_one_list

if TYPE_CHECKING:
    from ...draft import Draft, Node, Opener, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class CitationOwnCheck:
    """The organ that adopts the text names itself where it calls its own resolutions "its".

    Only said where the citation is the object of the opener or matches `after`, for in "the report submitted pursuant
    to General Assembly resolution …" print names the organ; and not in a list with texts of other bodies.
    """

    KIND: ClassVar[str] = "citation-own"
    OPTIONS: ClassVar[Record] = Record(
        {
            "after": Pattern(
                "Words right before a citation that make it an object of the opener like the one before it; "
                "searched at their end."
            ),
        },
        "Resolutions of the adopting organ itself.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "fixed", "number", "body"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._words = CitationWords.shared(resources)
        self.keywords = self._words.keywords
        self._after = lazy(rf"(?:{options['after']})\Z") if options["after"] else None
        self._wrong = CitationSearch(self._words, self._matches)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The citations in the words of the selected nodes that name the adopting organ."""
        yield from self._wrong.among(nodes, draft)

    def _matches(self, wording: Wording, view: View, own: str) -> Iterator[Match]:
        found = self._words.cited.at(wording) or ()
        for index, citation in enumerate(found):
            following = found[index + 1] if index + 1 < len(found) else None
            if own and citation.body == own and not self._lists(citation, following, view):
                yield from self._own(citation, wording.opener, view)

    def _own(self, citation: Citation, opener: Opener | None, view: View) -> Iterator[Match]:
        if not self._is_object(citation, opener, view):
            return
        start, end = citation.start, citation.kind_start - 1
        own = self._words.own[0]
        span = view.span(start, citation.items[0].end)
        fixed = f"{own}{view.text[end : citation.items[0].end]}"
        values = {
            "found": view.text[start : citation.items[0].end],
            "fixed": fixed,
            "number": citation.items[0].number,
            "body": citation.body,
        }
        yield Match(span, values, (Edit(view.span(start, end), own),))

    def _lists(self, citation: Citation, following: Citation | None, view: View) -> bool:
        """Whether a text of another body follows in the same list, where print names every body."""
        if following is None or following.body in ("", citation.body):
            return False
        return in_one_list(citation, following, view, self._words)

    def _is_object(self, citation: Citation, opener: Opener | None, view: View) -> bool:
        if opener is not None and not view.text[opener.end : citation.start].strip():
            return True
        before = view.text[: citation.start].rstrip()
        return self._after is not None and self._after.search(before) is not None
