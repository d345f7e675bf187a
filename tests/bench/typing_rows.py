"""The rows about the language server: what a keystroke and the first answers after the start cost its processor.

Both builds are asked in turns, each in a process of its own. Processor time is that of the whole server, all threads.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from .lsp_latency import BARE, DOCUMENT, TYPED, Session, draft, paragraphs
from .table import Row, high, middle

Commands = dict[str, list[str]]
"""The command lines of the builds, “this” and perhaps “other”."""


def processor(session: Session) -> float:
    """The milliseconds of processor time that a server has used, to the microsecond (Linux only)."""
    return 1000 * time.clock_gettime(~session.process.pid << 3 | 2)  # as clock_getcpuclockid(3) makes it


def first_answers(commands: Commands, rounds: int) -> Iterator[Row]:
    """From nothing to the first diagnostics and to the first completion, and the bare server beside them."""
    text = draft(16)
    line = paragraphs(text)[3]
    place = {**DOCUMENT, "position": {"line": line, "character": 5}}

    def diagnosed(session: Session) -> None:
        session.open(text)

    def completed(session: Session) -> None:
        session.open(text)
        session.call("textDocument/completion", place)

    asked = {name: [*words, "server", "--debounce", "0"] for name, words in commands.items()}
    bare = {"bare": [sys.executable, "-c", BARE]}
    known = _started({**asked, **bare}, lambda _: None, rounds)
    yield _row("server, start to the answer to initialize", known, beside="bare pygls", its=known["bare"], target=1.25)
    yield _row("server, start to first diagnostics", _started(asked, diagnosed, rounds), target=0.7, of_other=True)
    yield _row("server, start to first completion", _started(asked, completed, rounds), target=0.7, of_other=True)


def _row(what: str, known: dict[str, list[float]], **more: object) -> Row:
    its = more.pop("its", None)
    figure = middle(its) if isinstance(its, list) else None
    return Row(what, "ms", middle(known["this"]), middle(known.get("other", [])), its=figure, **more)  # type: ignore[arg-type]


def _started(commands: Commands, then: Callable[[Session], None], rounds: int) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn, (name, command) in itertools.product(range(rounds + 1), commands.items()):
        session = Session(command)
        session.initialize()
        then(session)
        if turn:  # in the first, caches are written
            taken[name].append(processor(session))
        session.close()
    return taken


def keystrokes(commands: Commands, kilobytes: int, count: int, target: float | None) -> Iterator[Row]:
    """From a change to the diagnostics of its version, without the debounce, one build after the other."""
    text = draft(kilobytes)
    lines = paragraphs(text)
    sessions = {name: Session([*words, "server", "--debounce", "0"]) for name, words in commands.items()}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for session in sessions.values():
        session.initialize()
        session.open(text)
    for version, letter in zip(range(2, count + 2), itertools.cycle(TYPED), strict=False):
        for name, session in sessions.items():
            before = processor(session)
            session.change(version, lines[len(lines) // 2], 80 + version, letter)
            session.published(version)
            taken[name].append(processor(session) - before)
    for session in sessions.values():
        session.close()
    what = f"keystroke to diagnostics at {kilobytes} KB"
    for name, figure in (("median", middle), ("p95", high)):
        aim = target if name == "p95" else None
        yield _paired(f"{what}, {name}", taken, figure, aim)


def _paired(
    what: str, taken: dict[str, list[float]], figure: Callable[[Sequence[float]], float | None], target: float | None
) -> Row:
    return Row(what, "ms", figure(taken["this"]), figure(taken.get("other", [])), target=target, of_other=True)
