"""Applying fixes to a text until none is left, and writing a text to its file."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from ...text import Edit, Source, Text, apply_edits, conflicts, encode
from ...text.record import dataclass
from ..data.finding import Finding

Lint = Callable[[Text], Sequence[Finding]]
"""Finds what is wrong in a text; must find the same in the same text."""

ROUNDS = 100
"""More rounds than this no text needs: renumbering and the like settle in three or four."""

ROOM = 20_000
"""Fixes that make a text longer than twice its length and so many characters more will never end."""


@dataclass(frozen=True, slots=True)
class FixResult:
    """A text after its fixes.

    `applied` counts them by rule; `findings` are those of the text as it is now. `unstable` names rules whose fixes
    undo each other or never end: they were left out.
    """

    text: Text
    applied: Mapping[str, int]
    findings: tuple[Finding, ...]
    rounds: int
    unstable: tuple[str, ...] = ()


def fix_all(text: Text, lint: Lint, *, unsafe: bool = False, limit: int = ROUNDS) -> FixResult:
    """Apply the safe fixes, with `unsafe` the others too, in rounds until nothing changes.

    A round takes the findings in order of the text and applies every fix that conflicts with none before it; of one
    fix all edits are made, or none. Rules whose fixes go round in a circle, are still at it after `limit` rounds or
    make the text grow without end are left out as if they had no fixes, so that a second time nothing changes.
    """
    unstable: set[str] = set()
    while True:
        result, restless = _settle(text, lint, unsafe, limit, unstable)
        if not restless:
            return result
        unstable |= restless


def fix_once(text: Text, findings: Iterable[Finding], *, unsafe: bool = False) -> Text:
    """The text after one round of the fixes of these findings."""
    edits, _ = one_round(text.content, findings, unsafe=unsafe)
    return Text(apply_edits(text.content, edits))


def _settle(text: Text, lint: Lint, unsafe: bool, limit: int, unstable: set[str]) -> tuple[FixResult, set[str]]:
    """The text when nothing changes any more; else the rules that keep it changing."""
    applied: Counter[str] = Counter()
    seen = {text.content: 0}
    longest = 2 * len(text) + ROOM
    history: list[set[str]] = []
    while True:
        findings = tuple(lint(text))
        edits, rules = one_round(text.content, findings, unsafe=unsafe, unstable=unstable)
        if not edits:
            return FixResult(text, dict(applied), findings, len(history), tuple(sorted(unstable))), set()
        text = Text(apply_edits(text.content, edits))
        history.append(set(rules))
        if text.content in seen:
            return _unsettled(text), set().union(*history[seen[text.content] :])
        if len(history) >= limit or len(text) > longest:
            return _unsettled(text), history[-1]
        seen[text.content] = len(history)
        applied.update(rules)


def _unsettled(text: Text) -> FixResult:
    return FixResult(text, {}, (), 0)


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


def write_source(path: Path, source: Source, before: Source) -> None:
    """Write a text to its file, all of it or nothing; see `write_whole`. `before` is what was read from the file.

    Line ends are those of the text, the byte order mark that of the source. Raises OSError, and UnicodeEncodeError for
    a text that no file can hold.
    """
    from ...text.writing import write_whole

    write_whole(path, encode(source), encode(before))
