"""`reslint server`: the language server, over the standard streams."""

from __future__ import annotations

import argparse
import os
import sys
from typing import BinaryIO

from ..text.record import dataclass
from .usage import UsageError

_LONGEST_PAUSE = 5000

EXAMPLES = """\
examples:
  reslint server                 what an editor starts; it ends with the editor
"""


@dataclass(frozen=True)
class ServerOptions:
    """How the server is to run."""

    stdio: bool = False
    debounce: int | None = None


Options = ServerOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "--stdio", action="store_true", help="talk over the standard streams; it does so anyway, editors like to say it"
    )
    parser.add_argument(
        "--debounce",
        type=_milliseconds,
        metavar="MS",
        help="check a draft so many milliseconds after the last change (60)",
    )


def run(options: ServerOptions) -> int:
    """Serve one client; the exit status is what the protocol says for `exit` with and without `shutdown`."""
    if sys.stdin is None:
        raise UsageError("there is no standard input; an editor starts the server with a pipe to it")
    stdin, stdout = take_streams()
    # Imported only now: whatever it or a rule's check prints must not reach the client as protocol.
    import gc

    gc.disable()
    from ..lsp.server import DEBOUNCE, Server, end

    gc.enable()
    server = Server(DEBOUNCE if options.debounce is None else options.debounce / 1000)
    code = server.start(stdin, stdout)
    end(server, code)
    return code


def take_streams() -> tuple[BinaryIO, BinaryIO]:
    """The standard input and output for the protocol alone.

    From here on nobody else reads from the one, and whatever is printed to the other goes to the standard error: a
    stray line would end the session.
    """
    stdin = os.fdopen(os.dup(0), "rb")
    stdout = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return stdin, stdout


def _milliseconds(text: str) -> int:
    if not text.isdigit() or int(text) > _LONGEST_PAUSE:
        raise argparse.ArgumentTypeError(f"expected a whole number up to {_LONGEST_PAUSE}, found “{text}”")
    return int(text)
