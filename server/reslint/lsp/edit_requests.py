"""The edits of actions: fix, suppress, renumber. Pure functions of a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ..engine.edits.bywords import by_words
from ..engine.edits.suppressing import suppressing_edits
from ..text import Edit, Span, conflicts
from ..text.record import dataclass
from .citing import change_edits

if TYPE_CHECKING:
    from ..engine.data.finding import Finding
    from .documents import Snapshot

FIX, FIX_RULE, FIX_ALL = "fix", "fix-rule", "fix-all"
SUPPRESS, SUPPRESS_FILE = "suppress", "suppress-file"
SUPPRESS_SAYING, SUPPRESS_FILE_SAYING = "suppress-saying-why", "suppress-file-saying-why"
PARAGRAPHS, NOTES = "renumber-paragraphs", "renumber-footnotes"
CITE = "cite"
SUPPRESS_PROJECT = "suppress-project"
"""A change of another file: see `silencing`."""
REASON = "reason"
"""The word that whoever suppresses a finding and says why is to type over."""


@dataclass(frozen=True, slots=True)
class EditRequest:
    """Something to do to a text; `what` is the index of a finding or the name of a rule, where that is needed."""

    do: str
    what: str = ""

    def data(self, snapshot: Snapshot) -> dict[str, str]:
        """The data that a client keeps of it and sends back."""
        return {"uri": snapshot.uri, "serial": snapshot.serial, "do": self.do, "what": self.what}


def edits_of(snapshot: Snapshot, edit_request: EditRequest) -> Sequence[Edit]:
    """The edits that a request asks for; none for one that there is not."""
    known: dict[str, Callable[[Snapshot, str], Sequence[Edit]]] = {
        FIX: _fix,
        FIX_RULE: _fix_rule,
        FIX_ALL: _fix_all,
        SUPPRESS: _suppress,
        SUPPRESS_FILE: _suppress_in_file,
        SUPPRESS_SAYING: partial(_suppress, reason=REASON),
        SUPPRESS_FILE_SAYING: partial(_suppress_in_file, reason=REASON),
        PARAGRAPHS: _renumber_paragraphs,
        NOTES: _renumber_notes,
        CITE: change_edits,
    }
    return known[edit_request.do](snapshot, edit_request.what) if edit_request.do in known else ()


def blank_of(edit_request: EditRequest, edits: Sequence[Edit]) -> Span | None:
    """Where the word to be typed over stands in the words of the one edit of a request; None where there is none."""
    if edit_request.do not in (SUPPRESS_SAYING, SUPPRESS_FILE_SAYING) or len(edits) != 1:
        return None
    at = edits[0].text.rindex(REASON)
    return Span(at, at + len(REASON))


def can_renumber(snapshot: Snapshot, what: str) -> bool:
    """Whether renumbering would change anything."""
    return bool(edits_of(snapshot, EditRequest(what)))


def _finding(snapshot: Snapshot, index: str) -> Finding | None:
    findings = snapshot.outcome.findings
    return findings[int(index)] if index.isdigit() and int(index) < len(findings) else None


def _fix(snapshot: Snapshot, index: str) -> Sequence[Edit]:
    finding = _finding(snapshot, index)
    return finding.fix.edits if finding and finding.fix else ()


def _fix_rule(snapshot: Snapshot, rule: str) -> Sequence[Edit]:
    """The fixes of one rule that go together; of two that conflict the first."""
    chosen: list[Edit] = []
    for finding in snapshot.outcome.findings:
        edits = finding.fix.edits if finding.rule == rule and finding.fix else ()
        if not any(conflicts(edit, other) for edit in edits for other in chosen):
            chosen += [edit for edit in edits if edit not in chosen]
    return sorted(chosen)


def _fix_all(snapshot: Snapshot, _what: str) -> Sequence[Edit]:
    done = snapshot.checker.fix(snapshot.draft, snapshot.outcome.findings, patient=False)
    return by_words(snapshot.text.content, done.edits)


def _suppress(snapshot: Snapshot, index: str, reason: str = "") -> Sequence[Edit]:
    finding = _finding(snapshot, index)
    return suppressing_edits(snapshot.text, [finding], reason) if finding else ()


def _suppress_in_file(snapshot: Snapshot, index: str, reason: str = "") -> Sequence[Edit]:
    finding = _finding(snapshot, index)
    if finding is None:
        return ()
    text, end = snapshot.text, snapshot.text.line_end
    head = next(iter(snapshot.draft.nodes("front-matter")), None)
    at = 0 if head is None else text.line_starts[min(text.line_of(head.span.end) + 1, text.line_count - 1)]
    said = f" -- {reason}" if reason else ""
    return (Edit(Span(at, at), f"<!-- reslint-disable-file {finding.rule}{said} -->{end}{end}"),)


def _renumber_paragraphs(snapshot: Snapshot, _what: str) -> Sequence[Edit]:
    from ..engine.edits.renumber import renumber_paragraphs

    references = snapshot.checker.references
    return _merged(renumber_paragraphs(snapshot.draft, references)) if references else ()


def _renumber_notes(snapshot: Snapshot, _what: str) -> Sequence[Edit]:
    from ..engine.edits.footnotes import renumber_notes

    return _merged(renumber_notes(snapshot.draft))


def _merged(edits: Sequence[Edit]) -> Sequence[Edit]:
    return sorted(set(edits))
