"""The server inside another program: a message goes in by a function call and answers come out through a callback.

For Pyodide, in a web worker or in an editor's Node: no threads, no streams, no processes. Whoever embeds it runs the
event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from .server import DEBOUNCE, Server

_Result = TypeVar("_Result")


class Inline(ThreadPoolExecutor):
    """Does at once, where it is called, what a pool would do in a thread. It never starts one."""

    def submit(self, fn: Callable[..., _Result], /, *args: Any, **kwargs: Any) -> Future[_Result]:
        """A future that is done."""
        future: Future[_Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class _Sender:
    def __init__(self, send: Callable[[str], object]) -> None:
        self._send = send

    def write(self, data: bytes) -> None:
        self._send(data.decode("ascii"))

    def close(self) -> None:
        """Nothing: whoever gave the callback ends it."""


class EmbeddedServer(Server):
    """A server whose work is all done on the event loop."""

    def __init__(self, send: Callable[[str], object], debounce: float = DEBOUNCE) -> None:
        super().__init__(debounce)
        self.checks, self.answers, self.sweeps, self.readings = (Inline(1) for _ in range(4))
        self.loop = asyncio.get_running_loop()
        self.watches_parent = False
        # What a thread would make ready beside the work would hold it up here.
        self.warms_up = False
        self.protocol.set_writer(_Sender(send), include_headers=False)


def connect(send: Callable[[str], object], debounce: float = DEBOUNCE) -> Callable[[str], None]:
    """Start a server on the running event loop; returns the function that takes the client's messages.

    `send` is called with each message for the client, one JSON text without headers. Raises RuntimeError where no
    event loop runs.
    """
    server = EmbeddedServer(send, debounce)
    assert server.loop is not None
    loop = server.loop

    def receive(message: str) -> None:
        loop.call_soon(server.receive, message.encode("utf-8", "surrogatepass"))

    return receive
