"""Packs in installed Python packages, which announce them by the entry point group `reslint.packs`.

    [project.entry-points."reslint.packs"]
    our-house = "our_house.rules"          # the folder `rules` of the package `our_house`

Nothing of such a package is run: its folder is looked up, and a pack is data.
"""

from __future__ import annotations

from pathlib import Path

GROUP = "reslint.packs"


def installed_packs() -> dict[str, Path]:
    """The folders of the packs that installed packages bring, by the names of the packs."""
    from importlib.metadata import entry_points

    found = {}
    for entry in entry_points(group=GROUP):
        folder = _folder(entry.value.partition("[")[0].strip())
        if folder is not None:
            found[entry.name] = folder
    return found


def _folder(value: str) -> Path | None:
    """The folder that "package.folder" or "package:folder" names; None where there is no such package."""
    from importlib.util import find_spec

    # To look for "a.b" would import "a": only the package itself is looked for.
    package, *below = value.replace(":", ".").split(".")
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return None
    places = list(spec.submodule_search_locations or ()) if spec else []
    folders = (Path(place, *below) for place in places)
    return next((folder for folder in folders if folder.is_dir()), None)
