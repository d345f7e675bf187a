"""Also and further: the adverbs of paragraphs that open alike, one after the other; what the kinds `adverb-…` share.

The cycle is plain, also, further, plain … over consecutive paragraphs with the same opener. A directive verb continues
only while it speaks to the same addressee; where the addressee cannot be told, nothing is said. After a departure the
count goes on from what is written, so that one slip is one finding. Measured on 902 resolutions of the General
Assembly: a second opener of the same addressee takes "Also" in four cases of five, and an adverb without antecedent is
nearly always a slip. On which side of the opener the adverb stands, the lexicon `grammar` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ...text import Span
from ...text.record import NamedTuple
from ..data.check import Match
from ..data.resources import shared
from ..data.schema import LexiconName, Record
from ..language.addressee import Addressees
from ..language.openings import Opening, like, opening_of, openings, phrase_words
from ..language.sequence import SequenceOpener, SequencePlace, Sequences, before_in_sequence, with_adverb
from ..search.chosen import once_for
from ..search.search import Search
from ._adverb_edits import rewrite

if TYPE_CHECKING:
    from ...draft import Draft, Node, Vocabulary
    from ...draft.wording import Wording
    from ..data.resources import Resources

_KINDS = frozenset({"preambular", "operative"})
VALUES = frozenset({"found", "expected", "opener", "adverb"})
"""The values that messages have of every opener, with or without an adverb."""
VALUES_BEFORE = VALUES | {"number", "before"}
"""The values that they have besides where the paragraph before matters."""


def options(doc: str) -> Record:
    """The options of a kind."""
    return Record(
        {
            "addressees": LexiconName(
                "The lexicon that tells how an addressee ends.", "addressees", default="addressees"
            ),
        },
        doc,
    )


class _Placed(NamedTuple):
    """A paragraph and its place in its sequence."""

    node: Node
    place: SequencePlace


class Turn(NamedTuple):
    """A paragraph with its place, the step expected of it, and the one before that its sequence goes on from."""

    node: Node
    place: SequencePlace
    expected: int | None
    before: _Placed | None
    neighbour: Node | None
    """The paragraph before, whatever its opener."""
    departs: bool
    """Whether the paragraph goes on a sequence with another adverb than its turn has."""


class Adverbs:
    """The sequences of a draft; made from the lexicon of addressees, one for all checks."""

    def __init__(self, addressees: Addressees) -> None:
        self._addressees = addressees
        self._with_adverb = Search(self._has_adverb, kinds=_KINDS)
        """The openers that have a sequence adverb."""
        self._opened = Search(self._opens, kinds=_KINDS)
        """The openers of paragraphs with their sequences."""

    @classmethod
    def shared(cls, options: Mapping[str, Any], resources: Resources) -> Adverbs:
        """The one that these options call for. Raises MissingLexicon."""
        resources.lexicon("grammar")
        addressees = shared(Addressees, resources.lexicon(options["addressees"]))
        return shared(cls, addressees)

    def with_adverb(self, nodes: Sequence[Node], draft: Draft) -> Iterator[Node]:
        """The nodes whose opener has a sequence adverb."""
        return (node for node, _ in self._with_adverb.among(nodes, draft))

    def repeated(self, nodes: Sequence[Node], draft: Draft) -> Iterator[Node]:
        """The nodes that open as the one before them does."""
        opened = [(node, opened.key) for node, opened in self._opened.among(nodes, draft) if opened.key]
        return (node for (_, key), (node, same) in pairwise(opened) if same == key)

    def sequences(self, vocabulary: Vocabulary) -> Sequences:
        """The sequences with the adverbs that the lexicon of openers lists."""
        return Sequences(self._addressees, vocabulary.sequence_adverbs, vocabulary.grammar)

    def turns(self, suspects: set[Node], nodes: Sequence[Node], draft: Draft) -> Iterator[Turn]:
        """Whose turn it is at each of some paragraphs, in the order of the text; `nodes` are all that are looked at.

        Kinds of paragraph of whose adverb the grammar says nothing are skipped.
        """
        if not suspects:
            return
        sequences = self.sequences(draft.vocabulary)
        opened: Mapping[Node, SequenceOpener] = once_for(
            nodes, draft, self._opened, lambda: dict(self._opened.among(nodes, draft))
        )
        known: dict[Node, _Known] = once_for(nodes, draft, self, dict)
        for node in sorted(suspects, key=lambda node: node.span.start):
            if not draft.vocabulary.grammar.adverb(node.kind):
                continue
            place, expected, before = _turn(node, opened, draft, sequences, known)
            neighbour, separated = before_in_sequence(node, draft)
            continues = before is not None and not separated and expected is not None
            yield Turn(node, place, expected, before, neighbour, continues and place.opened.step != expected)

    def departure(self, turn: Turn, draft: Draft) -> Match:
        """The match for a paragraph that goes on a sequence with another adverb than its turn has."""
        place = turn.place
        # Where slips before this one will be fixed too, the adverb offered is the one that fits then.
        target = place.fixed if place.fixed != place.opened.step else turn.expected
        return self.match(turn, self.sequences(draft.vocabulary).adverb(target), draft)

    def is_open(self, turn: Turn, draft: Draft) -> bool:
        """Whether an opener that is not in italics, or the one before it, may have more words than it seems."""
        sequences = self.sequences(draft.vocabulary)
        places = (turn.place,) if turn.before is None else (turn.place, turn.before.place)
        several = (place.opened.opening for place in places)
        return any(opening.opener.italic is None and sequences.may_go_on(opening) for opening in several)

    def match(self, turn: Turn, adverb: str, draft: Draft) -> Match:
        """The match for an opener that should have this sequence adverb, "" for none, with what stands before."""
        opening = _opening(turn.node, draft)
        opener = opening.opener
        side = draft.vocabulary.grammar.adverb(opening.kind)
        phrase = " ".join(word.text for word in phrase_words(opening))
        expected = with_adverb(phrase, adverb, side)
        values = {"found": opener.text, "expected": like("A", expected), "opener": phrase, "adverb": opener.adverb}
        related: Span | None = None
        sequences = self.sequences(draft.vocabulary)
        # Where an opener may go on, it may be another one than that before it.
        sure = sequences.is_sure(opening)
        if turn.before is not None:
            other = _opening(turn.before.node, draft)
            sure = sure and sequences.is_sure(other)
            values |= {"number": other.label, "before": other.opener.text}
            related = other.view.span(other.opener.start, other.opener.end)
        span = opening.view.span(opener.start, opener.end)
        return Match(span, values, rewrite(opening, adverb, side), related, not sure)

    def _has_adverb(self, wording: Wording) -> bool:
        if wording.opener is None or not wording.opener.adverb:
            return False
        opening = opening_of(wording)
        return opening is not None and self.sequences(wording.vocabulary).has_adverb(opening)

    def _opens(self, wording: Wording) -> SequenceOpener | None:
        opening = opening_of(wording)
        return SequenceOpener(opening, self.sequences(wording.vocabulary)) if opening is not None else None


class _Known(NamedTuple):
    """The place of a paragraph, the step expected of it, and the paragraph before with its place."""

    place: SequencePlace
    expected: int | None
    before: _Placed | None


def _turn(
    node: Node, opened: Mapping[Node, SequenceOpener], draft: Draft, sequences: Sequences, known: dict[Node, _Known]
) -> _Known:
    """Whose turn it is at a paragraph; its sequence is followed back to where it begins.

    The paragraph before that is taken by its words alone: what stands before it has no part in the sequence.
    """
    chain: list[tuple[Node, bool]] = []
    """The paragraphs of the sequence from the last one on, and whether a heading stands before each."""
    at = node
    before: _Placed | None = None
    while at not in known:
        neighbour, separated = before_in_sequence(at, draft)
        chain.append((at, separated))
        if neighbour is None or neighbour not in opened:
            break
        if opened[neighbour].key != opened[at].key:
            before = _Placed(neighbour, SequencePlace(opened[neighbour], opened[neighbour].step))
            break
        at = neighbour
    else:
        before = _Placed(at, known[at].place)
    for one, separated in reversed(chain):
        here, expected = sequences.place(opened[one], before and before.place)
        if separated and not here.opened.step:
            # Behind a heading an opener without adverb begins again.
            here, expected = sequences.place(opened[one], None)
        known[one] = _Known(here, expected, before)
        before = _Placed(one, here)
    return known[node]


def _opening(node: Node, draft: Draft) -> Opening:
    """The opening of a paragraph that has an opener."""
    return next(openings((node,), draft))[1]
