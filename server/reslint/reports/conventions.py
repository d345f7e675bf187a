"""The houses side by side, as Markdown: one row for each convention in which their packs differ, one column a house."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..engine import Ruleset
from ..engine.packs.build import STEP_KEYS

_BASES = {"mun": "Model United Nations", "un": "Houses"}
"""The packs that others are compared with, the one that builds on another first."""
_WIDE = ("common", "whereas")
"""Packs that go without most rules: shown beside the others, but no row is there for them alone."""


def side_by_side(rulesets: Sequence[Ruleset]) -> Iterator[str]:
    """The tables of conventions: of the houses, and of the conferences of Model United Nations."""
    left = list(rulesets)
    tables = []
    for base, title in _BASES.items():
        own = [each for each in left if base in [pack.name for pack in each.packs]]
        left = [each for each in left if each not in own]
        own.sort(key=lambda each: (len(each.packs), each.packs[-1].name))
        if len(own) > 1:
            tables.append([f"### {title}", "", *_table([each for each in own if each.packs[-1].name != "common"])])
    if tables:
        yield from ("", "## Side by side", "")
        yield "A cell is the severity of the rule, with the options that are other than in the first column; – is off."
    for table in reversed(tables):
        yield from ("", *table)


def _table(rulesets: Sequence[Ruleset]) -> Iterator[str]:
    names = [each.packs[-1].name for each in rulesets]
    yield f"| convention | {' | '.join(names)} |"
    yield "|---" * (len(names) + 1) + "|"
    telling = [at for at, name in enumerate(names) if name not in _WIDE]
    for convention, cells in _rows(rulesets):
        if len({cells[at] for at in telling}) > 1:
            yield f"| {convention} | {' | '.join(cells)} |"


def _rows(rulesets: Sequence[Ruleset]) -> Iterator[tuple[str, list[str]]]:
    for convention, cell in _GRAMMAR.items():
        yield convention, [cell(each) for each in rulesets]
    base = rulesets[0]
    for name, rule in base.by_name.items():
        options = [_options(rule.data)] * len(rulesets)
        cells = [_cell(each, name, first) for each, first in zip(rulesets, options, strict=True)]
        yield f"{rule.summary.replace('|', '')} [{name}](#{name.replace('/', '')})", cells


def _cell(ruleset: Ruleset, name: str, first: dict[str, Any]) -> str:
    rule = ruleset.by_name[name]
    severity = rule.profiles.get(ruleset.profile("un"), rule.severity)
    if severity == "off":
        return "–"
    changed = {key: value for key, value in _options(rule.data).items() if value != first.get(key)}
    return " ".join([severity, *(f"`{key}: {_shown(value)}`" for key, value in changed.items())])


def _options(data: Any) -> dict[str, Any]:
    """The options of the checks of a rule, of several with the same name the first."""
    found: dict[str, Any] = {}
    for check in data["check"]:
        for key, value in check.items():
            if key not in STEP_KEYS:
                found.setdefault(key, value)
    return found


def _shown(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value).lower()


_GRAMMAR: dict[str, Callable[[Ruleset], str]] = {
    "“also” and “further” beside a participle": lambda each: each.vocabulary.grammar.adverb("preambular") or "–",
    "capitals of the operative verb": lambda each: each.vocabulary.grammar.capitals.get("operative", "first"),
    "items of lists, level by level": lambda each: " ".join(
        label.format(first)
        for label, first in zip(each.vocabulary.grammar.labels, each.vocabulary.grammar.firsts, strict=True)
    ),
}
