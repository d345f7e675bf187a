"""Long work is stopped between two units of it, in its own thread alone."""

from __future__ import annotations

from threading import Thread

import pytest

from reslint.text.stopping import Stopped, go_on, stoppable


def test_work_that_nobody_can_stop_goes_on():
    go_on()


def test_work_stops_at_the_next_unit_once_it_is_not_wanted():
    wanted = iter([True, True, False])
    done = []

    def work() -> None:
        for unit in range(9):
            go_on()
            done.append(unit)

    with stoppable(lambda: next(wanted)), pytest.raises(Stopped):
        work()
    assert done == [0, 1]
    go_on()


def test_work_in_another_thread_goes_on():
    done = []

    def work() -> None:
        go_on()
        done.append(True)

    with stoppable(lambda: False):
        other = Thread(target=work)
        other.start()
        other.join()
    assert done == [True]
