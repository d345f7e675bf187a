"""The processes of `--jobs`: what they are given, and what they give back."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from .files import Candidate
from .options import CheckOptions
from .usage import UsageError
from .worker import MOST_AHEAD, Done, Worker, WorkOrder

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

AHEAD = 2
"""How many pieces of work a process has before it, so that it need not wait for the next."""
DIED = "a process that checked drafts has died; was it killed, or did memory run out? --jobs 1 tells at which draft"


class Team:
    """Processes that check files, some at a time each, and what they have found."""

    def __init__(self, worker: Worker, files: Sequence[Candidate], size: int) -> None:
        length = max(1, min(MOST_AHEAD, len(files) // (8 * max(size, 1))))
        self.pieces = [files[start : start + length] for start in range(0, len(files), length)]
        self.given = 0
        self.found: dict[int, list[Done]] = {}
        self.members: dict[Connection, BaseProcess] = {}
        can_fork = _can_fork()
        context: Any = multiprocessing.get_context("fork" if can_fork else "spawn")
        gc.freeze()
        for _ in range(size):
            ours, theirs = context.Pipe()
            # A fork has the worker as it is, and the ends of the pipes that are not its own, which it must close.
            words = (worker, [*self.members, ours]) if can_fork else (None, [])
            process = context.Process(target=_serve, args=(theirs, worker.options, worker.request, *words))
            process.daemon = True
            process.start()
            theirs.close()
            self.members[ours] = process
        for _ in range(AHEAD):
            for pipe in self.members:
                self._give(pipe)

    def results(self) -> Iterator[Done]:
        """The result of each file, in their order. Raises UsageError."""
        for number in range(len(self.pieces)):
            while number not in self.found:
                self._collect()
            yield from self.found.pop(number)

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        for pipe, process in self.members.items():
            process.terminate()
            process.join()
            pipe.close()
        gc.unfreeze()

    def _give(self, pipe: Connection) -> None:
        if self.given < len(self.pieces):
            try:
                pipe.send((self.given, self.pieces[self.given]))
            except OSError:
                raise UsageError(DIED) from None
            self.given += 1

    def _collect(self) -> None:
        ready = wait(list(self.members))
        for pipe in [each for each in self.members if each in ready]:
            try:
                number, found, news = pipe.recv()
            except (EOFError, OSError):
                raise UsageError(DIED) from None
            if isinstance(found, str):
                raise UsageError(found)
            _take_over(news)
            self.found[number] = found
            self._give(pipe)


def _can_fork() -> bool:
    """Whether a fork is safe: on Linux, in a process that has no other thread, of Python's or of a library's."""
    try:
        return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


def _serve(
    pipe: Connection, options: CheckOptions, request: WorkOrder, worker: Worker | None, others: Sequence[Connection]
) -> None:
    """Check what comes through the pipe until it is closed at the other end."""
    # Ctrl-C is for the process that the user started; it ends these.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for each in others:
        each.close()
    try:
        try:
            worker = worker or Worker(options, request)
        except UsageError as error:
            pipe.send((pipe.recv()[0], str(error), ({}, {})))
            return
        while True:
            number, candidates = pipe.recv()
            try:
                pipe.send((number, list(worker.do_all(candidates)), _news()))
            except UsageError as error:
                pipe.send((number, str(error), ({}, {})))
    except (EOFError, ConnectionError):
        return  # whoever started this has gone


def _news() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The tokens that this process has read and the outcomes that it has found, so that nobody need do it again."""
    memory = sys.modules.get("reslint.engine.tokens.memory")
    outcomes = sys.modules.get("reslint.engine.run.outcomes")
    return (memory.MEMORY.take_news() if memory else {}, outcomes.OUTCOMES.take_news() if outcomes else {})


def _take_over(news: tuple[Mapping[str, Any], Mapping[str, Any]]) -> None:
    tokens, found = news
    if tokens:
        from ..engine.tokens.memory import MEMORY

        MEMORY.add_news(tokens)
    if found:
        from ..engine.run.outcomes import OUTCOMES

        OUTCOMES.add_news(found)
