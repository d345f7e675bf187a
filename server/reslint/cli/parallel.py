"""`--jobs`: several processes check drafts; results come in the order of the drafts all the same."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing

from .console import writing
from .files import STDIN, Candidate
from .worker import Done, Worker

FEWEST = 24
"""A process is worth starting for so many drafts."""


def in_parallel(worker: Worker, candidates: Sequence[Candidate], jobs: int) -> Iterator[Done]:
    """The results of the candidates, in their order. `jobs` is how many processes; 0 lets their number be found.

    Raises UsageError for arguments that make no sense, and where one of the processes dies.
    """
    wanted = jobs or min(_processors(), len(candidates) // FEWEST)
    if wanted < 2:
        yield from worker.do_all(candidates)
        return
    # The first draft is checked here: the processes then begin with the rules loaded and the patterns compiled.
    yield worker.do(candidates[0])
    # Each process that is started makes Python write what is printed so far.
    with writing():
        sys.stdout.flush()
    from .team import Team

    # The standard input cannot be handed on; it is read here, in its turn.
    files = [each for each in candidates[1:] if str(each.path) != STDIN]
    with closing(Team(worker, files, min(wanted, len(files)))) as team:
        others = team.results()
        for candidate in candidates[1:]:
            yield worker.do(candidate) if str(candidate.path) == STDIN else next(others)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
