"""The findings of a process that has checked nothing before: the measure for one that remembers.

`python -m tests.fuzz.fresh` reads texts from its standard input and lets a copy of itself, which has only loaded the
rules, check each of them. Its hashes are other ones than those of whoever asks, so the order of sets shows as well.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from reslint.draft import parse
from reslint.engine import Ruleset, lint, load
from reslint.text import Text

PACKS = ("un", "mun")


@cache
def rules(pack: str) -> Ruleset:
    """The rules of a pack that comes with the program."""
    return load([pack])


def found(pack: str, text: str) -> str:
    """Everything that a check gives, as one string."""
    ruleset = rules(pack)
    return repr(lint(parse(Text(text), ruleset.vocabulary, forced=True), ruleset))


class Fresh:
    """Asks a process that has checked nothing."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def found(self, pack: str, text: str) -> str:
        """As `found`, in a fresh process. Raises EOFError when that process ends without an answer."""
        if self._process is None or self._process.poll() is not None:
            command = [sys.executable, "-m", "tests.fuzz.fresh"]
            root = Path(__file__).resolve().parents[2]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        _write(self._process.stdin, (pack, text))
        answer: str = _read(self._process.stdout)
        if answer == "":
            raise EOFError("a fresh process broke down")
        return answer

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()
            self._process = None


def _write(stream: BinaryIO | Any, value: Any) -> None:
    pickle.dump(value, stream)
    stream.flush()


def _read(stream: BinaryIO | Any) -> Any:
    return pickle.load(stream)


def main() -> None:
    """Answer until the standard input ends; where there is no fork, answer once."""
    for pack in PACKS:
        rules(pack)
    with contextlib.suppress(EOFError):
        while True:
            pack, text = _read(sys.stdin.buffer)
            if not hasattr(os, "fork"):
                _write(sys.stdout.buffer, found(pack, text))
                return
            child = os.fork()
            if child == 0:
                _write(sys.stdout.buffer, found(pack, text))
                os._exit(0)
            if os.waitpid(child, 0)[1] != 0:
                _write(sys.stdout.buffer, "")


if __name__ == "__main__":
    main()
