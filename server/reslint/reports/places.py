"""Paths as reports for programs write them."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from ..engine.data.finding import Finding
    from .checked import Checked


def posix(path: str) -> str:
    """A path with forward slashes and without "./" in front; below the current folder it is relative to it."""
    here = PurePath(path)
    if here.is_absolute() and here.is_relative_to(Path.cwd()):
        here = here.relative_to(Path.cwd())
    return here.as_posix()


def told(file: Checked, finding: Finding) -> str:
    """The message of a finding; in a file without lines with its place in front, for formats that know lines only."""
    place = file.place(finding.span)
    return finding.message if place.lines else f"{place}: {finding.message}"


def uri(path: str) -> str:
    """The reference to a file as RFC 3986 has it: relative to the current folder, or `file:` outside of it."""
    plain = posix(path)
    quoted = quote(plain, safe="/~!$&'()*+,;=@")
    return f"file://{quoted}" if PurePath(plain).is_absolute() else quoted
