"""Tasks that somebody waits for: where one takes long, a window says how far it is and has a button to cancel it.

Everything that asks LibreOffice for something happens in its main thread; that thread never waits for one that does.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Event, Thread, Timer
from typing import Any, TypeVar

import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.util import CloseVetoException, XCloseListener, XModifyListener

from reslint.text.stopping import Stopped, stoppable

from .changing import Changed
from .dialogs import ProgressWindow, working
from .tasks import Beside, Task

_AT_ONCE = 0.5
"""So many seconds a task may take before a window is shown."""
_TURN, _PAUSE = 0.05, 0.02
"""So many seconds it goes on, and rests, in turn: time for LibreOffice to look at what else there is to do."""
_Result = TypeVar("_Result")


class Watch(unohelper.Base, XModifyListener, XCloseListener):
    """Tells whether a document changes while a task is about it; until its end the document stays open."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._is_modified = False
        self._words: list[str] = []
        self._is_ours = False
        self.cancel: Callable[[], None] = lambda: None
        """Called where somebody wants to close the document."""

    def __enter__(self) -> Watch:
        self._words = list(_words(self._model))
        self._model.addModifyListener(self)
        self._model.addCloseListener(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._model.removeModifyListener(self)
        self._model.removeCloseListener(self)
        if self._is_ours:
            with suppress(CloseVetoException):
                self._model.close(True)

    def unchanged(self) -> None:
        """Raises Changed where the document has other words than when the task began.

        Writer also calls modified what it has only laid out anew.
        """
        if self._is_modified:
            self._is_modified = False
            if list(_words(self._model)) != self._words:
                raise Changed

    def changed(self) -> None:
        """To be called when the task itself has changed the document."""
        self._is_modified = False
        self._words = list(_words(self._model))

    def modified(self, _: Any) -> None:
        self._is_modified = True

    def queryClosing(self, _: Any, is_ours: bool) -> None:
        self._is_ours = self._is_ours or is_ours
        self.cancel()
        raise CloseVetoException("reslint is at work on the document.", self)

    def notifyClosing(self, _: Any) -> None:
        pass

    def disposing(self, _: Any) -> None:
        self._is_modified = True


def _words(model: Any) -> Iterator[str]:
    """The words of a document, then those of each note."""
    yield model.getText().getString()
    for notes in (model.getFootnotes(), model.getEndnotes()):
        yield from (notes.getByIndex(index).getText().getString() for index in range(notes.getCount()))


class _Callback(unohelper.Base, XCallback):
    def __init__(self, called: Callable[[], None]) -> None:
        self._called = called

    def notify(self, _: Any) -> None:
        self._called()


def later(context: Any, called: Callable[[], None]) -> None:
    """Have something called in the main thread, soon."""
    service = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)
    service.addCallback(_Callback(called), None)


def attended(context: Any, frame: Any, watch: Watch, task: Task[_Result]) -> _Result:
    """The result of a task, in the main thread. Raises Stopped where somebody cancels it, and whatever it raises."""
    return _Attended(context, frame, watch, task).result()  # type: ignore[no-any-return]


class _Attended:
    def __init__(self, context: Any, frame: Any, watch: Watch, task: Task[Any]) -> None:
        self._context = context
        self._frame = frame
        self._task = task
        self._window: ProgressWindow | None = None
        self._is_wanted = True
        self._is_done = False
        self._has_failed = False
        self._answer: Any = None
        """The result of the last step; of the task, once it is done."""
        self._arrived: Event | None = None
        """Set once the thread that is at work has its result; None where none is."""
        self._is_called = False
        self._is_shown = False
        """Whether LibreOffice has looked at what else there is to do while the window was open."""
        watch.cancel = self._cancel

    def result(self) -> Any:
        with working(self._frame, "reslint: at work …"):
            self._go(_AT_ONCE)
            if not self._is_done:
                self._show()
        self._task.close()
        if not self._is_done:
            raise Stopped
        if self._has_failed:
            raise self._answer
        return self._answer

    def _show(self) -> None:
        self._window = ProgressWindow(self._context, self._frame)
        self._is_shown = False
        self._again()
        window = self._window
        try:
            window.wait()
        finally:
            self._window = None
            window.close()
        if not self._is_shown:
            self._go(math.inf)
        self._is_wanted = False

    def _cancel(self) -> None:
        self._is_wanted = False
        if self._window is not None:
            self._window.end()

    def _again(self) -> None:
        if not self._is_called:
            self._is_called = True
            later(self._context, self._next)

    def _next(self) -> None:
        self._is_called = False
        self._is_shown = True
        if self._is_wanted and not self._is_done:
            self._go(_TURN)
            if self._is_done and self._window is not None:
                self._window.end()
            elif self._arrived is None:
                # At once it would be the turn of the task again before that of a click or of another thread.
                Timer(_PAUSE, self._again).start()

    def _go(self, seconds: float) -> None:
        """Goes on for so long, and waits so long at most."""
        end = time.monotonic() + seconds
        while not self._is_done:
            left = end - time.monotonic()
            if self._arrived is not None:
                if not self._arrived.wait(None if left == math.inf else max(left, 0) if self._window is None else 0):
                    return
                self._arrived = None
            elif left <= 0:
                return
            self._step()

    def _step(self) -> None:
        try:
            step = self._task.throw(self._answer) if self._has_failed else self._task.send(self._answer)
        except StopIteration as stop:
            self._is_done, self._has_failed, self._answer = True, False, stop.value
            return
        except Exception as error:
            self._is_done, self._has_failed, self._answer = True, True, error
            return
        self._has_failed, self._answer = False, None
        if isinstance(step, Beside):
            self._arrived = Event()
            Thread(target=self._beside, args=(step, self._arrived), daemon=True).start()
        if self._window is not None:
            self._window.tell(step.words, step.share)

    def _beside(self, step: Beside, arrived: Event) -> None:
        try:
            with stoppable(lambda: self._is_wanted):
                answer, has_failed = step.work(), False
        except Exception as error:
            answer, has_failed = error, True
        if self._is_wanted:
            self._answer, self._has_failed = answer, has_failed
            arrived.set()
            self._again()
