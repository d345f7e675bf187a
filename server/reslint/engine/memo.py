"""Finding the few paragraphs that a check must read, and not reading them twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..draft import Draft, Folded, Node
    from .checks.base import LocalCheck, LocalMatch

LONGEST = 20_000
"""Paragraphs with more folded characters than this are not searched by patterns."""


class Memo:
    """What local checks found in folded words. They are pure functions, so nothing ever goes out of date."""

    def __init__(self, limit: int = 200_000) -> None:
        self._limit = limit
        # The objects are held together with their result, so that no other object can get their id.
        self._found: dict[tuple[int, int], tuple[LocalCheck, Folded, tuple[LocalMatch, ...]]] = {}

    def matches(self, check: LocalCheck, words: Folded) -> tuple[LocalMatch, ...]:
        """The matches of a check; whatever the check raises is raised."""
        key = (id(check), id(words))
        known = self._found.get(key)
        if known is not None:
            return known[2]
        matches = tuple(check.find(words))
        if len(self._found) >= self._limit:
            self._found.clear()
        self._found[key] = (check, words, matches)
        return matches


class _Held(NamedTuple):
    """Folded words, the same in lower case, and which sets of keywords were sought in them: found or not."""

    folded: Folded
    lowered: str
    answers: dict[frozenset[str], bool]


_MOST_HELD = 20_000
# By the id of the words, which are held together with the answers, so that no other words can get it.
_held: dict[int, _Held] = {}


class Haystack:
    """The words of a draft, to find the paragraphs that hold a keyword; only new words are searched.

    `too_long` are the nodes that are left out because nobody searches them.
    """

    def __init__(self, draft: Draft) -> None:
        self.too_long: list[Node] = []
        self._nodes: dict[int, list[Node]] = {}
        self._words: list[_Held] = []
        if len(_held) > _MOST_HELD:
            _held.clear()
        for node in draft.nodes():
            if not node.body:
                continue
            folded = draft.view(node).folded
            if len(folded.text) > LONGEST:
                self.too_long.append(node)
            elif id(folded) in self._nodes:
                self._nodes[id(folded)].append(node)
            else:
                held = _held.get(id(folded))
                if held is None:
                    held = _held[id(folded)] = _Held(folded, folded.text.lower(), {})
                self._nodes[id(folded)] = [node]
                self._words.append(held)

    def holding(self, keywords: frozenset[str]) -> tuple[Node, ...]:
        """The nodes whose words hold one of the keywords, in no particular order."""
        new = [held for held in self._words if keywords not in held.answers]
        if new:
            hits = _search([held.lowered for held in new], keywords)
            for index, held in enumerate(new):
                held.answers[keywords] = index in hits
        return tuple(node for held in self._words if held.answers[keywords] for node in self._nodes[id(held.folded)])


def _search(texts: Sequence[str], keywords: frozenset[str]) -> set[int]:
    """The indices of the texts that hold one of the keywords; all are searched as one, which is quicker by far."""
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    joined = "\n".join(texts)
    hits: set[int] = set()
    for keyword in keywords:
        at = joined.find(keyword)
        while at >= 0:
            hit = bisect_right(starts, at) - 1
            hits.add(hit)
            at = joined.find(keyword, starts[hit + 1]) if hit + 1 < len(texts) else -1
    return hits
