"""Whether a pattern can run for ever, decided from the pattern alone.

A backtracking matcher tries every way in which a text can be divided among the parts of a pattern. Two things make
the ways too many (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991): a repeat whose rounds can
read the same text differently doubles them with every round, and repeats that follow each other and can take the
same text multiply them by its length. Both are found by following several readings of one text at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from .automaton import Automaton, Loop, TooComplex, build
from .regex import parse

TEXT_LENGTH = 2_000
"""The length of paragraph for which the steps are counted."""
MAXIMUM_STEPS = 20_000_000
"""How many steps a search through it may take; a search with one unbounded repeat takes the square of its length."""
_STARTS = (("AT", "AT_BEGINNING"), ("AT", "AT_BEGINNING_STRING"))
_MAXIMUM_WAYS = 2_000
_MAXIMUM_FACTOR = 5
"""How far other choices may multiply the steps of repeats."""
_LOOK = 40
_BEAM = 6
_BUDGET = 250_000
"""Some tenths of a second; the patterns of the packs that come with the program take a fifth of it at most."""

Node = tuple[int, ...]


def danger(pattern: str, *, ignore_case: bool = False, at_start: bool = False) -> str:
    """Why a pattern that compiles could run away; "" when it cannot."""
    try:
        sequence, flags = parse(pattern)
        automaton = build(sequence, ignore_case=ignore_case or "(?i" in pattern or bool(flags & re.IGNORECASE))
        anchored = at_start or (bool(sequence) and sequence[0] in _STARTS and not flags & re.MULTILINE)
        return _Search(automaton, 1 if anchored else TEXT_LENGTH).verdict()
    except TooComplex:
        return "this pattern is too large to be judged; divide it into several"


class _Search:
    def __init__(self, automaton: Automaton, starts: int) -> None:
        self.automaton = automaton
        self.starts = starts
        self.most_steps = 0.0
        """The most steps of a chain of repeats, but for the ways that `ways` counts as well."""
        self.steps = 0
        self.members: dict[int, list[int]] = {}
        self.outermost: dict[int, Loop] = {}
        for position, loops in enumerate(automaton.loops):
            if loops:
                self.members.setdefault(id(loops[0]), []).append(position)
                self.outermost[id(loops[0])] = loops[0]

    def verdict(self) -> str:
        """The verdict in words; "" when nothing is wrong."""
        for key, positions in self.members.items():
            doubled = self.doubles(set(positions))
            if doubled is not None:
                loop = self.outermost[key]
                inside = self.automaton.loops[doubled][-1]
                named = f"“{inside.text}” inside “{loop.text}”" if inside is not loop else f"“{loop.text}”"
                return (
                    f"this pattern can run for ever: {named} can read the same words in many ways; "
                    "let every round begin with something that nothing else in it can match, as in “\\w+(?: \\w+)*”"
                )
        chain = self.chain()
        if chain:
            named = " and ".join(f"“{loop.text}”" for loop in chain)
            return (
                f"this pattern can run for ever: {named} can match the same words one after the other; "
                "put something between them that the first cannot match, or bound them, as in “.{0,60}”"
            )
        ways = self.ways()
        if ways > _MAXIMUM_WAYS or ways * self.most_steps > MAXIMUM_STEPS * _MAXIMUM_FACTOR:
            return "this pattern can run for ever: its alternatives can match the same words in too many ways"
        return ""

    def spend(self, steps: int = 1) -> None:
        """Count steps of the search itself. Raises TooComplex when there are too many."""
        self.steps += steps
        if self.steps > _BUDGET:
            raise TooComplex

    def reach(self, starts: Iterable[Node], following: Callable[[Node], Iterator[Node]]) -> set[Node]:
        """All nodes that can be reached from `starts`, these included."""
        seen = set(starts)
        waiting = list(seen)
        while waiting:
            for node in following(waiting.pop()):
                if node not in seen:
                    seen.add(node)
                    waiting.append(node)
        return seen

    def together(self, node: Node, allowed: tuple[set[int], ...]) -> Iterator[Node]:
        """Where several readings can be after one more character that all of them take."""
        edges, masks = self.automaton.edges, self.automaton.masks

        def extend(index: int, common: int, so_far: Node) -> Iterator[Node]:
            if index == len(node):
                yield so_far
                return
            for target in edges[node[index]]:
                self.spend()
                if target in allowed[index] and (shared := common & masks[target]):
                    yield from extend(index + 1, shared, (*so_far, target))

        return extend(0, -1, ())

    def doubles(self, inside: set[int]) -> int | None:
        """A position of a loop at which two readings of one text meet again; None when there is none."""
        for position in inside:
            for target, ways in self.automaton.edges[position].items():
                if ways > 1 and target in inside:
                    return position
        apart: dict[Node, set[Node]] = {}
        allowed = (inside, inside)

        def following(node: Node) -> Iterator[Node]:
            for target in self.together(node, allowed):
                apart.setdefault(target, set()).add(node)
                yield target

        diagonal: list[Node] = [(p, p) for p in inside]
        reached = self.reach(diagonal, following)
        back = self.reach(diagonal, lambda node: iter(apart.get(node, ())))
        return next((node[0] for node in reached & back if node[0] != node[1]), None)

    def chain(self) -> tuple[Loop, ...]:
        """Loops that can take the same text one after the other, so that the ways multiply beyond measure."""
        following: dict[int, list[int]] = {key: [] for key in self.members}
        for one in self.members:
            for other in self.members:
                if one != other and self.multiplies(one, other):
                    following[one].append(other)
        waiting: list[Node] = [(key,) for key in self.members]
        while waiting:
            path = waiting.pop()
            self.spend(len(path))
            steps = float(self.starts)
            for key in path:
                steps *= min(self.outermost[key].most, TEXT_LENGTH)
            # A chain of repeats has ways of its own: as many in a short text as it has characters.
            self.most_steps = max(self.most_steps, steps / _LOOK ** (len(path) - 1))
            if steps > MAXIMUM_STEPS:
                return tuple(self.outermost[key] for key in path)
            waiting.extend((*path, key) for key in following[path[-1]] if key not in path)
        return ()

    def multiplies(self, one: int, other: int) -> bool:
        """Whether a text can be read inside one loop, inside the other, and from the first into the second."""
        # Sets are made far sooner than steps are taken.
        self.spend(1 + len(self.automaton.masks) // 16)
        first, second = set(self.members[one]), set(self.members[other])
        everywhere = set(range(len(self.automaton.masks)))
        for p in first:
            reached = self.reach([(p, p)], lambda node: self.together(node, (first, everywhere)))
            for q in second:
                self.spend()
                if (p, q) not in reached:
                    continue
                allowed = (first, everywhere, second)
                triple = self.reach([(p, p, q)], lambda node, a=allowed: self.together(node, a))  # type: ignore[misc]
                if (p, q, q) in triple:
                    return True
        return False

    def ways(self) -> int:
        """The most ways of reading one text that a short search for such a text comes upon."""
        masks = self.automaton.masks
        beam: list[dict[int, int]] = []
        for bit in range(max(masks, default=0).bit_length()):
            beam.append({p: w for p, w in self.automaton.first.items() if masks[p] >> bit & 1})
        most = self.automaton.empty
        for _ in range(_LOOK):
            beam = sorted((s for s in beam if s), key=lambda state: -sum(state.values()))[:_BEAM]
            if not beam:
                break
            last = self.automaton.last
            done = max(sum(ways * last.get(position, 0) for position, ways in state.items()) for state in beam)
            most = max(most, done, *(sum(state.values()) for state in beam))
            if most > _MAXIMUM_WAYS:
                break
            beam = [after for state in beam for after in self.after(state)]
        return most

    def after(self, state: dict[int, int]) -> Iterator[dict[int, int]]:
        """The ways after one more character, for every character that makes a difference."""
        masks = self.automaton.masks
        targets: dict[int, int] = {}
        for position, ways in state.items():
            for target, more in self.automaton.edges[position].items():
                self.spend()
                targets[target] = targets.get(target, 0) + ways * more
        for mask in {masks[target] for target in targets}:
            yield {t: w for t, w in targets.items() if masks[t] & mask & -mask}
        common = -1
        for target in sorted(targets, key=lambda t: -targets[t]):
            common = common & masks[target] or common
        if common > 0:
            yield {t: w for t, w in targets.items() if masks[t] & common & -common}
