"""A smaller input that fails in the same way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

Parts = tuple[str, ...]


def shrunk(parts: Parts, fails: Callable[[Parts], bool], whole: int = 0, seconds: float = 20) -> Parts:
    """The shortest of the inputs tried for which `fails`; the first `whole` parts stay as they are.

    Tries for so many seconds of processor time at most; `fails` must hold for `parts` themselves.
    """
    end = time.process_time() + seconds
    better = True
    while better and time.process_time() < end:
        better = False
        for shorter in _shorter(parts, whole):
            if time.process_time() > end:
                break
            if fails(shorter):
                parts, better = shorter, True
                break
    return parts


def _shorter(parts: Parts, whole: int) -> Iterator[Parts]:
    """The input with something left out, the larger pieces first."""
    for at in range(len(parts) - 1, whole - 1, -1):
        yield (*parts[:at], *parts[at + 1 :])
    for at in range(whole, len(parts)):
        for text in _without(parts[at]):
            yield (*parts[:at], text, *parts[at + 1 :])


def _without(text: str) -> Iterator[str]:
    size = len(text)
    while size:
        for start in range(0, len(text), size):
            yield text[:start] + text[start + size :]
        size //= 2


def total(parts: Sequence[str]) -> int:
    """How many characters an input has."""
    return sum(map(len, parts))
