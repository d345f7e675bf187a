"""How quick the language server is: `python -m tests.bench.lsp_latency [--quick] [--draft FILE]`.

Prints medians and 95th percentiles in milliseconds, measured by a client at the other end of the pipe, with the
targets beside them. The start is compared with a bare pygls server in the same run, alternately, because machines
differ and so do their minutes; the processor time beside a keystroke does not depend on what else the machine does.
The debounce is taken out where a keystroke is timed, and left in for the burst and for what a writer feels. `--draft`
is a draft with many findings, in place of a made one, for what a writer feels and for opening.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .material import Made, joined

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
TYPED = "and the keepers of the lights of the harbour, "
PACE = 0.13
"""Seconds from one key of a writer to the next."""
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
            message: dict[str, Any] = json.loads(self.stdout.read(length))
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
        diagnostics: list[dict[str, Any]] = found["params"]["diagnostics"]
        return diagnostics

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
    """One resolution at 16 KB; above that, whole ones below each other, as in the report of a committee."""
    return Made().near(kilobytes * 1000) if kilobytes <= 16 else joined(Made(), kilobytes * 1000)


def paragraphs(text: str) -> list[int]:
    """The numbers of the lines that are long enough to type in, from 0."""
    return [number for number, line in enumerate(text.split("\n")) if len(line) > 150]


def show(what: str, taken: Sequence[float], *, median: float = 0, high: float = 0) -> None:
    """Print a line: median and 95th percentile in milliseconds, and whether they are at most what they should be."""
    ordered = sorted(taken)
    found = 1000 * statistics.median(ordered), 1000 * ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    told = [
        f"{name} at most {target:g}: {'met' if figure <= target else 'MISSED'}"
        for name, figure, target in (("median", found[0], median), ("p95", found[1], high))
        if target
    ]
    print(f"{what:<46}{found[0]:>9.1f}{found[1]:>9.1f}   {', '.join(told)}".rstrip(), flush=True)


def told(what: str, figure: str, target: str, met: bool) -> None:
    """Print a line with one figure."""
    print(f"{what:<46}{figure:>9}{'':>9}   {target}: {'met' if met else 'MISSED'}", flush=True)


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
    told("start of reslint beside the bare server", f"{ratio:.2f} ×", "at most 1.25 ×", ratio <= 1.25)


def keystrokes(kilobytes: int, count: int) -> None:
    """From a change to the diagnostics of its version, without the debounce."""
    text = draft(kilobytes)
    session = Session([*RESLINT, "--debounce", "0"])
    session.initialize()
    began = time.perf_counter()
    found = session.open(text)
    show(f"open to diagnostics, {kilobytes} KB, {len(found)} findings", [time.perf_counter() - began])
    lines = paragraphs(text)
    middle = lines[len(lines) // 2]
    taken, before = [], session.cpu()
    for version, letter in zip(range(2, count + 2), itertools.cycle(TYPED), strict=False):
        began = time.perf_counter()
        session.change(version, middle, 80 + version, letter)
        session.published(version)
        taken.append(time.perf_counter() - began)
    show(f"keystroke to diagnostics, {kilobytes} KB", taken, high=TARGETS.get(kilobytes, 0))
    mean = 1000 * (session.cpu() - before) / count
    print(f"{f'processor time of a keystroke, {kilobytes} KB':<46}{mean:>9.1f}{'':>9}   (mean)", flush=True)
    requests(session, middle, kilobytes, min(count, 40))
    session.close()


def requests(session: Session, line: int, kilobytes: int, count: int) -> None:
    """Requests about a draft that is checked already, and completion after a keystroke."""
    place = {**DOCUMENT, "position": {"line": line, "character": 5}}
    whole = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 100}}
    context = {"diagnostics": [], "only": ["quickfix"]}
    for name, params, target in (
        ("completion", place, 15),
        ("hover", place, 0),
        ("codeAction", {**DOCUMENT, "range": whole, "context": context}, 0),
        ("documentSymbol", DOCUMENT, 0),
        ("semanticTokens/full", DOCUMENT, 0),
    ):
        taken = []
        for _ in range(count):
            began = time.perf_counter()
            answer = session.call(f"textDocument/{name}", params)
            taken.append(time.perf_counter() - began)
        if "error" in answer:
            print(f"{name + f', {kilobytes} KB':<46}{'not offered':>18}")
        else:
            show(f"{name}, {kilobytes} KB", taken, high=target)


def felt(text: str, count: int) -> None:
    """From a key to its diagnostics as a writer feels it, the debounce included, with time between the keys."""
    session = Session(RESLINT)
    session.initialize()
    found = session.open(text)
    line = paragraphs(text)[len(paragraphs(text)) // 2]
    session.change(2, line, 80, " ")
    session.published(2)
    taken = []
    for version, letter in zip(range(3, count + 3), itertools.cycle(TYPED), strict=False):
        time.sleep(PACE)
        began = time.perf_counter()
        session.change(version, line, 78 + version, letter)
        session.published(version)
        taken.append(time.perf_counter() - began)
    again = sum(1 for each in session.passed if each.get("method") == PUBLISH)
    show(f"key to diagnostics as felt, {len(text) / 1000:.0f} KB, {len(found)} findings", taken, high=40)
    told("publishes between that nobody waited for", str(again), "none", again == 0)
    session.close()


def during_a_check(kilobytes: int, count: int) -> None:
    """Completion that is asked for while a check runs."""
    text = draft(kilobytes)
    session = Session([*RESLINT, "--debounce", "0"])
    session.initialize()
    session.open(text)
    line = paragraphs(text)[len(paragraphs(text)) // 2]
    taken = []
    for version, letter in zip(range(2, count + 2), itertools.cycle(TYPED), strict=False):
        session.change(version, line, 80 + version, letter)
        began = time.perf_counter()
        session.call("textDocument/completion", {**DOCUMENT, "position": {"line": line, "character": 81 + version}})
        taken.append(time.perf_counter() - began)
    show(f"completion while a check runs, {kilobytes} KB", taken, median=60 if kilobytes > 16 else 15)
    session.close()


def opening(text: str, rounds: int) -> None:
    """From opening a draft to its diagnostics, in a server that has just started."""
    taken = []
    for _ in range(rounds):
        session = Session(RESLINT)
        session.initialize()
        began = time.perf_counter()
        found = session.open(text)
        taken.append(time.perf_counter() - began)
        session.close()
    show(f"open to diagnostics, {rounds} times, {len(found)} findings", taken)


def burst(rounds: int) -> None:
    """A hundred changes at once and a request behind them: how long it waits, and how often is published."""
    text = draft(16)
    line = paragraphs(text)[3]
    waited, published = [], []
    for _ in range(rounds):
        session = Session(RESLINT)
        session.initialize()
        session.open(text)
        began = time.perf_counter()
        for version in range(2, 102):
            session.change(version, line, 78 + version, TYPED[version % len(TYPED)])
        session.call("textDocument/completion", {**DOCUMENT, "position": {"line": line, "character": 80}})
        waited.append(time.perf_counter() - began)
        session.published(101)
        time.sleep(0.3)
        session.call("textDocument/foldingRange", DOCUMENT)
        published.append(1 + sum(1 for each in session.passed if each.get("method") == PUBLISH))
        session.close()
    show("completion behind 100 changes", waited, median=60)
    told("publishes after 100 changes", str(max(published)), "one", max(published) == 1)


def memory(edits: int) -> None:
    """The resident size after an hour's worth of edits."""
    text = draft(16)
    session = Session([*RESLINT, "--debounce", "0"])
    session.initialize()
    session.open(text)
    lines = paragraphs(text)
    sizes, began = [], time.perf_counter()
    for version in range(2, edits + 2):
        # One character in, one character out, so that the draft stays what it is.
        back = version % 2
        line = lines[version // 2 % len(lines)]
        session.change(version, line, 100, "" if back else TYPED[version // 2 % len(TYPED)], back)
        session.published(version)
        if version % (edits // 10) == 1:
            sizes.append(session.memory())
    each = (time.perf_counter() - began) / edits * 1000
    session.close()
    print(f"memory in MB through {edits:,} edits of {each:.1f} ms: {', '.join(f'{size:.0f}' for size in sizes)}")
    # The first half fills what is remembered; from then on nothing may come that stays.
    grown = sizes[-1] / sizes[len(sizes) // 2] - 1
    told("growth of the memory in the second half", f"{100 * grown:.1f} %", "at most 5 %", grown <= 0.05)


def main() -> None:
    """Run all measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no 3 MB text, 1,000 edits")
    parser.add_argument("--draft", type=Path, metavar="FILE", help="a draft with many findings")
    options = parser.parse_args()
    try:
        measure(options.quick, options.draft.read_text("utf-8") if options.draft else draft(16))
    finally:
        shutil.rmtree(ENVIRONMENT["PYTHONPYCACHEPREFIX"], ignore_errors=True)


def measure(quick: bool, text: str) -> None:
    """All measurements, one after the other; `text` is what a writer works on."""
    load = f"; load of the machine {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{f'milliseconds{load}':<46}{'median':>9}{'p95':>9}   target")
    start(3 if quick else 15)
    opening(text, 3 if quick else 10)
    felt(text, 30 if quick else 200)
    for kilobytes in (16, 300):
        during_a_check(kilobytes, 8 if quick else 40)
    keystrokes(16, 30 if quick else 200)
    keystrokes(300, 8 if quick else 40)
    if not quick:
        keystrokes(3000, 6)
    burst(2 if quick else 5)
    memory(1000 if quick else 10_000)


if __name__ == "__main__":
    main()
