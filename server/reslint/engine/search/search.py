"""Functions of the words of one paragraph, and what they find in a draft.

Most of what checks look for depends on the words of one paragraph alone. A `Search` is such a function of words, and
what it finds is kept with the *batch* of wordings in which it was found. Of a batch only the wordings are read that
hold a keyword, which an index tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .batch import NOTHING, Batch, Clues
from .chosen import Selection
from .words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from ...draft import Draft, Node
    from ...draft.wording import Wording

Result = TypeVar("Result")


class Search(Generic[Result]):
    """A pure function of wordings, of which an empty result is nothing; what it finds is kept with their batches.

    Those wordings are read that hold what `clues` say, or else one of the `keywords`, which are strings in small
    letters; without either all are. `kinds` are the kinds of nodes that matter. `where` is a search that must have
    found something in them, which then stands for clues. `sift` leaves of some wordings those that are worth reading:
    a quicker look than the function takes.
    """

    def __init__(
        self,
        find: Callable[[Wording], Result | None],
        *,
        keywords: frozenset[str] | None = None,
        clues: Clues | None = None,
        kinds: frozenset[str] | None = None,
        where: Search[Any] | None = None,
        sift: Callable[[Iterable[Wording]], Collection[Wording]] | None = None,
    ) -> None:
        self._find = find
        self._where = where
        self._sift = sift
        self._clues = clues or Clues(keywords)
        self._kinds = kinds

    def among(self, nodes: Collection[Node], draft: Draft) -> list[tuple[Node, Result]]:
        """Those of some nodes in whose words something is found, with what it is, in the order of the text.

        Whatever the function raises is raised, and what it was reading is read again the next time.
        """
        found = self.everywhere(draft)
        if not found:
            return found
        chosen = nodes.chosen if isinstance(nodes, Selection) else frozenset(nodes)
        return [each for each in found if each[0] in chosen]

    def everywhere(self, draft: Draft) -> list[tuple[Node, Result]]:
        """The same for all nodes of a draft."""
        words = words_of(draft)
        told: list[tuple[Node, Result]] | None = words.hits.get(self)
        if told is not None:
            return told
        home = words.home
        hits: list[tuple[Node, Result]] = []
        for batch in words.batches:
            known = batch.found.get(self)
            if known is None:
                known = self.within(batch)
            if not known:
                continue
            # Of a batch of many drafts most is found in others.
            for wording in known if len(known) <= len(home) else [each for each in home if each in known]:
                if home.get(wording) is batch:
                    result = known[wording]
                    hits += [(node, result) for node in words.nodes[wording]]
        if len(hits) > 1:
            hits.sort(key=start_of)
        words.hits[self] = hits
        return hits

    def at(self, wording: Wording) -> Result | None:
        """The result for one wording; None for nothing."""
        if wording.batch is None:
            return self._find(wording) or None
        return self.within(wording.batch).get(wording)

    def within(self, batch: Batch) -> Mapping[Wording, Result]:
        """The results for a batch."""
        known: Mapping[Wording, Result] | None = batch.found.get(self)
        if known is None:
            find = self._find
            results = {}
            candidates = self._candidates(batch)
            if candidates and self._sift is not None:
                candidates = self._sift(candidates)
            for wording in candidates:
                result = find(wording)
                if result:
                    results[wording] = result
            known = batch.found[self] = results or NOTHING
        return known

    def _candidates(self, batch: Batch) -> Collection[Wording]:
        if self._where is not None:
            found, kinds = self._where.within(batch), self._kinds
            return found if kinds is None else [wording for wording in found if wording.kind in kinds]
        return batch.with_clues(self._clues, self._kinds)


def start_of(hit: tuple[Node, object]) -> int:
    """Where the node of a hit begins."""
    return hit[0].span.start
