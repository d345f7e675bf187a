"""Where findings lie in a file that counts no lines, and what of them can be said and written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.record import replace
from ..text.regex import lazy
from ..text.stopping import go_on

if TYPE_CHECKING:
    from ..draft import Draft
    from ..engine.data.finding import Finding
    from ..engine.packs.ruleset import Ruleset
    from ..formats import Original
    from ..reports.checked import Checked


_EMPHASIS = lazy(r"(?<=“)\*+([^*“”]+)\*+(?=[”,.;: ])")


def placed(file: Checked, original: Original, draft: Draft, ruleset: Ruleset) -> Checked:
    """The file with the places of its findings, where its original counts no lines.

    What is said of italics that the text does not show is left out, and so are asterisks around words to write: in such
    a file italics are what they are.
    """
    if original.has_lines:
        return file
    from ..draft.naming import paragraph_at

    found = [each for each in file.findings if original.shows_emphasis(each.span) or not _is_of_looks(each, ruleset)]
    spans = {finding.span for finding in found}
    spans |= {related.span for finding in found for related in finding.related}
    places = {}
    for span in spans:
        go_on()
        places[span] = original.place(span, paragraph_at(draft, span.start))
    possible = (_possible(_unmarked(finding), original) for finding in found)
    return replace(file, places=places, findings=tuple(possible))


def _unmarked(finding: Finding) -> Finding:
    """The finding with the words that it proposes as they look in the file."""
    if "“*" not in finding.message + (finding.fix.title if finding.fix is not None else ""):
        return finding
    fix = finding.fix
    fix = replace(fix, title=_EMPHASIS.sub(r"\1", fix.title)) if fix is not None else None
    return replace(finding, message=_EMPHASIS.sub(r"\1", finding.message), fix=fix)


def _is_of_looks(finding: Finding, ruleset: Ruleset) -> bool:
    """Whether a finding is about italics and their kin."""
    rule = ruleset.by_name.get(finding.rule)
    return rule is not None and any(step.reads_emphasis for step in rule.steps)


def _possible(finding: Finding, original: Original) -> Finding:
    """The finding; with the reason in place of its fix where its file has no place for that."""
    go_on()
    if not original.suffix:
        return replace(finding, fix=None)  # nothing is written, as its notice says
    reason = original.refusal(finding.fix.edits) if finding.fix is not None else ""
    return replace(finding, fix=None, message=f"{finding.message} {reason}") if reason else finding
