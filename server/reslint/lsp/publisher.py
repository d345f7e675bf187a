"""When diagnostics are made and sent, to clients that want them pushed."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from .diagnostics import Plain, diagnose
from .protocol import describe

if TYPE_CHECKING:
    from .documents import Snapshot
    from .server import Server


SHORTEST = 0.02
"""Seconds that are waited for a further change at least; editors send a paste or a macro in one go."""
ALONE = 0.004
"""Seconds that are waited where no change has come for as long as the longest pause: somebody types key by key."""


class Publisher:
    """Checks documents when the writer pauses, and drops every result that a newer version has overtaken.

    The pause is as long as the last check took, `SHORTEST` at least and `debounce` seconds at most; 0 for none at all.
    A change that comes alone waits for next to nothing: only what follows it at once is worth waiting for.
    For a client that pulls diagnostics nothing is pushed; it is only told when to pull again.
    """

    def __init__(self, server: Server, debounce: float) -> None:
        self._server = server
        self._debounce = debounce
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._waiting: dict[str, Snapshot] = {}
        self._unsettled: dict[str, Snapshot] = {}
        self._lock = threading.Lock()
        self._told: set[str] = set()
        self._taken: dict[str, float] = {}
        self._changed: dict[str, float] = {}

    def schedule(self, snapshot: Snapshot, *, at_once: bool = False) -> None:
        """Check a new version after the debounce, counted again with every version; or at once."""
        if self._server.client.pulls_diagnostics:
            return
        self._cancel(snapshot.key)
        if at_once or self._debounce <= 0:
            self._check(snapshot)
        else:
            loop = asyncio.get_running_loop()
            self._timers[snapshot.key] = loop.call_later(self._pause(snapshot.key), self._check, snapshot)

    def _pause(self, key: str) -> float:
        """The seconds to wait, by what the last check of a document took; at first the longest."""
        taken, before = self._taken.get(key), self._changed.get(key)
        now = self._changed[key] = time.monotonic()
        if taken is not None and before is not None and now - before >= self._debounce:
            return min(self._debounce, ALONE)
        return self._debounce if taken is None else min(self._debounce, max(SHORTEST, taken))

    def settle(self, snapshot: Snapshot) -> None:
        """Have what takes its time done with a snapshot that was checked without it, and tell what is found then.

        It has a thread of its own, so that nothing waits for it.
        """
        if not snapshot.is_pending or not self._server.documents.is_current(snapshot):
            return
        with self._lock:
            waits = snapshot.key in self._unsettled
            self._unsettled[snapshot.key] = snapshot
        if not waits:
            loop = asyncio.get_running_loop()
            future = loop.run_in_executor(self._server.readings, self._settled, snapshot.key)
            uri = snapshot.uri
            future.add_done_callback(lambda done: self._finish(uri, done))

    def _settled(self, key: str) -> tuple[Snapshot, list[Plain]] | None:
        with self._lock:
            snapshot = self._unsettled.pop(key, None)
        if snapshot is None or not snapshot.is_pending or not self._server.documents.is_current(snapshot):
            return None
        snapshot.settle()
        self._log_notices(snapshot)
        return snapshot, diagnose(snapshot, self._server.client)

    def forget(self, snapshot: Snapshot) -> None:
        """Take away the marks of a document that was closed."""
        self._cancel(snapshot.key)
        with self._lock:
            self._waiting.pop(snapshot.key, None)
        self._taken.pop(snapshot.key, None)
        self._changed.pop(snapshot.key, None)
        if not self._server.client.pulls_diagnostics:
            self._send(snapshot, [])

    def renew(self, documents: Iterable[Snapshot]) -> None:
        """Check everything again, because the rules have changed."""
        if self._server.client.pulls_diagnostics:
            self._server.protocol.send_request(types.WORKSPACE_DIAGNOSTIC_REFRESH)
        else:
            for snapshot in documents:
                self.schedule(snapshot, at_once=True)
        client = self._server.client
        for method, wanted in (
            (types.WORKSPACE_SEMANTIC_TOKENS_REFRESH, client.refreshes_tokens),
            (types.WORKSPACE_INLAY_HINT_REFRESH, client.refreshes_hints),
            (types.WORKSPACE_CODE_LENS_REFRESH, client.refreshes_lenses),
        ):
            if wanted:
                self._server.protocol.send_request(method)

    def _cancel(self, key: str) -> None:
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.cancel()

    def _check(self, snapshot: Snapshot) -> None:
        """Have a snapshot checked, in place of one of the same document that still waits for that."""
        self._timers.pop(snapshot.key, None)
        with self._lock:
            waits = snapshot.key in self._waiting
            self._waiting[snapshot.key] = snapshot
        if not waits:
            loop = asyncio.get_running_loop()
            future = loop.run_in_executor(self._server.checks, self._diagnose, snapshot.key)
            uri = snapshot.uri  # the snapshot itself may be forgotten before its turn comes
            future.add_done_callback(lambda done: self._finish(uri, done))

    def _diagnose(self, key: str) -> tuple[Snapshot, list[Plain]] | None:
        """The diagnostics of the snapshot of a document that waits; None when there is none or it is out of date.

        What no check could do goes to the log, once.
        """
        with self._lock:
            snapshot = self._waiting.pop(key, None)
        if snapshot is None or not self._server.documents.is_current(snapshot):
            return None
        # Processor time: that another program is busy is not a reason to wait.
        began = time.thread_time()
        found = diagnose(snapshot, self._server.client)
        self._taken[key] = time.thread_time() - began
        self._log_notices(snapshot)
        return snapshot, found

    def _log_notices(self, snapshot: Snapshot) -> None:
        for notice in snapshot.outcome.notices if snapshot.is_draft else ():
            if notice.span is None and str(notice) not in self._told:
                self._told.add(str(notice))
                self._server.log(str(notice))

    def _finish(self, uri: str, done: asyncio.Future[Any]) -> None:
        if done.cancelled():
            return
        error = done.exception()
        if error is not None:
            self._server.log(f"checking {uri} failed: {describe(error)}")
        elif done.result() is not None:
            snapshot, found = done.result()
            if not self._server.documents.is_current(snapshot):
                return
            if self._server.client.pulls_diagnostics:
                self._server.protocol.send_request(types.WORKSPACE_DIAGNOSTIC_REFRESH)
                return
            self._send(snapshot, found)
            self.settle(snapshot)

    def _send(self, snapshot: Snapshot, diagnostics: list[Plain]) -> None:
        params: Plain = {"uri": snapshot.uri, "diagnostics": diagnostics}
        # Not every client announces that it knows versions, and an unknown property disturbs none.
        if snapshot.version is not None:
            params["version"] = snapshot.version
        self._server.protocol.send_plain(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)
