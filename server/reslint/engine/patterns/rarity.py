"""How rarely a string is likely to be met in a text, guessed from its characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import exp

Classes = Mapping[str, "tuple[float, str]"]
"""Characters that stand for a class of them: its share of a text, and the most frequent of its members."""

_TIERS = (
    (" ", 0.16),
    ("etaoinsr", 0.065),
    ("hldcumfpg", 0.025),
    ("wybvkxjqz", 0.008),
    (",", 0.012),
    (".;/()-", 0.004),
    (":’“”", 0.0005),
    ("0123456789", 0.0015),
)
_SHARES = {character: share for characters, share in _TIERS for character in characters}
"""About how often a character is met in English; all others are rare."""
_RARE = 0.0002
_CAPITAL = 0.08
"""How many of the letters are capitals."""
_WORDLIKE = 3e-4
"""No word is taken to be rarer, for it is there because it is in use; with each further word it is a tenth of that."""
_SHORT, _SHORT_WORDLIKE, _SHORT_FURTHER = 3, 3e-3, 0.5
"""The same of words of so few letters, which are mostly those that every sentence has."""
_CLOSING, _SPACED = ",;:.)”", 0.001
"""The share of these marks, and of spaces, that stand after a space."""
_NUMBERED = 0.5
"""How many of the words that may have a number beside them have one."""
_PARAGRAPH = 370
"""Characters in a paragraph."""


def share(character: str) -> float:
    """About how many of the characters of a text are this one."""
    return _SHARES.get(character.lower(), _RARE) * (_CAPITAL if character.isupper() else 1)


def chance(strings: Iterable[str], classes: Classes | None = None) -> float:
    """About how many paragraphs hold one of several strings, from 0 to 1."""
    return 1 - exp(-_PARAGRAPH * sum(_likelihood(string, classes or {}) for string in strings))


def _likelihood(string: str, classes: Classes) -> float:
    """About how many characters of a text begin such a string."""
    return _plain(string) if classes.keys().isdisjoint(string) else _weighed(string, classes)


@lru_cache(maxsize=1 << 16)
def _plain(string: str) -> float:
    return _weighed(string, {})


def _weighed(string: str, classes: Classes) -> float:
    likely, last = 1.0, ""
    for each in string:
        own, character = classes.get(each) or (share(each), each)
        if not last:
            likely = own
        elif character.isdigit() and last.isdigit():
            likely *= max(0.4, own**0.5)
        elif character.isdigit() != last.isdigit() and character.isalnum() and last.isalnum():
            likely *= own * 0.1
        elif last == " " and character in (" ", *_CLOSING):
            likely *= own * _SPACED
        else:
            likely *= own**0.7
        last = character
    if all(character.isalnum() or character == " " for character in string) and not string.isdigit():
        rarer = _CAPITAL if string[:1].isupper() else 1
        rarer *= _NUMBERED if any(character.isdigit() for character in string) else 1
        return max(likely, _wordlike(string.split()) * 0.97 ** len(string) * rarer)
    return likely


def _wordlike(words: Sequence[str]) -> float:
    """How often words are met one after the other at least, since they are in use."""
    short = [len(word) <= _SHORT for word in words]
    likely = _SHORT_WORDLIKE if all(short) else _WORDLIKE
    for is_short in short[1:]:
        likely *= _SHORT_FURTHER if is_short else 0.1
    return likely
