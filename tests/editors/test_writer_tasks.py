"""The commands of the extension for Writer work in turns: they let others go on, and can be stopped at every rest."""

from __future__ import annotations

import importlib
import sys
from collections import deque
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest

from reslint.text.stopping import Stopped, go_on

from .conftest import EDITORS

sys.path.insert(0, str(EDITORS / "libreoffice" / "pythonpath"))
_tasks = importlib.import_module("reslint_writer.tasks")
Beside, Turn = _tasks.Beside, _tasks.Turn


class Loop:
    """Stands for the main thread of LibreOffice: it calls what it is asked to, one after the other."""

    def __init__(self) -> None:
        self._asked: deque[Callable[[], None]] = deque()
        self._some = Event()
        self.said: list[tuple[str, float]] = []
        self.done: list[Any] = []

    def work(self, task: Any) -> Any:
        return _tasks.Work(task, self.later, lambda words, share: self.said.append((words, share)), self.done.append)

    def later(self, called: Callable[[], None], _: float) -> None:
        self._asked.append(called)
        self._some.set()

    def run(self) -> None:
        while not self.done:
            assert self._some.wait(20), "nothing asks to be called, and nothing is over"
            self._some.clear()
            while self._asked:
                self._asked.popleft()()


def test_a_command_goes_on_in_turns_and_is_sent_what_was_worked_out_beside() -> None:
    def command() -> Any:
        yield Turn("reading", 0.5)
        found = yield Beside("checking", 0, lambda: 6 * 7)
        return found

    loop = Loop()
    loop.work(command()).start()
    loop.run()
    assert (loop.done[0].result, loop.done[0].failure) == (42, None)
    assert ("checking", 0) in loop.said


def test_a_command_that_is_stopped_while_it_reads_cleans_up_and_does_no_more() -> None:
    steps: list[str] = []

    def command() -> Any:
        try:
            while True:
                work.stop()
                steps.append("read")
                yield Turn("reading", 0)
        finally:
            steps.append("cleaned")

    loop = Loop()
    work = loop.work(command())
    work.start()
    loop.run()
    assert steps == ["read", "cleaned"]
    assert isinstance(loop.done[0].failure, Stopped)


def test_work_beside_notices_that_nobody_waits_for_it_any_more() -> None:
    begun = Event()

    def checking() -> None:
        begun.set()
        while True:
            go_on()

    def command() -> Any:
        yield Beside("checking", 0, checking)

    loop = Loop()
    work = loop.work(command())
    work.start()
    loop.later(lambda: (begun.wait(20), work.stop())[1], 0)
    loop.run()
    assert isinstance(loop.done[0].failure, Stopped)


def test_a_mistake_beside_is_that_of_the_command() -> None:
    def fails() -> None:
        raise ValueError("no rules")

    def command() -> Any:
        yield Beside("checking", 0, fails)

    loop = Loop()
    loop.work(command()).start()
    loop.run()
    with pytest.raises(ValueError, match="no rules"):
        raise loop.done[0].failure or AssertionError
