"""Folders, configuration and rules: what is in force for which file."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..engine.checker import Checker, Checkers
from ..text.record import replace
from .documents import key_of, path_of
from .origins import files_of, folders_of

if TYPE_CHECKING:
    from ..engine.data.finding import Problem
    from ..engine.packs.ruleset import Ruleset
    from ..engine.project.configuration import Configuration
    from .documents import Documents, Snapshot

ORIGIN = "editor"
CONFIGURATION_FILES = frozenset({".reslint.yaml", ".reslint.yml", "pyproject.toml"})
_MOST_FILES = 2000
_LARGEST_FILE = 4_000_000
_MOST_CALLS = 16
"""So many different things drafts may call for before the rules for the first of them are forgotten."""


class Workspace:
    """The folders of the client, and the rules for their files, loaded when first asked for.

    Settings of the client hold for what a project's own configuration file leaves out: what a team has written down
    is the same for everybody. May be asked from several threads.
    """

    WATCHED = ("**/.reslint.yaml", "**/.reslint.yml", "**/pyproject.toml", "**/*.yaml", "**/{register,phrases}/*.tsv")

    def __init__(self, log: Callable[[str], None], loaded: Callable[[], None] = lambda: None) -> None:
        """`loaded` is called whenever rules have been read, in the thread that asked for them."""
        self.folder_uris: list[str] = []
        self.rule_files: frozenset[Path] = frozenset()
        """The configuration files that have been read, with those they extend; resolved."""
        self.pack_folders: frozenset[Path] = frozenset()
        """The folders of packs that have been read and do not come with the program; resolved."""
        self._log = log
        self._loaded = loaded
        self._initial: Mapping[str, Any] = {}
        self._client: Mapping[str, Mapping[str, Any]] = {}
        self._lock = threading.RLock()
        self._checkers = self._new_checkers()
        self._by_folder: dict[tuple[Path | None, str], Checker] = {}
        self._configurations: dict[tuple[Path | None, str], Configuration] = {}
        self._rules: dict[Path, Ruleset] = {}
        self._told: set[str] = set()
        self._pages = ""
        self._generation = 0

    def configure(self, folder_uris: Sequence[str], options: Any) -> None:
        """Take the folders and the `initializationOptions` of `initialize`."""
        self.set_folders(folder_uris)
        self._initial = self._known(options, "initializationOptions")
        pages = options.get("rulePages") if isinstance(options, Mapping) else None
        self._pages = pages if isinstance(pages, str) and pages.startswith("https://") else ""

    def set_folders(self, folder_uris: Sequence[str]) -> None:
        """Take the workspace folders."""
        self.folder_uris = list(folder_uris)

    def set_client_settings(self, settings: Mapping[str | None, Any]) -> bool:
        """Take the client's settings by folder (None: for all); whether anything is other than before."""
        given = {key_of(uri or ""): self._known(values, "the settings") for uri, values in settings.items()}
        known = {scope: values for scope, values in given.items() if values}
        if known == self._client:
            return False
        self._client = known
        return True

    def checker_of(self, snapshot: Snapshot) -> Checker:
        """The rules for a document, from the configuration nearest to its file and what its text calls for."""
        folder = snapshot.path.parent if snapshot.path else self._first_folder
        with self._lock:
            checker, notices = self._at(folder, self._scope(snapshot.uri)).for_text(snapshot.path, snapshot.text)
            for notice in notices:
                self._tell(f"{snapshot.uri}: {notice}")
            return checker

    def page(self, checker: Checker, rule: str) -> str:
        """The address that explains a rule: its page, or the file it is written in; "" for one that is not loaded."""
        found = checker.ruleset.by_name.get(rule)
        if found is None:
            return ""
        return f"{self._pages.rstrip('/')}/{rule}" if self._pages else found.path.as_uri()

    def forget(self) -> None:
        """Forget every configuration and rule, because something has changed on disk or in the client."""
        with self._lock:
            self._checkers = self._new_checkers()
            self._by_folder.clear()
            self._configurations.clear()
            self._rules.clear()
            self._told.clear()
            self._generation += 1

    def warm_up(self) -> None:
        """Load the rules of the first folder before they are asked for."""
        folder = self._first_folder
        scope = key_of(self.folder_uris[0]) if self.folder_uris else ""
        with self._lock:
            self._at(folder, scope)

    def loaded(self) -> list[Checker]:
        """Every checker whose rules have been loaded."""
        with self._lock:
            return list(self._checkers)

    def problems(self) -> dict[Path, list[Problem]]:
        """The mistakes in the files of the rules that have been loaded, by file."""
        found: dict[Path, dict[Problem, None]] = {}
        for checker in self.loaded():
            for problem in (*checker.problems, *checker.table_problems):
                if problem.path is not None:
                    # Packs are named from a configuration on, with “..” in their paths.
                    found.setdefault(Path(os.path.normpath(problem.path)), {})[problem] = None
        return {path: list(problems) for path, problems in found.items()}

    def is_configuration(self, path: Path) -> bool:
        """Whether a file is a configuration, by its name or because one that has been read extends it."""
        return path.name in CONFIGURATION_FILES or path.resolve() in self.rule_files

    def concerns_rules(self, path: Path | None) -> bool:
        """Whether a change of a file may change what is found in drafts: configurations and files of packs."""
        if path is None:
            return False
        if self.is_configuration(path):
            return True
        if path.suffix not in {".yaml", ".yml", ".tsv"}:
            return False
        if path.resolve() in self.tables:
            return True
        return not self.pack_folders.isdisjoint(path.resolve().parents) or self.pack_root(path) is not None

    @property
    def tables(self) -> frozenset[Path]:
        """The user's own table of resolutions, resolved, where there may be one."""
        from ..register.user import user_table

        own = user_table()
        return frozenset([own.resolve()] if own else [])

    def is_table(self, path: Path) -> bool:
        """Whether a file is a table of resolutions: the user's own or one of a pack."""
        from ..engine.data.resources import REGISTER_FOLDER

        if path.suffix != ".tsv":
            return False
        inside = path.parent.name == REGISTER_FOLDER and self.pack_root(path) is not None
        return inside or path.resolve() in self.tables

    def pack_root(self, path: Path) -> Path | None:
        """The folder of the pack that a file belongs to: a loaded one, or the nearest that has a manifest."""
        roots = {info.root.resolve() for checker in self.loaded() for info in checker.ruleset.packs}
        for folder in path.parents[:2]:
            if folder.resolve() in roots or (folder / "pack.yaml").is_file():
                return folder
        return None

    def rules_of(self, root: Path) -> Ruleset:
        """The rules of one pack and those it builds on, for whoever edits it."""
        from ..engine.packs.loader import load

        with self._lock:
            if root not in self._rules:
                self._rules[root] = load([root])
            return self._rules[root]

    def drafts(self, documents: Documents) -> Iterator[Snapshot]:
        """The resolutions that are open and those in the workspace folders."""
        seen = set()
        for snapshot in documents:
            seen.add(snapshot.path)
            if snapshot.is_draft and snapshot.draft.is_resolution:
                yield snapshot
        for path in self.files():
            if path in seen:
                continue
            snapshot_of_file = self.read(path, documents)
            if snapshot_of_file is not None and snapshot_of_file.draft.is_resolution:
                yield snapshot_of_file

    def files(self) -> Iterator[Path]:
        """The files in the workspace folders that `reslint check` would look at, each once; at most 2,000."""
        from ..engine.project.walk import walk

        seen: set[Path] = set()
        for uri in self.folder_uris:
            root = path_of(uri)
            if root is None:
                continue
            for candidate in walk(root, self.configuration_of):
                if candidate.path in seen:
                    continue
                if len(seen) == _MOST_FILES:
                    self._tell(f"only the first {_MOST_FILES:,} texts of the workspace are looked at")
                    return
                seen.add(candidate.path)
                yield candidate.path

    def configuration_of(self, folder: Path) -> Configuration:
        """The configuration for the files of a folder, with the client's settings where it says nothing."""
        with self._lock:
            return self._configured(folder, self._scope(f"{folder.as_uri()}/"))

    def stamp(self, path: Path) -> str:
        """A stamp that is other when a file or the rules have changed."""
        try:
            status = path.stat()
        except OSError:
            return ""
        return f"{self._generation}-{status.st_mtime_ns}-{status.st_size}"

    def read(self, path: Path, documents: Documents) -> Snapshot | None:
        """A file that is not open; None, with a line in the log, when it cannot be read or is very long."""
        from ..formats import CannotRead, open_file

        try:
            if path.stat().st_size > _LARGEST_FILE:
                return None
            return documents.read(path.as_uri(), open_file(path, path.read_bytes()).text)
        except (OSError, CannotRead) as error:
            self._tell(f"{path} cannot be read: {error}")
            return None

    def holds(self, path: Path) -> bool:
        """Whether a file lies below one of the folders."""
        roots = {root.resolve() for uri in self.folder_uris if (root := path_of(uri)) is not None}
        return not roots.isdisjoint(path.resolve().parents)

    @property
    def _first_folder(self) -> Path | None:
        return path_of(self.folder_uris[0]) if self.folder_uris else None

    def _scope(self, uri: str) -> str:
        """The workspace folder that holds a document: the longest that its address begins with."""
        key = key_of(uri)
        holding = [key_of(folder) for folder in self.folder_uris if key.startswith(key_of(folder).rstrip("/") + "/")]
        return max(holding, key=len, default="")

    def _folder_of(self, scope: str) -> Path | None:
        return next((path_of(uri) for uri in self.folder_uris if key_of(uri) == scope), None)

    def _at(self, folder: Path | None, scope: str) -> Checker:
        """The rules for the files of a folder."""
        found = self._by_folder.get((folder, scope))
        if found is None:
            found = self._by_folder[folder, scope] = self._checkers.of(self._configured(folder, scope))
        return found

    def _new_checkers(self) -> Checkers:
        return Checkers(_load, self._take_in, most=_MOST_CALLS)

    def _take_in(self, checker: Checker) -> None:
        """Tell what is wrong with rules that have been loaded, and remember where they come from."""
        for problem in (*checker.problems, *checker.table_problems):
            # What a text asks for in vain is told with its address.
            if problem.path is not None or not checker.because:
                self._tell(str(problem))
        self.rule_files = self.rule_files | files_of(checker)
        self.pack_folders = self.pack_folders | folders_of(checker)
        self._loaded()

    def _configured(self, folder: Path | None, scope: str) -> Configuration:
        from ..engine.project.configuration import Configuration, find_configuration

        key = (folder, scope)
        if key not in self._configurations:
            found = find_configuration(folder) if folder is not None else Configuration()
            if found.path is None:
                found = replace(found, start=self._folder_of(scope) or folder)
            given = {**self._initial, **self._client.get("", {}), **self._client.get(scope, {})}
            self._configurations[key] = self._with(found, given)
        return self._configurations[key]

    @staticmethod
    def _with(found: Configuration, given: Mapping[str, Any]) -> Configuration:
        wanted = {key: value for key, value in given.items() if key not in found.written and value is not None}
        return found.changed(wanted, ORIGIN) if wanted else found

    def _known(self, values: Any, where: str) -> Mapping[str, Any]:
        """The keys of the configuration among a client's settings, which hold settings of the client itself, too."""
        if values is None:
            return {}
        if not isinstance(values, Mapping):
            self._log(f"ignored {where}: expected a mapping")
            return {}
        from ..engine.project.configuration import CONFIGURATION

        return {key: value for key, value in values.items() if key in CONFIGURATION.fields}

    def _tell(self, message: str) -> None:
        if message not in self._told:
            self._told.add(message)
            self._log(message)


def _load(configuration: Configuration) -> Ruleset:
    from ..engine.packs.loader import load

    return load(configuration.packs, configuration=configuration)
