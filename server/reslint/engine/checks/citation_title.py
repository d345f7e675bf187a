"""The form in which the title of a cited resolution stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Pattern, Record
from ..language.citations import CitationWords, Cited
from ._citations import CitationSearch

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class CitationTitleCheck:
    """Titles in another form than print has.

    An exact title stands in quotation marks between commas after "entitled", a description follows "on" without them.
    """

    KIND: ClassVar[str] = "citation-title"
    OPTIONS: ClassVar[Record] = Record(
        {
            "not-after": Pattern(
                "Words right before a citation that takes no comma before “entitled”, as the title is that of "
                "something else or the sentence goes on; searched at their end."
            ),
        },
        "The form of the titles of cited resolutions.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "fixed", "number", "title"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._words = CitationWords.shared(resources)
        self.keywords = self._words.keywords
        self._not_after = lazy(rf"(?:{options['not-after']})\Z") if options["not-after"] else None
        self._wrong = CitationSearch(self._words, self._matches)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The words before the titles that are wrong, in the words of the selected nodes."""
        yield from self._wrong.among(nodes, draft)

    def _matches(self, wording: Wording, view: View, own: str) -> Iterator[Match]:  # noqa: ARG002 as the search calls it
        for citation in self._words.cited.at(wording) or ():
            if self._not_after is not None and self._not_after.search(view.text[: citation.start]):
                continue
            for item in citation.items:
                yield from self._title(item, view)

    def _title(self, item: Cited, view: View) -> Iterator[Match]:
        quoted = self._words.title.match(view.text, item.date_end)
        if quoted is None:
            return
        entitled = self._words.entitled[0]
        by = quoted["by"] if quoted["by"] in self._words.entitled else entitled
        edits: list[Edit] = []
        if not quoted["comma"]:
            edits.append(_insert(view, quoted.start("by") - 1, ","))
        if by != quoted["by"]:
            edits.append(Edit(view.span(*quoted.span("by")), by))
        if not edits:
            return
        text, end = view.text, quoted.end()
        if end < len(text) and text[end] == " ":
            edits.append(_insert(view, end, ","))
        found = view.text[quoted.start() : quoted.start("quoted")]
        values = {"found": found.strip(), "fixed": f", {by}", "number": item.number, "title": item.title}
        yield Match(view.span(quoted.start("by"), quoted.end("by")), values, tuple(edits))


def _insert(view: View, at: int, mark: str) -> Edit:
    """The edit that puts a mark behind ``text[:at]``, before a footnote marker that follows."""
    end = view.span(at - 1, at).end
    return Edit(Span(end, end), mark)
