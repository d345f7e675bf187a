"""Checked packs, kept in the user's cache folder so that the next run need not read YAML.

One file for each list of packs. It holds plain data (`marshal` of it, never code or pickles) with a checksum and the
hash of every file of the packs; whatever does not fit is silently read anew. Files are replaced as a whole, so that
several processes may read and write at once, and nothing is lost where nothing can be written.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from .. import __version__

FOLDER_VARIABLE = "RESLINT_CACHE_DIR"
"""Names the folder to use instead of the platform's; empty for none at all."""
MAXIMUM_ENTRIES = 32
_MAGIC = b"reslint-packs-1\n"
_DIGEST_SIZE = 20


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
    if sys.platform == "win32":
        return home / "AppData" / "Local" / "reslint"
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "reslint"


class PackCache:
    """What is kept for one list of packs."""

    def __init__(self, roots: Sequence[Path], folder: Path | None) -> None:
        self.path: Path | None = None
        if folder is not None:
            names = "\0".join((*map(str, roots), _program()))
            name = hashlib.blake2b(names.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
            self.path = folder / f"packs-{name}"

    def read(self) -> dict[str, Any] | None:
        """What was kept last; None when there is nothing or it is damaged."""
        if self.path is None:
            return None
        try:
            content = self.path.read_bytes()
        except OSError:
            return None
        head = len(_MAGIC) + _DIGEST_SIZE
        body = memoryview(content)[head:]
        if not content.startswith(_MAGIC) or content[len(_MAGIC) : head] != _checksum(body):
            return None
        try:
            kept = marshal.loads(body)
        except (EOFError, ValueError, TypeError):
            return None
        return kept if isinstance(kept, dict) else None

    def write(self, kept: dict[str, Any]) -> None:
        """Keep this, if it can be kept."""
        if self.path is None:
            return
        # A reader sees the old file or the new one and never half of it.
        temporary = self.path.with_name(f"{self.path.name}.{os.getpid()}.tmp")
        try:
            body = marshal.dumps(kept)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(_MAGIC + _checksum(body) + body)
            os.replace(temporary, self.path)
            _prune(self.path.parent)
        except (OSError, ValueError):
            with suppress(OSError):
                temporary.unlink()


def _checksum(body: bytes | memoryview) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST_SIZE).digest()


def _program() -> str:
    """What the data depends on besides the packs: this program as it is on the disk, and Python's own formats."""
    engine = Path(__file__).parent
    stamps = []
    for folder in (engine, engine / "checks"):
        with suppress(OSError), os.scandir(folder) as found:
            for entry in found:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    stamps.append(f"{entry.name} {status.st_mtime_ns} {status.st_size}")
    return "\0".join((__version__, sys.version, str(marshal.version), *sorted(stamps)))


def _prune(folder: Path) -> None:
    """Leave the newest entries: packs come and go, and so do versions of the program."""
    entries = sorted(folder.glob("packs-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in entries[MAXIMUM_ENTRIES:]:
        path.unlink(missing_ok=True)
