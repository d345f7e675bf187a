"""The opener of a paragraph: its first phrase, which says what the paragraph does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.record import dataclass

if TYPE_CHECKING:
    from .vocabulary import OpenerEntry


@dataclass(frozen=True, slots=True)
class Opener:
    """The opener of a preambular or operative paragraph; offsets into the folded words of its view, half-open.

    "Also requests the Secretary-General": phrase "requests", adverb "also" before; "Taking note with
    appreciation also of": phrase "taking note with appreciation", adverb "also" after.
    """

    start: int
    end: int
    """The end of what print sets in italics: without "of", "that" and the like, but with "upon" of "Calls upon"."""
    text: str
    """The words of the opener as written."""
    phrase: str
    """The words in lower case without the sequence adverb: what a sequence compares."""
    entry: OpenerEntry | None
    """The lexicon's entry; None for an opener it does not know."""
    adverb: str = ""
    """The sequence adverb in lower case, "" when there is none."""
    adverb_start: int = -1
    """Where the adverb stands in the folded words; -1 when there is none."""
    adverb_first: bool = False
    """Whether the adverb stands before the verb ("Also requests")."""
    italic: tuple[int, int] | None = None
    """The italic run at the start of the paragraph, if there is one."""
