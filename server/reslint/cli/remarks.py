"""Findings as remarks in the margin of a draft: what is wrong, what to write, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..formats import Remark

if TYPE_CHECKING:
    from ..engine.data.finding import Finding
    from ..engine.packs.ruleset import Ruleset


def remarks_of(findings: Iterable[Finding], ruleset: Ruleset) -> list[Remark]:
    """A remark for each finding, on its words: message, the fix that is offered, why, and the rule."""
    return [Remark(finding.span, "\n".join(_lines(finding, ruleset))) for finding in findings]


def _lines(finding: Finding, ruleset: Ruleset) -> list[str]:
    lines = [finding.message]
    if finding.fix is not None:
        lines.append(f"Fix: {finding.fix.title}")
    rule = ruleset.by_name.get(finding.rule)
    why = " ".join(rule.why.split()) if rule is not None else ""
    return [*lines, f"{why} ({finding.rule})".strip()]
