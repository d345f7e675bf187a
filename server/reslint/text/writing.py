"""Writing a file whole or not at all.

The bytes go into a new file beside the old one, which takes its place at once: whoever reads it, also after a crash or
on a full disk, has the old bytes or the new ones.
"""

from __future__ import annotations

import errno
import os
import signal
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TEMPORARY = ".reslint-", ".tmp"
"""How the new file is called until it is whole. Short, as names of drafts may be as long as the system allows."""
_NOT_HERE = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EXDEV)
"""The error codes of a system where a file may be written but not be put in the place of another."""


def write_whole(path: Path, data: bytes, known: bytes | None = None) -> None:
    """Put bytes into a file, all of them or none.

    A symbolic link stays one, and the file keeps its mode, its owner and its attributes; what lets a program run with
    the rights of its owner is taken off. `known` is what the file holds as far as the caller knows.

    Raises OSError, also where the file holds something else by now than what is known, is read-only, has other names
    (hard links) or an owner that cannot be kept: then nothing is written.
    """
    target = os.path.realpath(path)
    try:
        before = os.stat(target)
    except FileNotFoundError:
        before = None
        if known is not None:
            raise
    if before is not None:
        _refuse(target, before)
    with _uninterrupted():
        handle, name = tempfile.mkstemp(dir=os.path.dirname(target), prefix=_TEMPORARY[0], suffix=_TEMPORARY[1])
        try:
            with open(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if before is None:
                os.chmod(name, 0o666 & ~_mask())
            else:
                _dress(name, target, before)
            if known is not None and _read(target) != known:
                raise OSError(errno.EBUSY, "it was changed since it was read, and is left as it is; run again")
            os.replace(name, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
        _settle(os.path.dirname(target))


def put(path: Path, data: bytes) -> None:
    """Put bytes into a file or whatever else a path names: whole where that is possible, else as it goes.

    For what is made with every run: a report may go to a device, a pipe, or a file in a folder that is closed.
    Raises OSError.
    """
    special = path.is_absolute() and path.parts[1:2] in (("dev",), ("proc",))
    if not special and (path.is_file() or not path.exists()):
        try:
            write_whole(path, data)
        except OSError as error:
            if error.errno not in _NOT_HERE:
                raise
        else:
            return
    path.write_bytes(data)


def _refuse(target: str, before: os.stat_result) -> None:
    """Raises OSError for a file that may not or should not be replaced."""
    if stat.S_ISDIR(before.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only")
    if before.st_nlink > 1:
        raise OSError(errno.EPERM, f"it has {before.st_nlink} names (hard links), of which one alone would change")


def _dress(name: str, target: str, before: os.stat_result) -> None:
    """Give the new file what the old one has besides its bytes. Raises OSError where its owner cannot be kept."""
    made = os.stat(name)
    if (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.chown(name, before.st_uid, before.st_gid)
        except OSError:
            raise PermissionError(errno.EPERM, "its owner and group could not be kept") from None
    os.chmod(name, stat.S_IMODE(before.st_mode) & ~(stat.S_ISUID | stat.S_ISGID))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for attribute in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(name, attribute, os.getxattr(target, attribute))


def _read(target: str) -> bytes:
    with open(target, "rb") as file:
        return file.read()


def _settle(folder: str) -> None:
    """Make sure that the new name is on the disk, where folders can be told to be."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Lets requests to end wait until the file is written, so that no half of it is left behind."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    ends = {signal.SIGTERM, signal.SIGHUP, signal.SIGINT}
    earlier = signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, earlier)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
