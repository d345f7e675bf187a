"""Long work that is stopped between two units of it, when nobody waits for its result any more.

Whoever starts the work says how to find out (`stoppable`); the work itself asks again and again (`go_on`), in loops
over paragraphs. Each thread has its own answer, so that work in one does not stop that in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import local


class Stopped(Exception):
    """Nobody waits for the result of the work."""


class _Questions(local):
    is_wanted: Callable[[], bool] | None = None


_questions = _Questions()


@contextmanager
def stoppable(is_wanted: Callable[[], bool]) -> Iterator[None]:
    """Within it `go_on` raises Stopped in this thread once `is_wanted` says no."""
    before, _questions.is_wanted = _questions.is_wanted, is_wanted
    try:
        yield
    finally:
        _questions.is_wanted = before


def go_on() -> None:
    """Say that a unit of work begins. Raises Stopped where the work is stoppable and no longer wanted."""
    is_wanted = _questions.is_wanted
    if is_wanted is not None and not is_wanted():
        raise Stopped
