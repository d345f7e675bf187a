"""Changing rules that are already there: from a pack that builds on another, and from the configuration."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ..data.resources import MissingLexicon, Resources
from ..data.schema import Issue, did_you_mean
from .build import STEP_KEYS, build_steps

Entry = dict[str, Any]
"""A rule as data: {name, pack, path, data}."""


CANNOT_BUILD = (AttributeError, LookupError, TypeError, ValueError)
"""The errors of a check that is built from a lexicon which is missing or has not the form that the check reads."""


def why_not_built(error: Exception) -> str:
    """The message about a check that could not be built."""
    if isinstance(error, MissingLexicon | ValueError):
        return str(error)
    return "its lexicon has not the form that this kind of check reads"


def adjust(
    entries: dict[str, Entry],
    changes: Mapping[str, Any],
    resources: Resources,
    profiles: Mapping[str, str],
    broken: Collection[str] = (),
) -> Iterator[Issue]:
    """Change `entries` in place by {rule or area: {severity, profiles, options}}; yields what cannot be done.

    An area is done before the rules of it, whatever the order in the file. Nothing is said of `broken` rules, whose own
    files have mistakes. Issues carry paths below `changes`.
    """
    areas = sorted({name.partition("/")[0] for name in entries})
    for target in sorted(changes, key=lambda name: "/" in name):
        found = [name for name in entries if name == target or name.startswith(f"{target}/")]
        if not found and not any(name == target or name.startswith(f"{target}/") for name in broken):
            kind = "rule" if "/" in target else "area"
            hint = did_you_mean(target, [*entries, *areas])
            yield Issue((target,), f"there is no {kind} “{target}”{hint}", at_key=True)
        change = changes[target]
        for profile in change["profiles"] or ():
            if profile not in profiles:
                hint = did_you_mean(profile, list(profiles))
                yield Issue((target, "profiles", profile), f"there is no profile “{profile}”{hint}", at_key=True)
        options = change["options"] or {}
        words = {key: change.get(key) for key in ("message", "title") if change.get(key)}
        if "/" not in target:
            for key in (*(("options",) if options else ()), *words):
                yield Issue(
                    (target, key),
                    f"{key} belong{'' if key == 'options' else 's'} to one rule; name the rule",
                    at_key=True,
                )
            options, words = {}, {}
        for name in found:
            yield from _adjust_rule(entries, name, change, options, (target, "options"), resources)
            if words:
                data = entries[name]["data"]
                checks = [_reworded(data, words, check) for check in data["check"]]
                entries[name] = {**entries[name], "data": {**data, "check": checks}}


def _adjust_rule(
    entries: dict[str, Entry],
    name: str,
    change: Mapping[str, Any],
    options: Mapping[str, Any],
    path: tuple[str | int, ...],
    resources: Resources,
) -> Iterator[Issue]:
    data = dict(entries[name]["data"])
    if change["severity"]:
        data["severity"] = change["severity"]
        data["profiles"] = {}
    data["profiles"] = {**data["profiles"], **(change["profiles"] or {})}
    if options:
        issues = list(_set_options(data, options, path))
        if not issues:
            try:
                build_steps(data, resources)
            except CANNOT_BUILD as error:
                issues = [Issue(path, why_not_built(error))]
        if issues:
            yield from issues
            return
    # What a check looks for may be another thing now.
    entries[name] = {**entries[name], "data": data, "needs": None if options else entries[name].get("needs")}


def _reworded(data: Mapping[str, Any], words: Mapping[str, str], check: Mapping[str, Any]) -> Mapping[str, Any]:
    """A check of a rule with another message, or another title of its fix."""
    fix = check["fix"] or data["fix"]
    message = words.get("message") or check["message"]
    if fix and "title" in words:
        fix = {**fix, "title": words["title"]}
    return {**check, "message": message, "fix": fix}


def _set_options(data: dict[str, Any], options: Mapping[str, Any], path: tuple[str | int, ...]) -> Iterator[Issue]:
    """Give every check of the rule that has an option of that name the new value."""
    from .rulefile import CheckField

    checks = [dict(check) for check in data["check"]]
    for key, value in options.items():
        having = [check for check in checks if key in check and key not in STEP_KEYS]
        if not having:
            known = sorted({name for check in checks for name in check if name not in STEP_KEYS})
            hint = did_you_mean(key, known) or (f"; it has {', '.join(known)}" if known else "")
            yield Issue((*path, key), f"the rule has no option “{key}”{hint}", at_key=True)
        for check in having:
            field = CheckField.record(check["kind"]).fields[key]
            issues = list(field.issues(value, (*path, key)))
            yield from issues
            if not issues:
                check[key] = field.fill(value)
    data["check"] = checks
