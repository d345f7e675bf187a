"""The server: one client, its documents, and who answers what."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, BinaryIO

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from .. import __version__
from . import lifecycle
from .client import Client
from .documents import Documents
from .feature import Command, Feature, Request, Session
from .progress import Meter
from .protocol import INVALID_PARAMS, Protocol, converter, describe
from .publisher import Publisher
from .rulefiles import RuleFiles
from .transport import Backlog, Writer, read_in_thread
from .workspace import Workspace

if TYPE_CHECKING:
    from .documents import Snapshot

DEBOUNCE = 0.06
"""Seconds without a change before a draft is checked."""
_PATIENCE = 0.2
"""Seconds that threads have to end at the end of the process."""
_COLLECT = (20_000, 5, 5)
"""How often the garbage collector looks for cycles. What a command that soon ends never needs would fill the memory of
a server: the drafts that were closed or typed over."""
_IDLE = 2.0
"""Seconds without a change after which it looks for all of them, because nobody waits then."""
_SWITCH = 0.001
"""Seconds after which a busy thread lets another one run: requests must not wait for a check."""


class Server(LanguageServer):
    """A language server for drafts of resolutions.

    The event loop reads, writes and applies changes. Everything else runs in threads of its own: checks in one, answers
    about a document in another, whatever looks at the whole workspace in a third, tokens are read in a fourth, so that
    neither a long check nor pygls's own pool holds up an answer.
    """

    protocol: Protocol

    def __init__(self, debounce: float = DEBOUNCE) -> None:
        # What pygls logs repeats what reslint says in one line.
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
        super().__init__(
            "reslint",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
            converter_factory=converter,
            max_workers=1,
        )
        self.client = Client()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.watches_parent = True
        self.warms_up = True
        self.files = Workspace(self.log, lambda: self.later(self.rule_files.loaded))
        self.documents = Documents(self.files)
        self.publisher = Publisher(self, debounce)
        self.rule_files = RuleFiles(self)
        self.checks = ThreadPoolExecutor(1, "reslint-check")
        self.answers = ThreadPoolExecutor(1, "reslint-answer")
        self.sweeps = ThreadPoolExecutor(1, "reslint-sweep")
        self.readings = ThreadPoolExecutor(1, "reslint-reading")
        self._stopped: asyncio.Event | None = None
        self._code: int | None = None
        self._asked: dict[Snapshot, int] = {}
        self._backlog = Backlog()
        self._tidying: asyncio.TimerHandle | None = None
        for method, handler in lifecycle.HANDLERS.items():
            self.feature(method)(handler)

    def receive(self, body: bytes) -> None:
        """Handle one message; nothing more once the session has ended."""
        if self._code is None:
            self.protocol.receive(body)

    def stop(self, code: int | None = None) -> None:
        """End the session. Without a code the client is simply gone: 0 if it had said `shutdown`, else 1."""
        if self._code is None:
            self._code = code if code is not None else (0 if self.protocol.is_shut_down else 1)
        if self._stopped is not None:
            self._stopped.set()

    def log(self, message: str) -> None:
        """One line for whoever looks for the reason: to the client's log, before that to the standard error.

        May be called from any thread.
        """
        line = " ".join(message.split())
        if not self.protocol.is_initialized or self.protocol.writer is None or self.loop is None:
            print(f"reslint: {line}", file=sys.stderr, flush=True)
            return
        params = types.LogMessageParams(types.MessageType.Warning, line)
        self.later(self.window_log_message, params)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log what pygls would show in a dialog."""
        self.log(f"{getattr(source, '__name__', source)}: {describe(error)}")

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """A document was opened: check it at once."""
        snapshot = self.documents.open(params.text_document)
        self.rule_files.opened(snapshot)
        self.publisher.schedule(snapshot, at_once=True)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A document was changed: check it when the writer pauses."""
        snapshot = self.documents.change(params)
        if snapshot is None:
            self.log(f"ignored a change to {params.text_document.uri}, which is not open")
        else:
            self.publisher.schedule(snapshot)
            self._tidy_later()

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """A document was closed: its marks go."""
        snapshot = self.documents.close(params.text_document.uri)
        if snapshot is not None:
            self.publisher.forget(snapshot)
            self.rule_files.mark()
            self._tidy_later()

    def _tidy_later(self) -> None:
        if self._tidying is not None:
            self._tidying.cancel()
        self._tidying = asyncio.get_running_loop().call_later(_IDLE, gc.collect)

    def rules_changed(self) -> None:
        """Rules or configuration are other than they were: forget what came of them and check everything again."""
        self.files.forget()
        self.documents.renew()
        self.publisher.renew(self.documents)
        self.rule_files.renew()

    async def ask(self, feature: Feature, request: Request) -> Any:
        """The answer of a feature about a version of a document, which is kept in memory until then."""
        about, size = request.snapshot, len(request.snapshot.text)
        if about not in self._asked:
            self._backlog.hold(size)
        self._asked[about] = self._asked.get(about, 0) + 1
        try:
            return await self.run_in(self.answers, feature.answer, request)
        finally:
            if self._code is None:
                self.publisher.settle(about)
            self._asked[about] -= 1
            if not self._asked[about]:
                del self._asked[about]
                self._backlog.release(size)

    async def run_in(self, pool: ThreadPoolExecutor, work: Callable[..., Any], *arguments: Any) -> Any:
        """The result of `work`, done in one of the server's threads."""
        return await asyncio.get_running_loop().run_in_executor(pool, work, *arguments)

    def start(self, stdin: BinaryIO, stdout: BinaryIO) -> int:
        """Serve the client at the other end of two streams until it leaves; the exit code for the process."""
        # The classes of the protocol live as long as the server: no collection need look at them again.
        gc.freeze()
        gc.set_threshold(*_COLLECT)
        sys.setswitchinterval(_SWITCH)
        return asyncio.run(self._serve(stdin, stdout))

    async def _serve(self, stdin: BinaryIO, stdout: BinaryIO) -> int:
        self.loop = asyncio.get_running_loop()
        self._stopped = asyncio.Event()
        self.protocol.set_writer(Writer(stdout))
        read_in_thread(stdin, self.loop, self, self._backlog)
        await self._stopped.wait()
        self.protocol.writer = None
        self.protocol.cancel_all()
        for pool in self._pools():
            pool.shutdown(wait=False, cancel_futures=True)
        return 1 if self._code is None else self._code

    def _pools(self) -> tuple[ThreadPoolExecutor, ...]:
        return self.checks, self.answers, self.sweeps, self.readings

    def is_busy(self) -> bool:
        """Whether a thread still works, so that an orderly end of the process would wait for it."""
        threads = [thread for pool in self._pools() for thread in pool._threads]
        for thread in threads:
            thread.join(_PATIENCE / len(threads))
        return any(thread.is_alive() for thread in threads)

    def session(self, params: Any) -> Session:
        """The session for a feature of the whole workspace or a command."""
        return Session(params, self.client, self.documents, self.files, self, self.protocol.msg_id)

    def is_wanted(self, request: int | str | None) -> bool:
        """Whether somebody still waits for the answer to a request. May be asked from any thread."""
        return self._code is None and (request is None or request in self.protocol._request_futures)

    def meter(self, token: int | str, title: str) -> Meter:
        """A progress bar of the client. May be used from any thread."""
        return Meter(self, token, title)

    def later(self, work: Callable[..., Any], *arguments: Any) -> None:
        """Do something on the event loop; for the server's other threads."""
        if self.loop is not None:
            self.loop.call_soon_threadsafe(work, *arguments)

    def add_feature(self, feature: Feature) -> None:
        """Announce a feature and answer its method with it."""
        self.feature(feature.method, feature.options)(_handler(feature))

    def add_command(self, command: Command) -> None:
        """Announce a command and run it when asked."""

        async def execute(ls: Server, *arguments: Any) -> Any:
            try:
                accepted = command.accept(arguments)
            except ValueError as error:
                raise JsonRpcException(str(error), INVALID_PARAMS) from None
            return await command.run(ls.session(arguments), *accepted)

        self.command(command.name)(execute)


def _handler(feature: Feature) -> Callable[[Server, Any], Generator[Any, Any, Any]]:
    """How pygls runs a feature: the part up to the yield at once, in the order of the messages."""

    def handle(ls: Server, params: Any) -> Generator[Any, Any, Any]:
        if feature.of_document:
            snapshot = ls.documents.get(params.text_document.uri)
            if snapshot is None:
                return feature.absent()
            result = yield ls.ask, (feature, Request(snapshot, params, ls.client)), None
        else:
            result = yield ls.run_in, (ls.sweeps, feature.answer, ls.session(params)), None
        return result

    return handle


def end(server: Server, code: int) -> None:
    """Leave the process; without waiting for a thread that still checks a long text."""
    sys.stderr.flush()
    if server.is_busy():
        os._exit(code)
