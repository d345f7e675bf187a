"""Which rules are in force where: the configuration nearest to each file, with what the command line says on top."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.checker import Checker, Checkers
from ..engine.data.finding import Problem
from ..engine.project.configuration import COMMAND_LINE, Configuration, find_configuration, read_configuration
from .options import SourceOptions
from .usage import UsageError

if TYPE_CHECKING:
    from ..engine.packs.ruleset import Ruleset


DEFAULT = SourceOptions()


class Project:
    """The rules in force, loaded when first asked for and once for each configuration.

    `problems` holds what is wrong with configurations and packs, as far as they have been loaded.
    """

    def __init__(self, options: SourceOptions = DEFAULT) -> None:
        self.problems: list[Problem] = []
        self._given = {key: value for key, value in options.given.items() if value}
        self._cache = not options.no_cache
        self._named = _named(options.config) if options.config else None
        self._configurations: dict[Path, Configuration] = {}
        self._checkers = Checkers(self._load, self._told)

    def configuration(self, folder: Path) -> Configuration:
        """The configuration for the files of a folder."""
        folder = folder.absolute()
        if folder not in self._configurations:
            found = self._named or find_configuration(folder)
            self._configurations[folder] = found.changed(self._given, COMMAND_LINE) if self._given else found
        return self._configurations[folder]

    def at(self, folder: Path) -> Checker:
        """The checker for the files of a folder. Raises UsageError for a name on the command line that is none."""
        return self._checkers.of(self.configuration(folder))

    def for_file(self, path: Path) -> Checker:
        """The checker for one file: that of its folder unless the configuration has other rules for it. As `at`."""
        return self._checkers.of(self.configuration(path.parent).for_file(path))

    def _load(self, configuration: Configuration) -> Ruleset:
        from ..engine import load

        return load(configuration.packs, configuration=configuration, cache=self._cache)

    def _told(self, checker: Checker) -> None:
        """Take in what is wrong with rules. What a text asks for in vain stops no run: its checker says so."""
        for problem in checker.problems:
            # What stands in no file was said on the command line: better nothing than something else than asked for.
            if problem.path is None and not checker.because:
                raise UsageError(problem.message)
        self.problems += [each for each in checker.problems if each.path and each not in self.problems]

    def elsewhere(self, rule: str) -> Ruleset | None:
        """The rules of a pack that comes with the program and has a rule of this name; None where no pack has."""
        from ..engine import load
        from ..engine.packs.folders import shipped_names

        rulesets = (load([pack], cache=self._cache) for pack in shipped_names())
        return next((ruleset for ruleset in rulesets if rule in ruleset.by_name), None)


def chosen(rules: Checker) -> str:
    """A remark on rules that a draft itself called for: which, and by what; "" where a notice says it."""
    if not rules.because or (rules.request and rules.request.unsure):
        return ""
    packs = ", ".join(map(str, rules.configuration.data["packs"]))
    profile = rules.settings.profile
    told = f"profile “{profile}”, " if profile and profile != packs else ""
    found = rules.request.found if rules.request else None
    shown = found and (found.conferences if len(found.conferences) == 1 else found.houses)
    name = f" ({shown[0].house.name})" if shown else ""
    return f"checked with {told}pack “{packs}”{name}: {rules.because}"


def _named(config: str) -> Configuration:
    path = Path(config)
    if not os.path.isfile(path):
        raise UsageError(f"--config {config}: no such file")
    configuration = read_configuration(path)
    if configuration is None:
        raise UsageError(f"--config {config}: this file has no [tool.reslint]")
    return configuration
