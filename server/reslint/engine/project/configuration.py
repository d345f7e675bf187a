"""The configuration of a project: `.reslint.yaml`, or `[tool.reslint]` in pyproject.toml, nearest upwards."""

from __future__ import annotations

import os
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ...text.record import dataclass, field, replace
from ..data import globs
from ..data.finding import SEVERITIES, Problem, Severity
from ..data.schema import MOST_ISSUES, Choice, Issue, ListOf, Number, Record, TextField, did_you_mean, few, salvage
from ..data.yamlfile import Unreadable, YamlFile, decode_utf8
from ..packs.folders import installed, locate, missing_folder, shipped_names
from ..packs.manifest import ADJUSTMENTS
from ..run.settings import RunSettings
from .layers import Speaker, bases, joined, overridden

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from ..data.library import Library
    from ..packs.ruleset import Ruleset

FILE_NAME = ".reslint.yaml"
WRONG_NAME = ".reslint.yml"
PROJECT_FILE = "pyproject.toml"
COMMAND_LINE = "command line"
"""The value in `Configuration.given` of a key that an option of the command gave."""

_FILES = globs.FilePattern("A pattern as in .gitignore.")
SEVERITY_OF_FAILURE = "From which severity on a finding makes the command fail."
_FOR_FILES = {
    "rules": ADJUSTMENTS,
    "select": ListOf(TextField("A rule or an area."), "Run these only.", default=[]),
    "ignore": ListOf(TextField("A rule or an area."), "Do not run these.", default=[]),
    "profile": TextField("The profile whose severities hold; found out from the adopting body when left out."),
    "body": TextField("The organ that adopts the texts, where they do not say so."),
    "stage": Choice(("draft", "adopted"), "What the texts are; found out from the text when left out."),
    "session": Number("The session of the General Assembly that the texts are of, where they do not say so."),
    "emphasis": Choice(("none",), "For texts that cannot carry italics: nothing is said of those that they lack."),
}
"""The keys that may hold for all files or for some."""

CONFIGURATION = Record(
    {
        "extends": ListOf(
            TextField("A file, from the folder of this file on."),
            "Configurations that this one builds on: what it says itself takes precedence.",
            default=[],
        ),
        "packs": ListOf(
            TextField("A pack."),
            "Packs that come with the program or an installed package, by name, and folders, from this file's on.",
            default=["un"],
        ),
        **_FOR_FILES,
        "fail-level": Choice(SEVERITIES[:3], SEVERITY_OF_FAILURE, default="warning"),
        "include": ListOf(_FILES, "Files that are drafts besides those named so.", default=[]),
        "exclude": ListOf(_FILES, "Files and folders that are skipped.", default=[]),
        "library": ListOf(
            TextField("A folder, from the folder of this file on."),
            "Folders of adopted texts, in which the predecessors of drafts are looked for.",
            default=[],
        ),
        "overrides": ListOf(
            Record(
                {
                    "files": ListOf(_FILES, "The files that it is for.", required=True),
                    **_FOR_FILES,
                    "fail-level": Choice(SEVERITIES[:3], SEVERITY_OF_FAILURE),
                },
                "What is otherwise for some files.",
            ),
            "What is otherwise for some files; of several that hold for a file the last one takes precedence.",
            default=[],
        ),
    },
    "The configuration of reslint.",
)


class _File(Protocol):
    path: Path

    def problem(self, issue: Issue) -> Problem: ...

    def line(self, *path: str | int) -> int: ...


@dataclass(frozen=True)
class Configuration:
    """The statements of a project about its drafts, with defaults for what it does not say.

    `data` is complete: it has every key of `CONFIGURATION`. What was wrong is in `problems` and was left out.
    """

    data: Mapping[str, Any] = field(default_factory=lambda: CONFIGURATION.fill({}))
    file: _File | None = None
    problems: tuple[Problem, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    """Keys that did not come from the file, and what they came from: {"select": "command line"}."""
    written: frozenset[str] = frozenset()
    """The keys that the file has."""
    start: Path | None = None
    """The folder that packs and patterns start from where there is no file; by default the current one."""

    inherited: Mapping[str, Speaker] = field(default_factory=dict)
    """Who said what the file does not say itself: by keys, and of rules by "rules/NAME"."""
    wanted: tuple[int, ...] = ()
    """The numbers of the overrides that hold in it."""

    @property
    def path(self) -> Path | None:
        """The file it was read from."""
        return self.file.path if self.file else None

    @property
    def folder(self) -> Path:
        """The folder that its packs and patterns start from."""
        return self.path.parent if self.path else self.start or Path.cwd()

    @cached_property
    def identity(self) -> Hashable:
        """The same for configurations that bring the same rules with the same mistakes."""
        return self.path, self.start, self.wanted, self.problems, repr(self.data)

    @cached_property
    def packs(self) -> tuple[str | Path, ...]:
        """The packs: a name where it comes with the program, else a folder."""
        names = shipped_names()
        return tuple(name if name in names else self._pack(name) for name in self.data["packs"])

    def _pack(self, name: str) -> Path:
        folder = self.folder / os.path.expanduser(name)
        return folder if os.path.isdir(folder) else installed(name) or folder

    @cached_property
    def library(self) -> Library | None:
        """The adopted texts; None where no folder of them is named."""
        folders = [self.folder / os.path.expanduser(name) for name in self.data["library"]]
        if not folders:
            return None
        from ..data.library import Library

        return Library(folders)

    def for_file(self, path: Path) -> Configuration:
        """The configuration for one file: with the overrides whose patterns it matches."""
        matching = [at for at, patterns in enumerate(self._overriding) if self._matches(patterns, path)]
        if not matching:
            return self
        kept = {key: origin for key, origin in self.given.items() if origin == COMMAND_LINE}
        return _with_pack_of_profile(overridden(self, matching, kept))

    @cached_property
    def _overriding(self) -> list[GitIgnoreSpec | None]:
        return [_patterns(override["files"]) for override in self.data["overrides"]]

    @property
    def rules(self) -> Mapping[str, Any]:
        """The changes in rules and areas: see `reslint.engine.packs.adjust`."""
        return self.data["rules"] or {}

    @property
    def fail_level(self) -> Severity:
        """From which severity on a finding makes the command fail."""
        level: Severity = self.data["fail-level"]
        return level

    @cached_property
    def settings(self) -> RunSettings:
        """The settings of a run."""
        return RunSettings(
            select=tuple(self.data["select"]),
            ignore=tuple(self.data["ignore"]),
            profile=self.data["profile"] or "",
            body=self.data["body"] or "",
            stage=self.data["stage"] or "",
            session=self.data["session"] or 0,
            emphasis=self.data["emphasis"] or "",
            library=self.library,
        )

    @property
    def provenance(self) -> Mapping[str, str]:
        """For every key where its value comes from: "default", "FILE:LINE", or what `changed` was told."""
        found = {}
        for key in self.data:
            if key in self.given:
                found[key] = self.given[key]
            elif key in self.inherited:
                found[key] = self.inherited[key].origin(key)
            elif self.file and key in self.written:
                found[key] = f"{self.file.path}:{self.file.line(key)}"
            else:
                found[key] = "default"
        return found

    def problem(self, issue: Issue) -> Problem:
        """A mistake at a path of keys, at its place in the file."""
        given = self.given.get(str(issue.path[0])) if issue.path else None
        if given:
            return Problem(None, 0, 0, f"{given}: {issue.message}")
        speaker = self._speaker(issue.path)
        if speaker is not None:
            return speaker.problem(issue)
        return self.file.problem(issue) if self.file else Problem(None, 0, 0, issue.message)

    def origin(self, key: str) -> str:
        """Where the value of a key comes from: see `provenance`."""
        return self.provenance[key]

    def _speaker(self, path: Sequence[str | int]) -> Speaker | None:
        if len(path) > 1 and path[0] == "rules":
            return self.inherited.get(f"rules/{path[1]}")
        return self.inherited.get(str(path[0])) if path else None

    def changed(self, values: Mapping[str, Any], origin: str) -> Configuration:
        """The configuration with other values for some keys, and what said so ("command line").

        Mistakes in the values are added to the problems, and those values are left out.
        """
        issues = few(CONFIGURATION.issues(values))
        problems = [Problem(None, 0, 0, f"{origin}: {'.'.join(map(str, i.path))}: {i.message}") for i in issues]
        kept = salvage(values, issues)
        filled = {key: CONFIGURATION.fields[key].fill(value) for key, value in kept.items()}
        changed = replace(
            self,
            data={**self.data, **filled},
            given={**self.given, **dict.fromkeys(filled, origin)},
            problems=(*self.problems, *problems),
        )
        return _with_pack_of_profile(changed)

    def overrides_with(self, profiles: Collection[str]) -> list[tuple[tuple[str | int, ...], Mapping[str, Any]]]:
        """The overrides that hold with the packs of these profiles, and where each stands in the file.

        One with a profile that brings a pack of its own speaks of the rules of that pack. None where some hold already.
        """
        if self.wanted:
            return []
        brought = frozenset(shipped_names()).difference(profiles)
        several = enumerate(self.data["overrides"])
        return [(("overrides", at), override) for at, override in several if override["profile"] not in brought]

    def target_problems(self, ruleset: Ruleset) -> list[Problem]:
        """Names of rules, areas and profiles that the ruleset does not have."""
        return [self.problem(issue) for issue in few(self._target_issues(ruleset))]

    def _target_issues(self, ruleset: Ruleset) -> Iterator[Issue]:
        for path, said in (((), self.data), *self.overrides_with(ruleset.profiles)):
            for key in ("select", "ignore"):
                for index, target in enumerate(said[key] or ()):
                    if target not in ruleset.by_name and target not in ruleset.areas and target not in ruleset.broken:
                        hint = did_you_mean(target, [*ruleset.names, *ruleset.areas])
                        yield Issue((*path, key, index), f"there is no rule or area “{target}”{hint}")
            profile = said["profile"]
            if profile and profile not in ruleset.profiles:
                from ..packs.available import unknown_profile

                yield Issue((*path, "profile"), unknown_profile(profile, ruleset.profiles))

    def includes(self, path: Path) -> bool:
        """Whether a file is a draft because `include` says so."""
        return self._matches(self._included, path)

    def excludes(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether a file or folder is skipped because `exclude` says so."""
        return self._matches(self._excluded, path, is_folder=is_folder)

    def _matches(self, patterns: GitIgnoreSpec | None, path: Path, *, is_folder: bool = False) -> bool:
        if patterns is None:
            return False
        try:
            below = path.absolute().relative_to(self.folder.absolute()).as_posix()
        except ValueError:
            return False
        return patterns.match_file(below + "/" * is_folder)

    @cached_property
    def _included(self) -> GitIgnoreSpec | None:
        return _patterns(self.data["include"])

    @cached_property
    def _excluded(self) -> GitIgnoreSpec | None:
        return _patterns(self.data["exclude"])


def _patterns(lines: Sequence[str]) -> GitIgnoreSpec | None:
    return globs.spec(lines) if lines else None


def _with_pack_of_profile(configuration: Configuration) -> Configuration:
    """A profile with the name of a pack that comes with the program brings that pack, where none is named."""
    profile = configuration.data["profile"]
    if profile not in shipped_names() or "packs" in (configuration.written | configuration.given.keys()):
        return configuration
    origin = configuration.provenance["profile"]
    data = {**configuration.data, "packs": [profile]}
    return replace(configuration, data=data, given={**configuration.given, "packs": origin})


def find_configuration(start: Path) -> Configuration:
    """The configuration for a file or folder: the nearest upwards, or the defaults. Never raises for its content."""
    here = start.absolute()
    for folder in (here, *here.parents):
        for name in (FILE_NAME, WRONG_NAME, PROJECT_FILE):
            path = folder / name
            # Unlike that of paths, this function takes folders that may not be looked into.
            if os.path.isfile(path):
                configuration = read_configuration(path)
                if configuration is not None:
                    return configuration
    return Configuration()


def read_configuration(path: Path, text: str | None = None) -> Configuration | None:
    """The configuration in a file; None for a pyproject.toml that does not speak of reslint.

    `text` is what an editor holds of the file and has not saved; without it the file is read.
    """
    return read_layer(path, (), text)


def read_layer(path: Path, above: Sequence[Path], text: str | None = None) -> Configuration | None:
    """As `read_configuration`, for a file that those `above` extend."""
    if path.name == WRONG_NAME:
        return Configuration(problems=(Problem(path, 0, 0, f"rename this file to “{FILE_NAME}”"),))
    try:
        is_toml = path.suffix == ".toml"
        text = decode_utf8(path.read_bytes()) if text is None else text
        if path.name == PROJECT_FILE and "reslint" not in text:
            return None
    except Unreadable as error:
        return Configuration(problems=(Problem(path, error.line, error.column, str(error)),))
    except OSError as error:
        return Configuration(problems=(Problem(path, 0, 0, f"this file cannot be read: {error.strerror}"),))
    if is_toml:
        from ..data.tomlfile import TomlFile

        table = TomlFile(path, text)
        if table.data is None:
            return Configuration(problems=tuple(table.problems)) if table.problems else None
        return _configuration(table, table.data, table.problems, above)
    document = YamlFile(path, text)
    return _configuration(document, {} if document.data is None else document.data, document.problems, above)


def _configuration(file: _File, data: Any, problems: Sequence[Problem], above: Sequence[Path]) -> Configuration:
    issues = few(CONFIGURATION.issues(data))
    kept = salvage(data, issues)
    if isinstance(kept.get("packs"), list) and len(kept["packs"]) > MOST_ISSUES:
        issues.append(Issue(("packs", MOST_ISSUES), f"a configuration has {MOST_ISSUES} packs at most"))
        kept["packs"] = kept["packs"][:MOST_ISSUES]
    configuration = Configuration(CONFIGURATION.fill(kept), file, written=frozenset(map(str, kept)))
    packs = []
    for index, (name, pack) in enumerate(zip(configuration.data["packs"], configuration.packs, strict=True)):
        if os.path.isdir(locate(pack)):
            packs.append(name)
        else:
            issues.append(Issue(("packs", index), missing_folder(locate(pack))))
    extended, mistakes = bases(file, configuration.data["extends"], (*above, file.path.resolve()), read_layer)
    found = (*problems, *(file.problem(issue) for issue in (*issues, *mistakes)))
    own = replace(configuration, data={**configuration.data, "packs": packs}, problems=found)
    return _with_pack_of_profile(joined(own, extended))
