"""Searches whose results depend on who speaks: “its resolution” is that of the organ that adopts the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .search import Search, start_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ...draft import Draft, Node
    from ...draft.wording import Wording

Result = TypeVar("Result")
_MOST_ORGANS = 64
"""Organs whose words are searched apart; a name that is being typed is another one with every letter."""


class Spoken(Generic[Result]):
    """A pure function of wordings and of the organ that speaks them, for wordings in which another search finds some.

    The organ is "" where none is named.
    """

    def __init__(self, find: Callable[[Wording, str], Result], where: Search[Any]) -> None:
        self._find = find
        self._where = where
        self._by_organ: dict[str, Search[Result]] = {}

    def among(self, nodes: Collection[Node], draft: Draft) -> list[tuple[Node, Result]]:
        """Those of some nodes in whose words something is found, in the order of the text."""
        organs = draft.memo.once(
            self._where, lambda: frozenset(_speaker(node, draft) for node, _ in self._where.everywhere(draft))
        )
        found: list[tuple[Node, Result]] = []
        for organ in organs:
            hits = self._of(organ).among(nodes, draft)
            found += hits if len(organs) == 1 else [hit for hit in hits if _speaker(hit[0], draft) == organ]
        found.sort(key=start_of)
        return found

    def at(self, wording: Wording, organ: str) -> Result | None:
        """The result for one wording when an organ speaks it; None for nothing."""
        return self._of(organ).at(wording)

    def _of(self, organ: str) -> Search[Result]:
        if organ not in self._by_organ:
            if len(self._by_organ) >= _MOST_ORGANS:
                self._by_organ.clear()
            self._by_organ[organ] = Search(lambda wording: self._find(wording, organ), where=self._where)
        return self._by_organ[organ]


def _speaker(node: Node, draft: Draft) -> str:
    organ = draft.organ(node)
    return organ.name if organ else ""
