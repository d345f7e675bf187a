"""What follows an opener: its preposition, the addressees it usually has, the usual first words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..draft.lexicon import lexicon_of
from .proposal import Proposal

if TYPE_CHECKING:
    from ..draft import OpenerEntry
    from .sources import Sources
    from .spot import Spot

_PHRASES = "following"


def propose_following(spot: Spot, sources: Sources) -> Iterator[Proposal]:
    """The words that may stand right after the opener, as far as those typed begin them."""
    if not spot.begins or spot.node is None or spot.node.kind == "subparagraph":
        return
    folded = spot.written.folded
    opener = lexicon_of(spot.draft.vocabulary).opener(folded)
    if opener is None or opener.entry is None or folded.text[: opener.start].strip("*_") != folded.text[: opener.start]:
        return  # no opener, or one whose italics are still open
    end = opener.end
    if opener.adverb and not opener.adverb_first:
        end = max(end, opener.adverb_start + len(opener.adverb))
    if not folded.text.startswith(" ", end):
        return
    typed = folded.text[end + 1 :]
    span = spot.source(end + 1)
    for words in _usual(opener.entry, sources):
        if words.lower().startswith(typed.lower()) and words.lower() != typed.lower().rstrip():
            yield Proposal("words", words, span, words, about=("following", opener.entry.phrase, words))


def _usual(entry: OpenerEntry, sources: Sources) -> Iterable[str]:
    """The prepositions of an opener, the addressees of one that speaks to somebody, the usual words of others."""
    known = sources.phrases(_PHRASES)
    own = known.get("openers", {}).get(entry.phrase)
    if own:
        return [str(words) for words in own]
    if entry.complements:
        return entry.complements
    general = "addressees" if entry.directive else entry.form
    return [str(words) for words in known.get(general, ())]
