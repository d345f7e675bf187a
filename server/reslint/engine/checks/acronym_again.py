"""Acronyms that are introduced for a second time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ._acronyms import AcronymSearch, acronym_fields

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class AcronymAgainCheck:
    """A full name with its acronym for a second time."""

    KIND: ClassVar[str] = "acronym-again"
    OPTIONS: ClassVar[Record] = Record(acronym_fields(), "Acronyms that are introduced for a second time.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._acronyms = AcronymSearch(options, resources)
        self.keywords = self._acronyms.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """Acronyms that are introduced again, in the order of the text."""
        for acronym in self._acronyms.among(nodes, draft):
            if acronym.is_introduced and acronym.was_introduced:
                yield Match(draft.view(acronym.node).span(*acronym.match.span()), {"found": acronym.match[0]})
