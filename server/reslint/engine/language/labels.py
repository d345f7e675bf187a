"""Labels as numbers and numbers as labels: 4, (d), (iv), ⁴; and which labels of a run are slips."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...text.regex import lazy

Style = Literal["arabic", "letter", "roman"]

_ROMAN = (("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_IS_ROMAN = lazy(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = lazy(r"[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def value(label: str, style: Style) -> int | None:
    """The number that a label counts in a style, from 1; None when it is not written in that style ("4 bis", "B")."""
    lower = label.lower()
    if style == "arabic":
        return int(label) if label.isascii() and label.isdigit() and len(label) < 7 else None
    if style == "roman":
        if not lower or not _IS_ROMAN.match(lower):
            return None
        values = [_ROMAN_VALUES[letter] for letter in lower]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    if lower.isascii() and lower.isalpha() and len(set(lower)) == 1:
        return ord(lower[0]) - ord("a") + 1 + 26 * (len(lower) - 1)
    return None


def written(number: int, style: Style) -> str:
    """The label that counts `number` in a style: "4", "d", "iv"; after z come aa, bb."""
    if style == "arabic":
        return str(number)
    if style == "letter":
        rounds, letter = divmod(number - 1, 26)
        return chr(ord("a") + letter) * (rounds + 1)
    text = ""
    for digits, worth in _ROMAN:
        while number >= worth:
            text += digits
            number -= worth
    return text


def redigit(source: str, number: str) -> str:
    """`source` with its digits, plain or raised, replaced by `number`: "[^3]:" and "7" make "[^7]:"."""
    return _DIGITS.sub(lambda m: number if m[0].isascii() else number.translate(_RAISED), source, count=1)


def slips(values: Sequence[int], start: int | None) -> list[tuple[int, int]]:
    """The indices of values that break a run, each with the value expected there.

    A run counts on by one; its first value is `start`, or any if that is None. After a slip both counts are
    accepted, the one with the slip and the one without, so that one slip is one entry.
    """
    found: list[tuple[int, int]] = []
    count: int | None = start
    before: int | None = None
    for index, number in enumerate(values):
        if count is None:
            count = number
        if number != count and (before is None or number != before + 1):
            found.append((index, count))
        elif number != count:
            count = number
        before = number
        count += 1
    return found
