"""The results of reading records: entries, and refusals with their lines."""

from __future__ import annotations

from collections.abc import Callable

from ..text.record import NamedTuple
from .entry import Entry


class Refusal(NamedTuple):
    """A record that was not taken (or not whole), with its one-based line and why."""

    line: int
    message: str


Found = Entry | Refusal


class NoImport(Exception):
    """A file that nothing can be read from; the message says why."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


FromSymbol = Callable[[str, str, str], Entry]
