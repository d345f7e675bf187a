"""Lettered lists: on which level a letter stands.

`(i)` is a numeral or a letter by what came before it and what comes next: after `(h)` it is a letter, unless a
colon opens a list below (h) that goes on with `(ii)`.
"""

from __future__ import annotations

from functools import lru_cache

from ..text.record import dataclass
from .labels import Label, letter, roman
from .node_builder import NodeSketch


@dataclass(slots=True)
class _Open:
    style: str
    value: int
    item: NodeSketch


class Lists:
    """The lists that are open below one paragraph, the deepest last."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def clear(self) -> None:
        """A new paragraph: no list is open."""
        self._open.clear()

    def depth(self, label: Label, following: Label | None, leads: bool) -> tuple[int, str, int]:
        """Where a label goes: how many lists stay open above it, its style and its value there.

        `following` is the next label of the text, `leads` whether the item before ends with a colon.
        """
        readings = _readings(label.style, label.text)
        for depth in range(len(self._open) - 1, -1, -1):
            for style, value in readings:
                if _is_next(self._open[depth], (style, value)):
                    if self._sublist(label, following, leads, value):
                        continue
                    return depth, style, value
        for style, value in readings:
            if value == 1 and all(one.style != style for one in self._open):
                return len(self._open), style, value
        for depth in range(len(self._open) - 1, -1, -1):
            for style, value in readings:
                if self._open[depth].style == style:
                    return depth, style, value
        return len(self._open), *readings[0]

    def continues(self, label: Label) -> bool:
        """Whether a number is the next one of a numbered list that is open."""
        return any(_is_next(one, reading) for one in self._open for reading in _readings(label.style, label.text))

    def push(self, depth: int, style: str, value: int, item: NodeSketch) -> None:
        """Opens or continues the list at `depth` with an item; deeper lists are closed."""
        del self._open[depth:]
        self._open.append(_Open(style, value, item))

    def parent(self, depth: int) -> NodeSketch | None:
        """The item below which the list at `depth` hangs; None for the paragraph itself."""
        return self._open[depth - 1].item if depth else None

    @staticmethod
    def _sublist(label: Label, following: Label | None, leads: bool, value: int) -> bool:
        """Whether the letter that comes next, the one of this value, is the first numeral of a list below instead."""
        if roman(label.text) != 1:
            return False
        if following is not None and following.style == label.style:
            if roman(following.text) == 2:
                return True
            if letter(following.text) == value + 1:
                return False
        return leads


def _is_next(one: _Open, reading: tuple[str, int]) -> bool:
    return one.style == reading[0] and one.value + 1 == reading[1]


@lru_cache(maxsize=1024)
def _readings(style: str, text: str) -> tuple[tuple[str, int], ...]:
    """The numbers that a label may count, the likelier first: as a list of which style, and the place in it."""
    if style == "bullet":
        return (("bullet", 1),)
    if text.isdigit():
        return ((f"{style}-digit", int(text)),)
    readings = []
    if letter(text):
        case = "capital" if text.isupper() else "letter"
        readings.append((f"{style}-{case}", letter(text)))
    if roman(text):
        readings.append((f"{style}-roman", roman(text)))
    if len(text) > 1 or text == "i":
        readings.reverse()
    return tuple(readings)
