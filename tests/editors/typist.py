"""A person who types a resolution into an editor in a terminal, key by key, and never touches the mouse."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path

PARAGRAPHS = (Path(__file__).parent / "typed.txt").read_text("utf-8").splitlines()
"""The text to type: full of names, numbers and openers that call for proposals, at the ends of lines, too."""
_IN_TERMINAL = 'exec 0<>"$1"; shift; exec "$@"'
"""Whoever begins a session and opens a terminal is controlled by it; Emacs asks for that."""
STARTS = 3.0
"""Seconds that an editor gets to open the draft and to start the server."""
PATIENCE = 30.0


def meant(enters: int) -> str:
    """The file as it has to be, with one or two line ends between paragraphs."""
    return ("\n" * enters).join(PARAGRAPHS) + "\n"


def type_into(
    command: Sequence[str],
    environment: dict[str, str],
    folder: Path,
    *,
    before: str,
    after: str,
    enters: int,
    pause: float,
) -> str:
    """Type the resolution into an editor with `pause` seconds between keys; what it showed last.

    `before` and `after` are keys that begin to insert, and that save and leave.
    """
    leader, follower = pty.openpty()
    fcntl.ioctl(leader, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
    wrapped = ("sh", "-c", _IN_TERMINAL, "sh", os.ttyname(follower), *command)
    process = subprocess.Popen(
        wrapped, cwd=folder, env=environment, stdin=follower, stdout=follower, stderr=follower, start_new_session=True
    )
    os.close(follower)
    try:
        shown = _wait(leader, STARTS)
        for key in before:
            _press(leader, key)
            shown += _wait(leader, 0.2)
        for key in ("\r" * enters).join(PARAGRAPHS):
            _press(leader, key)
            shown = (shown + _wait(leader, pause))[-4000:]
        for key in after:
            _press(leader, key)
            shown = (shown + _wait(leader, 0.3))[-4000:]
        end = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < end:
            shown = (shown + _wait(leader, 0.1))[-4000:]
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        os.close(leader)
    return shown.decode("utf-8", "replace")


def _press(terminal: int, key: str) -> None:
    os.write(terminal, key.encode("utf-8"))


def _wait(terminal: int, seconds: float) -> bytes:
    """The screen of an editor after some time; it is read, as an editor whose screen nobody reads stands still."""
    shown = b""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if not select.select([terminal], [], [], left)[0]:
            break
        try:
            shown += os.read(terminal, 65536)
        except OSError:  # the editor has gone
            time.sleep(max(0.0, end - time.monotonic()))
            break
    return shown
