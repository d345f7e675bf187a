"""The form in which resolutions and decisions are cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, Pattern, Record
from ..language.citations import Citation, CitationWords, Cited
from ..search.spoken import Spoken

if TYPE_CHECKING:
    from ...draft import Draft, Node, Opener, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class CitationCheck:
    """What is wrong with the form of a citation.

    `title-form`: an exact title stands in quotation marks between commas after "entitled", a description follows "on"
    without them. `own-resolution`: the organ that adopts the text calls its own resolutions "its"; only said where
    the citation is the object of the opener or matches `after`, for in "the report submitted pursuant to General
    Assembly resolution …" print names the organ.
    """

    KIND: ClassVar[str] = "citation"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(["title-form", "own-resolution"], "What is reported.", required=True),
            "after": Pattern(
                "own-resolution: words right before a citation that make it an object of the opener like the one "
                "before it; searched at their end."
            ),
            "not-after": Pattern(
                "title-form: words right before a citation that takes no comma before “entitled”, as the title is that "
                "of something else or the sentence goes on; searched at their end."
            ),
        },
        "The form of citations.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "fixed", "number", "title", "body"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._words = CitationWords.shared(resources)
        self.keywords = self._words.keywords
        self._title_form = options["report"] == "title-form"
        self._after = lazy(rf"(?:{options['after']})\Z") if options["after"] else None
        self._not_after = lazy(rf"(?:{options['not-after']})\Z") if options["not-after"] else None
        self._wrong = Spoken(
            lambda wording, own: any(True for _ in self._matches(wording, wording.alone, own)), self._words.cited
        )

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The citations in the words of the selected nodes whose form is wrong."""
        for node, _ in self._wrong.among(nodes, draft):
            organ = draft.organ(node)
            yield from self._matches(draft.wording(node), draft.view(node), organ.name if organ else "")

    def _matches(self, wording: Wording, view: View, own: str) -> Iterator[Match]:
        """What is wrong with the citations in some words that an organ speaks."""
        found = self._words.cited.at(wording) or ()
        for index, citation in enumerate(found):
            following = found[index + 1] if index + 1 < len(found) else None
            if self._title_form:
                if self._not_after is not None and self._not_after.search(view.text[: citation.start]):
                    continue
                for item in citation.items:
                    yield from self._title(item, view)
            elif own and citation.body == own and not self._lists(citation, following, view):
                yield from self._own(citation, wording.opener, view)

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
        if following is None or not following.body or following.body == citation.body:
            return False
        between = view.text[citation.end : following.start].strip(" ,")
        return between in self._words.joining or not between

    def _is_object(self, citation: Citation, opener: Opener | None, view: View) -> bool:
        if opener is not None and not view.text[opener.end : citation.start].strip():
            return True
        before = view.text[: citation.start].rstrip()
        return self._after is not None and self._after.search(before) is not None


def _insert(view: View, at: int, mark: str) -> Edit:
    """The edit that puts a mark behind ``text[:at]``, before a footnote marker that follows."""
    end = view.span(at - 1, at).end
    return Edit(Span(end, end), mark)
