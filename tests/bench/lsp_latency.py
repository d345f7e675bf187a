"""How quick the language server is: `python tests/bench/lsp_latency.py [--quick]`.

Prints medians and 95th percentiles in milliseconds, measured by a client at the other end of the pipe, with the
targets beside them. The start is compared with a bare pygls server in the same run, alternately, because machines
differ and so do their minutes; the processor time beside a keystroke does not depend on what else the machine does.
The debounce is taken out where a keystroke is timed, and left in for the burst.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

BARE = (
    "from pygls.lsp.server import LanguageServer\n"
    "server = LanguageServer('bare', '1')\n"
    "@server.feature('textDocument/foldingRange')\n"
    "def fold(params): return []\n"
    "server.start_io()\n"
)
CAPABILITIES = {
    "textDocument": {
        "publishDiagnostics": {"versionSupport": True, "relatedInformation": True},
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        },
    }
}
URI = "file:///bench/draft.res.md"
DOCUMENT = {"textDocument": {"uri": URI}}
PUBLISH = "textDocument/publishDiagnostics"
RESLINT = [sys.executable, "-m", "reslint", "server"]
ENVIRONMENT = {**os.environ, "PYTHONPYCACHEPREFIX": tempfile.mkdtemp(prefix="reslint-bench-")}
"""Both servers start from compiled modules, as installed ones do, whatever is set for the checkout."""
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)
TARGETS = {16: 10.0, 300: 50.0}
"""The 95th percentile of a keystroke in milliseconds that is aimed at, by size in kilobytes."""


class Session:
    """A client that waits for each answer; `passed` holds what came in between."""

    def __init__(self, command: Sequence[str]) -> None:
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=ENVIRONMENT
        )
        assert self.process.stdout is not None
        self.stdout = os.fdopen(os.dup(self.process.stdout.fileno()), "rb")
        self.passed: list[dict[str, Any]] = []
        self.count = 0

    def send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        data = b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
        assert self.process.stdin is not None
        while data:
            data = data[self.process.stdin.write(data) :]

    def wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            length = 0
            while (line := self.stdout.readline()).strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not line:
                raise SystemExit("the server ended")
            message = json.loads(self.stdout.read(length))
            if wanted(message):
                return message
            self.passed.append(message)

    def call(self, method: str, params: Any) -> Any:
        self.count += 1
        ident = self.count
        self.send(id=ident, method=method, params=params)
        return self.wait(lambda message: message.get("id") == ident and "method" not in message)

    def initialize(self) -> float:
        self.call("initialize", {"processId": None, "rootUri": None, "capabilities": CAPABILITIES})
        taken = time.perf_counter() - self.began
        self.send(method="initialized", params={})
        return taken

    def open(self, text: str) -> list[dict[str, Any]]:
        item = {"uri": URI, "languageId": "markdown", "version": 1, "text": text}
        self.send(method="textDocument/didOpen", params={"textDocument": item})
        return self.published(1)

    def change(self, version: int, line: int, column: int, text: str, width: int = 0) -> None:
        place = {"start": {"line": line, "character": column}, "end": {"line": line, "character": column + width}}
        document = {"uri": URI, "version": version}
        changes = [{"range": place, "text": text}]
        self.send(method="textDocument/didChange", params={"textDocument": document, "contentChanges": changes})

    def published(self, version: int) -> list[dict[str, Any]]:
        found = self.wait(lambda each: each.get("method") == PUBLISH and each["params"].get("version") == version)
        return found["params"]["diagnostics"]

    def memory(self) -> float:
        """The resident size in MB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        raise SystemExit("the memory of a process can be read on Linux only")

    def cpu(self) -> float:
        """The seconds that the server's processor time comes to; counted in hundredths."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.stdout.close()


def draft(kilobytes: int) -> str:
    """A resolution of about that size, with the slips of a first draft in it."""
    chance = random.Random(7)
    openers = itertools.cycle(["Recalling", "Noting with appreciation", "Recognizing", "Stressing", "Welcoming"])
    verbs = itertools.cycle(["Requests", "Urges", "Encourages", "Calls upon", "Welcomes", "Invites", "Stresses"])
    subjects = ["the keepers of lights", "the Secretary-General", "all small ports"]
    tails = ["in accordance with its resolution 66/181 of 19 December 2011", "as set out in paragraph 3 above"]
    stock = ["coastal", "States", "harbours", "pilots", "charts", "buoys", "safety", "sea", "regions", "at", "all"]

    def words(count: int) -> str:
        # One word in two hundred is printed twice, which is what the checks are to find.
        picked = [chance.choice(stock) for _ in range(count)]
        again = [word for word, after in zip(picked, [*picked[1:], ""], strict=True) if word != after]
        return " ".join(f"{word} {word}" if chance.random() < 0.005 else word for word in again)

    lines = ["*The General Assembly*,"]
    size, number, limit = 0, 0, kilobytes * 1000
    while size < limit * 0.3:
        lines.append(f"*{next(openers)}* {chance.choice(subjects)}, {words(45)},")
        size += len(lines[-1]) + 2
    while size < limit:
        number += 1
        lines.append(f"{number}. *{next(verbs)}* {chance.choice(subjects)} {words(45)}, {chance.choice(tails)};")
        size += len(lines[-1]) + 2
    return "\n\n".join(lines).removesuffix(";") + ".\n"


def show(what: str, taken: Sequence[float], target: str = "") -> None:
    ordered = sorted(taken)
    high = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    print(f"{what:<46}{1000 * statistics.median(ordered):>9.1f}{1000 * high:>9.1f}   {target}", flush=True)


def start(rounds: int) -> None:
    """From spawning the process to the answer to `initialize`, reslint and a bare server in turns."""
    bare: list[float] = []
    ours: list[float] = []
    for attempt in range(rounds + 1):
        for command, taken in (([sys.executable, "-c", BARE], bare), (RESLINT, ours)):
            session = Session(command)
            seconds = session.initialize()
            if attempt:  # the first one compiles the modules
                taken.append(seconds)
            session.close()
    show("start of a bare pygls server", bare)
    show("start of reslint", ours)
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"{'':<46}{ratio:>8.2f}×            at most 1.25×")


def keystrokes(kilobytes: int, count: int) -> None:
    """From a change to the diagnostics of its version, without the debounce."""
    text = draft(kilobytes)
    session = Session([*RESLINT, "--debounce", "0"])
    session.initialize()
    began = time.perf_counter()
    found = session.open(text)
    show(f"open to diagnostics, {kilobytes} KB, {len(found)} findings", [time.perf_counter() - began])
    middle = text[: len(text) // 2].count("\n") // 2 * 2
    taken, before = [], session.cpu()
    for version in range(2, count + 2):
        began = time.perf_counter()
        session.change(version, middle, 60 + version % 20, "x")
        session.published(version)
        taken.append(time.perf_counter() - began)
    target = f"p95 at most {TARGETS[kilobytes]:g}" if kilobytes in TARGETS else ""
    show(f"keystroke to diagnostics, {kilobytes} KB", taken, target)
    mean = 1000 * (session.cpu() - before) / count
    print(f"{f'processor time of a keystroke, {kilobytes} KB':<46}{mean:>9.1f}{'':>9}   (mean)")
    requests(session, middle, kilobytes, min(count, 40))
    session.close()


def requests(session: Session, line: int, kilobytes: int, count: int) -> None:
    """Requests about a draft that is checked already, and completion after a keystroke."""
    place = {**DOCUMENT, "position": {"line": line, "character": 5}}
    whole = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 100}}
    context = {"diagnostics": [], "only": ["quickfix"]}
    for name, params, target in (
        ("completion", place, "p95 at most 15"),
        ("hover", place, ""),
        ("codeAction", {**DOCUMENT, "range": whole, "context": context}, ""),
        ("documentSymbol", DOCUMENT, ""),
        ("semanticTokens/full", DOCUMENT, ""),
    ):
        taken = []
        for _ in range(count):
            began = time.perf_counter()
            answer = session.call(f"textDocument/{name}", params)
            taken.append(time.perf_counter() - began)
        if "error" in answer:
            print(f"{name + f', {kilobytes} KB':<46}{'not offered':>18}")
        else:
            show(f"{name}, {kilobytes} KB", taken, target)


def burst(rounds: int) -> None:
    """A hundred changes at once and a request behind them: how long it waits, and how often is published."""
    text = draft(16)
    waited, published = [], []
    for _ in range(rounds):
        session = Session(RESLINT)
        session.initialize()
        session.open(text)
        began = time.perf_counter()
        for version in range(2, 102):
            session.change(version, 20, 50, "x")
        session.call("textDocument/completion", {**DOCUMENT, "position": {"line": 20, "character": 50}})
        waited.append(time.perf_counter() - began)
        session.published(101)
        time.sleep(0.3)
        session.call("textDocument/foldingRange", DOCUMENT)
        published.append(1 + sum(1 for each in session.passed if each.get("method") == PUBLISH))
        session.close()
    show("completion behind 100 changes", waited, "at most 60")
    print(f"{'publishes after 100 changes':<46}{max(published):>9}            1")


def memory(edits: int) -> None:
    """The resident size after an hour's worth of edits."""
    text = draft(16)
    session = Session([*RESLINT, "--debounce", "0"])
    session.initialize()
    session.open(text)
    sizes = []
    for version in range(2, edits + 2):
        # One character in, one character out, so that the draft stays what it is.
        back = version % 2
        session.change(version, 20 + 2 * (version // 2 % 10), 40, "" if back else chr(97 + version // 2 % 26), back)
        session.published(version)
        if version % (edits // 10) == 1:
            sizes.append(session.memory())
    session.close()
    print(f"{f'memory in MB through {edits:,} edits':<46}{sizes[0]:>9.0f}{sizes[-1]:>9.0f}   flat")


def main() -> None:
    """Run all measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no 3 MB text, 500 edits")
    quick = parser.parse_args().quick
    try:
        measure(quick)
    finally:
        shutil.rmtree(ENVIRONMENT["PYTHONPYCACHEPREFIX"], ignore_errors=True)


def measure(quick: bool) -> None:
    """All measurements, one after the other."""
    print(f"{'':<46}{'median':>9}{'p95':>9}   target")
    start(3 if quick else 15)
    keystrokes(16, 30 if quick else 200)
    keystrokes(300, 8 if quick else 40)
    if not quick:
        keystrokes(3000, 8)
    burst(2 if quick else 5)
    memory(500 if quick else 10_000)


if __name__ == "__main__":
    main()
