"""Finding the few paragraphs that a check must read, and not reading them twice."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..draft import Draft, Folded, Node
    from .checks.base import LocalCheck, LocalMatch

LONGEST = 20_000
"""Paragraphs with more folded characters than this are not searched by patterns."""


class Memo:
    """What local checks found in folded words. They are pure functions, so nothing ever goes out of date."""

    def __init__(self, limit: int = 200_000) -> None:
        self._limit = limit
        self._count = 0
        # By the ids of checks and words, which are held so that nothing else can get their ids.
        self._found: dict[int, tuple[LocalCheck, dict[int, tuple[LocalMatch, ...]]]] = {}
        self._words: dict[int, Folded] = {}

    def matches(self, check: LocalCheck, words: Folded) -> tuple[LocalMatch, ...]:
        """The matches of a check; whatever the check raises is raised."""
        known = self._found.get(id(check))
        if known is not None and id(words) in known[1]:
            return known[1][id(words)]
        matches = tuple(check.find(words))
        if self._count >= self._limit:
            self._found.clear()
            self._words.clear()
            self._count = 0
        self._count += 1
        self._words[id(words)] = words
        self._found.setdefault(id(check), (check, {}))[1][id(words)] = matches
        return matches


_MOST_HELD = 20_000
Result = TypeVar("Result")


class ByWords(Generic[Result]):
    """A pure function of folded words that remembers its results: an edit changes one paragraph, not all of them."""

    def __init__(self, find: Callable[[Folded], Result]) -> None:
        self._find = find
        # By the ids of the words, which are held so that nothing else can get their ids.
        self._known: dict[int, tuple[Folded, Result]] = {}

    def __call__(self, words: Folded) -> Result:
        """The result for these words; whatever the function raises is raised."""
        known = self._known.get(id(words))
        if known is None:
            if len(self._known) >= _MOST_HELD:
                self._known.clear()
            known = self._known[id(words)] = words, self._find(words)
        return known[1]


# By their ids, which the words keep as long as they are held here: in lower case.
_lowered: dict[int, tuple[Folded, str]] = {}
# By keywords: the ids of the words in which they were sought, and of those in which one was found.
_answers: dict[frozenset[str], tuple[set[int], set[int]]] = {}


class Haystack:
    """The words of a draft, to find the paragraphs that hold a keyword; only new words are searched.

    `too_long` are the nodes that are left out because nobody searches them.
    """

    def __init__(self, draft: Draft) -> None:
        self.too_long: list[Node] = []
        self._nodes: dict[int, list[Node]] = {}
        self._joined: _Joined | None = None
        if len(_lowered) > _MOST_HELD:
            _lowered.clear()
            _answers.clear()
        for node in draft.nodes():
            if not node.body:
                continue
            folded = draft.view(node).folded
            if len(folded.text) > LONGEST:
                self.too_long.append(node)
            else:
                self._nodes.setdefault(id(folded), []).append(node)
                if id(folded) not in _lowered:
                    _lowered[id(folded)] = (folded, folded.text.lower())
        self._ids = frozenset(self._nodes)

    def holding(self, keywords: frozenset[str]) -> tuple[Node, ...]:
        """The nodes whose words hold one of the keywords, in no particular order."""
        sought, found = _answers.setdefault(keywords, (set(), set()))
        new = self._ids - sought
        if new:
            found |= self._of(new).search(keywords)
            sought |= new
        return tuple(node for each in self._ids & found for node in self._nodes[each])

    def _of(self, ids: frozenset[int]) -> _Joined:
        """These words, to be searched as one; the same for rule after rule when the whole draft is new."""
        if self._joined is None or self._joined.ids != ids:
            self._joined = _Joined(ids)
        return self._joined


class _Joined:
    """Several texts one after the other: searching them as one is quicker by far."""

    def __init__(self, ids: frozenset[int]) -> None:
        self.ids = ids
        self._order = sorted(ids)
        texts = [_lowered[each][1] for each in self._order]
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]
        self._text = "\n".join(texts)

    def search(self, keywords: frozenset[str]) -> set[int]:
        """The ids of the texts that hold one of the keywords."""
        hits: set[int] = set()
        for keyword in keywords:
            at = self._text.find(keyword)
            while at >= 0:
                hit = bisect_right(self._starts, at) - 1
                hits.add(self._order[hit])
                at = self._text.find(keyword, self._starts[hit + 1]) if hit + 1 < len(self._order) else -1
        return hits
