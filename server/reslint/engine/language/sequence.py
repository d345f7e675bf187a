"""Sequences: paragraphs that open alike, one after the other, and the adverb whose turn it is.

The cycle is plain, also, further, plain … A directive verb continues only while it speaks to the same addressee.
Shared by the check of what is written and by the proposals for what comes next.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ...text.record import NamedTuple
from .openings import Opening, like, opening_of

if TYPE_CHECKING:
    from ...draft import Draft, Grammar, Node, OpenerEntry
    from ...draft.grammar import Side
    from .addressee import Addressees


class SequenceOpener:
    """A paragraph that opens with a phrase, by its words alone: what of it matters to its sequence."""

    def __init__(self, opening: Opening, sequences: Sequences) -> None:
        self.opening = opening
        self.key = sequences.key(opening)
        """The opener in lower case without its adverb; "" for one that has no sequence."""
        self.step = sequences.step(opening)
        """The adverb written, as a place in the cycle: 0 for none."""
        self._sequences = sequences

    @cached_property
    def addressee(self) -> tuple[str, ...] | None:
        """To whom it speaks; None where that cannot be told."""
        return self._sequences.spoken_to(self.opening)


class SequencePlace(NamedTuple):
    """A paragraph in its sequence: what stands there and what would, were all slips before it fixed."""

    opened: SequenceOpener
    fixed: int


class Sequences:
    """Finds the places of paragraphs; `cycle` are the adverbs in their order."""

    def __init__(self, addressees: Addressees, cycle: Sequence[str], grammar: Grammar) -> None:
        self._addressees = addressees
        self.cycle = tuple(cycle)
        self._grammar = grammar

    def place(self, opened: SequenceOpener, before: SequencePlace | None) -> tuple[SequencePlace, int | None]:
        """The place of a paragraph, and the step expected of it; None where its predecessor does not tell."""
        expected = None
        if before is not None and opened.key == before.opened.key:
            entry = opened.opening.opener.entry
            directive = entry is not None and entry.directive
            addressee = opened.addressee if directive else None
            expected = self.next_step(before.opened, opened.key, addressee, directive=directive)
        if before is None or expected is None or opened.step == expected:
            return SequencePlace(opened, opened.step), expected
        return SequencePlace(opened, (before.fixed + 1) % (len(self.cycle) + 1)), expected

    def step(self, opening: Opening) -> int:
        """The adverb written, as a place in the cycle: 0 for none."""
        adverb = opening.opener.adverb
        return self.cycle.index(adverb) + 1 if adverb in self.cycle and self.has_adverb(opening) else 0

    def key(self, opening: Opening) -> str:
        """The key that paragraphs of one sequence have in common: see `SequenceOpener.key`."""
        opener = opening.opener
        sequenced = opener.entry is not None and not opener.entry.exempt
        return f"{opener.phrase}{_rest(opening)}" if sequenced else ""

    def spoken_to(self, opening: Opening) -> tuple[str, ...] | None:
        """To whom an opener speaks; None where that cannot be told."""
        return self._addressees.find(opening.view.text, after(opening))

    def next_step(
        self, before: SequenceOpener | None, key: str, addressee: tuple[str, ...] | None, *, directive: bool
    ) -> int | None:
        """The step of a paragraph that opens with `key` after another one; None where that one does not tell."""
        if before is None or not key or key != before.key or (directive and not self._same(addressee, before)):
            return None
        return (before.step + 1) % (len(self.cycle) + 1)

    def adverb(self, step: int | None) -> str:
        """The adverb of a step, "" for none."""
        return self.cycle[step - 1] if step else ""

    def has_adverb(self, opening: Opening) -> bool:
        """Whether an opener has a sequence adverb, and not the attribute of an object ("*Encourages* further work")."""
        opener = opening.opener
        if not opener.adverb or opener.adverb_first:
            return bool(opener.adverb)
        if opener.adverb not in self._grammar.attributes:
            return True
        if opener.italic is not None and opener.adverb_start < opener.italic[1]:
            return True
        if self._addressees.begins_object(opening.view.text, opener.adverb_start + len(opener.adverb)):
            return True
        return self._grammar.adverb(opening.kind) == "after" and opener.italic is None

    def is_sure(self, opening: Opening) -> bool:
        """Whether it is known where an opener ends: italics say so, and no words follow that may belong to it."""
        return opening.opener.italic is not None and not self.may_go_on(opening)

    def may_go_on(self, opening: Opening) -> bool:
        """Whether the words after an opener may belong to it."""
        opener = opening.opener
        end = max(opener.end, opener.adverb_start + len(opener.adverb))
        return self._addressees.lengthens(opening.view.text, end)

    def addressee(self, words: str, entry: OpenerEntry) -> tuple[str, ...] | None:
        """To whom an opener speaks with the words that follow it."""
        return self._addressees.find(words, _after_complement(words, 0, entry))

    def addressee_place(self, opening: Opening) -> tuple[int, int] | None:
        """Where the addressee of a directive opener stands in its folded words, half-open; None where there is none."""
        entry = opening.opener.entry
        if entry is None or not entry.directive:
            return None
        return self._addressees.place(opening.view.text, after(opening))

    def of_node(self, node: Node, draft: Draft) -> SequenceOpener | None:
        """The opener of one paragraph with its sequence; None where it has no opener."""
        opening = opening_of(draft.wording(node))
        return SequenceOpener(opening, self) if opening is not None else None

    def _same(self, addressee: tuple[str, ...] | None, before: SequenceOpener) -> bool:
        other = before.addressee if addressee is not None else None
        return addressee is not None and other is not None and self._addressees.same(addressee, other)


def with_adverb(phrase: str, adverb: str, side: Side) -> str:
    """An opener with its adverb on the side where it belongs: "Also requests", "Recalling also"."""
    if not adverb or not side:
        return phrase
    return f"{like('A', adverb)} {like('a', phrase)}" if side == "before" else f"{phrase} {adverb}"


def before_in_sequence(node: Node, draft: Draft) -> tuple[Node | None, bool]:
    """The paragraph before, and whether a heading stands between: across one a sequence may go on or begin again."""
    before = draft.previous(node)
    separated = False
    while before is not None and before.kind == "heading":
        separated = True
        before = draft.previous(before)
    if before is not None and before.kind != node.kind:
        before = None
    return before, separated


def after(opening: Opening) -> int:
    """Where the words after the opener begin: after its adverb and the preposition that its entry names."""
    text, opener = opening.view.text, opening.opener
    at = opener.end
    if opener.adverb and opener.adverb_start >= at:
        at = opener.adverb_start + len(opener.adverb)
    return at if opener.entry is None else _after_complement(text, at, opener.entry)


def _after_complement(text: str, at: int, entry: OpenerEntry) -> int:
    for complement in entry.complements:
        if text.startswith(f" {complement} ", at):
            return at + len(complement) + 1
    return at


def _rest(opening: Opening) -> str:
    """The words that print set in italics beyond the opener that the lexicon knows: "*Reaffirms its recognition* of …".

    A single word more is a preposition or an adverb and makes no other opener of it.
    """
    opener = opening.opener
    if opener.italic is None or opener.italic[1] <= opener.end:
        return ""
    words = opening.view.text[opener.end : opener.italic[1]].replace(",", " ").lower().split()
    return f" {' '.join(words)}" if len(words) > 1 else ""
