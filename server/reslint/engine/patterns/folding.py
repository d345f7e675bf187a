"""How keywords are looked for: in small letters, with one digit for all."""

from __future__ import annotations

import re

from ...text.regex import lazy

Literals = tuple["frozenset[str] | None", "str | None"]
"""Of a pattern its keywords (`LazyPattern.keywords`), and a simpler pattern that is found wherever it is itself."""
_LOOKALIKES = {"ı": "i", "ſ": "s", "\u0307": ""}
_FOREIGN = lazy("[ıſ\u0307\u0660-\u1fff\u2070-\U0010ffff]")
"""Where `_LOOKALIKES` and the digits of other scripts are: “İ” in small letters is an “i” with a dot of its own."""


def lowered(text: str) -> str:
    """A text as keywords are looked for in it: in small letters, with 0 to 9 for the digits of other scripts.

    The few letters beyond ASCII that match “i” or “s” where capitals do not matter are written as these.
    """
    small = text.lower()
    return small if small.isascii() else _FOREIGN.sub(_in_ascii, small)


def zeroed(text: str) -> str:
    """A text that was `lowered`, with 0 for every digit: what stands in a date or a number seldom matters."""
    for digit in "123456789":
        text = text.replace(digit, "0")
    return text


def _in_ascii(match: re.Match[str]) -> str:
    character = match[0]
    return str(int(character)) if character.isdecimal() else _LOOKALIKES.get(character, character)
