"""Work-done progress: a progress bar of the client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

if TYPE_CHECKING:
    from .server import Server


class Meter:
    """Work-done progress for one token; tells the client at most a hundred times."""

    def __init__(self, server: Server, token: int | str, title: str) -> None:
        self._server = server
        self._token = token
        self._percentage = 0
        self._tell(types.WorkDoneProgressBegin(title, percentage=0))

    def report(self, done: int, of: int) -> None:
        """So many of so many are done."""
        percentage = 100 * done // of
        if percentage != self._percentage:
            self._percentage = percentage
            self._tell(types.WorkDoneProgressReport(message=f"{done} of {of}", percentage=percentage))

    def end(self) -> None:
        """All is done."""
        self._tell(types.WorkDoneProgressEnd())

    def _tell(self, value: Any) -> None:
        self._server.later(self._server.progress, types.ProgressParams(self._token, value))
