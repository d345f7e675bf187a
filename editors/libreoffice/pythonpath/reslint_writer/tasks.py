"""Long work in steps: what asks LibreOffice for something is done in turns, what does not may be done in a thread.

A task is a generator. It gives a `Turn` where others may do something before it goes on, and a `Beside` for work whose
result it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, NamedTuple, TypeVar


class Turn(NamedTuple):
    """A rest. `words` say what is being done, `share` how much of the task is done, from 0 to 1."""

    words: str
    share: float


class Beside(NamedTuple):
    """Work that touches no document; it stops where nobody waits for it any more (`reslint.text.stopping`)."""

    words: str
    share: float
    work: Callable[[], Any]


_Result = TypeVar("_Result")
Task = Generator[Turn | Beside, Any, _Result]


def at_once(task: Task[_Result]) -> _Result:
    """The result of a task that is done in this thread from beginning to end."""
    answer = None
    while True:
        try:
            step = task.send(answer)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        answer = step.work() if isinstance(step, Beside) else None
