"""`--jobs`: several processes check drafts; results come in the order of the drafts all the same."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence

from .files import STDIN, Candidate
from .usage import UsageError
from .worker import Done, Worker

FEWEST = 24
"""A process is worth starting for so many drafts."""

_worker: list[Worker] = []


def in_parallel(worker: Worker, candidates: Sequence[Candidate], jobs: int) -> Iterator[Done]:
    """What becomes of each candidate, in their order. `jobs` is how many processes; 0 lets their number be found."""
    wanted = jobs or min(multiprocessing.cpu_count(), len(candidates) // FEWEST)
    if wanted < 2:
        yield from map(worker.do, candidates)
        return
    # Not forked: a fork of a process with threads may hang, and not every system can fork.
    context = multiprocessing.get_context("spawn")
    pool = context.Pool(wanted, _start, (worker.arguments, worker.request))
    try:
        chunk = max(1, min(16, len(candidates) // (4 * wanted)))
        # The standard input cannot be handed on; it is read here, in its turn.
        others = pool.imap(_do, [each for each in candidates if str(each.path) != STDIN], chunk)
        for candidate in candidates:
            if str(candidate.path) == STDIN:
                yield worker.do(candidate)
                continue
            done = next(others)
            if isinstance(done, str):
                raise UsageError(done)
            yield done
    finally:
        pool.terminate()
        pool.join()


def _start(arguments: object, request: object) -> None:
    import signal

    # Ctrl-C is for the process that the user started; it ends these.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker.append(Worker(arguments, request))  # type: ignore[arg-type]


def _do(candidate: Candidate) -> Done | str:
    try:
        return _worker[0].do(candidate)
    except UsageError as error:
        return str(error)
