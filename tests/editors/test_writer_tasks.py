"""Long work of the extension for Writer, cancelled or not, where LibreOffice is a queue of calls."""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from queue import Queue
from threading import Event
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from reslint.text.stopping import Stopped, go_on

FOLDER = Path(__file__).parents[2] / "editors" / "libreoffice" / "pythonpath"
NAMES: dict[str, dict[str, Any]] = {
    "uno": {"RuntimeException": RuntimeError},
    "unohelper": {"Base": type("Base", (), {})},
    "com": {},
    "com.sun": {},
    "com.sun.star": {},
    "com.sun.star.awt": {"XCallback": type("XCallback", (), {}), "XItemListener": type("XItemListener", (), {})},
    "com.sun.star.util": {
        "CloseVetoException": type("CloseVetoException", (Exception,), {}),
        "XCloseListener": type("XCloseListener", (), {}),
        "XModifyListener": type("XModifyListener", (), {}),
    },
}
PATIENCE = 60


class Office:
    """The main loop of LibreOffice: calls that were asked for, one after the other."""

    def __init__(self) -> None:
        self.calls: Queue[Any] = Queue()
        self.ServiceManager = self
        self.is_cancelled_after: int | None = None
        """After so many calls somebody cancels."""
        self.has_screen = True
        self.told: list[str] = []

    def createInstanceWithContext(self, _: str, __: Any) -> Office:  # noqa: N802
        return self

    def addCallback(self, callback: Any, _: Any) -> None:  # noqa: N802
        self.calls.put(callback)


class Window:
    """The window of one task."""

    def __init__(self, office: Office, _: Any) -> None:
        self.office = office
        self.is_open = True

    def wait(self) -> None:
        done = 0
        while self.office.has_screen and self.is_open and done != self.office.is_cancelled_after:
            self.office.calls.get(timeout=PATIENCE).notify(None)
            done += 1

    def tell(self, words: str, share: float) -> None:
        assert 0 <= share <= 1
        self.office.told.append(words)

    def end(self) -> None:
        self.is_open = False

    def close(self) -> None:
        self.is_open = False


class Document:
    """A document with words and no notes."""

    def __init__(self) -> None:
        self.words = "The lamps are out."
        self.closed = 0

    def getText(self) -> Any:  # noqa: N802
        return SimpleNamespace(getString=lambda: self.words)

    def getFootnotes(self) -> Any:  # noqa: N802
        return SimpleNamespace(getCount=lambda: 0)

    getEndnotes = getFootnotes  # noqa: N815

    def addModifyListener(self, _: Any) -> None:  # noqa: N802
        pass

    removeModifyListener = addCloseListener = removeCloseListener = addModifyListener  # noqa: N815

    def close(self, _: bool) -> None:
        self.closed += 1


@pytest.fixture
def attending(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name, members in NAMES.items():
        module = ModuleType(name)
        vars(module).update(members)
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.syspath_prepend(str(FOLDER))
    before = set(sys.modules)
    found = importlib.import_module("reslint_writer.attending")
    monkeypatch.setattr(found, "ProgressWindow", Window)
    monkeypatch.setattr(found, "working", lambda *_: nullcontext())
    monkeypatch.setattr(found, "_AT_ONCE", 0)
    yield found
    for name in set(sys.modules) - before:
        if name.startswith("reslint_writer"):
            del sys.modules[name]


@pytest.fixture
def tasks(attending: Any) -> Any:
    return importlib.import_module("reslint_writer.tasks")


def attended(attending: Any, office: Office, task: Any) -> Any:
    return attending.attended(office, None, SimpleNamespace(cancel=None), task)


def counting(tasks: Any) -> Any:
    """A task in ten turns and two threads."""
    total = 0
    for number in range(10):
        yield tasks.Turn("Counting", number / 10)
        total += number
    doubled = yield tasks.Beside("Doubling", 0.9, lambda: 2 * total)
    return (yield tasks.Beside("Adding", 1.0, lambda: doubled + 1))


@pytest.mark.parametrize("has_screen", [True, False])
def test_a_task_that_is_left_in_peace_has_the_result_that_it_has_at_once(
    attending: Any, tasks: Any, has_screen: bool
) -> None:
    office = Office()
    office.has_screen = has_screen
    assert attended(attending, office, counting(tasks)) == tasks.at_once(counting(tasks)) == 91


def test_the_window_says_what_is_being_done(attending: Any, tasks: Any) -> None:
    office = Office()
    attended(attending, office, counting(tasks))
    assert list(dict.fromkeys(office.told)) == ["Counting", "Doubling", "Adding"]


def test_a_thread_stops_when_the_work_is_cancelled(attending: Any, tasks: Any) -> None:
    office = Office()
    office.is_cancelled_after = 1
    has_stopped = Event()

    def work() -> None:
        try:
            while True:
                go_on()
                time.sleep(0.001)
        finally:
            has_stopped.set()

    def task() -> Any:
        yield tasks.Beside("Working", 0.5, work)
        raise AssertionError("it goes on after it was cancelled")

    with pytest.raises(Stopped):
        attended(attending, office, task())
    assert has_stopped.wait(PATIENCE)


def test_turns_stop_when_the_work_is_cancelled(attending: Any, tasks: Any) -> None:
    office = Office()
    office.is_cancelled_after = 3
    left: list[str] = []

    def task() -> Any:
        try:
            while True:
                yield tasks.Turn("Reading", 0.5)
        finally:
            left.append("cleanly")

    with pytest.raises(Stopped):
        attended(attending, office, task())
    assert left == ["cleanly"]


def test_what_goes_wrong_in_a_thread_goes_wrong_in_the_task(attending: Any, tasks: Any) -> None:
    def task() -> Any:
        yield tasks.Beside("Dividing", 0.5, lambda: 1 // 0)

    with pytest.raises(ZeroDivisionError):
        attended(attending, Office(), task())


def test_a_document_that_is_only_laid_out_anew_has_not_changed(attending: Any) -> None:
    document = Document()
    with attending.Watch(document) as watch:
        watch.modified(None)
        watch.unchanged()
        document.words = "The lamps are lit."
        watch.modified(None)
        with pytest.raises(attending.Changed):
            watch.unchanged()


def test_a_document_is_closed_for_whoever_wants_it_closed_once_the_work_has_stopped(attending: Any) -> None:
    document, asked = Document(), []
    veto = NAMES["com.sun.star.util"]["CloseVetoException"]
    with attending.Watch(document) as watch:
        watch.cancel = lambda: asked.append("cancelled")
        with pytest.raises(veto):
            watch.queryClosing(None, True)
        assert (asked, document.closed) == (["cancelled"], 0)
    assert document.closed == 1
