"""`reslint check --watch`: checks again whenever a draft, a rule or the configuration changes."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from .console import Console
from .files import candidates
from .options import CheckOptions
from .project import Project
from .usage import OK

_PAUSE = 0.5
"""Seconds between two looks at the files."""
_CLEAR = "\x1b[2J\x1b[H"


def watch(options: CheckOptions, check: Callable[[CheckOptions], int]) -> int:
    """Run `check` now and after every change, until it is interrupted; then the exit status is 0."""
    console = Console(options.color, quiet=options.quiet)
    try:
        while True:
            seen = _state(options)
            if console.out.isatty():
                console.out.write(_CLEAR)
            check(options)
            console.say("Watching; Ctrl-C ends it.")
            console.out.flush()
            gc.collect()  # nobody waits now, and a process that ends soon would not have to
            while _state(options) == seen:
                time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return OK


def _state(options: CheckOptions) -> Mapping[str, tuple[int, int]]:
    """When each file that matters was last written, and its size."""
    project = Project(options)
    paths = [candidate.path for candidate in candidates(options.paths, project.configuration)]
    found_there = [project.configuration(folder) for folder in {path.parent for path in paths} | {Path.cwd()}]
    for configuration in {each.path: each for each in found_there}.values():
        paths += [configuration.path] if configuration.path else []
        folders = [pack for pack in configuration.packs if isinstance(pack, Path)]
        paths += [file for folder in folders for file in folder.rglob("*.yaml")]
    found = {}
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        found[str(path)] = (status.st_mtime_ns, status.st_size)
    return found
