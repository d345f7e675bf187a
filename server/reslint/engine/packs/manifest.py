"""`pack.yaml` and what else may change rules: adjustments by rule or area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..data.finding import SEVERITIES, Problem
from ..data.schema import (
    MOST_ISSUES,
    Anything,
    Choice,
    Issue,
    ListOf,
    MapOf,
    Record,
    Short,
    TextField,
    did_you_mean,
    few,
    salvage,
)
from .folders import MANIFEST, Folder, Pack, installed, locate, read_folder, shipped, shipped_names


class SeverityField(Choice):
    """How grave a finding is. False and “no” mean “off”, which readers of YAML 1.1 take for false."""

    def __init__(self, doc: str, *, required: bool = False) -> None:
        super().__init__(SEVERITIES, doc, required=required)

    def issues(self, value: Any, path: tuple[str | int, ...] = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        return super().issues(self.fill(value), path)

    def fill(self, value: Any) -> Any:
        """See `Field.fill`."""
        return "off" if value is False or value == "no" else value

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"enum": [*self.words, False, "no"]}


SEVERITY = SeverityField("How grave a finding is; “off” switches the rule off.")
PROFILE_SEVERITIES = MapOf(SEVERITY, "The severity where the draft's profile is another: {sc: info}.")
ADJUSTMENTS = MapOf(
    Short(
        "severity",
        {
            "severity": SeverityField("The severity from now on, in every profile not named beside it."),
            "profiles": PROFILE_SEVERITIES,
            "options": MapOf(Anything("The new value of the option."), "Options of the rule's check, by name."),
            "message": TextField("What the rule's checks say from now on, where it is otherwise with other options."),
            "title": TextField("What their fixes are called from now on."),
        },
        "A severity, or what changes in the rule.",
    ),
    "Rules or areas (“style”, “style/repeated-word”) and what changes in them.",
)
PACK = Record(
    {
        "name": TextField("The pack's name, in small letters."),
        "summary": TextField("One sentence that says what the pack is for.", required=True),
        "extends": ListOf(
            TextField("The name of a pack."), "The packs whose rules and lexicons it builds on.", default=[]
        ),
        "profiles": MapOf(TextField("One sentence."), "The profiles that its rules may name.", default={}),
        "instead": MapOf(
            TextField("A profile."),
            "Profiles of the packs extended, and the profile that holds in their place.",
            default={},
        ),
        "rules": ADJUSTMENTS,
    },
    "What a pack is and what it builds on.",
)


def read_packs(roots: Sequence[Path]) -> tuple[list[Pack], list[Folder], list[Problem]]:
    """The packs in `roots` and those they extend, each after the packs it builds on.

    Also every folder that was looked at, and what is wrong with the manifests.
    """
    return _Chain().read(roots)


class _Chain:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.folders: dict[Path, Folder] = {}
        self.named: dict[str, Pack] = {}
        self.ordered: list[Pack] = []

    def read(self, roots: Sequence[Path]) -> tuple[list[Pack], list[Folder], list[Problem]]:
        requested = [pack for pack in (self._pack(root) for root in dict.fromkeys(roots)) if pack]
        for pack in requested:
            if pack.name in self.named:
                other = self.named[pack.name].folder.root
                message = f"there is already a pack “{pack.name}” in {other}; give this one another name"
                self.problems.append(pack.file.problem(Issue(("name",), message)))
            else:
                self.named[pack.name] = pack
        for pack in requested:
            if self.named[pack.name] is pack:
                self._order(pack, ())
        return self.ordered, list(self.folders.values()), self.problems

    def _pack(self, root: Path) -> Pack | None:
        folder = self.folders.get(root) or read_folder(root)
        self.folders[root] = folder
        if MANIFEST not in folder.files:
            return None
        file = folder.yaml(MANIFEST)
        if file is None:
            return None
        issues = few(PACK.issues(file.data))
        self.problems.extend(file.problem(issue) for issue in issues)
        filled = PACK.fill(salvage(file.data, issues))
        return Pack(filled["name"] or root.name, folder, file, filled)

    def _order(self, pack: Pack, below: tuple[str, ...]) -> None:
        if pack in self.ordered:
            return
        below = (*below, pack.name)
        for index, name in enumerate(pack.extends):
            if index == MOST_ISSUES:
                self._complain(pack, index, f"a pack builds on {MOST_ISSUES} others at most")
                break
            if name in below:
                ring = " extends ".join(f"“{each}”" for each in (*below[below.index(name) :], name))
                self._complain(pack, index, f"the packs go round in a circle: {ring}")
                continue
            parent = self._named(name)
            if parent is None:
                hint = did_you_mean(name, [*shipped_names(), *self.named])
                self._complain(pack, index, f"there is no pack “{name}”{hint}")
            else:
                self._order(parent, below)
        self.ordered.append(pack)

    def _named(self, name: str) -> Pack | None:
        """A pack by its name alone: nothing a stranger's pack says is taken for a path."""
        if name not in self.named:
            root = shipped() / name if name in shipped_names() else installed(name)
            pack = self._pack(locate(root)) if root else None
            if pack:
                self.named[name] = pack
        return self.named.get(name)

    def _complain(self, pack: Pack, index: int, message: str) -> None:
        self.problems.append(pack.file.problem(Issue(("extends", index), message)))
