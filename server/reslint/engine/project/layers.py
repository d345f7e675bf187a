"""Configurations that build on others (`extends`), and what holds for some files only (`overrides`)."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ...text.record import dataclass
from ..data.finding import Problem
from ..data.schema import Issue

if TYPE_CHECKING:
    from .configuration import Configuration

FOR_FILES = ("profile", "body", "stage", "session", "emphasis", "select", "ignore", "rules", "fail-level")
"""The keys of the configuration that `overrides` may set."""


class Speaker(Protocol):
    """A speaker on behalf of a configuration: a file that it extends, or a part of its own."""

    def problem(self, issue: Issue) -> Problem:
        """A mistake in what it says, at its place."""
        ...

    def origin(self, key: str) -> str:
        """Where it says what it says of a key: "FILE:LINE"."""
        ...


class _File(Protocol):
    path: Path

    def problem(self, issue: Issue) -> Problem: ...

    def line(self, *path: str | int) -> int: ...


@dataclass(frozen=True, slots=True)
class KeysBelow:
    """The keys below a path of a file."""

    file: _File
    prefix: tuple[str | int, ...]

    def problem(self, issue: Issue) -> Problem:
        """See `Speaker.problem`."""
        return self.file.problem(issue._replace(path=(*self.prefix, *issue.path)))

    def origin(self, key: str) -> str:
        """See `Speaker.origin`."""
        return f"{self.file.path}:{self.file.line(*self.prefix, key)}"


def layered(
    data: Mapping[str, Any], inherited: Mapping[str, Speaker], values: Mapping[str, Any], speaker: Speaker
) -> tuple[dict[str, Any], dict[str, Speaker]]:
    """`data` with `values` on top and who said what: changes of rules are joined rule by rule, all else is replaced."""
    merged, said = dict(data), dict(inherited)
    for key, value in values.items():
        if key == "rules":
            merged[key] = {**(data.get(key) or {}), **(value or {})}
            said |= {f"rules/{target}": speaker for target in value or {}}
        else:
            merged[key] = value
        said[key] = speaker
    return merged, said


def bases(
    file: _File,
    paths: Sequence[str],
    above: Sequence[Path],
    read: Callable[[Path, Sequence[Path]], Configuration | None],
) -> tuple[list[Configuration], list[Issue]]:
    """The configurations that a file extends, and what is wrong with the paths that name them.

    `above` are the files that are being read, so that none extends itself; `read` reads one on behalf of these.
    """
    found: list[Configuration] = []
    issues = []
    for index, name in enumerate(paths):
        path = file.path.parent / os.path.expanduser(name)
        # Unlike those of paths, these functions take any name, also one that no file can have.
        if not os.path.isfile(path):
            issues.append(Issue(("extends", index), f"there is no file {path}"))
            continue
        if path.resolve() in above:
            ring = " extends ".join(f"“{each.name}”" for each in (*above[above.index(path.resolve()) :], path))
            issues.append(Issue(("extends", index), f"the configurations go round in a circle: {ring}"))
            continue
        base = read(path, above)
        if base is None:
            issues.append(Issue(("extends", index), "this file has no [tool.reslint]"))
        else:
            found.append(base)
    return found, issues


def joined(configuration: Configuration, found: Sequence[Configuration]) -> Configuration:
    """A configuration on top of those that it extends; of these the later ones are on top of the earlier ones.

    Packs of an extended file start from its own folder, patterns from that of the file that extends it.
    """
    from ...text.record import replace

    if not found:
        return configuration
    data: dict[str, Any] = dict(configuration.data)
    inherited: dict[str, Speaker] = {}
    written: frozenset[str] = frozenset()
    for base in found:
        values = {key: base.data[key] for key in data if key in base.written and key not in {"extends", "overrides"}}
        if "packs" in values:
            values["packs"] = [str(pack) for pack in base.packs]
        data, inherited = layered({**data, "rules": data["rules"] if inherited else {}}, inherited, values, base)
        written |= frozenset(values)
    own = {key: configuration.data[key] for key in configuration.written}
    if configuration.file is not None:
        data, inherited = layered(data, inherited, own, KeysBelow(configuration.file, ()))
    problems = (*(problem for base in found for problem in base.problems), *configuration.problems)
    return replace(
        configuration,
        data=data,
        inherited=inherited,
        written=configuration.written | written,
        problems=tuple(dict.fromkeys(problems)),
    )


def overridden(configuration: Configuration, wanted: Sequence[int], kept: Mapping[str, str]) -> Configuration:
    """The configuration with those of its `overrides` that bear the numbers `wanted`; the keys `kept` stay."""
    from ...text.record import replace

    data, inherited = dict(configuration.data), dict(configuration.inherited)
    for index in wanted:
        override = configuration.data["overrides"][index]
        values = {key: override[key] for key in FOR_FILES if override[key] and key not in kept}
        if configuration.file is not None:
            data, inherited = layered(data, inherited, values, KeysBelow(configuration.file, ("overrides", index)))
    return replace(configuration, data=data, inherited=inherited, wanted=tuple(wanted))
