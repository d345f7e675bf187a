"""Which signs of emphasis belong together: as CommonMark 0.31.2 pairs them ("Emphasis and strong emphasis").

Beyond it, asterisks after a space close what nothing else does: LibreOffice and mammoth write `*Requests *the`, which
Markdown would print with both asterisks; and so they do round a single mark, as in `bells**;**` of pandoc.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .folded import Style
from .record import NamedTuple
from .span import Span

END = "\n"
"""The text after the words."""


class DelimiterRun(NamedTuple):
    """A run of equal signs: which of the collected items it is, its local offset, and what may be on its sides."""

    item: int
    local: int
    mark: str
    before: str
    """The character before it; a space at the start of the words."""
    after: str

    @property
    def is_left(self) -> bool:
        """Whether words may be emphasised after it: left-flanking."""
        return not self.after.isspace() and (_is_word(self.after) or self.before.isspace() or not _is_word(self.before))

    @property
    def is_right(self) -> bool:
        """Whether words may be emphasised before it: right-flanking."""
        return not self.before.isspace() and (_is_word(self.before) or self.after.isspace() or not _is_word(self.after))

    @property
    def opens(self) -> bool:
        """Whether it may open emphasis."""
        return self.is_left and (self.mark[0] == "*" or not self.is_right or not _is_word(self.before))

    @property
    def closes(self) -> bool:
        """Whether it may close emphasis."""
        return self.is_right and (self.mark[0] == "*" or not self.is_left or not _is_word(self.after))


class Pair(NamedTuple):
    """The signs round emphasised words, in local offsets."""

    opening: Span
    closing: Span
    style: Style


class Pairs:
    """The pairs that runs make.

    `left` gives of each run, by its item, which of its signs stay characters: the first, and the one after the last.
    """

    def __init__(self, runs: Sequence[DelimiterRun]) -> None:
        self.found: list[Pair] = []
        self.left: dict[int, list[int]] = {run.item: [0, len(run.mark)] for run in runs}
        self._pair(runs)
        self._pair_round_sign(runs)
        self._pair_spaced(runs)

    def _pair(self, runs: Sequence[DelimiterRun]) -> None:
        """Pairs by the rules. No opener is looked for where one like it was not found: linear for any input."""
        stack: list[tuple[int, DelimiterRun, bool]] = []
        bottoms: dict[tuple[str, bool, int], int] = {}
        for number, run in enumerate(runs):
            opens, closes = run.opens, run.closes
            kind = run.mark[0], opens, len(run.mark) % 3
            while closes and self._size(run):
                bottom = bottoms.get(kind, -1)
                at = len(stack) - 1
                while at >= 0 and stack[at][0] > bottom and not _agree(stack[at], run, opens):
                    at -= 1
                if at < 0 or stack[at][0] <= bottom:
                    bottoms[kind] = stack[-1][0] if stack else -1
                    break
                opener = stack[at][1]
                self._match(opener, run, 2 if min(self._size(opener), self._size(run)) >= 2 else 1)
                del stack[at + 1 :]
                if not self._size(opener):
                    stack.pop()
            if opens and self._size(run):
                stack.append((number, run, closes))

    def _pair_round_sign(self, runs: Sequence[DelimiterRun]) -> None:
        """Pairs asterisks that are left on both sides of one punctuation mark behind a word: `bells**;**`."""
        for one, other in pairwise(runs):
            width = len(one.mark)
            beside = other.local == one.local + width + 1 and one.after == other.before
            if not beside or one.mark != other.mark or one.mark[0] == "_" or width > 2 or _is_word(one.after):
                continue
            if _is_word(one.before) and self._size(one) == self._size(other) == width and not one.after.isspace():
                self._match(one, other, width)

    def _pair_spaced(self, runs: Sequence[DelimiterRun]) -> None:
        """Pairs asterisks that are left, before words and after the space behind them."""
        opener: DelimiterRun | None = None
        for run in runs:
            if run.mark[0] == "_" or self._size(run) != len(run.mark) or len(run.mark) > 3:
                continue
            parts = not run.after.isspace() or (opener is not None and not opener.local and run.after != END)
            if opener is not None and opener.mark == run.mark and run.before.isspace() and parts:
                while self._size(run):
                    self._match(opener, run, min(2, self._size(run)))
                opener = None
            else:
                opener = run if run.is_left and not _is_word(run.before) else None

    def _size(self, run: DelimiterRun) -> int:
        first, last = self.left[run.item]
        return last - first

    def _match(self, opener: DelimiterRun, closer: DelimiterRun, width: int) -> None:
        opened, closed = self.left[opener.item], self.left[closer.item]
        opened[1] -= width
        start = opener.local + opened[1]
        end = closer.local + closed[0]
        closed[0] += width
        self.found.append(Pair(Span(start, start + width), Span(end, end + width), "bold" if width == 2 else "italic"))


def _agree(opener: tuple[int, DelimiterRun, bool], closer: DelimiterRun, opens: bool) -> bool:
    """Whether an opener and a closer may be a pair: the same sign, and no three of them where one is both."""
    _, run, closes = opener
    if run.mark[0] != closer.mark[0]:
        return False
    first, last = len(run.mark), len(closer.mark)
    return not (opens or closes) or (first + last) % 3 != 0 or (first % 3 == 0 and last % 3 == 0)


def _is_word(character: str) -> bool:
    return character.isalnum()
