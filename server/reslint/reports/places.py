"""Paths as reports for programs write them."""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import quote


def posix(path: str) -> str:
    """A path with forward slashes and without "./" in front; below the current folder it is relative to it."""
    here = PurePath(path)
    if here.is_absolute() and here.is_relative_to(Path.cwd()):
        here = here.relative_to(Path.cwd())
    return here.as_posix()


def uri(path: str) -> str:
    """The reference to a file as RFC 3986 has it: relative to the current folder, or `file:` outside of it."""
    plain = posix(path)
    quoted = quote(plain, safe="/~!$&'()*+,;=@")
    return f"file://{quoted}" if PurePath(plain).is_absolute() else quoted
