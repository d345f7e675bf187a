"""Windows of the extension: a box with words, and the list of findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import unohelper
from com.sun.star.awt import XItemListener

_WIDE, _HIGH, _EDGE, _LINE = 360, 220, 6, 14
_OK_BUTTON = 1


def say(context: Any, frame: Any, words: str) -> None:
    """Say something in a box; nothing where nobody sees a window."""
    window = frame.getContainerWindow() if frame is not None else None
    if window is None or not window.isVisible():
        return
    import uno

    toolkit = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
    kind = uno.Enum("com.sun.star.awt.MessageBoxType", "INFOBOX")
    box = toolkit.createMessageBox(window, kind, _OK_BUTTON, "reslint", words)
    box.execute()
    box.dispose()


class _Chosen(unohelper.Base, XItemListener):
    def __init__(self, chosen: Callable[[int], None]) -> None:
        self._chosen = chosen

    def itemStateChanged(self, event: Any) -> None:
        self._chosen(event.Selected)

    def disposing(self, _: Any) -> None:
        pass


def listing(context: Any, rows: Sequence[str], chosen: Callable[[int], None], why: Callable[[int], str]) -> None:
    """Show rows to choose from; `chosen` is called with the number of a row, `why` gives the words below the list."""
    create = context.ServiceManager.createInstanceWithContext
    model = create("com.sun.star.awt.UnoControlDialogModel", context)
    model.Title, model.Width, model.Height, model.PositionX, model.PositionY = "reslint", _WIDE, _HIGH, 40, 210
    model.Closeable = model.Moveable = True
    _add(model, "ListBox", "rows", _EDGE, 110, StringItemList=tuple(rows), Border=1)
    _add(model, "Edit", "why", 122, 74, MultiLine=True, ReadOnly=True, VScroll=True, Border=1)
    _add(model, "Button", "close", _HIGH - _EDGE - _LINE, _LINE, Label="Close", PushButtonType=_OK_BUTTON)
    dialog = create("com.sun.star.awt.UnoControlDialog", context)
    dialog.setModel(model)
    dialog.createPeer(create("com.sun.star.awt.Toolkit", context), None)

    def on_row(row: int) -> None:
        chosen(row)
        dialog.getControl("why").setText(why(row))

    box = dialog.getControl("rows")
    box.addItemListener(_Chosen(on_row))
    box.selectItemPos(0, True)
    on_row(0)
    dialog.execute()
    dialog.dispose()


def _add(dialog: Any, kind: str, name: str, y: int, height: int, **properties: Any) -> None:
    control = dialog.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
    control.PositionX, control.PositionY, control.Width, control.Height = _EDGE, y, _WIDE - 2 * _EDGE, height
    for key, value in properties.items():
        setattr(control, key, value)
    dialog.insertByName(name, control)
