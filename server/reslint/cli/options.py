"""The options of commands as typed values: what argparse knows ends where a command begins.

Each record has the names of its arguments, so that `Options(**vars(namespace))` makes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..text.record import dataclass
from .usage import UsageError

if TYPE_CHECKING:
    from ..formats import Version
    from .console import Colour


@dataclass(frozen=True)
class SourceOptions:
    """Where the rules come from: `--config` and `--no-cache`."""

    config: str | None = None
    no_cache: bool = False

    @property
    def given(self) -> Mapping[str, Any]:
        """The values for keys of the configuration; those that are empty say nothing."""
        return {}


@dataclass(frozen=True)
class RuleOptions(SourceOptions):
    """Which rules are in force: also `--pack` and `--profile`."""

    pack: Sequence[str] = ()
    profile: str | None = None

    @property
    def given(self) -> Mapping[str, Any]:
        """The packs and the profile. Raises UsageError for a pack that is not there."""
        return {"packs": named_packs(self.pack), "profile": self.profile}


@dataclass(frozen=True)
class CheckOptions(RuleOptions):
    """The options of `reslint check`."""

    paths: Sequence[str] = (".",)
    stdin_filename: str = ""
    force: bool = False
    force_exclude: bool = False
    list_skipped: bool = False
    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    in_place: bool = False
    clean: bool = False
    comments: bool = False
    remove_comments: bool = False
    version: Version = "final"
    baseline: str | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    since: str | None = None
    add_suppressions: str | None = None
    """The reason that is given; None where no suppressions are asked for."""
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    fail_level: str | None = None
    output_format: str = "text"
    color: Colour = "auto"
    output: Sequence[str] = ()
    statistics: bool = False
    quiet: bool = False
    jobs: int = 0
    watch: bool = False

    @property
    def given(self) -> Mapping[str, Any]:
        """The packs, the profile, the selection of rules, and the level of failure. Raises UsageError, as above."""
        chosen = {"select": list(self.selected), "ignore": list(self.ignored), "fail-level": self.fail_level}
        return {**super().given, **chosen}

    @property
    def selected(self) -> tuple[str, ...]:
        """The rules and areas that alone are to run; none for all."""
        return _names(self.select)

    @property
    def ignored(self) -> tuple[str, ...]:
        """The rules and areas that are not to run."""
        return _names(self.ignore)

    @property
    def targets(self) -> list[tuple[str, Path]]:
        """The format and the path of each further report."""
        pairs = (each.partition("=") for each in self.output)
        return [(name, Path(file)) for name, _, file in pairs]

    @property
    def writes(self) -> bool:
        """Whether drafts are changed."""
        return self.fix or self.comments or self.remove_comments or self.add_suppressions is not None


def named_packs(packs: Sequence[str]) -> list[str]:
    """Packs as the configuration names them, folders as full paths. Raises UsageError for one that is not there."""
    if not packs:
        return []
    from ..engine.packs.folders import MANIFEST, locate, missing_folder, shipped_names

    named = []
    for pack in packs:
        folder = locate(pack)
        if not (folder / MANIFEST).is_file():
            wrong = f"this folder has no {MANIFEST}" if folder.is_dir() else missing_folder(folder)
            raise UsageError(f"--pack {pack}: {wrong}")
        named.append(pack if pack in shipped_names() else str(folder))
    return named


def _names(values: Sequence[str]) -> tuple[str, ...]:
    """The names in a repeated option whose values may be lists: `--select a,b --select c`."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
