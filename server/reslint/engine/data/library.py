"""The adopted texts that are at hand, in the folders that a configuration names as its library.

Nothing is read before somebody asks. Numbers and titles of the files are kept from one run to the next, and read again
where a file has changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from ... import __version__
from ...register.titles import number_before, session_in, title_key
from ...text.memo import forget_oldest
from ...text.record import NamedTuple
from .keeper import Keeper, used

if TYPE_CHECKING:
    from ...draft import Draft, Vocabulary
    from ...text import Text

_SUFFIXES = (".md", ".txt", ".docx")
_HEAD = 6_000
"""So many characters of a text are parsed for its title."""
_MOST_OPEN = 8

_Known = tuple[int, int, str, str]
"""Of a file when it was written (in nanoseconds), its size, the number and the key of its title ("" for none)."""


class LibraryText(NamedTuple):
    """An adopted text: its number, its file (None for a text that is in none), and its draft."""

    number: str
    path: Path | None
    draft: Draft


def title_of(draft: Draft) -> str:
    """The title of the first resolution in a draft, with the number before it; "" for none."""
    return next((draft.view(node).text.strip() for node in draft.nodes("title") if node.body), "")


class Library:
    """The texts in some folders, and others that are `given`."""

    def __init__(self, folders: Sequence[Path] = (), given: Sequence[Text] = ()) -> None:
        self.folders = tuple(folders)
        self._given = tuple(given)
        self._lock = Lock()
        self._seen: dict[str, int] = {}
        """The folders that have been looked through, and when each was changed last."""
        self._files: dict[str, _Known] = {}
        self._open: dict[str, tuple[tuple[int, int], Vocabulary, LibraryText]] = {}

    def latest(self, title: str, before: int, vocabulary: Vocabulary) -> LibraryText | None:
        """The text of the latest session that has a title, years aside; with `before` of those of earlier sessions."""
        key = title_key(title)
        if not key:
            return None
        with self._lock:
            self._look(vocabulary)
            files = [(known[2], path) for path, known in self._files.items() if known[3] == key]
            found = [*self._given_texts(key, vocabulary), *self._texts(_latest_first(files, before), key, vocabulary)]
        fitting = [each for each in found if not before or session_in(each.number) < before]
        return max(fitting, key=lambda each: session_in(each.number), default=None)

    def _given_texts(self, key: str, vocabulary: Vocabulary) -> Iterator[LibraryText]:
        for text in self._given:
            found = _read(text, vocabulary)
            if _key(found) == key:
                yield LibraryText(number_before(title_of(found)), None, found)

    def _texts(self, paths: Sequence[str], key: str, vocabulary: Vocabulary) -> Iterator[LibraryText]:
        """The first of the files that still has the title."""
        for path in paths:
            found = self._opened(path, vocabulary)
            if found is not None and _key(found.draft) == key:
                yield found
                return

    def _opened(self, path: str, vocabulary: Vocabulary) -> LibraryText | None:
        stamp = _stamp(path)
        held = self._open.get(path)
        if held is not None and held[0] == stamp and held[1] is vocabulary:
            return held[2]
        text = _text(path)
        if text is None or stamp is None:
            return None
        draft = _read(text, vocabulary)
        found = LibraryText(number_before(title_of(draft)), Path(path), draft)
        if len(self._open) >= _MOST_OPEN:
            forget_oldest(self._open)
        self._open[path] = stamp, vocabulary, found
        return found

    def _look(self, vocabulary: Vocabulary) -> None:
        """Looks through the folders, where files may have come or gone since."""
        if not self.folders or (self._seen and all(_changed(folder) == at for folder, at in self._seen.items())):
            return
        organs = (organ.name for organ in vocabulary.organs)
        keeper = Keeper("library", "\0".join((__version__, *map(str, self.folders), *organs)), used())
        kept = keeper.read() or {}
        self._seen = {}
        self._files = {}
        for folder in self.folders:
            for top, _, names in os.walk(folder):
                self._seen[top] = _changed(top)
                for name in sorted(names):
                    if name.lower().endswith(_SUFFIXES):
                        path = os.path.join(top, name)
                        self._files[path] = _known(path, kept.get(path), vocabulary)
        if self._files != kept:
            keeper.write(self._files)


def _latest_first(files: Sequence[tuple[str, str]], before: int) -> list[str]:
    fitting = [(session_in(number), path) for number, path in files if not before or session_in(number) < before]
    return [path for session, path in sorted(fitting, key=lambda each: (-each[0], each[1])) if session]


def _known(path: str, kept: _Known | None, vocabulary: Vocabulary) -> _Known:
    stamp = _stamp(path) or (0, 0)
    if kept is not None and kept[:2] == stamp:
        return kept
    text = _text(path)
    draft = _read(_head(text), vocabulary) if text else None
    title = title_of(draft) if draft else ""
    number = number_before(title)
    return (*stamp, number, title_key(title) if number else "")


def _text(path: str) -> Text | None:
    """The text in a file; None where it cannot be read."""
    from ...formats import CannotRead, open_file

    try:
        with open(path, "rb") as file:
            return open_file(Path(path), file.read()).text
    except (OSError, CannotRead):
        return None


def _head(text: Text) -> Text:
    from ...text import Text

    return text if len(text.content) <= _HEAD else Text(text.content[:_HEAD])


def _read(text: Text, vocabulary: Vocabulary) -> Draft:
    from ...draft import parse

    return parse(text, vocabulary, forced=True)


def _key(draft: Draft) -> str:
    return title_key(title_of(draft))


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _changed(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return 0
