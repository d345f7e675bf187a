"""Shared parts of the kinds of check about cited resolutions."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...text.regex import lazy
from ..language.citations import Citation, CitationWords
from ..search.spoken import Spoken

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.check import Match
    from ..data.resources import Resources


class CitationSearch:
    """Mistakes that a function finds in the citations of some words that an organ speaks; "" for no organ."""

    def __init__(self, words: CitationWords, find: Callable[[Wording, View, str], Iterable[Match]]) -> None:
        self._find = find
        self._wrong = Spoken(lambda wording, own: any(True for _ in find(wording, wording.alone, own)), words.cited)

    def among(self, nodes: Collection[Node], draft: Draft) -> Iterator[Match]:
        """The mistakes in the words of some nodes, in the order of the text."""
        for node, _ in self._wrong.among(nodes, draft):
            organ = draft.organ(node)
            yield from self._find(draft.wording(node), draft.view(node), organ.name if organ else "")


def outside_quotations(words: CitationWords, wording: Wording) -> list[Citation]:
    """The citations in some words that do not stand in a quotation."""
    return [one for one in words.cited.at(wording) or () if not words.quotations.hold(wording.text, one.start)]


def in_one_list(before: Citation, after: Citation, view: View, words: CitationWords) -> bool:
    """Whether nothing but commas and a joining word stands between two citations."""
    between = view.text[before.end : after.start].strip(" ,")
    return not between or between in words.joining


class BodyNumbers:
    """How bodies number their resolutions, and their short names, by the lexicon `organs`."""

    def __init__(self, resources: Resources) -> None:
        organs: Mapping[str, Any] = resources.lexicon("organs")["organs"]
        self.patterns: Mapping[str, re.Pattern[str]] = {
            name: lazy("|".join(f"(?:{number})" for number in facts["numbers"]))
            for name, facts in organs.items()
            if facts and facts.get("numbers")
        }
        self.short = {name: str(facts["short"]) for name, facts in organs.items() if facts and facts.get("short")}

    def fitting(self, number: str) -> list[str]:
        """The bodies that number their resolutions so, in the order of the lexicon."""
        return [name for name, pattern in self.patterns.items() if pattern.fullmatch(number)]
