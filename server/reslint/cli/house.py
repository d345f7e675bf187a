"""Which house a draft is of, which conference and which profile, and why: what `reslint config FILE` says first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.checker import Checker
from ..formats import CannotRead
from .checking import opened
from .project import Project

if TYPE_CHECKING:
    from ..engine.project.houses import Known

Said = tuple[str, str]


def house_of(project: Project, path: Path) -> tuple[Checker, list[Said]]:
    """The checker of a draft, and what is said of its house in pairs of key and sentence.

    For a file that is not a draft, or cannot be read, those of its folder and nothing.
    """
    try:
        found = opened(project, path, ordinary=False)
    except (OSError, CannotRead):
        return project.for_file(path), []
    if not found.draft.is_resolution:
        return found.checker, [("house", "the file is not a resolution")]
    said = list(_houses(project.for_file(path), found.checker, found.original.text))
    said += [("note", str(notice)) for notice in found.notices]
    for profile in found.checker.lint(found.draft, patient=False).profiles:
        reason = "" if found.checker.because else profile.because
        said.append(("profile", f"{profile.name}{_because(reason)}"))
    return found.checker, [*said, ("", "")]


def _houses(folder: Checker, checker: Checker, text: object) -> Iterator[Said]:
    from ..engine.project.dialect import named, recognised
    from ..text import Text

    assert isinstance(text, Text)
    if checker.because and checker.request is not None and not checker.request.found.houses:
        packs = ", ".join(map(str, checker.configuration.data["packs"]))
        yield "house", f"not looked for: packs {packs}{_because(checker.because)}"
    elif named(folder.configuration):
        key = next(key for key in ("packs", "profile") if folder.configuration.origin(key) != "default")
        yield "house", f"not looked for: {key} comes from {folder.configuration.origin(key)}"
    else:
        found = recognised(text, folder.ruleset)
        for known in found.houses:
            yield "house", _known(known)
        if not found.houses:
            yield "house", "nothing shows one; these are the rules of the United Nations"
        for known in found.conferences:
            yield "conference", _known(known)


def _known(known: Known) -> str:
    pack = f"pack “{known.house.pack}”" if known.house.pack else "no pack has its rules"
    return f"{known.house.name} ({pack}){_because(known.because)}"


def _because(reason: str) -> str:
    return f": {reason}" if reason else ""
