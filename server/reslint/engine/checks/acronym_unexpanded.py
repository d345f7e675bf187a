"""Acronyms whose full name does not stand with the first of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ..data.check import Match
from ..data.dated import entry
from ..data.schema import LexiconName, Record
from ._acronyms import AcronymSearch, acronym_fields

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class AcronymUnexpandedCheck:
    """The first acronym of its kind with no full name beside it.

    Handbooks of Model United Nations conferences want each acronym written out once, at its first mention.
    """

    KIND: ClassVar[str] = "acronym-unexpanded"
    OPTIONS: ClassVar[Record] = Record(
        {
            **acronym_fields(),
            "lexicon": LexiconName(
                "A lexicon that maps acronyms to full names; with one a fix can be offered.", "pairs"
            ),
        },
        "Acronyms whose full name does not stand with the first of them.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "full"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._acronyms = AcronymSearch(options, resources)
        self.keywords = self._acronyms.keywords
        name = options["lexicon"]
        data = resources.lexicon(name) if name else {}
        self._names: Mapping[str, Any] = data.get(name, data)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """Acronyms that come out of the blue, in the order of the text."""
        for acronym in self._acronyms.among(nodes, draft):
            if not acronym.is_introduced and not acronym.was_seen:
                found = acronym.match[0]
                full = entry(self._names.get(found)).text
                span = draft.view(acronym.node).span(*acronym.match.span())
                edits = (Edit(span, f"{full} ({found})"),) if full else ()
                yield Match(span, {"found": found, "full": full}, edits)
