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

from ...text import Edit, Span
from ...text.record import NamedTuple
from ..data.check import Match
from ..data.resources import shared
from ..data.schema import LexiconName, Record
from ..language.addressee import Addressees
from ..language.openings import Opening, like, opening_of, openings, phrase_words
from ..language.sequence import SequencePlace, Sequences, before_in_sequence, with_adverb
from ..search.chosen import once_for
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node, Vocabulary
    from ...draft.grammar import Side
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


class Turn(NamedTuple):
    """The place of a paragraph, the step expected of it, the paragraph before and its place."""

    place: SequencePlace
    expected: int | None
    before: SequencePlace | None
    neighbour: Node | None
    departs: bool
    """Whether the paragraph goes on a sequence with another adverb than its turn has."""


class Adverbs:
    """The sequences of a draft; made from the lexicon of addressees, one for all checks."""

    def __init__(self, addressees: Addressees) -> None:
        self._addressees = addressees
        self._with_adverb = Search(self._has_adverb, kinds=_KINDS)
        """The openers that have a sequence adverb."""
        self._keys = Search(self._key, kinds=_KINDS)
        """The key that paragraphs of one sequence have in common."""

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
        opened = self._keys.among(nodes, draft)
        return (node for (_, key), (node, same) in pairwise(opened) if same == key)

    def sequences(self, vocabulary: Vocabulary) -> Sequences:
        """The sequences with the adverbs that the lexicon of openers lists."""
        return Sequences(self._addressees, vocabulary.sequence_adverbs, vocabulary.grammar)

    def turns(self, suspects: set[Node], nodes: Sequence[Node], draft: Draft) -> Iterator[Turn]:
        """Whose turn it is at each of some paragraphs, in the order of the text; `nodes` are all that are looked at.

        Kinds of paragraph of whose adverb the grammar says nothing are skipped.
        """
        sequences = self.sequences(draft.vocabulary)
        known: dict[Node, _Known] = once_for(nodes, draft, self, dict)
        chosen = frozenset(nodes) if suspects else frozenset()
        for node in sorted(suspects, key=lambda node: node.span.start):
            if not draft.vocabulary.grammar.adverb(node.kind):
                continue
            neighbour, separated = before_in_sequence(node, draft)
            place, expected, before = _turn(node, chosen, draft, sequences, known)
            continues = before is not None and not separated and expected is not None
            yield Turn(place, expected, before, neighbour, continues and place.step != expected)

    def departure(self, turn: Turn, draft: Draft) -> Match:
        """The match for a paragraph that goes on a sequence with another adverb than its turn has."""
        place = turn.place
        # Where slips before this one will be fixed too, the adverb offered is the one that fits then.
        target = place.fixed if place.fixed != place.step else turn.expected
        return self.match(turn, self.sequences(draft.vocabulary).adverb(target), draft)

    def is_open(self, turn: Turn, draft: Draft) -> bool:
        """Whether an opener that is not in italics, or the one before it, may have more words than it seems."""
        sequences = self.sequences(draft.vocabulary)
        places = (turn.place,) if turn.before is None else (turn.place, turn.before)
        return any(place.opening.opener.italic is None and sequences.may_go_on(place.opening) for place in places)

    def match(self, turn: Turn, adverb: str, draft: Draft) -> Match:
        """The match for an opener that should have this sequence adverb, "" for none, with what stands before."""
        opening = turn.place.opening
        opener = opening.opener
        side = draft.vocabulary.grammar.adverb(opening.kind)
        phrase = " ".join(word.text for word in phrase_words(opening))
        expected = with_adverb(phrase, adverb, side)
        values = {"found": opener.text, "expected": like("A", expected), "opener": phrase, "adverb": opener.adverb}
        related: Span | None = None
        if turn.before is not None:
            other = turn.before.opening
            values |= {"number": other.label, "before": other.opener.text}
            related = other.view.span(other.opener.start, other.opener.end)
        span = opening.view.span(opener.start, opener.end)
        sequences = self.sequences(draft.vocabulary)
        # Where an opener may go on, it may be another one than that before it.
        sure = sequences.is_sure(opening) and (turn.before is None or sequences.is_sure(turn.before.opening))
        return Match(span, values, rewrite(opening, adverb, side), related, not sure)

    def _has_adverb(self, wording: Wording) -> bool:
        if wording.opener is None or not wording.opener.adverb:
            return False
        opening = opening_of(wording)
        return opening is not None and self.sequences(wording.vocabulary).has_adverb(opening)

    def _key(self, wording: Wording) -> str:
        opening = opening_of(wording)
        return self.sequences(wording.vocabulary).key(opening) if opening is not None else ""


class _Known(NamedTuple):
    """The place of a paragraph, the step expected of it, and the place of the paragraph before."""

    place: SequencePlace
    expected: int | None
    before: SequencePlace | None


def _turn(node: Node, chosen: frozenset[Node], draft: Draft, sequences: Sequences, known: dict[Node, _Known]) -> _Known:
    """Whose turn it is at a paragraph; its sequence is followed back to where it begins.

    The paragraph before that is taken by its words alone: what stands before it has no part in the sequence.
    """
    chain: list[tuple[Node, Opening]] = list(openings((node,), draft))
    place: SequencePlace | None = None
    while True:
        at, opening = chain[-1]
        if at in known:
            place = known[at].place
            chain.pop()
            break
        before, _ = before_in_sequence(at, draft)
        opened = list(openings((before,), draft)) if before is not None and before in chosen else []
        if not opened:
            break
        if sequences.key(opened[0][1]) != sequences.key(opening):
            place = sequences.place(opened[0][1], None)[0]
            break
        chain += opened
    for at, opening in reversed(chain):
        here, expected = sequences.place(opening, place)
        if not here.step and before_in_sequence(at, draft)[1]:
            here, expected = sequences.place(opening, None)  # Behind a heading an opener without adverb begins again.
        known[at] = _Known(here, expected, place)
        place = here
    return known[node]


def rewrite(opening: Opening, adverb: str, side: Side) -> tuple[Edit, ...]:
    """The edits that give an opener this sequence adverb ("" for none) on a side of it, and take its own away."""
    first = side == "before"
    view, opener = opening.view, opening.opener
    written = phrase_words(opening)
    if not written:
        return ()
    if opener.adverb and adverb and opener.adverb_first == first:
        at = opener.adverb_start
        old = view.text[at : at + len(opener.adverb)]
        return (Edit(view.span(at, at + len(opener.adverb)), like(old, adverb)),)
    edits: list[Edit] = []
    verb = written[0]
    initial = verb.text[0]
    if opener.adverb and opener.adverb_start < verb.start:
        edits.append(Edit(view.span(opener.adverb_start, verb.start), ""))
        initial = initial.upper()
    elif opener.adverb:
        at = opener.adverb_start
        edits.append(Edit(view.span(at - 1, at + len(opener.adverb)), ""))
    if adverb and first:
        initial = f"{like('A', adverb)} {initial.lower()}"
    if initial != verb.text[0]:
        edits.append(Edit(view.span(verb.start, verb.start + 1), initial))
    if adverb and not first:
        end = view.span(written[-1].start, written[-1].end).end
        edits.append(Edit(Span(end, end), f" {adverb}"))
    return tuple(edits)
