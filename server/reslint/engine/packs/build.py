"""Rules from data that has been found right: what a warm start does with every rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ...text.record import replace
from ..checks import check_class
from ..data.dated import sessions
from ..data.resources import Resources
from ..search.need import Need, Reach, need_of
from .rule import Deferred, Example, FixTemplate, Rule, Step

STEP_KEYS = ("kind", "select", "message", "related", "fix")
"""The keys of a check that are not options of its kind."""


def build_rule(entry: Mapping[str, Any], resources: Resources, text: str | None = None) -> Rule:
    """A rule from {name, pack, path, data}, `data` with its defaults; its checks are built when first needed.

    `text` is what an editor holds of the file and has not saved.
    """
    data = entry["data"]
    path = Path(entry["path"])
    applies = data["applies"] or {}
    needs = entry.get("needs")
    return Rule(
        name=entry["name"],
        pack=entry["pack"],
        path=path,
        severity=data["severity"],
        steps=Deferred(lambda: data["check"], lambda check: build_step(data, check, resources)),
        profiles=data["profiles"],
        bodies=tuple(applies.get("bodies") or ()),
        stage=applies.get("stage") or "",
        sessions=sessions(data.get("holds")),
        examples=Deferred(lambda: _examples(data["examples"], path, text), lambda example: example),
        needs=None if needs is None else tuple(needs),
        reaches=None if needs is None else tuple(entry["reaches"]),
        data=data,
    )


def needs_of(rule: Rule) -> list[Need | None]:
    """The needs of the checks of a rule, for `Rule.needs`."""
    return [
        need_of(getattr(step.check, "keywords", None), getattr(step.check, "clues", None) if step.search else None)
        for step in rule.steps
    ]


def reaches_of(rule: Rule) -> list[Reach]:
    """The reaches of the checks of a rule, for `Rule.reaches`."""
    return [reach_of(step) for step in rule.steps]


def reach_of(step: Step) -> Reach:
    """Where a check looks."""
    kinds = None if getattr(step.check, "BEYOND_NODES", False) else step.selector.possible_kinds()
    return Reach(tuple(sorted(kinds or ())), bool(getattr(step.check, "NEEDS_LIBRARY", False)))


def build_steps(data: Mapping[str, Any], resources: Resources) -> tuple[Step, ...]:
    """The checks of a rule, built. Raises MissingLexicon."""
    return tuple(build_step(data, check, resources) for check in data["check"])


def build_step(data: Mapping[str, Any], check: Mapping[str, Any], resources: Resources) -> Step:
    """One check of a rule with what it takes over from the rule. Raises MissingLexicon."""
    from ..search.selection import parse_selector

    options = {key: value for key, value in check.items() if key not in STEP_KEYS}
    select = data["select"] if check["select"] is None else check["select"]
    fix = check["fix"] or data["fix"]
    selector = parse_selector(select)
    return Step(
        selector=selector,
        check=check_class(check["kind"])(options, replace(resources, kinds=selector.possible_kinds())),
        message=check["message"] or data["message"],
        fix=FixTemplate(fix["title"], fix["safety"], fix["replace"], fix["formatting"]) if fix else None,
        related=check["related"] or data["related"],
    )


def _examples(data: Mapping[str, Sequence[Mapping[str, Any]]], path: Path, text: str | None) -> list[Example]:
    """The examples with their lines, for which the file is read once more where its text is not given."""
    from ..data.yamlfile import YamlFile

    file = YamlFile(path, path.read_text(encoding="utf-8-sig") if text is None else text)
    return [
        Example(
            draft=example["draft"],
            line=file.line("examples", part, index),
            fixed=example.get("fixed"),
            body=example["body"] or "",
            silent=part == "silent",
            predecessor=example["predecessor"] or "",
        )
        for part in ("report", "silent")
        for index, example in enumerate(data[part])
    ]
