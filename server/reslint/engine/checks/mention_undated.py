"""Resolutions that are first mentioned without a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from ...register import CitationPhrases, DamagedTable, Register
from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.context import CannotRun
from ..data.schema import ListOf, Pattern, Record, TextField
from ..language.dated import Dated, DatedWords
from ..language.register import MissingPhrases, phrases_of, register_of
from ._mentions import MentionSearch

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ..data.context import Context
    from ..data.resources import Resources


class MentionUndatedCheck:
    """Resolutions that are first mentioned without a date.

    The date that a fix adds is that of the register, where the register is sure.
    """

    KIND: ClassVar[str] = "mention-undated"
    OPTIONS: ClassVar[Record] = Record(
        {
            "bodies": ListOf(TextField("The name of a body."), "Of these only; left out, of every body."),
            "dated": TextField("The words between a number and its date, as a fix writes them.", default=""),
            "unless": Pattern("Words right after a number that stand for its date.", at_start=True),
            "after": Pattern("Not reported where the words before the citation end with this."),
        },
        "First mentions of resolutions without their date.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body", "date", "fixed"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._resources = resources
        words = DatedWords.shared(resources)
        self.keywords = words.keywords
        own = "|".join(map(re.escape, resources.lexicon("citations")["own"]))
        self._own = lazy(rf"(?:{own})\b")
        self._mentions = MentionSearch(resources, words, lazy(options["unless"]) if options["unless"] else None)
        self._bodies = frozenset(options["bodies"] or ())
        self._dated = options["dated"]
        self._after = lazy(rf"(?:{options['after']})\Z") if options["after"] else None

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first mentions in the words of the selected nodes that have no date. Raises CannotRun."""
        try:
            for node, item, date, before in self._mentions.among(nodes, draft):
                if before is not None or date or (self._bodies and item.body not in self._bodies):
                    continue
                if self._counts(item, draft.wording(node).text):
                    yield self._match(item, draft.view(node))
        except (DamagedTable, MissingPhrases) as error:
            raise CannotRun(str(error)) from None

    def _counts(self, item: Dated, text: str) -> bool:
        """Whether the body is named or speaks itself: a bare number may have been introduced in other words."""
        if not item.named and self._own.match(text, item.head) is None:
            return False
        return self._after is None or not self._after.search(text[: item.head])

    def _match(self, item: Dated, view: View) -> Match:
        span = view.span(item.start, item.end)
        entry = self._register.lookup(item.body, item.number)
        date = self._phrases.date(entry.date) if entry and entry.date and entry.sure else ""
        values = {"found": item.number, "number": item.number, "body": item.body}
        if not date or not self._dated:
            return Match(span, values)
        added = f" {self._dated} {date}"
        values |= {"date": date, "fixed": item.number + added}
        return Match(span, values, (Edit(Span(span.end, span.end), added),))

    @cached_property
    def _phrases(self) -> CitationPhrases:
        return phrases_of(self._resources)

    @cached_property
    def _register(self) -> Register:
        return register_of(self._resources)
