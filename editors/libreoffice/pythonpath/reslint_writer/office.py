"""Requests to LibreOffice while the extension works: to be called later, to show how far it is, to be told of keys.

Nothing here waits for anything.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from typing import Any

import unohelper
from com.sun.star.awt import XCallback, XKeyHandler
from com.sun.star.util import CloseVetoException, XCloseListener

_WHOLE = 100
_ESCAPE = 1281
"""com.sun.star.awt.Key.ESCAPE."""
_TEXT_DOCUMENT = "com.sun.star.text.TextDocument"


class _Callback(unohelper.Base, XCallback):
    def __init__(self, called: Callable[[], None]) -> None:
        self._called = called

    def notify(self, _: Any) -> None:
        with suppress(Exception):  # nobody is there to be told; LibreOffice would end
            self._called()


class Office:
    """LibreOffice."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def later(self, called: Callable[[], None], pause: float = 0) -> None:
        """Have something called in the main thread after so many seconds. Any thread may ask for it."""
        if pause:
            timer = Timer(pause, self.later, (called,))
            timer.daemon = True
            timer.start()
            return
        with suppress(Exception):  # LibreOffice is about to end
            self._create("com.sun.star.awt.AsyncCallback").addCallback(_Callback(called), None)

    def documents(self) -> list[Any]:
        """The documents of Writer that are open, the active one first."""
        desktop = self._create("com.sun.star.frame.Desktop")
        current = desktop.getCurrentComponent()
        found = [current] if current is not None else []
        each = desktop.getComponents().createEnumeration()
        while each.hasMoreElements():
            component = each.nextElement()
            if component != current:
                found.append(component)
        return [one for one in found if one.supportsService(_TEXT_DOCUMENT)]

    def progress(self, frame: Any) -> Progress:
        """The bar at the foot of a window."""
        return Progress(self.context, frame)

    def _create(self, name: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)


class Progress:
    """A bar that shows how far something is. It never has LibreOffice do something else, as that of a frame does."""

    def __init__(self, context: Any, frame: Any) -> None:
        self._indicator: Any = None
        self._factory: Any = None
        """Held here, as the indicator does not hold what made it, and shows nothing without it."""
        self._words = ""
        with suppress(Exception):  # where there is no window nothing is shown
            name, create = "com.sun.star.task.StatusIndicatorFactory", context.ServiceManager
            self._factory = create.createInstanceWithArgumentsAndContext(name, (frame, True, False), context)
            self._indicator = self._factory.createStatusIndicator()

    def tell(self, words: str, share: float) -> None:
        """Say what is being done and how much of all is done, from 0 to 1."""
        if self._indicator is None:
            return
        with suppress(Exception):  # the window may be gone
            if words != self._words:
                if self._words:
                    self._indicator.setText(words)
                else:
                    self._indicator.start(words, _WHOLE)
                self._words = words
            self._indicator.setValue(int(share * _WHOLE))

    def end(self) -> None:
        """Give the place back."""
        if self._indicator is not None:
            with suppress(Exception):
                self._indicator.end()


class Watch(unohelper.Base, XCloseListener, XKeyHandler):
    """Is told of a document while something is done about it: Escape stops that, and so does closing the document.

    While the document is being changed it stays open, and hears no keys: what is half done is taken back before.
    """

    def __init__(self, model: Any, stop: Callable[[], None], *, hears_keys: bool = True) -> None:
        self._model = model
        self._hears_keys = hears_keys
        self._stop = stop
        self._controller: Any = None
        self._is_ours = False
        self.is_closed = False
        self.is_changing = False

    def begin(self) -> None:
        """Watch from now on."""
        self._model.addCloseListener(self)
        if not self._hears_keys:
            return
        with suppress(Exception):  # where nobody sees it there are no keys
            self._controller = self._model.getCurrentController()
            self._controller.addKeyHandler(self)

    def end(self) -> None:
        """Watch no more, and close the document for whoever wanted that."""
        with suppress(Exception):
            self._controller.removeKeyHandler(self)
        with suppress(Exception):
            self._model.removeCloseListener(self)
        if self._is_ours:
            with suppress(Exception):
                self._model.close(True)

    def keyPressed(self, event: Any) -> bool:
        if event.KeyCode == _ESCAPE and not event.Modifiers:
            self._stop()
            return True
        return self.is_changing

    def keyReleased(self, _: Any) -> bool:
        return False

    def queryClosing(self, _: Any, is_ours: bool) -> None:
        if self.is_changing:
            self._is_ours = self._is_ours or is_ours
            self._stop()
            raise CloseVetoException("reslint is changing the document.", self)

    def notifyClosing(self, _: Any) -> None:
        self.is_closed = True
        self._stop()

    def disposing(self, _: Any) -> None:
        self.is_closed = True
        self._stop()
