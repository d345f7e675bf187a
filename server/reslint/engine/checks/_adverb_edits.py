"""Edits that give an opener another sequence adverb, or move the one it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...text import Edit, Span
from ..language.openings import like, phrase_words

if TYPE_CHECKING:
    from ...draft.grammar import Side
    from ..language.openings import Opening


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
