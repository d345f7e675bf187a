"""A text that may be of several houses: only what all of them report is said, and no fix is safe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...text.record import replace

if TYPE_CHECKING:
    from ..data.finding import Finding
    from .runner import Outcome


def agreed(outcome: Outcome, others: Sequence[Outcome]) -> Outcome:
    """An outcome with the findings that the others have at the same place by the same rule.

    A fix is kept only where all have it. Fixes that would be safe in a house that is certain are unsafe here.
    """
    known = [{(each.rule, each.span): each for each in other.findings} for other in others]
    found = []
    for finding in outcome.findings:
        twins = [each.get((finding.rule, finding.span)) for each in known]
        if None not in twins:
            same = all(twin is not None and _edits(twin) == _edits(finding) for twin in twins)
            found.append(_unsure(finding, same))
    pending = outcome.pending or any(other.pending for other in others)
    return replace(outcome, findings=tuple(found), pending=pending)


def _edits(finding: Finding) -> object:
    return finding.fix and finding.fix.edits


def _unsure(finding: Finding, same: bool) -> Finding:
    fix = finding.fix if same else None
    return replace(finding, fix=replace(fix, safety="unsafe", formatting=False) if fix else None)
