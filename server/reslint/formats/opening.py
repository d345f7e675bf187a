"""Which format a file has: told by its content, then by its name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from .kinds import LOCKED, OLD_WORD, OPEN_DOCUMENT, PDF, WORD, kind_of
from .original import CannotRead, Original, Version
from .textfile import open_text

Opener = Callable[[Path, bytes, Version], Original]
"""Opens the bytes of a file. `path` is its name, for advice and for what the content leaves open. Raises CannotRead."""

SUFFIXES = (".md", ".txt", ".docx", ".docm")
"""The suffixes of the files that can be opened: in a folder no others are looked at."""
OPENERS: dict[str, tuple[str, str]] = {
    WORD: ("word", "open_word"),
    LOCKED: ("word", "open_word"),
    OPEN_DOCUMENT: ("office", "open_office"),
    OLD_WORD: ("office", "open_office"),
    PDF: ("pdf", "open_pdf"),
}
"""The module and its `Opener` for each kind of file that is more than text; imported when such a file comes.

A format joins here and in `SUFFIXES`: the function `open_word` of the folder `word/` gives an `Original` for what
`kinds` names a Word file.
"""


def open_file(path: Path, data: bytes, version: Version = "final") -> Original:
    """The original that bytes are; the content says which format it has, or else the suffix of `path`.

    Tracked changes, where a format has such, are read as accepted, for the version "original" as rejected.
    Raises CannotRead for a file that no format here can read, with its kind and the command that helps.
    """
    kind = kind_of(path, data)
    if kind is None:
        return open_text(path, data)
    if kind.name in OPENERS:
        module, function = OPENERS[kind.name]
        opener = cast("Opener", getattr(import_module(f".{module}", __package__), function))
        return opener(path, data, version)
    raise CannotRead(kind.advice(path))
