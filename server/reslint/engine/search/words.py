"""The words of a draft in batches: what was read before is looked up, what is new is read together.

The first version of a draft is one batch; after a keystroke the changed paragraph is the next one, so that every search
reads just that. Batches are kept between drafts, those of the last drafts first.
"""

from __future__ import annotations

from _thread import allocate_lock
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from .batch import Batch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from .need import Need
    from .search import Search

LONGEST = 8_000
"""Paragraphs with more folded characters are not searched; the longest of some 30,000 in print has 2,202. A pattern may
take steps by the square of the length, which makes a second of it here at the most."""
_MOST_BATCHES = 4
"""Batches of one draft; what many edits have made one by one is put together."""
_MOST_KEPT = 256
"""Batches that are kept between drafts, at most."""
_MOST_WORDINGS = 6_000
"""Wordings in the batches that are kept between drafts, besides those of the last one."""
_MOST_VOCABULARIES = 8
"""Vocabularies of batches that are kept between drafts; every change of a rule file makes a new one."""


_meeting = allocate_lock()
"""One thread meets drafts at a time: the batches are shared."""


class Words:
    """The wordings of a draft, with the nodes that have them; `meet` gives them their batches.

    `too_long` are the nodes that nobody searches.
    """

    def __init__(self, draft: Draft) -> None:
        self.too_long: list[Node] = []
        self.nodes: dict[Wording, list[Node]] = {}
        nodes, wording_of = self.nodes, draft.wording
        for node in draft.nodes():
            if node.body:
                wording = wording_of(node)
                if wording in nodes:
                    nodes[wording].append(node)
                elif len(wording.text) > LONGEST:
                    self.too_long.append(node)
                else:
                    nodes[wording] = [node]
        self.batches = self._kept()
        # A wording may be moved into another batch while the draft lives.
        self.home = {wording: wording.batch for wording in nodes if wording.batch in self.batches}
        self.hits: dict[Search[Any], list[tuple[Node, Any]]] = {}
        """The results of searches in the draft."""

    def _kept(self) -> list[Batch]:
        """The batches of earlier drafts that are of use to this one."""
        met = Counter(wording.batch for wording in self.nodes)
        del met[None]
        # What this draft has mostly left behind, or takes from another draft, is read once more together.
        kept = [batch for batch, count in met.items() if 2 * count >= len(batch.wordings)]
        if len(kept) <= _MOST_BATCHES:
            return kept
        kept.sort(key=lambda batch: len(batch.wordings))
        joined = Batch.joined(kept[:-1], self.nodes)
        for wording in joined.wordings:
            wording.batch = joined
        return [kept[-1], joined]

    def meets(self, need: Need) -> bool:
        """Whether some of the words hold what a check needs to find anything."""
        for batch in self.batches:
            known = batch.met.get(need)
            if known or (known is None and batch.meets(need)):
                return True
        return False

    def fresh(self) -> list[Wording]:
        """The wordings that have no batch yet."""
        return [wording for wording in self.nodes if wording not in self.home]

    def settle(self, batch: Batch) -> None:
        """Put the wordings that have no batch yet into this one, which holds them."""
        fresh = self.fresh()
        if fresh:
            self.batches.append(batch)
            self.home.update(dict.fromkeys(fresh, batch))


def meet(drafts: Iterable[Draft]) -> None:
    """Take in the words of drafts that will be searched one after the other: read together they cost less."""
    with _meeting:
        _meet([draft for draft in drafts if Words not in draft.memo])


def _meet(drafts: Sequence[Draft]) -> None:
    by_vocabulary: dict[int, list[Words]] = defaultdict(list)
    gathered = [Words(draft) for draft in drafts]
    for draft, words in zip(drafts, gathered, strict=True):
        by_vocabulary[id(draft.vocabulary)].append(words)
    for together in by_vocabulary.values():
        batch = Batch(list(dict.fromkeys(wording for words in together for wording in words.fresh())))
        for words in together:
            words.settle(batch)
        for wording in batch.wordings:
            wording.batch = batch
        _keep(list(dict.fromkeys(each for words in together for each in words.batches)))
    # Only what has its batches is for others to see: another thread may ask for the same draft.
    for draft, words in zip(drafts, gathered, strict=True):
        draft.memo.once(Words, partial(_the, words))


def _the(words: Words) -> Words:
    return words


# The batches of the drafts that were searched last, in this order.
_recent: dict[Batch, None] = {}


def _keep(batches: Sequence[Batch]) -> None:
    """Keeps the batches of a draft for its next version, and forgets those of drafts that were searched long ago."""
    for batch in batches:
        _recent.pop(batch, None)
        _recent[batch] = None
    held = sum(len(batch.wordings) for batch in _recent)
    lately = dict.fromkeys(id(batch.wordings[0].vocabulary) for batch in reversed(_recent))
    spoken = set(list(lately)[:_MOST_VOCABULARIES])
    for batch in list(_recent)[: -len(batches)] if batches else ():
        has_room = held <= _MOST_WORDINGS and len(_recent) <= _MOST_KEPT
        if has_room and id(batch.wordings[0].vocabulary) in spoken:
            continue
        held -= len(batch.wordings)
        del _recent[batch]
        for wording in batch.wordings:
            if wording.batch is batch:
                wording.batch = None


def words_of(draft: Draft) -> Words:
    """The wordings of a draft; gathered once."""
    known: Words | None = draft.memo.known(Words)
    if known is None:
        meet([draft])
        known = draft.memo.once(Words, partial(Words, draft))
    return known
