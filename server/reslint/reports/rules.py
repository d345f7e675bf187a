"""Rules in a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from ..engine.packs.rule import Rule
from .style import PLAIN, Role, Style


def rules_lines(rules: Sequence[Rule], severities: Mapping[str, str], style: Style = PLAIN) -> Iterator[str]:
    """The rules by area, a line each: severity in force, name, `[*]` where the fix is safe, summary."""
    widest = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        severity = severities[rule.name]
        fix = "[*]" if safety(rule) == "safe" else "   "
        name = style.paint(f"{rule.name:{widest}}", "rule")
        yield f"{style.paint(f'{severity:7}', cast('Role', severity))}  {name}  {fix}  {rule.summary}"


def rule_data(rule: Rule) -> dict[str, Any]:
    """What a list of rules holds of one, as plain data."""
    return {
        "name": rule.name,
        "area": rule.area,
        "pack": rule.pack,
        "severity": rule.severity,
        "profiles": dict(rule.profiles),
        "summary": rule.summary,
        "fix": safety(rule),
    }


def safety(rule: Rule) -> str | None:
    """How safe the fixes of a rule are: "safe" where one of them is, None where it has none."""
    found = {step.fix.safety for step in rule.steps if step.fix}
    return "safe" if "safe" in found else "unsafe" if found else None
