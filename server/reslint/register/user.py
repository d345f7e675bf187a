"""The user's own table of resolutions: where it is kept, and how entries get into it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from .entry import Entry
from .table import Table

FOLDER_VARIABLE = "RESLINT_DATA_DIR"
"""Names the folder to use instead of the platform's; empty for none at all."""
FILE = "register.tsv"


def data_folder() -> Path | None:
    """The user's data folder for this program by the platform's conventions; None where there is none.

    The XDG Base Directory Specification's `XDG_DATA_HOME` comes before them, `RESLINT_DATA_DIR` before all.
    """
    own = os.environ.get(FOLDER_VARIABLE)
    if own is not None:
        return Path(own) if own else None
    base = os.environ.get("XDG_DATA_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    if base and os.path.isabs(base):
        return Path(base) / "reslint"
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    within = {"win32": "AppData/Local", "darwin": "Library/Application Support"}.get(sys.platform, ".local/share")
    return Path(home, within, "reslint")


def user_table() -> Path | None:
    """The user's table, which need not be there yet; None where there is no data folder."""
    folder = data_folder()
    return folder / FILE if folder else None


def save(entries: Iterable[Entry], path: Path) -> tuple[int, int]:
    """Add entries to the user's table, in place of what it holds of the same resolutions; how many new and replaced.

    The file is replaced as a whole, so that a program that reads it at the same time sees the old or the new one.
    Raises OSError where it cannot be written, DamagedTable where what is there cannot be read.
    """
    from ..text.writing import write_whole

    lines = {tuple(line.split("\t")[:2]): line for line in Table(path).lines()}
    new = replaced = 0
    for entry in entries:
        key = (entry.body, entry.number)
        if key in lines:
            replaced += 1
        else:
            new += 1
        day = entry.date.isoformat() if entry.date else ""
        lines[key] = "\t".join((*key, day, "user", "", "", entry.title, "user" if entry.title else ""))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, "".join(f"{line}\n" for line in sorted(lines.values())).encode("utf-8"))
    return new, replaced
