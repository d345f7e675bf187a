"""Rule packs become a ruleset: from the cache when nothing has changed, else read and checked again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from ...text.record import replace
from ..data.finding import Problem
from ..data.keeper import Keeper, cache_folder, use
from ..data.resources import Resources
from ..data.schema import Issue, few
from ..patterns.compiled import known_literals, known_verdicts, learn_literals, learn_verdicts
from . import adjust
from .build import build_rule
from .cache import are_settled, learn_patterns, pack_keeper, packed_payload, stamps, unpacked_payload, verdict_keeper
from .folders import locate, read_folder
from .ruleset import PackInfo, Ruleset

DEFAULT_PACKS = ("un",)


class Adjusting(Protocol):
    """Whatever changes the rules of packs: the configuration of a project."""

    @property
    def rules(self) -> Mapping[str, Any]:
        """The changes in rules and areas: see `reslint.engine.packs.adjust`."""
        ...

    def overrides_with(self, profiles: Collection[str]) -> Sequence[tuple[tuple[str | int, ...], Mapping[str, Any]]]:
        """The changes for some files only, where packs have these profiles: the path of the keys, and what it says."""
        ...

    def problem(self, issue: Issue) -> Problem:
        """A mistake at a path of keys, at its place."""
        ...

    def target_problems(self, ruleset: Ruleset) -> Sequence[Problem]:
        """Names that the rules of the packs do not have."""
        ...


def load(
    packs: Sequence[str | Path] = DEFAULT_PACKS, *, configuration: Adjusting | None = None, cache: bool = True
) -> Ruleset:
    """The rules of `packs` (names of packs that come with the program, or folders) and of those they extend.

    Never raises for what a pack or the configuration says: each mistake is a located problem of the ruleset, and the
    other rules are there; mistakes that were found when the configuration was read are in `configuration.problems`.
    `cache` allows to read and write the user's cache of checked packs.
    """
    payload, problems = _payload(packs, cache=cache)
    folders = tuple(Path(pack["root"]) for pack in payload["packs"])
    resources = Resources(payload["lexicons"], payload["phrases"], folders)
    entries = {entry["name"]: entry for entry in payload["rules"]}
    infos = tuple(_info(pack) for pack in payload["packs"])
    if configuration is not None:
        profiles = {name: text for info in infos for name, text in info.profiles.items()}

        def change(rules: dict[str, adjust.Entry], changes: Mapping[str, Any], path: tuple[str | int, ...]) -> None:
            for issue in few(adjust.adjust(rules, changes, resources, profiles, payload["broken"])):
                problems.append(configuration.problem(issue._replace(path=(*path, *issue.path))))

        # What is wrong with an override is told although no file calls for it.
        for path, override in configuration.overrides_with(profiles):
            change(dict(entries), override["rules"] or {}, (*path, "rules"))
        change(entries, configuration.rules, ("rules",))
    ruleset = Ruleset(
        rules=tuple(build_rule(entry, resources) for entry in entries.values()),
        lexicons=payload["lexicons"],
        problems=tuple(problems),
        packs=infos,
        phrases=payload["phrases"],
        broken=tuple(payload["broken"]),
    )
    if configuration is None:
        return ruleset
    return replace(ruleset, problems=tuple(dict.fromkeys((*problems, *configuration.target_problems(ruleset)))))


def _payload(packs: Sequence[str | Path], *, cache: bool) -> tuple[dict[str, Any], list[Problem]]:
    """The data of the packs and what is wrong with them; packs with mistakes are never kept."""
    folder = cache_folder() if cache else None
    if folder is not None:
        learn_patterns(folder)  # before the first pattern is needed
        use(folder)
    roots = [locate(pack) for pack in packs]
    keeper = pack_keeper(roots, folder)
    kept = keeper.read()
    if kept is not None and _is_current(kept, keeper):
        learn_literals(kept["literals"])
        return unpacked_payload(kept["payload"]), []
    from .compile import compile_packs
    from .judged import shipped_verdicts

    verdicts = verdict_keeper(folder)
    learn_verdicts(shipped_verdicts())
    learn_verdicts(verdicts.read() or {})
    learned = known_verdicts()
    payload, folders, problems = compile_packs(roots)
    if (known := known_verdicts()) != learned:
        verdicts.write(known)
    if not problems:
        # The next run compares every byte once more and keeps the stamps, too, when the files have settled.
        keeper.write(
            {
                "folders": [(str(folder.root), folder.digest) for folder in folders],
                "stamps": None,
                "literals": dict(known_literals()),
                "payload": packed_payload(payload),
            }
        )
    return payload, problems


def _is_current(kept: dict[str, Any], keeper: Keeper) -> bool:
    """Whether the packs still are what they were, byte for byte and without stray files.

    Where the file system says that nothing has been touched since the bytes were compared, they are not read again.
    """
    roots = [Path(root) for root, _ in kept["folders"]]
    # Taken before the files are read: what changes in between will differ from them the next time.
    found = [stamps(root) for root in roots]
    if kept["stamps"] == found:
        return True
    for root, (_, digest) in zip(roots, kept["folders"], strict=True):
        folder = read_folder(root)
        if folder.problems or folder.digest != digest:
            return False
    if all(map(are_settled, found)):
        keeper.write({**kept, "stamps": found})
    return True


def _info(data: Mapping[str, Any]) -> PackInfo:
    root = Path(data["root"])
    return PackInfo(data["name"], data["summary"], root, tuple(data["extends"]), data["profiles"], data["instead"])
