"""First and later mentions of cited resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from ...register import CitationPhrases, DamagedTable, Register
from ...text import Edit, Span
from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.check import Match
from ..data.context import CannotRun
from ..data.schema import Choice, ListOf, Pattern, Record, TextField
from ..language.dated import Dated, DatedWords
from ..language.register import MissingPhrases, phrases_of, register_of
from ..search.spoken import Spoken
from ._words import quoted

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class _Named(NamedTuple):
    """A resolution that a paragraph names, the date it stands under ("" for none), and what it is known by."""

    item: Dated
    date: str
    key: tuple[str, str, str]


_Known = dict[tuple[str, str, str], "tuple[tuple[Node, Dated], str]"]
"""Of each resolution that a text has mentioned, by body, kind and number, where it did and with what date."""


class MentionsCheck:
    """Resolutions that are first mentioned without a date (`undated`) or mentioned again with one (`dated-again`).

    Each resolution of a file counts for itself. Resolutions adopted on one day share the date that follows the last of
    them. A number that its body does not use belongs to another one and is left alone. A fragment may have mentioned
    them before: nothing is said of it. The date that a fix adds is that of the register, where the register is sure.
    """

    KIND: ClassVar[str] = "mentions"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(["undated", "dated-again"], "What is reported.", required=True),
            "bodies": ListOf(TextField("The name of a body."), "Of these only; left out, of every body."),
            "dated": TextField("The words between a number and its date, as a fix writes them.", default=""),
            "unless": Pattern("Words right after a number that stand for its date.", at_start=True),
            "after": Pattern("Not reported where the words before the citation end with this."),
        },
        "First and later mentions of resolutions.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "body", "date", "fixed"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._resources = resources
        self._words = DatedWords.shared(resources)
        self.keywords = self._words.keywords
        organs: Mapping[str, Any] = resources.lexicon("organs")["organs"]
        self._numbers = {
            name: lazy("|".join(f"(?:{number})" for number in facts["numbers"]))
            for name, facts in organs.items()
            if facts and facts.get("numbers")
        }
        own = "|".join(map(re.escape, resources.lexicon("citations")["own"]))
        self._own = lazy(rf"(?:{own})\b")
        self._named = Spoken(self._names, self._words.cited)
        self._again = options["report"] == "dated-again"
        self._bodies = frozenset(options["bodies"] or ())
        self._dated = options["dated"]
        self._unless = lazy(options["unless"]) if options["unless"] else None
        self._after = lazy(rf"(?:{options['after']})\Z") if options["after"] else None

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The mentions in the words of the selected nodes that have no date, or one too many. Raises CannotRun."""
        if not draft.is_whole:
            return
        known: dict[Node, _Known] = {}
        try:
            for node, named in self._named.among(nodes, draft):
                yield from self._node(named, node, draft, known.setdefault(draft.resolution(node), {}))
        except (DamagedTable, MissingPhrases) as error:
            raise CannotRun(str(error)) from None

    def _node(self, named: Sequence[_Named], node: Node, draft: Draft, known: _Known) -> Iterator[Match]:
        for item, date, key in named:
            before = known.get(key)
            if before is None or (date and not before[1]):
                known[key] = (node, item), date
            if self._bodies and item.body not in self._bodies:
                continue
            if self._again and before is not None and before[1] == item.date != "":
                there, first = before[0]
                yield self._surplus(item, draft.view(node), draft.view(there), first)
            elif not self._again and before is None and not date and self._counts(item, draft.wording(node).text):
                yield self._undated(item, draft.view(node))

    def _names(self, wording: Wording, own: str) -> list[_Named]:
        """The resolutions numbered as their bodies do, with their dates; those of one day share the last one's."""
        items = self._words.spoken.at(wording, own) or ()
        found: list[_Named] = []
        shared = ""
        for index in range(len(items) - 1, -1, -1):
            item = items[index]
            follows = index + 1 < len(items) and items[index + 1].head == item.head
            shared = item.date or (shared if follows else self._otherwise(item, wording.text))
            if self._numbered(item) and not quoted(wording.text, item.start):
                found.insert(0, _Named(item, shared, (item.body, item.kind, item.number)))
        return found

    def _numbered(self, item: Dated) -> bool:
        """Whether the body of a resolution numbers its resolutions so."""
        pattern = self._numbers.get(item.body)
        return pattern is not None and pattern.fullmatch(item.number) is not None

    def _otherwise(self, item: Dated, text: str) -> str:
        """The words after a number that stand for its date, "" for none."""
        found = self._unless.match(text, item.end) if self._unless is not None else None
        return found[0] if found else ""

    def _counts(self, item: Dated, text: str) -> bool:
        """Whether the body is named or speaks itself: a bare number may have been introduced in other words."""
        if not item.named and self._own.match(text, item.head) is None:
            return False
        return self._after is None or not self._after.search(text[: item.head])

    def _surplus(self, item: Dated, view: View, there: View, first: Dated) -> Match:
        span = view.span(item.behind, item.date_end)
        values = {"found": item.date, "number": item.number, "body": item.body, "date": item.date, "fixed": item.number}
        at = view.span(item.date_start, item.date_end)
        return Match(at, values, (Edit(span, ""),), there.span(first.start, first.end))

    def _undated(self, item: Dated, view: View) -> Match:
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
