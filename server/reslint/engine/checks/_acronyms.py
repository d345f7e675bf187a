"""Shared parts of the kinds of check about acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.schema import Field, ListOf, Pattern, TextField
from ..language.grammar import quotations
from ..patterns.compiled import LazyPattern
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.resources import Resources

_IN_BRACKETS = lazy(r"\s*\(")


class Acronym(NamedTuple):
    """An acronym in a selected node: whether it is introduced there, and whether it or its introduction was before."""

    node: Node
    match: re.Match[str]
    is_introduced: bool
    was_seen: bool
    was_introduced: bool


def acronym_fields() -> dict[str, Field]:
    """The options that all of these kinds have."""
    return {
        "find": Pattern("What an acronym looks like.", required=True),
        "except": ListOf(TextField("An acronym."), "Acronyms that everybody knows or that are names.", default=[]),
        "plural": TextField("The ending of a plural: “(SDGs)” explains “SDG”, too.", default=""),
    }


class AcronymSearch:
    """Acronyms in the order of the text.

    An acronym is introduced where it stands in parentheses after words, or with words in parentheses after it, in the
    selected nodes or in any node before them ("Committee: Commission on Ports (COP)").
    """

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._quotations = quotations(resources)
        self._find = LazyPattern(options["find"])
        self.keywords = self._find.keywords
        self._except = frozenset(options["except"])
        plural = re.escape(options["plural"] or "")
        self._plural = lazy(rf"(?<=\()([^\s()]+){plural}(?=[\s)])") if plural else None
        self._acronyms = Search(self._written, keywords=self.keywords)

    def among(self, nodes: Sequence[Node], draft: Draft) -> Iterator[Acronym]:
        """The acronyms in the words of some nodes."""
        selected = frozenset(nodes)
        seen: set[str] = set()
        introduced: set[str] = set()
        for node, acronyms in self._acronyms.everywhere(draft):
            for acronym, match, introducing in acronyms:
                if match is not None and node in selected:
                    yield Acronym(node, match, introducing, acronym in seen, acronym in introduced)
                seen.add(acronym)
                if introducing:
                    introduced.add(acronym)

    def _written(self, wording: Wording) -> list[tuple[str, re.Match[str] | None, bool]]:
        """The acronyms in some words, and whether each is introduced there; none where all is in capitals.

        Those that are introduced in the plural have no match of their own.
        """
        text = wording.text
        if text == text.upper():
            return []
        found: list[tuple[str, re.Match[str] | None, bool]] = []
        if self._plural is not None:
            found = [(match[1], None, True) for match in self._plural.finditer(text) if self._find.search(match[1])]
        return found + [
            (match[0], match, text[: match.start()].endswith("(") or _IN_BRACKETS.match(text, match.end()) is not None)
            for match in self._find.finditer(text)
            if match[0] not in self._except and not self._quotations.hold(text, match.start())
        ]
