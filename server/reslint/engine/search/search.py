"""Finding the few paragraphs of which a check has something to say, and searching no paragraph twice.

Most of what checks look for depends on the words of one paragraph alone. A `Search` is such a function of words, and
what it finds is kept with the *batch* of wordings in which it was found. The first version of a draft is one batch;
after a keystroke the changed paragraph is the next one, so that every search reads just that. Of a batch only the
wordings are read that hold a keyword, which an index tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from .batch import NOTHING, Batch, Clues

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping

    from ...draft import Draft, Node
    from ...draft.wording import Wording

LONGEST = 8_000
"""Paragraphs with more folded characters are not searched; the longest of some 30,000 in print has 2,202. A pattern may
take steps by the square of the length, which makes a second of it here at the most."""

Result = TypeVar("Result")
Made = TypeVar("Made")
_MOST_BATCHES = 4
"""Batches of one draft; what many edits have made one by one is put together."""
_MOST_KEPT = 256
"""Batches that are kept between drafts, at most."""
_MOST_WORDINGS = 6_000
"""Wordings in the batches that are kept between drafts, besides those of the last one."""
_MOST_ORGANS = 64
"""Organs whose words are searched apart; a name that is being typed is another one with every letter."""
_MOST_VOCABULARIES = 8
"""Vocabularies of batches that are kept between drafts; every change of a rule file makes a new one."""


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
                elif len(wording.folded.text) > LONGEST:
                    self.too_long.append(node)
                else:
                    nodes[wording] = [node]
        self.batches = self._kept()
        # A wording may be moved into another batch while the draft lives.
        self.home = {wording: wording.batch for wording in nodes if wording.batch in self.batches}
        self.hits: dict[Search[Any], list[tuple[Node, Any]]] = {}
        """What searches have found in the draft."""

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
    by_vocabulary: dict[int, list[Words]] = defaultdict(list)
    for draft in drafts:
        if Words not in draft.kept:
            words = draft.kept[Words] = Words(draft)
            by_vocabulary[id(draft.vocabulary)].append(words)
    for together in by_vocabulary.values():
        batch = Batch(list(dict.fromkeys(wording for words in together for wording in words.fresh())))
        for words in together:
            words.settle(batch)
        for wording in batch.wordings:
            wording.batch = batch
        _keep(list(dict.fromkeys(each for words in together for each in words.batches)))


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
    if Words not in draft.kept:
        meet([draft])
    words: Words = draft.kept[Words]
    return words


class Selection(Sequence["Node"]):
    """Nodes in the order of the text, worked out when somebody asks: most checks find nothing and never do."""

    def __init__(self, find: Callable[[], Sequence[Node]]) -> None:
        self._find = find

    @cached_property
    def nodes(self) -> Sequence[Node]:
        """The nodes themselves."""
        return self._find()

    @cached_property
    def chosen(self) -> frozenset[Node]:
        """The same nodes, to ask whether one is among them."""
        return frozenset(self.nodes)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    @overload
    def __getitem__(self, index: int) -> Node: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Node]: ...
    def __getitem__(self, index: int | slice) -> Node | Sequence[Node]:
        return self.nodes[index]


def kept_for(nodes: Sequence[Node], draft: Draft, what: Hashable, make: Callable[[], Made]) -> Made:
    """What was made of some nodes of a draft, made once for all checks that are given the same nodes."""
    # Not the selection, which knows its draft: that would be a cycle.
    own = nodes.nodes if isinstance(nodes, Selection) else nodes
    known = draft.kept.get((what, id(own)))
    if known is None:
        # Held with its nodes, so that no others can get their id.
        known = draft.kept[what, id(own)] = own, make()
    made: Made = known[1]
    return made


class Search(Generic[Result]):
    """A pure function of wordings, of which an empty result is nothing; what it finds is kept with their batches.

    Those wordings are read that hold what `clues` say, or else one of the `keywords`, which are strings in small
    letters; without either all are. `kinds` are the kinds of nodes that matter. `where` is a search that must have
    found something. `sift` leaves of some wordings those that are worth reading: a quicker look than the function
    takes.
    """

    def __init__(
        self,
        find: Callable[[Wording], Result],
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
        if self in words.hits:
            return words.hits[self]
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
            hits.sort(key=_start)
        words.hits[self] = hits
        return hits

    def at(self, wording: Wording) -> Result | None:
        """What is found in one wording; None for nothing."""
        if wording.batch is None:
            return self._find(wording) or None
        return self.within(wording.batch).get(wording)

    def within(self, batch: Batch) -> Mapping[Wording, Result]:
        """What is found in a batch."""
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
            return self._where.within(batch)
        return batch.with_clues(self._clues, self._kinds)


def _start(hit: tuple[Node, object]) -> int:
    return hit[0].span.start


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
        organs: frozenset[str] | None = draft.kept.get(self._where)
        if organs is None:
            organs = frozenset(_speaker(node, draft) for node, _ in self._where.everywhere(draft))
            draft.kept[self._where] = organs
        found: list[tuple[Node, Result]] = []
        for organ in organs:
            hits = self._of(organ).among(nodes, draft)
            found += hits if len(organs) == 1 else [hit for hit in hits if _speaker(hit[0], draft) == organ]
        found.sort(key=_start)
        return found

    def at(self, wording: Wording, organ: str) -> Result | None:
        """What is found in one wording when an organ speaks it; None for nothing."""
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


class Sought:
    """Which keywords were ever met: a rule none of whose keywords was met so far need not even be built."""

    def __init__(self) -> None:
        self._met: set[frozenset[str]] = set()

    def met(self, keywords: frozenset[str], draft: Draft) -> bool:
        """Whether words hold one of the keywords, in this draft or in one that was asked about before."""
        if keywords in self._met:
            return True
        for batch in words_of(draft).batches:
            if keywords not in batch.lacking:
                if batch.holding(keywords):
                    self._met.add(keywords)
                    return True
                batch.lacking.add(keywords)
        return False
