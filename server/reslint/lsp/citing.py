"""Actions on citations: add a footnote for a treaty or document, turn a full citation into a later mention."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..phrasing import sources_of
from ..phrasing.citing import CitationChange, changes

if TYPE_CHECKING:
    from ..engine.data.finding import Finding
    from ..text import Edit
    from .documents import Snapshot


def changes_at(snapshot: Snapshot, start: int, end: int) -> list[CitationChange]:
    """The changes to the citations that touch a span, each once."""
    found = {key_of(change): change for change in changes(snapshot.draft, start, end, sources_of(snapshot.checker))}
    return list(found.values())


def fixes(snapshot: Snapshot, change: CitationChange, finding: Finding) -> bool:
    """Whether a change is the remedy that the rule of a finding names, and stands where the finding does."""
    rule = snapshot.checker.ruleset.by_name.get(finding.rule)
    near = change.span.start < finding.span.end and finding.span.start < change.span.end
    return near and rule is not None and rule.remedy == change.sort


def key_of(change: CitationChange) -> str:
    """The key that tells a change from the others of the same text: its sort and the place of the citation."""
    return f"{change.sort} {change.span.start} {change.span.end}"


def change_edits(snapshot: Snapshot, key: str) -> Sequence[Edit]:
    """The edits of the change of that key; none if there is no such change."""
    sort, _, place = key.partition(" ")
    start, _, end = place.partition(" ")
    if not (start.isdigit() and end.isdigit()):
        return ()
    found = changes_at(snapshot, int(start), int(end))
    return next((sorted(change.edits) for change in found if key_of(change) == f"{sort} {place}"), ())
