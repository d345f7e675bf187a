"""Wordings that are searched together, with what was found in them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...text.record import NamedTuple
from .lookup import Lookup, lookup

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ...draft.wording import Wording
    from .lookup import Rows
    from .need import Need
    from .search import Search

NOTHING: Mapping[Any, Any] = {}
"""The result of a search that has found nothing."""


class Clues(NamedTuple):
    """The strings one of which words must hold for a match: the last of these that says something; else anything."""

    keywords: frozenset[str] | None = None
    """In small letters, one of these strings."""
    repeating: bool = False
    """A word that follows one that it begins with."""
    runs: Rows | None = None
    """In small letters, one of these `runs`, and with it all of one of its rows."""
    spelled: Rows | None = None
    """The same, in these capitals and small letters."""


class Batch:
    """Wordings that were first met together, and means to tell which of them hold what is sought."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.wordings = wordings
        self.found: dict[Search[Any], Mapping[Wording, Any]] = {}
        """The results of searches in it, cached here so that they live no longer than the wordings."""
        self.met: dict[Need, bool] = {}
        """Whether it meets the needs that were asked about."""

    @classmethod
    def joined(cls, batches: Sequence[Batch], wanted: Collection[Wording]) -> Batch:
        """The wanted wordings of several batches as one, with all that is known of every one of them."""
        batch = cls(list(dict.fromkeys(word for each in batches for word in each.wordings if word in wanted)))
        for need in list(batches[0].met):  # another thread may add to it
            if not any(each.met.get(need, True) for each in batches):
                batch.met[need] = False
        for search in list(batches[0].found):
            results = [each.found.get(search) for each in batches]
            if all(known is not None for known in results):
                known = {wording: found for each in results if each for wording, found in each.items()}
                batch.found[search] = {wording: known[wording] for wording in known if wording in wanted} or NOTHING
        return batch

    @cached_property
    def _lookup(self) -> Lookup:
        return lookup([wording.text for wording in self.wordings])

    def meets(self, need: Need) -> bool:
        """Whether some of the words hold what is needed."""
        known = self.met.get(need)
        if known is None:
            known = self.met[need] = self._lookup.meets(need)
        return known

    def holding(self, keywords: Collection[str], kinds: frozenset[str] | None = None) -> Sequence[Wording]:
        """The wordings, of these kinds, whose words, `lowered`, hold one of the keywords; any digit is like another."""
        return self._at(self._lookup.holding(keywords), kinds)

    def having(self, rows: Rows, kinds: frozenset[str] | None = None) -> Sequence[Wording]:
        """The wordings, of these kinds, that have all words of a row of `runs`, in small letters."""
        return self._at(self._lookup.having(rows), kinds)

    def spelling(self, rows: Rows, kinds: frozenset[str] | None = None) -> Sequence[Wording]:
        """The same, in capitals and small letters."""
        return self._at(self._lookup.spelling(rows), kinds)

    def repeating(self, kinds: frozenset[str] | None = None) -> Sequence[Wording]:
        """The wordings, of these kinds, in which a word follows one that it begins with."""
        return self._at(self._lookup.repeating, kinds)

    def with_clues(self, clues: Clues, kinds: frozenset[str] | None = None) -> Sequence[Wording]:
        """The wordings, of these kinds, that hold what the clues say."""
        if clues.spelled is not None:
            return self.spelling(clues.spelled, kinds)
        if clues.runs is not None:
            return self.having(clues.runs, kinds)
        if clues.repeating:
            return self.repeating(kinds)
        if clues.keywords is not None:
            return self.holding(clues.keywords, kinds)
        return self.wordings if kinds is None else [wording for wording in self.wordings if wording.kind in kinds]

    def _at(self, places: Collection[int], kinds: frozenset[str] | None) -> Sequence[Wording]:
        if not places:
            return ()
        found = [self.wordings[place] for place in sorted(places)]
        return found if kinds is None else [wording for wording in found if wording.kind in kinds]
