"""Applying fixes to a text until none is left."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice

from ...text import Chain, Edit, Text, apply_edits, chained, conflicts
from ...text.record import dataclass, field
from ...text.stopping import go_on
from ..data.finding import Finding

Lint = Callable[[Text], Sequence[Finding]]
"""Finds what is wrong in a text; must find the same in the same text."""
Refusal = Callable[[Sequence[Edit]], str]
"""Why edits of the text as it came in have no place in its file; "" where they have one (see `formats.Original`).

It is asked about those of one paragraph, or of as many as a fix changes, at a time."""

ROUNDS = 100
"""More rounds than this no text needs: renumbering and the like settle in three or four."""

ROOM = 20_000
"""Fixes that make a text longer than twice its length and so many characters more will never end."""


@dataclass(frozen=True, slots=True)
class FixResult:
    """A text after its fixes, and the edits that make it of the text that came in: in order, none conflicting.

    `applied` counts the fixes by rule; `findings` are those of the text as it is now. `unstable` names rules whose
    fixes undo each other or never end: they were left out.
    """

    text: Text
    edits: tuple[Edit, ...]
    applied: Mapping[str, int]
    findings: tuple[Finding, ...]
    rounds: int
    unstable: tuple[str, ...] = ()
    refused: Mapping[Finding, str] = field(default_factory=dict)
    """The findings whose fixes have no place in the file, and why."""


def fix_all(
    text: Text, lint: Lint, *, unsafe: bool = False, limit: int = ROUNDS, refusal: Refusal | None = None
) -> FixResult:
    """Apply the safe fixes, with `unsafe` the others too, in rounds until nothing changes.

    A round takes the findings in order of the text and applies every fix that conflicts with none before it; of one
    fix all edits are made, or none. Rules whose fixes go round in a circle, are still at it after `limit` rounds or
    make the text grow without end are left out as if they had no fixes, so that a second time nothing changes. So are
    fixes of which `refusal`, asked with what the rounds before it have done there, gives a reason.
    """
    unstable: set[str] = set()
    while True:
        result, restless = _Settling(text, lint, unsafe, frozenset(unstable), refusal).until_nothing_changes(limit)
        if result is not None:
            return result
        unstable |= restless


def fix_once(text: Text, findings: Iterable[Finding], *, unsafe: bool = False) -> Text:
    """The text after one round of the fixes of these findings."""
    edits, _ = one_round(text.content, findings, unsafe=unsafe)
    return Text(apply_edits(text.content, edits))


class _Settling:
    """The rounds of fixes of one text."""

    def __init__(self, text: Text, lint: Lint, unsafe: bool, unstable: frozenset[str], refusal: Refusal | None) -> None:
        self.text = text
        self.lint = lint
        self.unsafe = unsafe
        self.unstable = unstable
        self.refusal = refusal
        self.rounds: list[tuple[Edit, ...]] = []
        self.refused: dict[Finding, str] = {}

    def until_nothing_changes(self, limit: int) -> tuple[FixResult | None, set[str]]:
        """The result of the fixes of the text; None, and the rules that are to blame, where they never end."""
        text = self.text
        applied: Counter[str] = Counter()
        seen = {text.content: 0}
        longest = 2 * len(text) + ROOM
        history: list[set[str]] = []
        while True:
            findings = tuple(self.lint(text))
            edits, rules = one_round(text.content, self._possible(findings), unsafe=self.unsafe, unstable=self.unstable)
            if not edits:
                return self._result(text, applied, findings), set()
            text = Text(apply_edits(text.content, edits))
            self.rounds.append(edits)
            history.append(set(rules))
            if text.content in seen:
                return None, set().union(*history[seen[text.content] :])
            if len(history) >= limit or len(text) > longest:
                return None, history[-1]
            seen[text.content] = len(history)
            applied.update(rules)

    def _possible(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """The findings of a round whose fixes have a place in the file."""
        if self.refusal is None:
            return findings
        chain = Chain(self.text.content, self.rounds)
        self.refused = {}
        for one in findings:
            go_on()
            if one.fix and (self.unsafe or one.fix.safety == "safe"):
                reason = self.refusal(chain.near(one.fix.edits))
                if reason:
                    self.refused[one] = reason
        return [one for one in findings if one not in self.refused]

    def _result(self, text: Text, applied: Mapping[str, int], findings: tuple[Finding, ...]) -> FixResult:
        edits = chained(self.text.content, self.rounds)
        unstable = tuple(sorted(self.unstable))
        return FixResult(text, edits, dict(applied), findings, len(self.rounds), unstable, self.refused)


def one_round(
    content: str, findings: Iterable[Finding], *, unsafe: bool = False, unstable: Collection[str] = ()
) -> tuple[tuple[Edit, ...], Counter[str]]:
    """The edits of one round, in order of the text, and how many fixes of each rule they are.

    Of fixes that conflict the first is made; those of `unstable` rules are left out.
    """
    chosen: list[Edit] = []
    rules: Counter[str] = Counter()
    candidates = [
        (finding.fix.edits, finding.rule)
        for finding in findings
        if finding.fix and (unsafe or finding.fix.safety == "safe") and finding.rule not in unstable
    ]
    for edits, rule in sorted(candidates, key=lambda candidate: min(candidate[0])):
        if _changes(content, edits) and not any(clashes(chosen, edit) for edit in edits):
            rules[rule] += 1
            for edit in edits:
                at = bisect_left(chosen, edit)
                if chosen[at : at + 1] != [edit]:
                    chosen.insert(at, edit)
    return tuple(chosen), rules


def _changes(content: str, edits: Iterable[Edit]) -> bool:
    return any(content[edit.span.start : edit.span.end] != edit.text for edit in edits)


def clashes(chosen: Sequence[Edit], edit: Edit) -> bool:
    """Whether an edit conflicts with one of those chosen, which are in order and conflict with none of each other."""
    at = bisect_left(chosen, edit)
    for other in islice(chosen, at, None):
        if conflicts(other, edit):
            return True
        if other.span.start > edit.span.end:
            break
    return any(conflicts(other, edit) for other in chosen[max(at - _BEFORE, 0) : at])


_BEFORE = 3
"""Of edits that do not overlap, so many at most end at or after a place: an insertion and a change on each side."""
