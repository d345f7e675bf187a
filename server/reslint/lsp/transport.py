"""Messages over a pair of byte streams, as the base protocol of LSP 3.17 frames them."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol

_LONGEST_HEADER = 8192
_LARGEST_BODY = 1 << 30
_PARENT_INTERVAL = 2.0
"""Seconds between two looks at the process that started the server."""
_GRACE = 2.0
"""Seconds the event loop has to end by itself once the client is gone."""
_MOST_WAITING = 512
_MOST_BYTES_WAITING = 1 << 26
"""Messages, and bytes in them, that may wait for the event loop before no more are read."""
_MOST_HELD = 1 << 19
"""Code points of the versions of documents that waiting requests are about before no more messages are read. What was
worked out of a version, which is many times as large, is held until its answer is sent."""
_PATIENCE = 1.0
"""Seconds that a reader waits for room before it looks whether the client is still there."""


class Peer(Protocol):
    """The receiver of messages; methods are called on the event loop if nothing else is said."""

    def receive(self, body: bytes) -> None:
        """Take one message without its header."""
        ...

    def stop(self, code: int | None = None) -> None:
        """End, with an exit code; None means that the client left without saying so."""
        ...


class Writer:
    """Writes whole messages to a binary stream, each after its headers (LSP 3.17, "Base Protocol")."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> None:
        """Write and flush. Raises OSError when nobody reads any more."""
        self._stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self._stream.flush()

    def close(self) -> None:
        """Nothing: whoever opened the stream closes it."""


def messages(stream: BinaryIO) -> Iterator[bytes]:
    """The bodies of the messages in a stream, to its end.

    Header names are compared without case (RFC 7230, which the base protocol follows) and unknown ones skipped; a
    block of headers without a usable Content-Length is skipped, too. A body cut off by the end of the stream is not
    delivered.
    """
    while True:
        length: int | None = None
        while line := stream.readline(_LONGEST_HEADER):
            if not line.strip():
                break
            name, _, value = line.partition(b":")
            if name.strip().lower() == b"content-length" and value.strip().isdigit():
                length = int(value)
        if not line:
            return
        if length is None:
            continue
        if length > _LARGEST_BODY:
            return
        body = stream.read(length)
        if len(body) < length:
            return
        yield body


def read_in_thread(stream: BinaryIO, loop: asyncio.AbstractEventLoop, peer: Peer, backlog: Backlog) -> threading.Thread:
    """Hand every message of `stream` to `peer` on `loop`, and stop it at the end of the stream.

    A thread of its own: reading never competes with work for a pool. While `backlog` is full nothing is read, so
    that a client that sends and never reads fills its own pipe and not the memory. When the loop does not end within
    two seconds of the end of the stream, the process ends without it, so that no server outlives its client.
    """

    def take(body: bytes) -> None:
        try:
            peer.receive(body)
        finally:
            backlog.remove(len(body))

    def read() -> None:
        try:
            for body in messages(stream):
                loop.call_soon_threadsafe(take, body)
                backlog.add(len(body))
                while not backlog.waited(_PATIENCE):
                    if _hung_up(stream):
                        raise EOFError
        except (OSError, ValueError, EOFError, RuntimeError):
            pass
        _stop(loop, peer)

    thread = threading.Thread(target=read, name="reslint-read", daemon=True)
    thread.start()
    return thread


class Backlog:
    """The messages that were read and are not done with. May be used from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._count = 0
        self._bytes = 0
        self._held = 0

    def add(self, size: int) -> None:
        """A message of so many bytes waits for the event loop."""
        self._change(1, size, 0)

    def remove(self, size: int) -> None:
        """A message of so many bytes was handled."""
        self._change(-1, -size, 0)

    def hold(self, length: int) -> None:
        """A request waits for its answer about a version of a document that has so many code points."""
        self._change(0, 0, length)

    def release(self, length: int) -> None:
        """No request waits for an answer about a version any more."""
        self._change(0, 0, -length)

    def _change(self, count: int, size: int, length: int) -> None:
        with self._changed:
            self._count += count
            self._bytes += size
            self._held += length
            self._changed.notify()

    def waited(self, patience: float) -> bool:
        """Wait until more may be read, for so many seconds at most; whether it may."""
        with self._changed:
            return self._changed.wait_for(self._has_room, patience)

    def _has_room(self) -> bool:
        few = self._count <= _MOST_WAITING and self._bytes <= _MOST_BYTES_WAITING
        return few and self._held < _MOST_HELD


def _hung_up(stream: BinaryIO) -> bool:
    """Whether nobody can write to a pipe any more, though there may be something left to read. Never on Windows."""
    import select

    if not hasattr(select, "poll"):
        return False
    looker = select.poll()
    looker.register(stream.fileno(), 0)
    return any(events & select.POLLHUP for _, events in looker.poll(0))


def watch_parent(pid: int, loop: asyncio.AbstractEventLoop, peer: Peer, alive: Callable[[int], bool]) -> None:
    """Stop `peer` when process `pid` is gone. A process that is not there to begin with is not watched.

    The number may come from another container or machine, where it means nothing here.
    """
    if not alive(pid):
        return
    gone = threading.Event()

    def watch() -> None:
        while alive(pid):
            gone.wait(_PARENT_INTERVAL)
        _stop(loop, peer)

    threading.Thread(target=watch, name="reslint-parent", daemon=True).start()


def process_alive(pid: int) -> bool:
    """Whether a process runs. On Windows always true: `os.kill` would end it; the end of stdin must do there."""
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    """Whether a process has ended and only nobody has asked how. Told on Linux, false elsewhere."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            return file.read().rpartition(b")")[2].split()[0] == b"Z"
    except (OSError, IndexError):
        return False


def _stop(loop: asyncio.AbstractEventLoop, peer: Peer) -> None:
    try:
        loop.call_soon_threadsafe(peer.stop, None)
    except RuntimeError:  # the loop has ended already
        return
    ended = threading.Event()
    ended.wait(_GRACE)
    # A daemon thread dies with its process; being here still means that the loop hangs.
    os._exit(1)
