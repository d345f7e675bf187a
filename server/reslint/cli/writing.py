"""Where a changed draft goes: into its file, into a copy beside it, or from the standard input to the output."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..formats import CannotWrite, Original, open_file
from ..text import Edit
from ..text.record import NamedTuple
from .files import STDIN, shown_path

if TYPE_CHECKING:
    from ..formats import Remark

COPY = ".reslint"
"""Stands before the suffix of a copy."""


class Manner(NamedTuple):
    """How drafts are written: in place though their format makes a copy, plainly, over what somebody else has saved."""

    in_place: bool = False
    plain: bool = False
    force: bool = False


USUAL = Manner()


class Written(NamedTuple):
    """The original that was written, and where; `path` is None where nothing was, as nothing changes."""

    original: Original
    path: Path | None


def write(
    path: Path, original: Original, edits: Sequence[Edit], remarks: Sequence[Remark] = (), manner: Manner = USUAL
) -> Written:
    """Put a draft with edits and remarks, both of its text, where it goes.

    Raises OSError, and CannotWrite for what has no place in the file: then nothing is written.
    """
    return put(path, original, original.write(edits, remarks, plain=manner.plain), manner)


def put(path: Path, original: Original, data: bytes, manner: Manner) -> Written:
    """Put the bytes of a changed draft where they go. Raises OSError, CannotWrite and CannotRead."""
    before = original.write()
    if str(path) == STDIN:
        write_output(data)
        return Written(open_file(path, data), None)
    if data == before:
        return Written(original, None)
    from ..text.writing import write_whole

    target = target_of(path, original, manner)
    written = open_file(target, data)
    if target == path:
        write_whole(path, data, before)
    else:
        _spare(target, manner)
        write_whole(target, data)
    return Written(written, target)


def target_of(path: Path, original: Original, manner: Manner) -> Path:
    """The file into which a changed draft goes. Raises CannotWrite where it can take nobody's place."""
    is_copy = path.stem.endswith(COPY)
    if not original.suffix or ((manner.in_place or is_copy) and original.is_replaceable):
        return path
    if manner.in_place:
        raise CannotWrite(f"This format is not written; leave --in-place out for a copy in {original.suffix}.")
    return path.with_name(f"{path.stem}{COPY}{original.suffix}")


def _spare(target: Path, manner: Manner) -> None:
    """Raises CannotWrite for a file in which somebody else has worked."""
    if manner.force or not target.exists():
        return
    from ..formats.word import is_own

    if not is_own(target.read_bytes()):
        raise CannotWrite(f"“{shown_path(target)}” is there and was saved by somebody else; --force writes over it.")


def write_output(data: bytes) -> None:
    """Put bytes on the standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
