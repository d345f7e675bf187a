"""Lexicons that take the place of those of a pack that is extended, perhaps without their author's knowing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from ..data.finding import Problem
from .folders import read_folder
from .ruleset import PackInfo

_LEXICONS = "lexicon/"


def replaced_lexicons(packs: Sequence[PackInfo], chosen: Collection[str]) -> Iterator[Problem]:
    """The lexicons of the `chosen` packs that replace one of a pack before and do not say so with `extends`.

    `packs` stand in the order in which they build on each other.
    """
    owners: dict[str, str] = {}
    for pack in packs:
        folder = read_folder(pack.root)
        for place in folder.files:
            if not place.startswith(_LEXICONS):
                continue
            owner = owners.setdefault(place, pack.name)
            file = folder.yaml(place) if owner != pack.name and pack.name in chosen else None
            if file is not None and isinstance(file.data, Mapping) and "extends" not in file.data:
                yield Problem(
                    pack.root / place,
                    1,
                    1,
                    f"this lexicon replaces that of the pack “{owner}”; begin it with “extends: true” to add to that, "
                    "or with “extends: false” to replace it",
                )
            owners[place] = pack.name
