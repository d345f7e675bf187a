"""Rules in a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from ..engine.packs.rule import Evidence, Rule
from .style import PLAIN, Role, Style


def rules_lines(rules: Sequence[Rule], severities: Mapping[str, str], style: Style = PLAIN) -> Iterator[str]:
    """The rules by area, a line each: severity in force, name, `[*]` where the fix is safe, summary."""
    widest = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        severity = severities[rule.name]
        fix = "[*]" if safety(rule) == "safe" else "   "
        name = style.paint(f"{rule.name:{widest}}", "rule")
        yield f"{style.paint(f'{severity:7}', cast('Role', severity))}  {name}  {fix}  {rule.summary}"


def evidence_lines(rules: Sequence[Rule], severities: Mapping[str, str], style: Style = PLAIN) -> Iterator[str]:
    """A table of what the rules report on printed texts: findings, how many of them were read, how many are true."""
    widest = max((len(rule.name) for rule in rules), default=0)
    yield style.paint(f"{'severity':9}{'rule':{widest}}  texts  found   read   true  share  version  date", "bold")
    for rule in rules:
        severity = severities[rule.name]
        name = style.paint(f"{rule.name:{widest}}", "rule")
        begin = f"{style.paint(f'{severity:7}', cast('Role', severity))}  {name}"
        evidence = rule.evidence
        if evidence is None:
            yield f"{begin}      –"
            continue
        share = f"{round(100 * evidence.confirmed / evidence.read)}%" if evidence.read else "–"
        counts = f"{evidence.texts:5}  {evidence.fired:5}  {evidence.read:5}  {evidence.confirmed:5}  {share:>5}"
        yield f"{begin}  {counts}  {evidence.version or '–':7}  {evidence.date}"


def rule_data(rule: Rule) -> dict[str, Any]:
    """A rule as a list of rules holds it, as plain data."""
    return {
        "name": rule.name,
        "area": rule.area,
        "pack": rule.pack,
        "severity": rule.severity,
        "profiles": dict(rule.profiles),
        "summary": rule.summary,
        "fix": safety(rule),
        "evidence": _evidence_data(rule.evidence),
    }


def _evidence_data(evidence: Evidence | None) -> dict[str, Any] | None:
    if evidence is None:
        return None
    return {
        "date": evidence.date,
        "version": evidence.version,
        "texts": evidence.texts,
        "found": evidence.fired,
        "read": evidence.read,
        "confirmed": evidence.confirmed,
    }


def safety(rule: Rule) -> str | None:
    """How safe the fixes of a rule are: "safe" where one of them is, None where it has none."""
    found = {step.fix.safety for step in rule.steps if step.fix}
    return "safe" if "safe" in found else "unsafe" if found else None
