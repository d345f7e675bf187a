"""A memory of what was met lately, whose size goes by the length of the texts in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Values by key, in two halves: when the new half has grown too long, it takes the place of the old one.

    `length` says how many characters a key stands for, `least` how many characters a half may hold in any case.
    """

    def __init__(self, length: Callable[[Key], int], least: int) -> None:
        self._length_of = length
        self._least = least
        self._new: dict[Key, Value] = {}
        self._old: dict[Key, Value] = {}
        self._length = 0
        self._longest = least

    def expect(self, length: int) -> None:
        """Makes room for a text of so many characters."""
        self._longest = max(self._least, length)

    def get(self, key: Key) -> Value | None:
        """The value of a key; None for one that was not met lately."""
        known = self._new.get(key)
        if known is None and (known := self._old.pop(key, None)) is not None:
            self.keep(key, known)
        return known

    def keep(self, key: Key, value: Value) -> None:
        """Remembers a value, in place of the one that the key had."""
        if key not in self._new:
            self._length += self._length_of(key)
        self._new[key] = value
        if self._length > self._longest:
            self._old, self._new, self._length = self._new, {}, 0
