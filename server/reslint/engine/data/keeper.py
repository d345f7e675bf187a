"""Files of the user's cache folder.

They hold plain data (`marshal` of it, never pickles) with a checksum, and for what they were made; whatever does not
fit is silently made again. Files are replaced as a whole, so that several processes may read and write at once, and
nothing is lost where nothing can be written.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

FOLDER_VARIABLE = "RESLINT_CACHE_DIR"
"""Names the folder to use instead of the platform's; empty for none at all."""
MAXIMUM_ENTRIES = 32
"""Files of one kind that are kept."""
_MAGIC = b"reslint-cache-7\n"
_CHECKSUM = 4


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


_used: list[Path] = []


def use(folder: Path) -> None:
    """Let whatever this process finds out be kept in a folder; the first that is named counts."""
    if not _used:
        _used.append(folder)


def used() -> Path | None:
    """The folder that this process may keep things in; None where it shall not."""
    return _used[0] if _used else None


def digest(*texts: str) -> bytes:
    """The digest that stands for some texts in files of the cache."""
    try:
        from _blake2 import blake2b  # what hashlib has it from, without the libraries that hashlib loads
    except ImportError:
        from hashlib import blake2b
    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=12).digest()


class Keeper:
    """One file of the cache: data that was made for `key`."""

    def __init__(self, name: str, key: str, folder: Path | None) -> None:
        self._key = key
        self.path = folder / f"{name}-{zlib.crc32(key.encode('utf-8', 'surrogatepass')):08x}" if folder else None

    def read(self) -> dict[Any, Any] | None:
        """The data that were kept last; None when there are none, or they are damaged or were made for another key."""
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
            # What is kept may quote drafts; so has the XDG Base Directory Specification it for every folder.
            self.path.parent.mkdir(0o700, parents=True, exist_ok=True)
            temporary.write_bytes(_MAGIC + _checksum(body) + body)
            os.replace(temporary, self.path)
            _prune(self.path)
        except (OSError, ValueError):
            with suppress(OSError):
                temporary.unlink()


def _checksum(body: bytes | memoryview) -> bytes:
    return zlib.crc32(body).to_bytes(_CHECKSUM, "big")


def _prune(path: Path) -> None:
    """Leave the newest files of the kind of this one: packs come and go, and so do versions of the program."""
    kind = path.name.partition("-")[0]
    entries = sorted(path.parent.glob(f"{kind}-*"), key=lambda each: each.stat().st_mtime, reverse=True)
    for entry in entries[MAXIMUM_ENTRIES:]:
        entry.unlink(missing_ok=True)
