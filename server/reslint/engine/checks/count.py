"""Paragraphs in which a pattern is found, by how many of a resolution have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Number, Pattern, Record
from ..patterns.compiled import LazyPattern
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources


class CountCheck:
    """The first place of a pattern in each selected node, where not too many nodes of the resolution have one.

    With a `limit` it is the first place beyond the limit; the related place is then the first of all.
    """

    KIND: ClassVar[str] = "count"
    OPTIONS: ClassVar[Record] = Record(
        {
            "find": Pattern("What is counted.", required=True),
            "unless": Pattern("A node in which this is found does not count."),
            "most": Number("How many nodes may have it for them to be reported; any number if left out."),
            "limit": Number("How many nodes may have it: of more, the first that is too many is reported."),
        },
        "Places of a pattern by the number of paragraphs that have it.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "count"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._find = LazyPattern(options["find"])
        self._unless = LazyPattern(options["unless"]) if options["unless"] else None
        self._most, self._limit = options["most"], options["limit"]
        self.keywords = self._find.keywords
        self._search = Search(self._first, keywords=self.keywords, kinds=resources.kinds, sift=self._find.sift)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """These places, resolution by resolution."""
        found: dict[Node, list[tuple[Node, tuple[int, int]]]] = {}
        for node, places in self._search.among(nodes, draft):
            found.setdefault(draft.resolution(node), []).append((node, places[0]))
        for those in found.values():
            if self._most is not None and len(those) > self._most:
                continue
            first = None if self._limit is None else draft.view(those[0][0]).span(*those[0][1])
            for node, (start, end) in those if self._limit is None else those[self._limit :][:1]:
                view = draft.view(node)
                values = {"found": view.text[start:end], "count": str(len(those))}
                yield Match(view.span(start, end), values, (), first)

    def _first(self, wording: Wording) -> list[tuple[int, int]]:
        match = self._find.search(wording.text)
        if match is None or (self._unless is not None and self._unless.search(wording.text)):
            return []
        return [match.span()]
