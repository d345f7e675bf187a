"""What is kept in the user's cache folder, so that the next run need neither read YAML nor compile patterns.

One file for each list of packs, and one for the patterns that this Python has compiled. They hold plain data
(`marshal` of it, never pickles) with a checksum, for what they were made, and for packs the hash of every file;
whatever does not fit is silently made anew. Files are replaced as a whole, so that several processes may read and
write at once, and nothing is lost where nothing can be written.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ... import __version__
from ...text import regex

FOLDER_VARIABLE = "RESLINT_CACHE_DIR"
"""Names the folder to use instead of the platform's; empty for none at all."""
MAXIMUM_ENTRIES = 32
MAXIMUM_PATTERNS = 4_000
_MAGIC = b"reslint-cache-6\n"
_CHECKSUM = 4
_SETTLED_NS = 2_000_000_000
"""No file system has a coarser clock: a file that was left alone for so long shows every later change."""

Stamp = tuple[str, int, int, int, int]
"""Of a file its path below the pack, its size, its inode and when it was written and changed."""


def cache_folder() -> Path | None:
    """The user's cache folder for this program by the platform's conventions; None where there is none.

    The XDG Base Directory Specification's `XDG_CACHE_HOME` comes before them, `RESLINT_CACHE_DIR` before all.
    """
    own = os.environ.get(FOLDER_VARIABLE)
    if own is not None:
        return Path(own) if own else None
    base = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    if base and os.path.isabs(base):
        return Path(base) / "reslint"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if not os.path.isabs(home):
        return None  # the folder of the drafts is no place for it
    if sys.platform == "win32":
        return home / "AppData" / "Local" / "reslint"
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "reslint"


class Keeper:
    """One file of the cache: data that was made for `key`."""

    def __init__(self, name: str, key: str, folder: Path | None) -> None:
        self._key = key
        self.path = folder / f"{name}-{zlib.crc32(key.encode('utf-8', 'surrogatepass')):08x}" if folder else None

    def read(self) -> dict[Any, Any] | None:
        """What was kept last; None when there is nothing, or it is damaged or was made for another key."""
        if self.path is None:
            return None
        try:
            content = self.path.read_bytes()
        except OSError:
            return None
        head = len(_MAGIC) + _CHECKSUM
        body = memoryview(content)[head:]
        if not content.startswith(_MAGIC) or content[len(_MAGIC) : head] != _checksum(body):
            return None
        try:
            key, kept = marshal.loads(body)
        except (EOFError, ValueError, TypeError):
            return None
        return kept if key == self._key and isinstance(kept, dict) else None

    def write(self, kept: dict[Any, Any]) -> None:
        """Keep this, if it can be kept."""
        if self.path is None:
            return
        # A reader sees the old file or the new one and never half of it.
        temporary = self.path.with_name(f"{self.path.name}.{os.getpid()}.tmp")
        try:
            body = marshal.dumps((self._key, kept))
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(_MAGIC + _checksum(body) + body)
            os.replace(temporary, self.path)
            _prune(self.path.parent)
        except (OSError, ValueError):
            with suppress(OSError):
                temporary.unlink()


def pack_keeper(roots: Sequence[Path], folder: Path | None) -> Keeper:
    """What is kept of one list of packs."""
    return Keeper("packs", "\0".join((*map(str, roots), _program())), folder)


def stamps(root: Path) -> list[Stamp]:
    """What the file system says of every file and folder below a folder: two levels, as packs have them.

    Nothing at all where it does not say so of everything.
    """
    found: list[Stamp] = []
    try:
        _stamp(str(root), "", found)
    except OSError:
        return []
    return sorted(found)


def _stamp(folder: str, prefix: str, found: list[Stamp]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            status = entry.stat()
            name = prefix + entry.name
            found.append((name, status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns))
            if not prefix and entry.is_dir():
                _stamp(entry.path, f"{name}/", found)


def are_settled(found: Sequence[Stamp]) -> bool:
    """Whether equal stamps will mean equal files; Windows does not say when a file was changed."""
    if sys.platform == "win32":
        return False
    newest = max((max(stamp[3:]) for stamp in found), default=0)
    return bool(found) and newest + _SETTLED_NS < time.time_ns()


_patterns: list[Keeper] = []


def learn_patterns(folder: Path) -> None:
    """Take over the patterns that earlier runs compiled, once."""
    if not _patterns:
        _patterns.append(Keeper("patterns", "\0".join((__version__, sys.version, sys.byteorder)), folder))
        regex.learn(_patterns[0].read() or {})


def keep_patterns() -> None:
    """Keep the patterns that this run compiled, beside those of earlier runs, where it took those over."""
    if _patterns and regex.has_news():
        kept = _patterns[0].read() or {}
        if not regex.known().keys() <= kept.keys():
            _patterns[0].write(dict(list({**kept, **regex.known()}.items())[-MAXIMUM_PATTERNS:]))


def _checksum(body: bytes | memoryview) -> bytes:
    return zlib.crc32(body).to_bytes(_CHECKSUM, "big")


_ROOMS = ("patterns", "data", "search", "language", "edits", "checks", "packs")
"""The folders beside this one whose code decides what is read out of a pack."""


def _program() -> str:
    """What the data depends on besides the packs: this program as it is on the disk, and Python's own formats."""
    engine = Path(__file__).parent.parent
    stamps = []
    for folder in (engine / room for room in _ROOMS):
        with suppress(OSError), os.scandir(folder) as found:
            for entry in found:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    stamps.append(f"{entry.name} {status.st_mtime_ns} {status.st_size}")
    return "\0".join((__version__, sys.version, str(marshal.version), *sorted(stamps)))


def _prune(folder: Path) -> None:
    """Leave the newest entries: packs come and go, and so do versions of the program."""
    entries = sorted(folder.glob("pa*-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in entries[MAXIMUM_ENTRIES:]:
        path.unlink(missing_ok=True)
