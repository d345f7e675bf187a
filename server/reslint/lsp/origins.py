"""Where the rules of an checker come from: the files and folders whose changes matter, wherever they lie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.checker import Checker


def files_of(checker: Checker) -> frozenset[Path]:
    """The configuration files that speak in it: its own and those it extends, also those that are not there; resolved.

    A file that cannot be read at all gives no configuration, only a problem, and counts as well.
    """
    from ..engine.project.configuration import read_configuration

    configuration = checker.configuration
    waiting = [problem.path for problem in configuration.problems if problem.path]
    waiting += [configuration.path] if configuration.path else []
    found: set[Path] = set()
    while waiting:
        try:
            path = Path(os.path.realpath(waiting.pop()))
        except ValueError:  # a name that no file can have
            continue
        if path not in found:
            found.add(path)
            read = read_configuration(path) if os.path.isfile(path) else None
            waiting += [path.parent / os.path.expanduser(name) for name in (read.data["extends"] if read else ())]
    return frozenset(found)


def folders_of(checker: Checker) -> frozenset[Path]:
    """The folders of its packs, without those that come with the program; resolved."""
    from ..engine.packs.folders import shipped

    home = shipped().resolve()
    named = [pack for pack in checker.configuration.packs if isinstance(pack, Path)]
    roots = {root.resolve() for root in (*named, *(info.root for info in checker.ruleset.packs))}
    return frozenset(root for root in roots if home not in root.parents)
