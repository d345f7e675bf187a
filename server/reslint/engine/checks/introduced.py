"""Short titles that stand before the full title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import LexiconName, ListOf, Pattern, Record, TextField
from ..language.grammar import quotations
from ..search.search import Search
from ._words import alternation, lowered

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class IntroducedCheck:
    """The first place of a short title in a whole text in which the full title has not been said before.

    The lexicon maps full titles to facts, of which `short` lists the short forms, and `forms` other full ones. Short
    titles in quotations, and those that are part of the full title, are none.
    """

    KIND: ClassVar[str] = "introduced"
    OPTIONS: ClassVar[Record] = Record(
        {
            "lexicon": LexiconName("The instruments with their short titles.", "instruments", required=True),
            "shorts": ListOf(
                TextField("A short title."), "The short titles that can mean one thing only.", required=True
            ),
            "unless": Pattern("What may stand right after a short title that needs no introduction.", at_start=True),
        },
        "Short titles before their full titles.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "title"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._quotations = quotations(resources)
        data = resources.lexicon(options["lexicon"])
        instruments: Mapping[str, Any] = data.get(options["lexicon"], data)
        titles = {short: title for title, facts in instruments.items() for short in (facts or {}).get("short") or ()}
        self._titles: dict[str, str] = {}
        self._said: dict[str, tuple[str, ...]] = {}
        for short in options["shorts"]:
            if short not in titles:
                raise ValueError(f"nothing in the lexicon “{options['lexicon']}” has the short title “{short}”")
            self._titles[short] = titles[short]
            forms = (instruments[titles[short]] or {}).get("forms") or ()
            self._said[short] = (titles[short], *(form for form in forms if form not in short))
        self._unless = lazy(options["unless"]) if options["unless"] else None
        self._titles_in = Search(self._full, keywords=lowered({form for said in self._said.values() for form in said}))
        self.keywords = lowered(self._titles)
        self._shorts_in = Search(self._shorts, keywords=self.keywords, kinds=resources.kinds)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first unintroduced place of each short title; nothing in a fragment, which may go on from elsewhere."""
        if not draft.is_whole:
            return
        shorts = dict(self._shorts_in.among(nodes, draft))
        titles = dict(self._titles_in.everywhere(draft)) if shorts else {}
        unsaid = {match[0] for matches in shorts.values() for match in matches}
        for node in sorted({*shorts, *titles}, key=lambda node: node.span.start):
            for match in shorts.get(node, ()):
                if match[0] in unsaid:
                    unsaid.discard(match[0])
                    if not self._needs_none(match):
                        values = {"found": match[0], "title": self._titles[match[0]]}
                        yield Match(draft.view(node).span(*match.span()), values)
            unsaid.difference_update(titles.get(node, ()))
            if not unsaid:
                return

    @cached_property
    def _find(self) -> re.Pattern[str]:
        return alternation(self._titles, at="anywhere", ignore_case=False, blank=" ")

    def _full(self, wording: Wording) -> list[str]:
        """The short titles whose full titles stand in some words."""
        return [short for short, said in self._said.items() if any(title in wording.text for title in said)]

    def _shorts(self, wording: Wording) -> list[re.Match[str]]:
        text = wording.text
        return [match for match in self._find.finditer(text) if not self._quotations.hold(text, match.start())]

    def _needs_none(self, match: re.Match[str]) -> bool:
        """Whether the full title stands before a short one or around it, or words that do without one follow."""
        for title in self._said[match[0]]:
            if match.string.find(title, 0, match.end() + len(title)) >= 0:
                return True
        return self._unless is not None and self._unless.match(match.string, match.end()) is not None
