"""Long work in turns: what asks LibreOffice for something is done in its main thread, what only computes in a thread.

A task is a generator. It gives a `Turn` where others may do something before it goes on, and a `Beside` for work whose
result it is sent. Where it is stopped, Stopped is raised in it, at the place where it rests.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from threading import Thread
from typing import Any, NamedTuple

from reslint.text.stopping import Stopped, stoppable

TURN, PAUSE = 0.05, 0.02
"""So many seconds a task goes on, and rests, in turn: time for LibreOffice to look at what else there is to do."""


class Turn(NamedTuple):
    """A rest. `words` say what is being done, `share` how much of the task is done, from 0 to 1."""

    words: str
    share: float


class Beside(NamedTuple):
    """Work that asks LibreOffice for nothing; it stops where nobody waits for it any more (`reslint.text.stopping`)."""

    words: str
    share: float
    work: Callable[[], Any]


Task = Generator[Turn | Beside, Any, Any]


class Work:
    """One task that is being done.

    `later` has a function called in the main thread after so many seconds, and may be asked from every thread; it comes
    back at once. `told` is given the words and the share of the step that the task is at, `over` this work, once it is
    over: then it has a `result`, or a `failure`. All else happens in the main thread, which never waits for a thread.
    """

    def __init__(
        self,
        task: Task,
        later: Callable[[Callable[[], None], float], None],
        told: Callable[[str, float], None],
        over: Callable[[Work], None],
        *,
        turn: float = TURN,
        pause: float = PAUSE,
    ) -> None:
        self.result: Any = None
        self.failure: Exception | None = None
        self.is_wanted = True
        self._task = task
        self._later = later
        self._told = told
        self._over = over
        self._length, self._pause = turn, pause
        self._answer: Any = None
        """The result of the last step of the task, which it is sent."""
        self._is_inside = False
        self._is_told_to_stop = False

    def start(self) -> None:
        """Have it begin soon."""
        self._later(self._turn, 0)

    def stop(self) -> None:
        """Have it stop soon; it is over when a thread that is at work for it has noticed."""
        self.is_wanted = False

    def _turn(self) -> None:
        if self._is_inside:  # what is asked of LibreOffice may have it look at what else there is to do
            self._later(self._turn, self._pause)
            return
        self._is_inside = True
        try:
            rests = self._go()
        finally:
            self._is_inside = False
        if rests is None:
            self._over(self)
        elif rests:
            self._later(self._turn, self._pause)

    def _go(self) -> bool | None:
        """Goes on; says whether it is to be called again: None where the task is over."""
        end = time.monotonic() + self._length
        while True:
            try:
                step = self._step()
            except StopIteration as stop:
                self.result = stop.value
                return None
            except Exception as error:
                self.failure = error
                return None
            if isinstance(step, Beside):
                self._told(step.words, step.share)
                Thread(target=self._beside, args=(step.work,), daemon=True).start()
                return False
            if time.monotonic() >= end:
                self._told(step.words, step.share)
                return True

    def _step(self) -> Turn | Beside:
        failure, self.failure = self.failure, None
        answer, self._answer = self._answer, None
        if not (self.is_wanted or self._is_told_to_stop):
            self._is_told_to_stop = True
            failure = Stopped()
        return self._task.throw(failure) if failure is not None else self._task.send(answer)

    def _beside(self, work: Callable[[], Any]) -> None:
        try:
            with stoppable(lambda: self.is_wanted):
                self._answer = work()
        except Exception as error:
            self.failure = error
        self._later(self._turn, 0)
