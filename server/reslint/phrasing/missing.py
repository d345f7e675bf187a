"""Words that a paragraph lacks and could simply be given: the date of a first mention, the sequence adverb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..text import Edit, Span
from ..text.record import NamedTuple

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.data.finding import Finding
    from ..engine.packs.ruleset import Ruleset

_KINDS = frozenset({"adverb-missing", "mention-undated"})
"""The kinds of check whose fixes add such words."""


class Missing(NamedTuple):
    """Words that are due at a place."""

    words: str
    """Without the blanks around them: "of 19 December 2011", "also", "Also"."""
    edit: Edit
    """The edits that write them; they are due where it begins."""
    finding: Finding


def missing(draft: Draft, findings: Iterable[Finding], ruleset: Ruleset, within: Span) -> Iterator[Missing]:
    """The words that findings in a span of the source, ends included, say are lacking, in the order of the findings.

    Where a rule is silent, because it is switched off or suppressed or holds for other organs, nothing is lacking.
    """
    for finding in findings:
        rule = ruleset.by_name.get(finding.rule)
        if finding.fix is None or len(finding.fix.edits) != 1 or rule is None:
            continue
        edit = finding.fix.edits[0]
        if not within.start <= edit.span.start <= within.end:
            continue
        if any(check.get("kind") in _KINDS for check in rule.data.get("check") or ()):
            words = _added(draft.text.slice(edit.span), edit.text)
            if words:
                yield Missing(words, edit, finding)


def _added(old: str, new: str) -> str:
    """The words that an edit puts before what stands there, whatever becomes of its capital; "" if it does not."""
    kept = len(new) - len(old)
    return new[:kept].strip() if new[kept:].casefold() == old.casefold() else ""
