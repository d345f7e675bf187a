"""Results that are worked out once, and kept as long as what they were worked out from."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Any, TypeVar

Value = TypeVar("Value")
_UNKNOWN: Any = object()


class Memo:
    """Values by key. Its owner is what they were worked out from, so that they end with it.

    `most` bounds their number: when one more comes, the others are forgotten. 0 sets no bound.
    """

    __slots__ = ("_known", "_most")

    def __init__(self, most: int = 0) -> None:
        self._known: dict[Hashable, Any] = {}
        self._most = most

    def once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key: what `make` gives, which is called when nobody has asked before.

        One key belongs to one caller, which is why the value has the type that this caller makes. Whatever `make`
        raises is raised, and nothing is kept.
        """
        found: Value = self._known.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            found = make()
            if self._most and len(self._known) >= self._most:
                self._known.clear()
            self._known[key] = found
        return found

    def known(self, key: Hashable) -> Any:
        """The value of a key; None where nobody has asked for it before."""
        return self._known.get(key)

    def __contains__(self, key: object) -> bool:
        return key in self._known

    def __len__(self) -> int:
        return len(self._known)


def forget_oldest(known: dict[Any, Any]) -> None:
    """Drop the entry that came first. Where another thread changes the dictionary meanwhile, none may be dropped."""
    with suppress(KeyError, RuntimeError, StopIteration):
        del known[next(iter(known))]


def shorten(known: dict[Any, Any], most: int) -> None:
    """Forget the oldest values until no more than `most` are left."""
    while len(known) > most:
        forget_oldest(known)
