"""Acronyms: whether the full name stands with the first of them, and only there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, LexiconName, ListOf, Pattern, Record, TextField
from ..patterns.compiled import LazyPattern
from ..search.search import Search
from ._words import quoted

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_IN_BRACKETS = lazy(r"\s*\(")


class AcronymsCheck:
    """The first acronym of its kind with no full name beside it, or a full name with the acronym for a second time.

    An acronym is introduced where it stands in parentheses after words, or with words in parentheses after it, in the
    selected nodes or in any node before them ("Committee: Commission on Ports (COP)"). Handbooks of Model United
    Nations conferences want each acronym written out once, at its first mention.
    """

    KIND: ClassVar[str] = "acronyms"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(
                ["unexpanded", "again"],
                "`unexpanded`: the first mention; `again`: a second introduction.",
                required=True,
            ),
            "find": Pattern("What an acronym looks like.", required=True),
            "except": ListOf(TextField("An acronym."), "Acronyms that everybody knows or that are names.", default=[]),
            "lexicon": LexiconName(
                "A lexicon that maps acronyms to full names; with one a fix can be offered.", "pairs"
            ),
        },
        "Acronyms and their full names.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "full"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._find = LazyPattern(options["find"])
        self.keywords = self._find.keywords
        self._acronyms = Search(self._written, keywords=self.keywords)
        self._except = frozenset(options["except"])
        self._again = options["report"] == "again"
        name = options["lexicon"]
        data = resources.lexicon(name) if name else {}
        self._names: Mapping[str, Any] = data.get(name, data)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """Acronyms that come out of the blue, or are introduced anew, in the order of the text."""
        selected = frozenset(nodes)
        seen: set[str] = set()
        introduced: set[str] = set()
        for node, acronyms in self._acronyms.everywhere(draft):
            for match, introducing in acronyms:
                acronym = match[0]
                known = acronym in introduced if introducing else acronym in seen
                if node in selected and (introducing and known if self._again else not introducing and not known):
                    yield self._match(draft.view(node), match, acronym)
                seen.add(acronym)
                if introducing:
                    introduced.add(acronym)

    def _written(self, wording: Wording) -> list[tuple[re.Match[str], bool]]:
        """The acronyms in some words, and whether each is introduced there; none where all is in capitals."""
        text = wording.text
        if text == text.upper():
            return []
        return [
            (match, text[: match.start()].endswith("(") or _IN_BRACKETS.match(text, match.end()) is not None)
            for match in self._find.finditer(text)
            if match[0] not in self._except and not quoted(text, match.start())
        ]

    def _match(self, view: View, match: re.Match[str], acronym: str) -> Match:
        full = str(self._names.get(acronym, ""))
        span = view.span(*match.span())
        edits = (Edit(span, f"{full} ({acronym})"),) if full and not self._again else ()
        return Match(span, {"found": acronym, "full": full}, edits)
