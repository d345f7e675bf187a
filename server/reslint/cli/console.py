"""The terminal, or what stands in its place: streams, colour, width, progress."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Literal, TextIO, TypeVar

from ..reports.style import Style
from .usage import UsageError, reason_of

if TYPE_CHECKING:
    from ..engine.data.finding import Problem

Colour = Literal["auto", "always", "never"]
COLOURS: tuple[Colour, ...] = ("auto", "always", "never")

_Item = TypeVar("_Item")
_PATIENCE = 0.7
"""Seconds of work before progress is shown."""
_CLEAR = "\r\x1b[K"
_WIDTH = 100
_WIDEST = 140


class Console:
    """Where a command prints: results to the standard output, remarks and errors to the standard error.

    What goes to a pipe or a file never depends on the terminal: it is UTF-8, without colour unless asked for, and of
    a fixed width.
    """

    def __init__(self, colour: Colour = "auto", *, quiet: bool = False) -> None:
        self.out = sys.stdout
        self.err = sys.stderr
        self.quiet = quiet
        self._counting = False
        self.style = Style(wants_colour(self.out, colour))
        self.error_style = Style(wants_colour(self.err, colour))
        self.width = _width() if self.out.isatty() else _WIDTH

    def print(self, words: str = "") -> None:
        """A line of the result."""
        self._clear()
        with writing():
            self.out.write(words + "\n")

    def lines(self, lines: Iterable[str]) -> None:
        """Several lines of the result."""
        self._clear()
        # At once: an unbuffered stream, as containers like to have it, writes as often as it is told to.
        joined = "".join([f"{line}\n" for line in lines])
        with writing():
            self.out.write(joined)

    def say(self, words: str) -> None:
        """A remark; not printed when quiet."""
        if not self.quiet:
            self._tell(one_line(words))

    def warn(self, words: str) -> None:
        """Something that could not be done and stops nothing; always printed."""
        self._tell(f"{self.error_style.paint('note:', 'warning')} {one_line(words)}")

    def complain(self, problem: Problem | str) -> None:
        """An error, always printed."""
        self._tell(f"{self.error_style.paint('error:', 'error')} {one_line(str(problem))}")

    def _tell(self, words: str) -> None:
        # Results that were printed before must be seen before.
        with writing():
            self.out.flush()
        self._clear()
        # A run whose remarks nobody can read has results all the same.
        with suppress(OSError):
            self.err.write(words + "\n")
            self.err.flush()

    def progress(self, items: Iterable[_Item], total: int, doing: str) -> Iterator[_Item]:
        """The items as they get done; on a terminal, a counter that comes once the work takes long and goes with it."""
        if self.quiet or not self.err.isatty():
            yield from items
            return
        begun = time.monotonic()
        for index, item in enumerate(items):
            yield item
            if time.monotonic() - begun > _PATIENCE and index + 1 < total:
                self.err.write(f"{_CLEAR}{doing} {index + 2} of {total}")
                self.err.flush()
                self._counting = True
        self._clear()

    def _clear(self) -> None:
        if self._counting:
            self.err.write(_CLEAR)
            self.err.flush()
            self._counting = False


def one_line(words: str) -> str:
    """Words as one line, in which no name of a file steers the terminal."""
    from ..reports.cells import printable

    return printable(words)


def wants_colour(stream: TextIO, colour: Colour) -> bool:
    """Whether to print in colour: on a terminal, unless NO_COLOR or FORCE_COLOR (no-color.org) or the caller says."""
    if colour != "auto":
        return colour == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def writing() -> Iterator[None]:
    """For what writes to the standard output: raises UsageError where it cannot be written, for a full disk perhaps.

    A reader that went away is a BrokenPipeError still.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        let_go_of_output()
        raise UsageError(f"the report cannot be written: {reason_of(error)}") from error


def let_go_of_output() -> None:
    """Give up what could not be written: else the interpreter tries, and complains, once more at its exit."""
    if sys.stdout is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def prepare_streams() -> None:
    """Let pipes and files carry UTF-8 on every system, and no character stop the output.

    Raises UsageError where there is no standard output; what is said to a standard error that is not there is lost.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 it is open to the end
    if sys.stdout is None:
        raise UsageError("there is no standard output to write the report to")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _width() -> int:
    """The width of the terminal, as far as lines make use of it."""
    from shutil import get_terminal_size

    return min(get_terminal_size().columns, _WIDEST)
