"""Also and further: the adverbs of paragraphs that open alike, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.record import NamedTuple
from ..data.check import Match
from ..data.resources import shared
from ..data.schema import Choice, LexiconName, ListOf, Record, TextField
from ..language.addressee import Addressees
from ..language.openings import Opening, like, opening_of, openings, phrase_words
from ..language.sequence import SequencePlace, Sequences, before_in_sequence
from ..search.chosen import once_for
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node, Vocabulary
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_KINDS = frozenset({"preambular", "operative"})


class _Openings:
    """What sequences are made of, by the words of paragraphs alone; the same for all checks with the same cycle."""

    def __init__(self, addressees: Addressees, *cycle: str) -> None:
        self._addressees = addressees
        self._cycle = cycle
        self.with_adverb = Search(self._has_adverb, kinds=_KINDS)
        """The openers that have a sequence adverb."""
        self.keys = Search(self._key, kinds=_KINDS)
        """What paragraphs of one sequence have in common."""

    def sequences(self, vocabulary: Vocabulary) -> Sequences:
        """The sequences with the cycle given, or else that of the openers."""
        return Sequences(self._addressees, self._cycle or vocabulary.sequence_adverbs)

    def _has_adverb(self, wording: Wording) -> bool:
        if wording.opener is None or not wording.opener.adverb:
            return False
        opening = opening_of(wording)
        return opening is not None and self.sequences(wording.vocabulary).has_adverb(opening)

    def _key(self, wording: Wording) -> str:
        opening = opening_of(wording)
        return self.sequences(wording.vocabulary).key(opening) if opening is not None else ""


class SequenceCheck:
    """The cycle plain, also, further, plain … over consecutive paragraphs with the same opener.

    The adverb follows the opener of a preambular paragraph ("Recalling also") and precedes that of an operative one
    ("Also requests"). A directive verb continues only while it speaks to the same addressee; where the addressee
    cannot be told, nothing is said. After a departure the count goes on from what is written, so that one slip is
    one finding. Measured on 902 resolutions of the General Assembly: a second opener of the same addressee takes
    "Also" in four cases of five, and an adverb without antecedent is nearly always a slip.
    """

    KIND: ClassVar[str] = "sequence"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": ListOf(
                Choice(["missing", "orphan", "wrong", "position"], "What is reported."),
                "`missing`: a repeated opener without its adverb; `orphan`: an adverb where the paragraph before opens "
                "otherwise; `wrong`: an adverb out of its turn; `position`: an adverb on the wrong side of the verb.",
                required=True,
            ),
            "cycle": ListOf(TextField("An adverb."), "The adverbs in their order; if not given, those of the openers."),
            "addressees": LexiconName(
                "The lexicon that tells how an addressee ends.", "addressees", default="addressees"
            ),
        },
        "Also and further.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "opener", "adverb", "number", "before"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._report = frozenset(options["report"])
        addressees = shared(Addressees, resources.lexicon(options["addressees"]))
        self._openings = shared(_Openings, addressees, *(options["cycle"] or ()))

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers with a missing, surplus, wrong or misplaced adverb, with the edits that put it right."""
        if "position" in self._report:
            for _, opening in openings((node for node, _ in self._openings.with_adverb.among(nodes, draft)), draft):
                yield from _misplaced(opening)
        if self._report != {"position"}:
            yield from self._turns(nodes, draft)

    def _turns(self, nodes: Sequence[Node], draft: Draft) -> Iterator[Match]:
        """The adverbs that are missing, or there without being due."""
        sequences = self._openings.sequences(draft.vocabulary)
        suspects = {node for node, _ in self._openings.with_adverb.among(nodes, draft)}
        if "missing" in self._report:
            opened = self._openings.keys.among(nodes, draft)
            suspects.update(node for (_, key), (node, same) in pairwise(opened) if same == key)
        known: dict[Node, _Turn] = once_for(nodes, draft, self._openings, dict)
        chosen = frozenset(nodes) if suspects else frozenset()
        for node in sorted(suspects, key=lambda node: node.span.start):
            neighbour, separated = before_in_sequence(node, draft)
            place, expected, before = _turn(node, chosen, draft, sequences, known)
            if before is not None and not separated and expected is not None and place.step != expected:
                yield from self._departure(place, before, expected, sequences)
            elif place.step and self._is_orphan(place, before, neighbour, draft):
                yield _match(place, before, "")

    def _departure(
        self, place: SequencePlace, before: SequencePlace | None, expected: int, sequences: Sequences
    ) -> Iterator[Match]:
        """A paragraph that continues a sequence with another adverb than its turn has."""
        report = "missing" if place.step == 0 else "wrong"
        if report not in self._report:
            return
        # Where slips before this one will be mended too, the adverb offered is the one that fits then.
        target = place.mended if place.mended != place.step else expected
        yield _match(place, before, sequences.adverb(target))

    def _is_orphan(
        self, place: SequencePlace, before: SequencePlace | None, neighbour: Node | None, draft: Draft
    ) -> bool:
        if "orphan" not in self._report or not place.key:
            return False
        if before is None:
            return neighbour is None and draft.is_whole
        one, other = before.opening.opener.phrase, place.opening.opener.phrase
        return bool(before.key) and not _begins(one, other) and not _begins(other, one)


class _Turn(NamedTuple):
    """The place of a paragraph, the step expected of it, and the place of the paragraph before."""

    place: SequencePlace
    expected: int | None
    before: SequencePlace | None


def _turn(node: Node, chosen: frozenset[Node], draft: Draft, sequences: Sequences, known: dict[Node, _Turn]) -> _Turn:
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
            here, expected = sequences.place(opening, None)  # Behind a heading an opener without adverb begins anew.
        known[at] = _Turn(here, expected, place)
        place = here
    return known[node]


def _match(place: SequencePlace, before: SequencePlace | None, adverb: str) -> Match:
    opening = place.opening
    opener = opening.opener
    phrase = " ".join(word.text for word in phrase_words(opening))
    first = opening.kind == "operative"
    expected = phrase
    if adverb:
        expected = f"{like('A', adverb)} {like('a', phrase)}" if first else f"{phrase} {adverb}"
    values = {"found": opener.text, "expected": like("A", expected), "opener": phrase, "adverb": opener.adverb}
    related: Span | None = None
    if before is not None:
        other = before.opening
        values |= {"number": other.label, "before": other.opener.text}
        related = other.view.span(other.opener.start, other.opener.end)
    span = opening.view.span(opener.start, opener.end)
    return Match(span, values, _rewrite(opening, adverb, first=first), related)


def _rewrite(opening: Opening, adverb: str, *, first: bool) -> tuple[Edit, ...]:
    """The edits that give an opener this sequence adverb ("" for none) on the right side, and take its own away."""
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


def _misplaced(opening: Opening) -> Iterator[Match]:
    opener = opening.opener
    first = opening.kind == "operative"
    if opener.entry is None or opener.adverb_first == first:
        return
    phrase = " ".join(word.text for word in phrase_words(opening))
    expected = f"{opener.adverb} {phrase.lower()}" if first else f"{phrase} {opener.adverb}"
    values = {
        "found": opener.text,
        "expected": like("A", expected),
        "opener": phrase,
        "adverb": opener.adverb,
    }
    yield Match(opening.view.span(opener.start, opener.end), values, _rewrite(opening, opener.adverb, first=first))


def _begins(phrase: str, start: str) -> bool:
    """Whether a phrase begins with the words of another, as "reaffirms its commitment" begins with "reaffirms"."""
    return f"{phrase} ".startswith(f"{start} ")
