"""The share of all checks of requests: the words of requests, and the heading of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...text.regex import compiled
from ..data.resources import shared
from ..mandates.words import LEXICONS, MandateWords

if TYPE_CHECKING:
    from ...draft import Draft
    from ..data.resources import Resources

_HEADING = ("masthead", "sponsors", "front-matter")


def mandate_words_of(resources: Resources) -> MandateWords:
    """How the texts ask. Raises MissingLexicon."""
    return shared(MandateWords, *(resources.lexicon(name) for name in LEXICONS))


def heading_holds(draft: Draft, pattern: str) -> bool:
    """Whether a pattern is found in the lines above the title, or in the front matter."""
    find = compiled(pattern)
    return any(find.search(draft.text.slice(node.span)) for node in draft.nodes(*_HEADING))
