"""Rule packs become a ruleset: from the cache when nothing has changed, else read and checked anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import adjust
from .build import build_rule
from .finding import Problem
from .packs import locate
from .resources import Resources
from .ruleset import PackInfo, Ruleset

if TYPE_CHECKING:
    from .config import Configuration

DEFAULT_PACKS = ("un",)


def load(
    packs: Sequence[str | Path] = DEFAULT_PACKS, *, configuration: Configuration | None = None, cache: bool = True
) -> Ruleset:
    """The rules of `packs` (names of packs that come with the program, or folders) and of those they extend.

    Never raises for what a pack or the configuration's `rules` say: each mistake is a located problem of the
    ruleset, and the other rules are there. `cache` allows to read and write the user's cache of checked packs.
    """
    payload, problems = _payload([locate(pack) for pack in packs], cache=cache)
    resources = Resources(payload["lexicons"])
    entries = {entry["name"]: entry for entry in payload["rules"]}
    infos = tuple(_info(pack) for pack in payload["packs"])
    if configuration and configuration.rules:
        profiles = {name: text for info in infos for name, text in info.profiles.items()}
        for issue in adjust.adjust(entries, configuration.rules, resources, profiles):
            problems.append(configuration.problem(issue._replace(path=("rules", *issue.path))))
    return Ruleset(
        rules=tuple(build_rule(entry, resources) for entry in entries.values()),
        lexicons=payload["lexicons"],
        problems=tuple(problems),
        packs=infos,
        phrases=payload["phrases"],
    )


def _payload(roots: Sequence[Path], *, cache: bool) -> tuple[dict[str, Any], list[Problem]]:
    from .compile import compile_packs

    payload, _folders, problems = compile_packs(roots)
    return payload, problems


def _info(data: Mapping[str, Any]) -> PackInfo:
    return PackInfo(data["name"], data["summary"], Path(data["root"]), tuple(data["extends"]), data["profiles"])
