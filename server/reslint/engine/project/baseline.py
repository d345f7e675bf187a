"""The findings that a project has accepted: known again by rule and context, wherever they stand in their file."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...text import Text
from ...text.record import NamedTuple
from ..data.finding import Finding
from .fingerprint import fingerprint

VERSION = 1


class BaselineEntry(NamedTuple):
    """A finding as a baseline keeps it: the file's path from the baseline on, rule, and words around it."""

    path: str
    rule: str
    context: str


class BrokenBaseline(ValueError):
    """A file that is not a baseline; the message says why."""


class Baseline:
    """The entries of a baseline file, each with the number of findings that it stands for."""

    def __init__(self, file: Path, counts: Mapping[BaselineEntry, int] | None = None) -> None:
        self.file = file
        self.counts: Counter[BaselineEntry] = Counter(counts or {})
        self._folder = os.path.dirname(os.path.abspath(file))

    @classmethod
    def read(cls, file: Path) -> Baseline:
        """The baseline in a file. Raises OSError, and BrokenBaseline for what is none."""
        try:
            data = json.loads(file.read_text(encoding="utf-8-sig"))
            return cls(file, Counter(_entries(data)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BrokenBaseline(f"this is not a baseline of version {VERSION}: {error}") from error

    def entries(self, path: str, text: Text, findings: Iterable[Finding]) -> Counter[BaselineEntry]:
        """The findings of a file as entries; `path` as given on the command line."""
        name = self._name(path)
        prints = (fingerprint(text, finding) for finding in findings)
        return Counter(BaselineEntry(name, each.rule, each.context) for each in prints)

    def new(self, path: str, text: Text, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings that the baseline does not have; of several alike the first ones are the known ones."""
        name = self._name(path)
        left = self.counts.copy()
        fresh = []
        for finding in findings:
            found = fingerprint(text, finding)
            entry = BaselineEntry(name, found.rule, found.context)
            if left[entry] > 0:
                left[entry] -= 1
            else:
                fresh.append(finding)
        return tuple(fresh)

    def stale(
        self, found: Counter[BaselineEntry], checked: Iterable[str], judged: Callable[[str], bool]
    ) -> Counter[BaselineEntry]:
        """The entries that occur no longer: in files that were `checked` or are gone, of rules that were `judged`."""
        names = {self._name(path) for path in checked}
        gone: dict[str, bool] = {}
        stale: Counter[BaselineEntry] = Counter()
        for entry, count in (self.counts - found).items():
            if entry.path not in gone:
                gone[entry.path] = not os.path.exists(os.path.join(self._folder, entry.path))
            if (entry.path in names or gone[entry.path]) and judged(entry.rule):
                stale[entry] = count
        return stale

    def _name(self, path: str) -> str:
        if os.path.isabs(path) or path != "-":
            try:
                path = os.path.relpath(path, self._folder)
            except ValueError:
                path = os.path.abspath(path)
        return path.replace(os.sep, "/")

    def text(self) -> str:
        """The baseline as it is written: JSON, in order of path, rule and context."""
        files: dict[str, list[dict[str, Any]]] = {}
        for entry, count in sorted(self.counts.items()):
            if count > 0:
                row: dict[str, Any] = {"rule": entry.rule, "context": entry.context}
                files.setdefault(entry.path, []).append({**row, "count": count} if count > 1 else row)
        return json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=1) + "\n"


def _entries(data: Any) -> dict[BaselineEntry, int]:
    if data["version"] != VERSION:
        raise ValueError(f"its version is {data['version']!r}")
    found: Counter[BaselineEntry] = Counter()
    for path, rows in data["files"].items():
        for row in rows:
            found[BaselineEntry(str(path), str(row["rule"]), str(row["context"]))] += int(row.get("count", 1))
    return dict(found)
