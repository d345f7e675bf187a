"""Which rules are in force where: the configuration nearest to each file, with what the command line says on top."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..engine.data.finding import Problem
from ..engine.project.configuration import COMMAND_LINE, Configuration, find_configuration, read_configuration
from ..text.record import dataclass, replace
from .options import names
from .usage import UsageError

if TYPE_CHECKING:
    from ..engine.language.citations import CitationWords
    from ..engine.packs.ruleset import Ruleset
    from ..engine.run.runner import Notice
    from ..engine.run.settings import RunSettings
    from ..text import Text


@dataclass(frozen=True, eq=False)
class InForce:
    """The rules for the files of a folder, and the configuration that they come from."""

    configuration: Configuration
    ruleset: Ruleset
    because: str = ""
    """What in a draft called for them, where one did."""

    @cached_property
    def settings(self) -> RunSettings:
        """What the runner is told."""
        return replace(self.configuration.settings, because=self.because)

    @cached_property
    def citations(self) -> CitationWords | None:
        """How the texts cite resolutions; None where no pack says it."""
        from ..engine.data.resources import shared
        from ..engine.language.citations import CitationWords

        lexicons = self.ruleset.lexicons
        names = ("citations", "organs", "dates")
        return shared(CitationWords, *(lexicons[name] for name in names)) if all(map(lexicons.get, names)) else None


class Session:
    """The rules in force, loaded when first asked for and once for each configuration.

    `problems` holds what is wrong with configurations and packs, as far as they have been loaded.
    """

    def __init__(self, *, config: str = "", given: Mapping[str, Any] | None = None, cache: bool = True) -> None:
        self.problems: list[Problem] = []
        self._given = {key: value for key, value in (given or {}).items() if value}
        self._cache = cache
        self._named = _named(config) if config else None
        self._configurations: dict[Path, Configuration] = {}
        self._loaded: dict[tuple[Path | None, tuple[int, ...]], InForce] = {}
        self._called_for: dict[tuple[Path | None, tuple[int, ...], str], tuple[InForce, tuple[Notice, ...]]] = {}

    @classmethod
    def from_arguments(cls, arguments: argparse.Namespace) -> Session:
        """The session that the options of a command ask for (see `options.add_configuration`)."""
        given = {
            "profile": arguments.profile,
            "select": list(names(getattr(arguments, "select", []))),
            "ignore": list(names(getattr(arguments, "ignore", []))),
            "fail-level": getattr(arguments, "fail_level", None),
        }
        config = arguments.config or os.environ.get("RESLINT_CONFIG", "")
        return cls(config=config, given=given, cache=not arguments.no_cache)

    def configuration(self, folder: Path) -> Configuration:
        """The configuration for the files of a folder."""
        folder = folder.absolute()
        if folder not in self._configurations:
            found = self._named or find_configuration(folder)
            self._configurations[folder] = found.changed(self._given, COMMAND_LINE) if self._given else found
        return self._configurations[folder]

    def at(self, folder: Path) -> InForce:
        """The rules for the files of a folder. Raises UsageError for a name on the command line that is none."""
        return self._in_force(self.configuration(folder))

    def for_file(self, path: Path) -> InForce:
        """The rules for one file: those of its folder unless the configuration has others for it. As `at`."""
        return self._in_force(self.configuration(path.parent).for_file(path))

    def _in_force(self, configuration: Configuration) -> InForce:
        key = (configuration.path, configuration.wanted)
        if key not in self._loaded:
            self._loaded[key] = self._load(configuration)
        return self._loaded[key]

    def for_text(self, rules: InForce, text: Text) -> tuple[InForce, tuple[Notice, ...]]:
        """The rules for a text, which are those for its folder unless it calls for others, and what it cannot have."""
        from ..engine.project.dialect import wish

        wanted = wish(text, rules.configuration, rules.ruleset)
        if not wanted.values:
            return rules, wanted.notices
        key = (rules.configuration.path, rules.configuration.wanted, wanted.key)
        if key not in self._called_for:
            self._called_for[key] = self._load_for_text(rules.configuration.changed(wanted.values, wanted.because))
        found, refused = self._called_for[key]
        return replace(found, because=wanted.because), (*wanted.notices, *refused)

    def _load_for_text(self, configuration: Configuration) -> tuple[InForce, tuple[Notice, ...]]:
        """The rules that a text calls for; what it asks for in vain stops no run."""
        from ..engine import load
        from ..engine.run.runner import Notice

        ruleset = load(configuration.packs, configuration=configuration, cache=self._cache)
        problems = list(dict.fromkeys([*configuration.problems, *ruleset.problems]))
        self.problems += [problem for problem in problems if problem.path and problem not in self.problems]
        refused = tuple(Notice(problem.message) for problem in problems if problem.path is None)
        return InForce(configuration, ruleset), refused

    def elsewhere(self, rule: str) -> Ruleset | None:
        """The rules of a pack that comes with the program and has a rule of this name; None where no pack has."""
        from ..engine import load
        from ..engine.packs.folders import shipped_names

        rulesets = (load([pack], cache=self._cache) for pack in shipped_names())
        return next((ruleset for ruleset in rulesets if rule in ruleset.by_name), None)

    def _load(self, configuration: Configuration) -> InForce:
        from ..engine import load

        ruleset = load(configuration.packs, configuration=configuration, cache=self._cache)
        problems = list(dict.fromkeys([*configuration.problems, *ruleset.problems]))
        for problem in problems:
            # What stands in no file was said on the command line: better nothing than something else than asked for.
            if problem.path is None:
                raise UsageError(problem.message)
        self.problems += problems
        return InForce(configuration, ruleset)


def chosen(rules: InForce) -> str:
    """A remark on rules that a draft itself called for: which, and by what."""
    packs = ", ".join(map(str, rules.configuration.data["packs"]))
    profile = rules.settings.profile
    told = f"profile “{profile}”, " if profile and profile != packs else ""
    return f"checked with {told}pack “{packs}”: {rules.because}"


def _named(config: str) -> Configuration:
    path = Path(config)
    if not os.path.isfile(path):
        raise UsageError(f"--config {config}: no such file")
    configuration = read_configuration(path)
    if configuration is None:
        raise UsageError(f"--config {config}: this file has no [tool.reslint]")
    return configuration
