"""The packs that can be named: those that come with the program, and those that installed packages bring."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from ...text.record import NamedTuple
from ..data.schema import did_you_mean
from .folders import shipped_names
from .installed import installed_packs
from .loader import load

SHIPPED = "comes with reslint"
INSTALLED = "from an installed package"


class AvailablePack(NamedTuple):
    """A pack that can be named: what it is for, what it builds on, its own profiles, and how many rules it runs."""

    name: str
    summary: str
    extends: tuple[str, ...]
    profiles: Mapping[str, str]
    rules: int
    """The rules of the pack and of those that it builds on."""
    root: Path
    origin: str


def describe_pack(pack: str | Path, origin: str) -> AvailablePack | None:
    """The summary of a pack in its own words; None where it cannot be read."""
    ruleset = load([pack])
    if not ruleset.packs:
        return None
    info = ruleset.packs[-1]
    return AvailablePack(info.name, info.summary, info.extends, info.profiles, len(ruleset.rules), info.root, origin)


def available_packs() -> list[AvailablePack]:
    """Every pack that a name alone calls for, those that come with the program first."""
    named: list[tuple[str | Path, str]] = [(name, SHIPPED) for name in shipped_names()]
    named += [(root, INSTALLED) for name, root in sorted(installed_packs().items()) if name not in shipped_names()]
    found = (describe_pack(pack, origin) for pack, origin in named)
    return [each for each in found if each is not None]


def unknown_profile(profile: str, known: Collection[str]) -> str:
    """A message on a profile that the rules in force do not have: where it is, or which there are.

    `known` are the profiles of the rules in force. A pack that comes with the program can be named as a profile, too.
    """
    names = shipped_names()
    home = next((each for each in names if each not in known and profile in _own_profiles(each)), None)
    if home is not None:
        return f"the profile “{profile}” belongs to the pack “{home}”: name that pack, too"
    choices = list(dict.fromkeys([*known, *names]))
    hint = did_you_mean(profile, choices)
    return f"there is no profile “{profile}”; there are {', '.join(choices)}{hint}"


def _own_profiles(pack: str) -> Mapping[str, str]:
    described = describe_pack(pack, SHIPPED)
    return described.profiles if described else {}
