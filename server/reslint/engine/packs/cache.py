"""The user's cache folder, so that the next run need neither read YAML nor compile patterns.

One file for each list of packs, with the hash of every file, one for the patterns that this Python has compiled, and
one for what was found out of each pattern.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ... import __version__
from ...text import regex
from ..data.keeper import Keeper
from ..data.parcel import Parcel, packed
from ..search.need import Need, Reach

MAXIMUM_PATTERNS = 4_000
DATA_PARTS = ("lexicons", "phrases")
"""The parts of a payload that hold files by their names."""
_SETTLED_NS = 2_000_000_000
"""No file system has a coarser clock: a file that was left alone for so long shows every later change."""

Stamp = tuple[str, int, int, int, int]
"""Of a file its path below the pack, its size, its inode and when it was written and changed."""


def pack_keeper(roots: Sequence[Path], folder: Path | None) -> Keeper:
    """The keeper of one list of packs."""
    return Keeper("packs", "\0".join((*map(str, roots), program(_PACK_ROOMS))), folder)


def verdict_keeper(folder: Path | None) -> Keeper:
    """The results for single patterns, whatever pack they stand in: a changed pack is judged by its new ones alone."""
    return Keeper("verdicts", program(_PACK_ROOMS), folder)


def stamps(root: Path) -> list[Stamp]:
    """The stamps of the file system for every file and folder below a folder: two levels, as packs have them.

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


_AT_HAND = frozenset({"severity", "profiles", "applies"})
"""The fields of a rule that are read before it is known whether it runs."""
_RUNNING = frozenset({"select", "check", "message", "related", "fix"})


def packed_payload(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The data of packs as it is kept: what few drafts ask for is packed (see `parcel.py`)."""
    # Many checks look for the same words, which are kept once.
    needs: dict[str, tuple[int, Any]] = {}
    rules = []
    for entry in payload["rules"]:
        data = entry["data"]
        own = [need and (need.keywords, need.runs, need.spelled) for need in entry["needs"]]
        places = [need and needs.setdefault(repr(need), (len(needs), need))[0] for need in own]
        sealed = packed(data, [_RUNNING, data.keys() - _RUNNING - _AT_HAND])
        reaches = [tuple(reach) for reach in entry["reaches"]]
        rules.append({**entry, "needs": places, "reaches": reaches, "data": sealed})
    return {
        **payload,
        "needs": [need for _, need in needs.values()],
        "rules": rules,
        **{part: packed(payload[part], [[name] for name in payload[part]]) for part in DATA_PARTS},
    }


def unpacked_payload(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The data of packs, of which most is unpacked when it is first looked at."""
    needs = [Need(*need) for need in kept["needs"]]
    return {
        **kept,
        "rules": [
            {
                **entry,
                "needs": [None if place is None else needs[place] for place in entry["needs"]],
                "reaches": [Reach(*reach) for reach in entry["reaches"]],
                "data": Parcel(entry["data"]),
            }
            for entry in kept["rules"]
        ],
        **{part: Parcel(kept[part]) for part in DATA_PARTS},
    }


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


_PACK_ROOMS = ("patterns", "data", "search", "language", "edits", "tokens", "checks", "packs")
"""The folders beside this one whose code decides what is read out of a pack."""
_ROOMS = ("", *_PACK_ROOMS, "mandates", "run", "project", "../text", "../register", "../draft", "../draft/notation")
"""The folders beside this one whose code decides what is found in a text."""


def program(rooms: Sequence[str] = _ROOMS) -> str:
    """The program that kept data depend on: the code in some rooms as it is on the disk, and Python's own formats."""
    engine = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    stamps = []
    for room in rooms:
        with suppress(OSError), os.scandir(os.path.join(engine, room)) as found:
            for entry in found:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    stamps.append(f"{entry.name} {status.st_mtime_ns} {status.st_size}")
    return "\0".join((__version__, sys.version, str(marshal.version), *sorted(stamps)))
