"""The words after an opener: its preposition, the addressees it usually has, the usual first words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..draft.lexicon import lexicon_of
from .proposal import Proposal

if TYPE_CHECKING:
    from ..draft import OpenerEntry
    from .cursor import Cursor
    from .sources import Sources

_PHRASES = "following"


def behind_opener(cursor: Cursor) -> tuple[OpenerEntry, int] | None:
    """The opener of the line, and where its words begin in the folded words before the place; None where it has none.

    Its adverb belongs to it; one whose italics are still open does not count.
    """
    if not cursor.begins or cursor.node is None or cursor.node.kind == "subparagraph":
        return None
    folded = cursor.written.folded
    opener = lexicon_of(cursor.draft.vocabulary).opener(folded)
    if opener is None or opener.entry is None or folded.text[: opener.start].strip("*_") != folded.text[: opener.start]:
        return None
    end = opener.end
    if opener.adverb and not opener.adverb_first:
        end = max(end, opener.adverb_start + len(opener.adverb))
    return (opener.entry, end + 1) if folded.text.startswith(" ", end) else None


def propose_following(cursor: Cursor, sources: Sources) -> Iterator[Proposal]:
    """The words that may stand right after the opener, as far as those typed begin them."""
    found = behind_opener(cursor)
    if found is None:
        return
    entry, start = found
    typed = cursor.written.text[start:]
    span = cursor.source(start)
    for words in usual(entry, sources):
        if words.lower().startswith(typed.lower()) and words.lower() != typed.lower().rstrip():
            yield Proposal("words", words, span, words, about=("following", entry.phrase, words))


def usual(entry: OpenerEntry, sources: Sources) -> Iterable[str]:
    """The prepositions of an opener, the addressees of one that speaks to somebody, the usual words of others."""
    known = sources.phrases(_PHRASES)
    own = known.get("openers", {}).get(entry.phrase)
    if own:
        return [str(words) for words in own]
    if entry.complements:
        return entry.complements
    general = "addressees" if entry.directive else entry.form
    return [str(words) for words in known.get(general, ())]
