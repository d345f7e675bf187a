"""A parsed pattern as an automaton, for reasoning about how often a matcher can go back.

Every element that takes up a character is a *position*. From each position an edge leads to every position that may
come next, once for each way there. Characters stand for their classes: a handful of samples is enough to tell
whether two elements can take the same character. Case is always disregarded, anchors are passed, and a back
reference is taken for the group it repeats; so the automaton can do whatever the pattern can, and sometimes more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from ...text.record import dataclass, field
from .regex import REPEATS, UNBOUNDED, Item, category, inner, items, written

MAXIMUM_POSITIONS = 3_000
MAXIMUM_WORK = 500_000
"""So many entries are looked at to build one automaton: a tenth of a second."""
MANY = 1_000_000
"""Ways are counted no further."""
_SAMPLES = "aZz059_ \t\n-.,;:'\"()[]é½²\u00a0\u2019\u2014中\x00"


class TooComplex(Exception):
    """A pattern that is too large to be judged."""


@dataclass(slots=True)
class Loop:
    """A repeat of which one can go back into every round; `most` rounds at most."""

    text: str
    most: float


@dataclass(slots=True)
class Automaton:
    """Positions with the characters they take (bits of the samples), edges between them, and loops they lie in."""

    masks: list[int] = field(default_factory=list)
    loops: list[tuple[Loop, ...]] = field(default_factory=list)
    """The loops around each position, outermost first."""
    edges: list[dict[int, int]] = field(default_factory=list)
    """For each position the next ones, and the number of ways there."""
    first: dict[int, int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)
    empty: int = 0
    """In how many ways it matches nothing."""


Entry = dict[int, int]


@dataclass(slots=True)
class _Part:
    """A part of a pattern: what it starts and ends with, and in how many ways it can be empty."""

    first: Entry
    last: Entry
    empty: int


def build(sequence: list[Item], *, ignore_case: bool) -> Automaton:
    """The automaton of a parsed pattern. Raises TooComplex."""
    builder = _Builder(sequence, ignore_case)
    whole = builder.sequence(sequence, ())
    automaton = builder.automaton
    automaton.first, automaton.last, automaton.empty = whole.first, whole.last, whole.empty
    return automaton


class _Builder:
    def __init__(self, sequence: list[Item], ignore_case: bool) -> None:
        self.automaton = Automaton()
        self.ignore_case = ignore_case
        self.groups: dict[int, list[Item]] = {}
        self.work = 0
        self.samples = "".join(sorted(set(_SAMPLES) | _characters(sequence)))
        self.codes = [self._codes(character) for character in self.samples]
        self.literals: dict[int, int] = {}
        """The masks of characters that stand for themselves, by code."""

    def _codes(self, character: str) -> list[int]:
        """The codes under which a sample is looked for."""
        forms = {character, character.lower(), character.upper()} if self.ignore_case else {character}
        return [ord(form) for form in forms if len(form) == 1]

    def sequence(self, sequence: Iterable[Item], loops: tuple[Loop, ...]) -> _Part:
        """Elements that follow each other."""
        whole = _Part({}, {}, 1)
        for operation, argument in sequence:
            whole = self.join(whole, self.element(operation, argument, loops))
        return whole

    def spend(self, work: int) -> None:
        """Count entries that are looked at. Raises TooComplex when there are too many."""
        self.work += work
        if self.work > MAXIMUM_WORK:
            raise TooComplex

    def join(self, left: _Part, right: _Part) -> _Part:
        """One part after another."""
        self.spend(1 + len(left.first) + len(right.first) + len(left.last) + len(right.last))
        self.connect(left.last, right.first)
        return _Part(
            _added(left.first, right.first, left.empty),
            _added(right.last, left.last, right.empty),
            min(MANY, left.empty * right.empty),
        )

    def connect(self, ends: Entry, starts: Entry) -> None:
        """Edges from every end to every start."""
        self.spend(len(ends) * len(starts))
        for end, ways in ends.items():
            edges = self.automaton.edges[end]
            for start, more in starts.items():
                edges[start] = min(MANY, edges.get(start, 0) + ways * more)

    def element(self, operation: str, argument: Any, loops: tuple[Loop, ...]) -> _Part:
        """One element."""
        if operation in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
            return self.position(self.mask(operation, argument), loops)
        if operation in REPEATS:
            return self.repeat(operation, argument, loops)
        if operation == "GROUPREF":
            return self.sequence(self.groups.get(argument, []), loops)
        if operation in {"ASSERT", "ASSERT_NOT"}:
            # Looking ahead is a way of its own that leads nowhere; looking behind is of fixed length.
            ahead = self.sequence(inner(operation, argument)[0], loops) if argument[0] > 0 else _Part({}, {}, 0)
            return _Part(ahead.first, {}, 1)
        parts = inner(operation, argument)
        if operation == "SUBPATTERN" and argument[0]:
            self.groups[argument[0]] = parts[0]
        if not parts:
            return _Part({}, {}, 1)
        made = [self.sequence(part, loops) for part in parts]
        if operation == "GROUPREF_EXISTS" and len(made) == 1:
            made.append(_Part({}, {}, 1))
        whole = made[0]
        for other in made[1:]:
            whole = _Part(
                _added(whole.first, other.first, 1),
                _added(whole.last, other.last, 1),
                min(MANY, whole.empty + other.empty),
            )
        return whole

    def position(self, mask: int, loops: tuple[Loop, ...]) -> _Part:
        """A new position."""
        here = len(self.automaton.masks)
        if here >= MAXIMUM_POSITIONS:
            raise TooComplex
        self.automaton.masks.append(mask)
        self.automaton.loops.append(loops)
        self.automaton.edges.append({})
        return _Part({here: 1}, {here: 1}, 0)

    def mask(self, operation: str, argument: Any) -> int:
        """The samples that an element takes, as bits."""
        if operation == "LITERAL":
            known = self.literals.get(argument)
            if known is None:
                taken = (1 << bit for bit, codes in enumerate(self.codes) if argument in codes)
                known = self.literals[argument] = sum(taken)
            return known
        members = items(argument) if operation == "IN" else [(operation, argument)]
        negated = bool(members) and members[0][0] == "NEGATE"
        letters = {value for name, value in members if name == "LITERAL"}
        others = [(name, value) for name, value in members[negated:] if name != "LITERAL"]
        self.spend(len(self.samples) * len(others))
        mask = 0
        for bit, codes in enumerate(self.codes):
            if any((code in letters or any(_takes(*other, code) for other in others)) != negated for code in codes):
                mask |= 1 << bit
        return mask

    def repeat(self, operation: str, argument: Any, loops: tuple[Loop, ...]) -> _Part:
        """A repeat: copies where the number is fixed or one, else a loop."""
        least, most, content = int(argument[0]), argument[1], items(argument[2])
        if most == least:
            whole = _Part({}, {}, 1)
            for _ in range(least):
                whole = self.join(whole, self.sequence(content, loops))
            return whole
        if most > 1:
            rounds = float("inf") if most >= UNBOUNDED else float(most)
            loops = (*loops, Loop(written([(operation, argument)]), rounds))
        part = self.sequence(content, loops)
        if most > 1:
            self.connect(part.last, part.first)
        if most > 1 and part.empty:
            # The matcher allows itself one empty round at the end, so there is always a second way out.
            return _Part(part.first, {last: min(MANY, 2 * ways) for last, ways in part.last.items()}, 1 + part.empty)
        return _Part(part.first, part.last, min(MANY, part.empty + (least == 0)))


def _added(one: Entry, other: Entry, times: int) -> Entry:
    if not times:
        return one
    result = dict(one)
    for position, ways in other.items():
        result[position] = min(MANY, result.get(position, 0) + ways * times)
    return result


def _characters(sequence: Sequence[Item]) -> set[str]:
    """Every character that a pattern names, and the neighbours of the ends of its ranges."""
    found: set[str] = set()
    for operation, argument in sequence:
        ends: tuple[int, ...] = ()
        if operation in {"LITERAL", "NOT_LITERAL"}:
            ends = (argument,)
        elif operation == "RANGE":
            ends = (argument[0] - 1, *argument, argument[1] + 1)
        elif operation == "IN":
            found |= _characters(items(argument))
        found.update(chr(code) for code in ends if 0 <= code < 0x110000)
        for part in inner(operation, argument):
            found |= _characters(part)
    return found


def _takes(operation: str, argument: Any, code: int) -> bool:
    """Whether an element that stands for one character, no class, takes the one with that code."""
    if operation == "NOT_LITERAL":
        return bool(code != argument)
    if operation == "RANGE":
        return bool(argument[0] <= code <= argument[1])
    if operation == "CATEGORY":
        return _in_category(category(argument), chr(code))
    return True


@lru_cache(maxsize=4096)
def _in_category(written_category: str, character: str) -> bool:
    return re.match(written_category, character) is not None
