"""Clients that die, fall silent, never listen or send more than anybody writes; and what is left in memory."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reslint.lsp.documents import LONGEST
from reslint.lsp.embedded import EmbeddedServer

URI = "untitled:draft"
SERVER = [sys.executable, "-m", "reslint", "server"]
PARAGRAPH = "1. *Requests* the the Secretary-General to report;\n\n"
DRAFT = f"*The General Assembly*,\n\n{PARAGRAPH}2. *Decides* to return to it.\n"
MEGABYTE = 1_000_000
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")


def message(method: str, params: Any, ident: int | None = None) -> bytes:
    data = {"jsonrpc": "2.0", "method": method, "params": params, **({} if ident is None else {"id": ident})}
    body = json.dumps(data).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def greeting(process_id: int | None = None) -> bytes:
    params = {"processId": process_id, "rootUri": None, "capabilities": {}}
    return message("initialize", params, 1) + message("initialized", {})


def opening(text: str) -> bytes:
    item = {"uri": URI, "languageId": "markdown", "version": 1, "text": text}
    return message("textDocument/didOpen", {"textDocument": item})


def whole(version: int, text: str) -> bytes:
    document = {"uri": URI, "version": version}
    return message("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})


def megabytes(pid: int) -> float:
    """The memory that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def runs(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def gone(pid: int, seconds: float = 15) -> bool:
    """Whether a process ends within so many seconds."""
    end = time.monotonic() + seconds
    while runs(pid) and time.monotonic() < end:
        time.sleep(0.05)
    return not runs(pid)


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts processes; whatever still runs at the end of the test is ended."""
    started: list[subprocess.Popen[bytes]] = []

    def run(command: list[str], **more: Any) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **more))
        return started[-1]

    yield run
    for process in started:
        process.kill()
        process.wait(10)
        for stream in (process.stdin, process.stdout):
            if stream is not None and not stream.closed:
                stream.close()


EDITOR = """\
import os, subprocess, sys
keeps = sys.argv[1] == "pipes"
streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE} if keeps else {"stdin": 0, "stdout": 1}
server = subprocess.Popen(sys.argv[2:], **streams)
if keeps:
    server.stdin.write(sys.stdin.buffer.read1())
    server.stdin.flush()
    server.stdout.read(20)
    print(server.pid, flush=True)
else:
    print(server.pid, file=sys.stderr, flush=True)
server.wait()
"""
"""An editor that starts a server: with pipes of its own, or with those that it was given itself."""


@on_linux
def test_no_server_is_left_when_the_editor_that_holds_its_pipes_is_killed(start):
    editor = start([sys.executable, "-c", EDITOR, "pipes", *SERVER])
    editor.stdin.write(greeting() + opening(DRAFT))
    editor.stdin.flush()
    server = int(editor.stdout.readline())
    assert runs(server)
    os.kill(editor.pid, signal.SIGKILL)
    assert gone(server)


@on_linux
def test_no_server_is_left_when_its_editor_is_killed_and_somebody_else_still_holds_the_pipes(start):
    editor = start([sys.executable, "-c", EDITOR, "given", *SERVER], stderr=subprocess.PIPE)
    server = int(editor.stderr.readline())
    editor.stdin.write(greeting(editor.pid))
    editor.stdin.flush()
    assert editor.stdout.read(15) == b"Content-Length:"
    os.kill(editor.pid, signal.SIGKILL)
    # Nobody has asked yet how the editor ended: to the system it is still there.
    assert gone(server)
    editor.stderr.close()


@pytest.mark.parametrize(
    "part", [b"Content-Len", b"Content-Length: 500\r\n\r\n", b'Content-Length: 500\r\n\r\n{"jsonrpc": "2']
)
def test_half_a_message_is_waited_for_and_ends_with_the_client(wire, part: bytes):
    client = wire()
    client.initialize()
    client.open(URI, DRAFT)
    assert client.diagnostics(URI)
    client.raw(part)
    time.sleep(0.5)
    assert client.process.poll() is None
    client.process.stdin.close()
    assert client.ended(5) == 1


def test_the_second_half_of_a_message_may_come_later(wire):
    client = wire()
    client.initialize()
    whole_message = opening(DRAFT)
    client.raw(whole_message[:70])
    time.sleep(0.3)
    client.raw(whole_message[70:])
    assert client.diagnostics(URI)
    assert client.leave() == 0


def send_for_ever(process: subprocess.Popen[bytes], sent: list[int]) -> threading.Thread:
    """Changes without end, each of a fifth of a megabyte, until nobody takes them."""

    def send() -> None:
        # A text without white space is quickly read and never quickly shown.
        version, text = 1, "*The General Assembly*,\n\n" + PARAGRAPH * 4000
        try:
            while True:
                version += 1
                questions = [
                    message("textDocument/foldingRange", {"textDocument": {"uri": URI}}, 4 * version + number)
                    for number in range(4)
                ]
                process.stdin.write(whole(version, text) + b"".join(questions))
                process.stdin.flush()
                sent.append(version)
        except (OSError, ValueError):
            pass

    thread = threading.Thread(target=send, daemon=True)
    thread.start()
    return thread


@on_linux
def test_a_client_that_never_reads_fills_no_memory_and_leaves_no_server(start):
    server = start([*SERVER, "--debounce", "0"])
    server.stdin.write(greeting() + opening(DRAFT))
    server.stdin.flush()
    sent: list[int] = []
    thread = send_for_ever(server, sent)
    before, end = -1, time.monotonic() + 60
    while before < len(sent) and time.monotonic() < end:
        before = len(sent)
        time.sleep(2)
    assert before == len(sent), "the server reads and reads"
    assert megabytes(server.pid) < 250
    server.stdout.close()
    assert server.wait(15) == 1
    thread.join(10)


@on_linux
def test_a_client_that_neither_reads_nor_writes_any_more_leaves_no_server(start):
    server = start([*SERVER, "--debounce", "0"])
    os.set_blocking(server.stdin.fileno(), False)
    data = greeting() + opening(DRAFT)
    data += b"".join(
        message("textDocument/foldingRange", {"textDocument": {"uri": URI}}, at) for at in range(2, 60_000)
    )
    still = 0
    while data and still < 30:
        taken = os.write(server.stdin.fileno(), data[:65536]) if wrote(server.stdin.fileno()) else 0
        data, still = data[taken:], 0 if taken else still + 1
        time.sleep(0 if taken else 0.1)
    assert data, "the server took everything"
    server.stdin.close()
    assert server.wait(15) == 1


def wrote(descriptor: int) -> bool:
    """Whether something can be written now."""
    import select

    return bool(select.select([], [descriptor], [], 0)[1])


@pytest.mark.parametrize("left", ["stdin", "exit", "both streams"])
def test_a_client_that_goes_with_its_questions_unanswered_leaves_no_complaint(start, left: str):
    server = start(SERVER, stderr=subprocess.PIPE)
    questions = (message("textDocument/documentSymbol", {"textDocument": {"uri": URI}}, at) for at in range(2, 200))
    searches = (message("workspace/symbol", {"query": "report"}, at) for at in range(200, 300))
    long = opening(f"*The General Assembly*,\n\n{PARAGRAPH * 2000}")
    server.stdin.write(greeting() + long + b"".join((*questions, *searches)))
    server.stdin.write(message("exit", None) if left == "exit" else b"")
    server.stdin.flush()
    assert server.stdout.read(15) == b"Content-Length:"
    if left == "both streams":
        server.stdout.close()
    else:
        threading.Thread(target=server.stdout.read, daemon=True).start()
    if left != "exit":
        server.stdin.close()
    with server.stderr as complaints:
        assert complaints.read() == b""
    assert server.wait(15) == 1


@on_linux
@pytest.mark.parametrize(
    ("head", "line", "size", "notices"),
    [
        ("*The General Assembly*,\n\n", "1. *Requests* 😀 the Secretary-General to report;\n\n", 50, 1),
        ("# Notes\n\n", "the the notes\n", 5, 0),
    ],
)
def test_megabytes_in_one_change_are_taken_and_given_back(wire, head: str, line: str, size: int, notices: int):
    client = wire("--debounce", "0")
    client.initialize()
    client.open(URI, DRAFT)
    before = client.diagnostics(URI)
    lean = megabytes(client.process.pid)
    client.change(URI, 2, {"text": head + line * (size * MEGABYTE // len(line))})
    found = client.diagnostics(URI, 2)
    assert [(f"{size} million" in each["message"], each["severity"]) for each in found] == [(True, 3)] * notices
    place = {"line": 3, "character": 1}
    for version in range(3, 6):
        client.change(URI, version, {"range": {"start": place, "end": place}, "text": "the the "})
    document = {"textDocument": {"uri": URI}}
    assert not client.call("textDocument/foldingRange", document)
    asked = {**document, "range": {"start": place, "end": place}, "context": {"diagnostics": []}}
    assert client.call("textDocument/codeAction", asked) == []
    assert megabytes(client.process.pid) < lean + 1200
    client.change(URI, 6, {"text": DRAFT})
    assert client.diagnostics(URI, 6) == before
    assert megabytes(client.process.pid) < lean + 150
    assert client.leave() == 0


def test_the_longest_text_that_is_checked_is_longer_than_any_draft():
    pages = 1000
    assert pages * 3000 < LONGEST


@on_linux
def test_many_documents_of_several_folders_are_forgotten_when_they_are_closed(wire, tmp_path: Path):
    chance = random.Random(4)
    words = ["harbours", "lights", "keepers", "charts", "buoys", "pilots", "coasts", "seas"]
    # Words of paragraphs may be remembered, drafts may not: many drafts of few paragraphs.
    pool = [f"*Noting* the the {' '.join(chance.choices(words, k=20))}," for _ in range(200)]
    roots = [tmp_path / name for name in ("north", "south", "west")]
    for root in roots:
        root.mkdir()
        (root / ".reslint.yaml").write_text(f"profile: {'sc' if root.name == 'west' else 'un'}\n", encoding="utf-8")
    client = wire("--debounce", "0")
    client.initialize(workspaceFolders=[{"uri": root.as_uri(), "name": root.name} for root in roots])
    uris = [(root / f"{number}.res.md").as_uri() for root in roots for number in range(20)]

    def published() -> None:
        waiting = set(uris)
        while waiting:
            waiting.discard(client.heard("textDocument/publishDiagnostics")["uri"])

    def one_round() -> float:
        for uri in uris:
            client.open(uri, "\n\n".join(["*The General Assembly*,", *chance.choices(pool, k=40)]))
        published()
        for uri in uris:
            client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        published()
        return megabytes(client.process.pid)

    sizes = [one_round() for _ in range(6)]
    assert sizes[-1] < sizes[1] + 15, sizes


@on_linux
@pytest.mark.parametrize("changes", [False, True])
def test_no_answer_is_kept_once_it_is_sent(wire, changes: bool):
    client = wire()
    client.initialize({})
    client.open(URI, "*The General Assembly*,\n\n" + PARAGRAPH * 400)
    here, document = {"line": 0, "character": 1}, {"textDocument": {"uri": URI}}
    methods = ["documentSymbol", "foldingRange", "semanticTokens/full"]

    def many(first: int) -> float:
        for version in range(first, first + 40):
            if changes:
                client.change(URI, version, {"range": {"start": here, "end": here}, "text": "x"})
            for method in methods:
                assert client.call(f"textDocument/{method}", document)
        return megabytes(client.process.pid)

    sizes = [many(first) for first in range(2, 122, 40)]
    assert sizes[-1] < sizes[0] + 12, sizes
    assert client.leave() == 0


def test_nothing_of_a_closed_document_is_kept():
    seen: list[weakref.ref[Any]] = []

    async def session() -> None:
        heard = asyncio.Event()
        server = EmbeddedServer(lambda text: heard.set() if "publishDiagnostics" in text else None, debounce=0)

        def tell(method: str, params: Any, ident: int | None = None) -> None:
            data = {"jsonrpc": "2.0", "method": method, "params": params, **({} if ident is None else {"id": ident})}
            server.receive(json.dumps(data).encode())

        tell("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
        tell("initialized", {})
        for number in range(20):
            uri = f"untitled:{number}"
            item = {"uri": uri, "languageId": "markdown", "version": 1, "text": f"{DRAFT}{number}"}
            tell("textDocument/didOpen", {"textDocument": item})
            for version in range(2, 5):
                document = {"uri": uri, "version": version}
                changes = [{"text": f"{DRAFT}{number}{version}"}]
                tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
                seen.extend(weakref.ref(snapshot) for snapshot in server.documents)
            heard.clear()
            await asyncio.wait_for(heard.wait(), 60)
            tell("textDocument/documentSymbol", {"textDocument": {"uri": uri}}, 10 + number)
            await asyncio.sleep(0)
            tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        await asyncio.sleep(0.05)

    asyncio.run(session())
    gc.collect()
    assert len(seen) == 60
    assert [each() for each in seen if each() is not None] == []
