"""Whose conventions a draft follows, as far as the draft itself says so.

Front matter may name a profile and packs; else its head shows the house, as `houses.py` knows it.
The order in which command line, draft and configuration are heard is that of `server/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...text import Span
from ...text.record import dataclass, field
from ...text.regex import lazy
from ..data.resources import shared
from ..data.schema import Issue, Record, did_you_mean, few, salvage
from ..packs.folders import shipped_names
from ..run.runner import Notice
from .configuration import COMMAND_LINE, CONFIGURATION
from .houses import LEXICON, Houses, Known, Recognition

if TYPE_CHECKING:
    from ...text import Text
    from ..data.finding import Problem
    from ..packs.ruleset import Ruleset
    from .configuration import Configuration

KEY = "reslint"
FRONT_MATTER = "its front matter says so"
_KEYS = ("profile", "packs", "body", "stage", "session", "emphasis")
_SHAPE = Record({key: CONFIGURATION.fields[key] for key in _KEYS}, "What a draft says of itself.")
_MATTER = lazy(r"---[^\S\r\n]*\r?\n(.*?\n)(?:---|\.\.\.)[^\S\r\n]*(?:\r?\n|\Z)", re.DOTALL)
_COMMON = "common"
"""The pack of what holds in every house."""


@dataclass(frozen=True, slots=True)
class RuleRequest:
    """The rules that a draft calls for: values for keys of the configuration, why, and what of it cannot be had."""

    values: Mapping[str, Any] = field(default_factory=dict)
    because: str = ""
    notices: tuple[Notice, ...] = ()
    found: Recognition = Recognition()
    """The houses that the draft shows."""
    also: tuple[str, ...] = ()
    """The packs of other houses that it fits as well: only what all of them report is to be reported."""
    unsure: bool = False
    """Whether no fix is safe, because these may not be the rules of its house."""

    @property
    def key(self) -> str:
        """The same for drafts that call for the same."""
        return repr(sorted(self.values.items()))


_NONE = RuleRequest()


def requested_rules(text: Text, configuration: Configuration, ruleset: Ruleset) -> RuleRequest:
    """The rules that the front matter or the heading of a text calls for, given the configuration and its rules."""
    matter = _MATTER.match(text.content) if text.content.startswith("---") else None
    if matter and f"{KEY}:" in matter[1]:
        return _told(matter, configuration, ruleset)
    if named(configuration):
        return _NONE
    found = recognised(text, ruleset, default=False)
    return _of_house(found, configuration) if found.houses else _NONE


def named(configuration: Configuration) -> bool:
    """Whether a configuration names the packs or the profile itself, so that no house is looked for."""
    return bool({"packs", "profile"} & (configuration.written | configuration.given.keys()))


def recognised(text: Text, ruleset: Ruleset, *, default: bool = True) -> Recognition:
    """The houses that a text shows; the default house only beside another, unless asked for."""
    lexicon = ruleset.lexicons.get(LEXICON)
    if not lexicon:
        return Recognition()
    matter = _MATTER.match(text.content) if text.content.startswith("---") else None
    return shared(Houses, lexicon).recognise(text.content[matter.end() if matter else 0 :], default=default)


def _of_house(found: Recognition, configuration: Configuration) -> RuleRequest:
    """The request of a text whose house is known, or of one that fits two."""
    first, *rest = found.houses
    packs = [known.house.pack for known in found.houses]
    if not all(packs) or rest:
        values: dict[str, Any] = {"packs": [packs[0] if all(packs) else _COMMON]}
        also = tuple(packs[1:]) if all(packs) else ()
        told = _two(first, rest[0]) if rest else _foreign(first)
        because = " or ".join(f"{known.house.name}: {known.because}" for known in found.houses)
        return RuleRequest(values, because, (_at_head(told),), found, also, unsure=True)
    shown = found.conferences[0] if len(found.conferences) == 1 else first
    pack = shown.house.pack or first.house.pack
    if [pack] == configuration.data["packs"]:
        return RuleRequest(found=found)
    notices = (_at_head(_two(*found.conferences)),) if len(found.conferences) > 1 else ()
    return RuleRequest({"packs": [pack]}, shown.because, notices, found)


def _at_head(message: str) -> Notice:
    return Notice(message, span=Span(0, 0))


def _foreign(known: Known) -> str:
    """The sentence about a text of a house that has no pack."""
    return (
        f"this is a text of {known.house.name} ({known.because}), and no pack has its rules: "
        "only what holds in every house is checked"
    )


def _two(first: Known, other: Known) -> str:
    """The sentence about a text that fits two houses."""
    fits = " and ".join(f"{known.house.name} ({known.because})" for known in (first, other))
    pack = first.house.pack or other.house.pack
    say = f"; say which in its front matter: “reslint: {{packs: [{pack}]}}”" if pack else ""
    return f"this text fits {fits}: only what both have is checked{say}"


def _told(matter: re.Match[str], configuration: Configuration, ruleset: Ruleset) -> RuleRequest:
    """The request in the front matter."""
    from ..data.yamlfile import YamlFile

    file = YamlFile(Path(), matter[1])
    if file.mistakes or not isinstance(file.data, Mapping) or KEY not in file.data:
        problems = [_notice(problem, matter) for problem in file.problems]
        return RuleRequest(notices=tuple(problems))
    told = file.data[KEY]
    issues = few(_SHAPE.issues(told))
    kept = salvage(told, issues)
    values = {key: _SHAPE.fields[key].fill(kept[key]) for key in _KEYS if isinstance(kept, Mapping) and key in kept}
    values = {key: value for key, value in values.items() if configuration.given.get(key) != COMMAND_LINE}
    if "packs" in values:
        issues += few(_strangers(values["packs"]))
        values["packs"] = _with_own(values["packs"], configuration)
    if issue := _unknown_profile(values, ruleset):
        issues.append(issue)
        del values["profile"]
    notices = tuple(_notice(file.problem(issue._replace(path=(KEY, *issue.path))), matter) for issue in issues)
    return RuleRequest(values, FRONT_MATTER, notices)


def _strangers(packs: list[str]) -> Iterator[Issue]:
    for index, name in enumerate(packs):
        if name not in shipped_names():
            hint = did_you_mean(name, shipped_names()) or "; the configuration names packs in folders"
            yield Issue(("packs", index), f"no pack “{name}” comes with the program{hint}")


def _with_own(packs: list[str], configuration: Configuration) -> list[str]:
    """The packs that come with the program, and the folders that the configuration names."""
    names = shipped_names()
    own = [name for name in configuration.data["packs"] if name not in names]
    return [*(name for name in packs if name in names), *own] or list(configuration.data["packs"])


def _unknown_profile(values: Mapping[str, Any], ruleset: Ruleset) -> Issue | None:
    """A profile is known to the rules in force or brings its own; with other packs only loading them can tell."""
    profile = values.get("profile")
    if not profile or "packs" in values or profile in ruleset.profiles or profile in shipped_names():
        return None
    from ..packs.available import unknown_profile

    return Issue(("profile",), unknown_profile(profile, ruleset.profiles))


def _notice(problem: Problem, matter: re.Match[str]) -> Notice:
    """A mistake in the front matter, at its line of the draft; the fence is the line before."""
    lines = matter[1].splitlines(keepends=True)
    start = matter.start(1) + sum(map(len, lines[: problem.line - 1])) + max(problem.column - 1, 0)
    line = f"line {problem.line + 1}: " if problem.line else ""
    return Notice(f"{line}{problem.message}", span=Span(start, start))
