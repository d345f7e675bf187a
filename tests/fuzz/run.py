"""Running inputs: one process for each core, each input in bounded time, what fails made small and written down."""

from __future__ import annotations

import gc
import json
import os
import re
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from queue import Empty
from typing import Any, NamedTuple

from .invariants import FRESH
from .kinds import KINDS, Parts, make
from .shrink import shrunk

HANG = 20.0
"""Seconds of processor time after which an input is given up; only long ones take more than one."""
_LOST = 120.0
"""Seconds by the clock without a sign of life after which a process is ended: it hangs where Python cannot see it."""
_TELL = 2.0


class Hang(BaseException):
    """An input takes too long. No `Exception`, because a run turns those into notices."""


class Failure(NamedTuple):
    """Something that does not hold: for which input, and how it shows."""

    seed: int
    kind: str
    what: str
    trace: str
    parts: Parts

    @property
    def key(self) -> str:
        """The same for failures that are probably one."""
        return f"{self.kind}: {re.sub('[0-9]+|“.*?”', '…', self.what)[:100]}"


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raises Hang after so much processor time, also inside a regular expression; where there are no timers, never."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(number: int, frame: Any) -> None:
        raise Hang

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def tried(seed: int, kind: str, parts: Parts, limit: float = HANG) -> Failure | None:
    """The invariants that an input breaks."""
    try:
        with bounded(limit):
            KINDS[kind].holds(*parts)
    except Hang as hang:
        return Failure(seed, kind, "it hangs", _trace(hang), parts)
    except Exception as error:
        return Failure(seed, kind, f"{type(error).__name__}: {error}"[:400], _trace(error), parts)
    return None


def _trace(error: BaseException) -> str:
    return "".join(traceback.format_tb(error.__traceback__)[-4:])


def smallest(failure: Failure, seconds: float = 20) -> Failure:
    """The same failure with an input as small as it becomes in so many seconds of processor time."""
    hangs = failure.what == "it hangs"

    def fails(parts: Parts) -> bool:
        other = tried(failure.seed, failure.kind, parts, limit=1.0 if hangs else HANG)
        return other is not None and other.key == failure.key

    parts = shrunk(failure.parts, fails, KINDS[failure.kind].whole, seconds)
    again = tried(failure.seed, failure.kind, parts)
    return again if again is not None and again.key == failure.key else failure


def written(failure: Failure, folder: Path) -> Path:
    """The failure in a file, from which `--replay` tries it again."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{failure.kind}-{failure.seed}.json"
    path.write_text(json.dumps(failure._asdict(), indent=2) + "\n", encoding="utf-8")
    return path


def read(path: Path) -> Failure:
    """A failure that was written down."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Failure(**{**data, "parts": tuple(data["parts"])})


class Orders(NamedTuple):
    """The work of a run: `inputs` of them from `seed` on, or until a time of the clock; of one kind if one is named."""

    seed: int
    inputs: int | None = None
    until: float | None = None
    kind: str = ""
    jobs: int = 1


class Told(NamedTuple):
    """The report of a process now and then: the next seed it will take, how much it has run, what was new."""

    worker: int
    seed: int
    counts: dict[str, int]
    failures: tuple[Failure, ...]
    memory: int
    """Megabytes at most."""
    seconds: float
    """Of processor time, in all."""
    done: bool = False


def work(worker: int, start: int, orders: Orders, tell: Callable[[Told], None], at: Any = None) -> None:
    """Run every `jobs`-th input from `start` on. The seed of the one that runs is put into `at`."""
    seed, known, counts = start, set[str](), dict.fromkeys(KINDS, 0)
    new: list[Failure] = []
    last = orders.seed + orders.inputs if orders.inputs is not None else None
    told = time.monotonic()
    gc.freeze()
    while (last is None or seed < last) and (orders.until is None or time.time() < orders.until):
        if at is not None:
            at.value = seed
        kind, parts = make(seed, orders.kind)
        failure = tried(seed, kind, parts)
        counts[kind] += 1
        seed += orders.jobs
        if failure is not None and failure.key not in known:
            known.add(failure.key)
            new.append(smallest(failure))
        if time.monotonic() - told > _TELL:
            told = time.monotonic()
            tell(Told(worker, seed, counts, tuple(new), _memory(), time.process_time()))
            counts, new = dict.fromkeys(KINDS, 0), []
    tell(Told(worker, seed, counts, tuple(new), _memory(), time.process_time(), done=True))
    FRESH.close()


def _process(folder: str, *arguments: Any) -> None:
    """The work of a process: it writes into a folder that goes with the run, and leaves ^C to the first one."""
    os.environ["RESLINT_CACHE_DIR"] = tempfile.tempdir = folder
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work(*arguments)


def _memory() -> int:
    """The most memory that this process has had, in megabytes; 0 where that cannot be asked."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform != "darwin" else 1024 * 1024)


class Pool:
    """The processes of a run. One that breaks down or hangs is a failure, and another goes on after its input."""

    def __init__(self, orders: Orders) -> None:
        self.orders = orders
        self.folder = tempfile.TemporaryDirectory(prefix="reslint-fuzz-", ignore_cleanup_errors=True)
        self.context = get_context("spawn")
        self.queue = self.context.Queue()
        self.places = [self.context.Value("Q", orders.seed + each) for each in range(orders.jobs)]
        self.starts = [orders.seed + each for each in range(orders.jobs)]
        self.seen = [time.monotonic()] * orders.jobs
        self.processes = [self._started(each) for each in range(orders.jobs)]

    def _started(self, worker: int) -> Any:
        self.seen[worker] = time.monotonic()
        arguments = (self.folder.name, worker, self.starts[worker], self.orders, self.queue.put, self.places[worker])
        process = self.context.Process(target=_process, args=arguments)
        process.start()
        return process

    def told(self) -> Iterator[Told]:
        """The reports of the processes, until all are done."""
        running = set(range(self.orders.jobs))
        while running:
            try:
                said = self.queue.get(timeout=1)
            except Empty:
                yield from self._lost(running)
                continue
            self.seen[said.worker] = time.monotonic()
            if said.done:
                running.discard(said.worker)
            yield said
        for process in self.processes:
            process.join()

    def _lost(self, running: set[int]) -> Iterator[Told]:
        for worker in running:
            process, seed = self.processes[worker], self.places[worker].value
            hangs = time.monotonic() - self.seen[worker] > _LOST
            if process.is_alive() and not hangs:
                continue
            process.kill()
            process.join()
            kind, parts = make(seed, self.orders.kind)
            what = "it hangs where no timer reaches it" if hangs else f"the process ended with {process.exitcode}"
            self.starts[worker] = seed + self.orders.jobs
            yield Told(worker, seed + self.orders.jobs, {kind: 1}, (Failure(seed, kind, what, "", parts),), 0, 0.0)
            self.processes[worker] = self._started(worker)

    def stop(self) -> None:
        """End every process."""
        for process in self.processes:
            process.kill()
            process.join()
        self.folder.cleanup()
