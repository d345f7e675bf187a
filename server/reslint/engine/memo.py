"""Finding the few paragraphs that a check must read, and not reading them twice."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

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


class Haystack:
    """The lower-cased words of a draft in one string, to find the paragraphs that hold a keyword.

    `too_long` are the nodes that are left out because nobody searches them.
    """

    def __init__(self, draft: Draft) -> None:
        self.too_long: list[Node] = []
        self._nodes: list[list[Node]] = []
        self._starts: list[int] = []
        self._answers: dict[frozenset[str], tuple[Node, ...]] = {}
        words: list[str] = []
        index: dict[int, int] = {}
        at = 0
        for node in draft.nodes():
            if not node.body:
                continue
            folded = draft.view(node).folded
            if len(folded.text) > LONGEST:
                self.too_long.append(node)
                continue
            known = index.get(id(folded))
            if known is not None:
                self._nodes[known].append(node)
                continue
            index[id(folded)] = len(self._nodes)
            lowered = folded.text.lower()
            self._nodes.append([node])
            self._starts.append(at)
            words.append(lowered)
            at += len(lowered) + 1
        self._text = "\n".join(words)

    def holding(self, keywords: frozenset[str]) -> tuple[Node, ...]:
        """The nodes whose words hold one of the keywords, in no particular order."""
        if keywords not in self._answers:
            hits: set[int] = set()
            for keyword in keywords:
                hits.update(self._hits(keyword))
            self._answers[keywords] = tuple(node for hit in sorted(hits) for node in self._nodes[hit])
        return self._answers[keywords]

    def _hits(self, keyword: str) -> list[int]:
        found: list[int] = []
        at = self._text.find(keyword)
        while at >= 0:
            hit = bisect_right(self._starts, at) - 1
            found.append(hit)
            if hit + 1 == len(self._starts):
                break
            at = self._text.find(keyword, self._starts[hit + 1])
        return found
