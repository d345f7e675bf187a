"""Whose conventions a draft follows, as far as the draft itself says so.

Front matter may name a profile and packs; else the heading shows them, by the lines that the lexicon `dialects` lists.
The order in which command line, draft and configuration are heard is that of `server/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...text import Span
from ...text.record import dataclass, field
from ...text.regex import compiled, lazy
from ..data.schema import Issue, Record, did_you_mean, few, salvage
from ..packs.folders import shipped_names
from ..run.runner import Notice
from .configuration import COMMAND_LINE, CONFIGURATION

if TYPE_CHECKING:
    from ...text import Text
    from ..data.finding import Problem
    from ..packs.ruleset import Ruleset
    from .configuration import Configuration

LEXICON = "dialects"
KEY = "reslint"
FRONT_MATTER = "its front matter says so"
_KEYS = ("profile", "packs", "body", "stage", "session", "emphasis")
_SHAPE = Record({key: CONFIGURATION.fields[key] for key in _KEYS}, "What a draft says of itself.")
_MATTER = lazy(r"---[^\S\r\n]*\r?\n(.*?\n)(?:---|\.\.\.)[^\S\r\n]*(?:\r?\n|\Z)", re.DOTALL)
_HEAD = 4000
_LEADING = "*_#> \t"


@dataclass(frozen=True, slots=True)
class RuleRequest:
    """The rules that a draft calls for: values for keys of the configuration, why, and what of it cannot be had."""

    values: Mapping[str, Any] = field(default_factory=dict)
    because: str = ""
    notices: tuple[Notice, ...] = ()

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
    dialects = ruleset.lexicons.get(LEXICON)
    if not dialects or {"packs", "profile"} & (configuration.written | configuration.given.keys()):
        return _NONE
    head = text.content[matter.end() if matter else 0 :][:_HEAD]
    for name, dialect in dialects.items():
        seen = _seen(head, tuple(dialect["lines"]))
        if len(seen) >= dialect.get("at-least", 2):
            shown = " and ".join(f"“{words}”" for words in seen[:2])
            return RuleRequest({"packs": [name]}, f"its heading has {shown}")
    return _NONE


def _seen(head: str, lines: tuple[str, ...]) -> list[str]:
    """The words by which lines of a text are known, each kind once."""
    patterns = dict.fromkeys(_compiled(lines))
    found = []
    for line in head.splitlines():
        bare = line.strip(_LEADING)
        match = next((match for pattern in patterns if (match := pattern.match(bare))), None)
        if match:
            del patterns[match.re]
            found.append(match[0].strip(_LEADING))
    return found


@lru_cache(maxsize=8)
def _compiled(lines: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(line) for line in lines)


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
