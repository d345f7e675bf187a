from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from lsprotocol import types

from reslint.engine import load
from reslint.engine.checker import Checker, Checkers
from reslint.engine.project.configuration import Configuration
from reslint.lsp.client import Client
from reslint.lsp.documents import Documents, Snapshot
from reslint.lsp.feature import Request
from reslint.lsp.workspace import Workspace
from reslint.text import Span
from reslint.text.record import replace

DRAFT = """\
**Lighthouses and the people who keep them**

*The General Assembly*,

*Recalling* General Assembly resolution 66/181 of 19 December 2011,[^1]

*Noting* the work of the keepers of lights,[^2]

1. *Requests* the Secretary-General to report on lighthouses, including:

(a) Their number;

(b) Their keepers;

2. *Urges* Member States to consider the report mentioned in paragraph 1 (b) above;

3. *Decides* to return to the matter, and recalls paragraphs 1 and 2 above.

[^1]: See A/66/463.

[^2]: United Nations, *Treaty Series*, vol. 1833, No. 31363.
"""
"""A draft without findings that the tests of single features start from."""
FULL = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": True,
            "versionSupport": True,
            "codeDescriptionSupport": True,
            "dataSupport": True,
            "tagSupport": {"valueSet": [1, 2]},
        },
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}},
            "isPreferredSupport": True,
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        },
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "rename": {"prepareSupport": True},
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}
"""The capabilities of a client that can do much and wants its diagnostics pushed."""


class Wire:
    """A client that sends what it likes, also what no client should."""

    def __init__(self, *arguments: str, env: dict[str, str] | None = None, command: list[str] | None = None) -> None:
        self.process = subprocess.Popen(
            command or [sys.executable, "-m", "reslint", "server", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env={**os.environ, **(env or {})},
        )
        self.passed: list[dict[str, Any]] = []
        self._inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._errors: list[bytes] = []
        self._id = 0
        self._threads = [threading.Thread(target=target, daemon=True) for target in (self._read, self._drain)]
        for thread in self._threads:
            thread.start()

    def raw(self, data: bytes) -> None:
        assert self.process.stdin is not None
        while data:
            data = data[self.process.stdin.write(data) :]

    def send(self, message: Any, header: bytes = b"Content-Length: %d\r\n\r\n") -> None:
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.raw(header % len(body) + body)

    def notify(self, method: str, params: Any = None) -> None:
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: Any = None) -> int:
        self._id += 1
        self.send({"jsonrpc": "2.0", "id": self._id, "method": method, "params": params})
        return self._id

    def next(self, wanted: Callable[[dict[str, Any]], bool], timeout: float = 60) -> dict[str, Any]:
        """The first message that is wanted, also of those that came before; the others are kept in `passed`."""
        for at, message in enumerate(self.passed):
            if wanted(message):
                return self.passed.pop(at)
        end = time.monotonic() + timeout
        while True:
            try:
                message = self._inbox.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"nothing came; passed {self.passed[-3:]}, errors {self.errors}") from None
            if message is None:
                raise AssertionError(f"the server ended; errors: {self.errors}")
            if wanted(message):
                return message
            self.passed.append(message)

    def answer(self, ident: Any, timeout: float = 60) -> dict[str, Any]:
        return self.next(lambda message: message.get("id") == ident and "method" not in message, timeout)

    def call(self, method: str, params: Any = None, timeout: float = 60) -> Any:
        """The result of a request that must succeed."""
        reply = self.answer(self.ask(method, params), timeout)
        assert "error" not in reply, reply
        return reply["result"]

    def refused(self, method: str, params: Any = None) -> dict[str, Any]:
        """The error of a request that must fail."""
        reply = self.answer(self.ask(method, params))
        assert "error" in reply, reply
        return reply["error"]

    def heard(self, method: str, timeout: float = 60) -> dict[str, Any]:
        """The parameters of the next notification of this kind."""
        return self.next(lambda message: message.get("method") == method, timeout)["params"]

    def initialize(self, capabilities: Any = None, **more: Any) -> dict[str, Any]:
        params = {"processId": None, "rootUri": None, "capabilities": FULL if capabilities is None else capabilities}
        result = self.call("initialize", {**params, **more})
        self.notify("initialized", {})
        return result

    def open(self, uri: str, text: str, version: int = 1, language: str = "markdown") -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *changes: dict[str, Any]) -> None:
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """The next publication for a document, of a version if one is named."""
        while True:
            params = self.heard("textDocument/publishDiagnostics")
            if params["uri"] == uri and (version is None or params.get("version") == version):
                return params["diagnostics"]

    @property
    def errors(self) -> str:
        return b"".join(self._errors).decode()

    def leave(self) -> int:
        """Say goodbye as the protocol asks; the exit code."""
        self.call("shutdown")
        self.notify("exit")
        return self.ended()

    def ended(self, timeout: float = 10) -> int:
        code = self.process.wait(timeout)
        for thread in self._threads:
            thread.join(timeout)
        return code

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()

    def _read(self) -> None:
        stream = os.fdopen(os.dup(self.process.stdout.fileno()), "rb")  # type: ignore[union-attr]
        with stream:
            while True:
                length = 0
                while (line := stream.readline()).strip():
                    name, _, value = line.partition(b":")
                    assert name in {b"Content-Length", b"Content-Type"}, line
                    length = int(value) if name == b"Content-Length" else length
                if not line:
                    self._inbox.put(None)
                    return
                self._inbox.put(json.loads(stream.read(length)))

    def _drain(self) -> None:
        for line in self.process.stderr:  # type: ignore[union-attr]
            self._errors.append(line)


@pytest.fixture
def wire() -> Iterator[Callable[..., Wire]]:
    """Starts servers; whatever still runs at the end of the test is ended."""
    started: list[Wire] = []

    def start(*arguments: str, **more: Any) -> Wire:
        started.append(Wire(*arguments, **more))
        return started[-1]

    yield start
    for client in started:
        client.close()


@pytest.fixture(scope="session")
def checker() -> Checker:
    """The rules of the pack that comes with the program, without any configuration."""
    return Checkers(lambda configuration: load(configuration.packs, configuration=configuration)).of(Configuration())


class FixedWorkspace(Workspace):
    """A workspace that has the same rules everywhere and reads no configuration from disk."""

    def __init__(self, checker: Checker) -> None:
        super().__init__(lambda message: pytest.fail(f"logged: {message}"))
        self._fixed = checker

    def checker_of(self, snapshot: Snapshot) -> Checker:  # noqa: ARG002
        return self._fixed


@pytest.fixture
def documents(checker: Checker) -> Documents:
    return Documents(FixedWorkspace(checker))


@pytest.fixture
def snapshot(documents: Documents) -> Callable[..., Snapshot]:
    """A document that an editor has opened."""
    from lsprotocol import types

    def opened(text: str = DRAFT, uri: str = "untitled:draft", language: str = "markdown") -> Snapshot:
        return documents.open(types.TextDocumentItem(uri, language, 1, text))

    return opened


@pytest.fixture
def request_for(snapshot: Callable[..., Snapshot]) -> Callable[..., Request]:
    """A request about a draft, from a client that can do everything."""
    everything = Client(
        diagnostic_details=frozenset({"codeDescription", "relatedInformation", "tags", "data"}),
        code_action_literals=True,
        code_action_preferred=True,
        code_action_resolve=frozenset({"edit"}),
        document_changes=True,
        hover_markdown=True,
        symbol_tree=True,
        link_tooltips=True,
    )

    def made(params: Any, text: str = DRAFT, client: Client = everything, **more: Any) -> Request:
        return Request(snapshot(text, **more), params, client)

    return made


@pytest.fixture
def at(request_for) -> Callable[..., Request]:
    """A request about the place just after some words, in the draft above or another."""

    def made(words: str, **more) -> Request:
        request = request_for(None, **more)
        text = request.snapshot.text
        offset = text.content.index(words) + len(words)
        position = request.snapshot.range(Span(offset, offset)).start
        return replace(
            request, params=types.TextDocumentPositionParams(types.TextDocumentIdentifier("untitled:draft"), position)
        )

    return made
