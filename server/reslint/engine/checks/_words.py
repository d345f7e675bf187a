"""Lists of words as one pattern: what `substitution` and `terms` share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from ...text.regex import compiled, lazy
from ..schema import Flag

_QUOTED = lazy(r"“[^“”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)")
_BLANKS = lazy(r"\s+")


def alternation(phrases: Iterable[str], *, at: str, ignore_case: bool) -> re.Pattern[str]:
    """A pattern that finds whole phrases, the longest that fits; blanks in a phrase stand for any blanks.

    `at` is "start" or "anywhere". A phrase ends where a word ends, a hyphen being part of the word.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    options = "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in ordered)
    before = r"\A" if at == "start" else r"(?<![\w-])"
    return compiled(rf"{before}(?:{options})(?![\w-])", re.IGNORECASE if ignore_case else 0)


def folded(phrase: str) -> str:
    """A phrase as it is looked up: in small letters, with single blanks."""
    return _BLANKS.sub(" ", phrase.strip()).lower()


def keywords(phrases: Iterable[str]) -> frozenset[str]:
    """Of each phrase its longest word, in small letters: what a text with the phrase must hold."""
    return frozenset(max(phrase.lower().split(), key=len) for phrase in phrases)


def with_case(model: str, words: str) -> str:
    """`words` with the capitals of `model`: all of them, the first, or as the words have them."""
    letters = [character for character in model if character.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return words.upper()
    if letters and letters[0].isupper():
        return words[:1].upper() + words[1:]
    return words


def outside_quotes() -> Flag:
    """The option that leaves quotations and quoted titles alone."""
    return Flag("Whether what stands in “…” is left alone: quotations and titles.", default=False)


@lru_cache(maxsize=512)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Where quotations stand; one that is not closed reaches to the end."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def quoted(text: str, at: int) -> bool:
    """Whether the character at an offset stands in a quotation."""
    spans = _quotations(text)
    before = bisect_right(spans, (at, len(text) + 1)) - 1
    return before >= 0 and at < spans[before][1]
