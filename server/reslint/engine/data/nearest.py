"""The word that was probably meant."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST, _MOST_KNOWN = 100, 1_000
"""A longer word is not a misspelt one, and among more words none is looked for."""


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word that is most like another, "" when none is near."""
    if len(word) > _LONGEST:
        return ""
    # Needed for mistakes only, and as dear as all the fields together.
    from difflib import get_close_matches

    near = get_close_matches(word, known[:_MOST_KNOWN], n=1, cutoff=0.6)
    return near[0] if near else ""
