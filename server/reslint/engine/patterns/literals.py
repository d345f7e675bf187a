"""Strings one of which stands wherever a regular expression matches, so that other texts need not be searched.

For each part of a pattern it is worked out with what its matches begin and end, and all they can be if that is little
(as Cox does in "Regular Expression Matching with a Trigram Index", 2012). Where two parts meet, an end and a beginning
make a longer string. Of all sets of strings found in this way the one is taken that is likely to be met most rarely.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import product
from math import prod
from typing import Any, ClassVar

from ...text.record import NamedTuple
from .folding import Literals, lowered, zeroed
from .rarity import Classes, chance, share
from .regex import REPEATS, Item, category, inner, items, parse

Strings = frozenset[str]
MOST_STRINGS = 256
_MOST_CHARACTERS = 16
"""A class of more characters than this is not written out as so many strings."""
_MOST_ROUNDS = 16
_MOST_MORE = 4
"""With so many rounds more than it must have a repeated part is written out in full."""
_WHOLE = 1_000
_EACH, _SEARCH, _STOP = 0.003, 0.3, 8.0
"""The costs of looking for one string, for several at once, and of stopping there at every character of a text.

Matching a pattern everywhere costs 1."""
_UNBEGUN = 3.0
"""The cost of matching a pattern that begins with no character that `re` could run ahead to."""
_BEGUN = re.compile(r"[^\\(^]|\\[^bB]|\[(?!\^)")
_CHANGING = re.IGNORECASE | re.ASCII | re.LOCALE
"""Flags under which a class is not what it is without them."""
_NOTHING: Strings = frozenset({""})
_SAMPLE = " etaoinsrhldcumfpgwybvkxjqzETAOINSRHLDCUMFPGWYBVKXJQZ0123456789.,;:/()-–’“”$%\n"
_FIRST_CLASS = 0xF0000
"""Characters from here on, which Unicode gives to private use, stand for the classes of a pattern."""


class PatternPart(NamedTuple):
    """The knowledge of the texts that a part of a pattern matches."""

    exact: bool
    """Whether they are all in `start`, which then equals `end`."""
    start: Strings
    """With one of these each of them begins."""
    end: Strings
    """With one of these each of them ends."""
    inside: tuple[Strings, ...] = ()
    """Of each of these sets they hold a string, they or what a condition demands beside them."""

    def found(self) -> list[Strings]:
        """All sets of which a string is there."""
        return [*self.inside, self.start, self.end]


_EMPTY = PatternPart(True, _NOTHING, _NOTHING)
_ANYTHING = PatternPart(False, _NOTHING, _NOTHING)


def literals(pattern: str) -> Literals:
    """The strings to look for instead of a pattern; they may stand beside a match, where lookahead or lookbehind are.

    First strings one of which is in every text, once `lowered` and `zeroed`, in which the pattern is found, whether or
    not capitals matter. Then a simpler pattern that is found in every such text, if capitals do matter: a list of
    strings with classes of characters in them. Each is None where there is none or where it is not worth looking for.
    """
    reader, case_reader = _Reader(), _CaseReader()
    words, strings = reader.best(pattern), case_reader.best(pattern)
    own = 1.0 if _BEGUN.match(pattern) else _UNBEGUN
    costs = {(False, False): own}
    if words:
        looking, reading = reader.looking(words), chance(words, reader.classes)
        costs[True, False] = looking + reading * own
    if strings:
        search, after = case_reader.looking(strings), chance(strings, case_reader.classes)
        costs[False, True] = search + after * own
    if words and strings:
        costs[True, True] = looking + reading * search + min(reading, after) * own
    has_words, has_strings = min(costs, key=lambda each: costs[each])
    landmark = _alternatives(_tree(strings), case_reader.texts) if has_strings and strings else None
    return (words if has_words else None), landmark


class _Stretch:
    """Neighbouring elements all of whose texts are known, as many at a time as make few enough strings.

    What a pattern begins with may have so many forms that its middle would be cut short with them.
    """

    def __init__(self) -> None:
        self._now: list[Strings] = []
        self._before: list[list[Strings]] = []

    def add(self, element: PatternPart) -> None:
        """Take in the element that follows."""
        if not element.exact:
            self._end()
            return
        longer = [*self._now, element.start]
        if prod(map(len, longer)) > MOST_STRINGS:
            self._before.append(self._now)
            while prod(map(len, longer)) > MOST_STRINGS:
                del longer[0]
        self._now = longer

    def found(self) -> Iterator[Strings]:
        """The strings of each stretch, whole and without what it begins or ends with, which may make them fewer."""
        self._end()
        for stretch in self._before:
            for size in range(2, len(stretch) + 1):
                yield frozenset(map("".join, product(*stretch[:size])))
                yield frozenset(map("".join, product(*stretch[-size:])))

    def _end(self) -> None:
        self._before.append(self._now)
        self._now = []


class _Reader:
    """Reads a parsed pattern for strings in small letters, with 0 for every digit; no other class stays one."""

    IS_LOWER = True
    CLASSES: ClassVar[Classes] = {"0": (10 * share("0"), "0")}

    def __init__(self) -> None:
        self.groups: dict[int, PatternPart] = {}
        self.classes = dict(self.CLASSES)
        """For each character that stands for a class: its share, and the most frequent of its members."""

    def best(self, pattern: str) -> Strings | None:
        """The set that is likely to be met most rarely."""
        try:
            sequence, flags = parse(pattern)
            if flags & _CHANGING and not self.IS_LOWER:
                return None
            return self.rarest(self.sequence(sequence).found())
        except (re.error, OverflowError, RecursionError):
            return None

    def rarest(self, found: Iterable[Strings]) -> Strings | None:
        """That of several sets; None when there is none."""
        useful = {_without_longer(strings) for strings in set(found) if strings and "" not in strings}
        return min(useful, key=lambda strings: (self.cost(strings), sorted(strings)), default=None)

    def cost(self, strings: Strings) -> float:
        """The cost, which is to be as little as possible; matching the pattern against every paragraph costs 1."""
        return self.looking(strings) + chance(strings, self.classes)

    def looking(self, strings: Strings) -> float:
        """The cost of searching every paragraph for strings: `re` stops at each of their first characters."""
        return sum(_EACH if len(string) > 1 else _EACH / 5 for string in strings)

    def sequence(self, sequence: Sequence[Item]) -> PatternPart:
        """Elements that follow each other."""
        whole = run = _EMPTY
        stretch = _Stretch()
        for operation, argument in sequence:
            if operation in {"LITERAL", "IN"}:
                # A word in the pattern is a string of its own, whatever can stand before it.
                element = self.element(operation, argument)
                run = _joined(run, element)
                stretch.add(element)
            elif operation == "ASSERT":
                whole, run = _joined(whole, run), _EMPTY
                beside = self.sequence(inner(operation, argument)[0])
                seam = _joined(whole, beside) if argument[0] > 0 else beside
                whole = whole._replace(inside=(*whole.inside, *beside.found(), *seam.found()))
            elif operation not in {"AT", "ASSERT_NOT"}:
                element = self.element(operation, argument)
                whole, run = _joined(_joined(whole, run), element), _EMPTY
                stretch.add(element)
        whole = _joined(whole, run)
        return whole if whole.exact else whole._replace(inside=(*whole.inside, *stretch.found()))

    def element(self, operation: str, argument: Any) -> PatternPart:
        """One element that takes up characters."""
        if operation in {"LITERAL", "NOT_LITERAL", "IN", "ANY"}:
            strings = self.characters(operation, argument)
            return _ANYTHING if strings is None else PatternPart(True, strings, strings)
        if operation in REPEATS:
            return _repeated(self.sequence(items(argument[2])), int(argument[0]), argument[1])
        if operation == "GROUPREF":
            return self.groups.get(argument, _ANYTHING)
        parts = [self.sequence(part) for part in inner(operation, argument)]
        if operation == "GROUPREF_EXISTS" and len(parts) == 1:
            parts.append(_EMPTY)
        if operation == "SUBPATTERN":
            if argument[1] & _CHANGING and not self.IS_LOWER:
                return _ANYTHING
            if argument[0]:
                self.groups[argument[0]] = parts[0]._replace(inside=())
        return self.either(parts) if parts else _ANYTHING

    def either(self, parts: Sequence[PatternPart]) -> PatternPart:
        """One part or another."""
        if len(parts) == 1:
            return parts[0]
        start = frozenset().union(*(part.start for part in parts))
        end = frozenset().union(*(part.end for part in parts))
        if all(part.exact for part in parts) and len(start) <= MOST_STRINGS:
            return PatternPart(True, start, end)
        chosen = [self.rarest(part.found()) for part in parts]
        union: Strings = frozenset().union(*(strings or _NOTHING for strings in chosen))
        inside = (union,) if "" not in union and len(union) <= MOST_STRINGS else ()
        return PatternPart(False, _few(start, 1), _few(end, -1), inside)

    def characters(self, operation: str, argument: Any) -> Strings | None:
        """The characters that an element takes, as they stand in strings; None when they are too many."""
        found: set[str] = set()
        for name, value in items(argument) if operation == "IN" else [(operation, argument)]:
            if name == "CATEGORY" and category(value) == r"\d":
                found.add("0")
            elif name in {"LITERAL", "RANGE"}:
                first, last = (value, value) if name == "LITERAL" else value
                if last - first > 2 * _MOST_CHARACTERS:
                    return None
                found.update(map(chr, range(first, last + 1)))
            else:
                return None
        if not all(map(_is_plain, found)):
            return None
        small = frozenset(zeroed(character.lower()) for character in found)
        return small if len(small) <= _MOST_CHARACTERS else None


class _CaseReader(_Reader):
    """Reads a parsed pattern for strings with capitals as they are, where a character may stand for a class."""

    IS_LOWER = False
    CLASSES: ClassVar[Classes] = {}

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        """The classes as they are written in a pattern."""
        self.names: dict[str, str] = {}

    def looking(self, strings: Strings) -> float:
        """The cost of searching every paragraph for strings: `re` stops at each of their first characters."""
        first = {string[0] for string in strings}
        return _SEARCH + _STOP * sum(self.classes[each][0] if each in self.classes else share(each) for each in first)

    def characters(self, operation: str, argument: Any) -> Strings | None:
        """The character itself, or one that stands for all that the element takes."""
        if operation == "LITERAL":
            return frozenset({chr(argument)}) if argument < _FIRST_CLASS else None
        if operation != "IN":
            return None
        text = f"[{''.join(_members(items(argument)))}]"
        if text not in self.names:
            name = self.names[text] = chr(_FIRST_CLASS + len(self.names))
            taken = re.findall(text, _SAMPLE) or [""]
            self.texts[name] = text
            self.classes[name] = sum(map(share, taken)), max(taken, key=share)
        return frozenset({self.names[text]})


def _is_plain(character: str) -> bool:
    """Whether a text that matches a character holds its small form once lowered, whatever stands beside it."""
    return character.isascii() or (character.lower() == character.upper() and lowered(character) == character)


def _members(members: Iterable[Item]) -> Iterator[str]:
    for name, value in members:
        if name == "NEGATE":
            yield "^"
        elif name == "CATEGORY":
            yield category(value)
        elif name == "RANGE":
            yield f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        else:
            yield re.escape(chr(value))


def _without_longer(strings: Strings) -> Strings:
    """A string that holds another one adds nothing."""
    lengths = sorted({len(string) for string in strings})
    return frozenset(one for one in strings if not _holds_other(one, strings, lengths))


def _holds_other(string: str, strings: Strings, lengths: list[int]) -> bool:
    """Whether a part of a string, which has one of these lengths, is one of the strings, too."""
    for length in lengths:
        if length >= len(string):
            return False
        if any(string[at : at + length] in strings for at in range(len(string) - length + 1)):
            return True
    return False


def _joined(left: PatternPart, right: PatternPart) -> PatternPart:
    """One part after the other."""
    inside = left.inside + right.inside
    ends, starts = left.end, right.start
    seam = _product(ends, starts)
    inside += tuple(side for side in (ends, starts) if seam is None or len(side) < len(seam))
    if left.exact and right.exact and seam is not None:
        return PatternPart(True, seam, seam, inside)
    if seam is None:
        inside += (_cut(ends, starts, 1, 0), _cut(ends, starts, 0, 1), _cut(ends, starts, 1, 1))
    elif not left.exact and not right.exact:
        inside += (seam,)
    start = _cut(left.start, starts, 0, 1) if left.exact else left.start
    end = _cut(ends, right.end, 1, 0) if right.exact else right.end
    return PatternPart(False, start, end, inside)


def _product(ends: Strings, starts: Strings) -> Strings | None:
    """Each of some strings with each of others after it; None when that is too many."""
    if len(ends) * len(starts) > MOST_STRINGS:
        return None
    return frozenset(end + start for end in ends for start in starts)


def _cut(ends: Strings, starts: Strings, before: int, after: int) -> Strings:
    """The same, cut short so that they are few enough: before the seam if `before`, after it if `after`."""
    for width in (_WHOLE, 6, 4, 3, 2, 1):
        last = frozenset(end[-width:] for end in ends) if before else ends
        first = frozenset(start[:width] for start in starts) if after else starts
        if len(last) * len(first) <= MOST_STRINGS:
            return frozenset(end + start for end in last for start in first)
    if before and after:
        return _NOTHING
    whole = {end + start for end in ends for start in starts}
    return _few(whole, -1 if before else 1)


def _few(strings: Collection[str], side: int) -> Strings:
    """The strings, or what they begin with (side 1) or end with (side -1) where they are too many."""
    for width in (_WHOLE, 6, 4, 3, 2, 1):
        cut = frozenset(string[:width] if side > 0 else string[-width:] for string in strings)
        if len(cut) <= MOST_STRINGS:
            return cut
    return _NOTHING


def _repeated(part: PatternPart, least: int, most: int) -> PatternPart:
    """A part several times."""
    rounds = min(least, _MOST_ROUNDS)
    whole = reduce(_joined, [part] * rounds, _EMPTY)
    if most == rounds:
        return whole
    if part.exact and whole.exact and most - rounds <= _MOST_MORE:
        strings = longest = whole.start
        for _ in range(most - rounds):
            longest = _product(longest, part.start) or _NOTHING
            strings |= longest
        if longest != _NOTHING and len(strings) <= MOST_STRINGS:
            return PatternPart(True, strings, strings, whole.inside)
    if least == 0:
        return _ANYTHING
    return PatternPart(False, whole.start, whole.end, whole.inside)


class _Tree(dict[str, "_Tree"]):
    """Strings by their first character, the rest of them by the next, and so on; "" where one ends."""


def _tree(strings: Strings) -> _Tree:
    root = _Tree()
    for string in sorted(strings):
        at = root
        for character in [*string, ""]:
            at = at.setdefault(character, _Tree())
    return root


def _alternatives(tree: _Tree, classes: Mapping[str, str]) -> str:
    """A pattern for the strings of a tree.

    Where strings and classes begin it, all first characters are put into one class, which `re` can run ahead to.
    """
    first = [classes.get(character) or f"[{re.escape(character)}]" for character in tree]
    if len(tree) < 2 or classes.keys().isdisjoint(tree) or any(each.startswith("[^") for each in first):
        return "|".join(_written(tree, classes))
    after = [
        f"(?<={each})(?:{'|'.join(_written(rest, classes))})" for each, rest in zip(first, tree.values(), strict=True)
    ]
    return f"[{''.join(each[1:-1] for each in first)}](?:{'|'.join(after)})"


def _written(tree: _Tree, classes: Mapping[str, str]) -> list[str]:
    """The patterns that together find the strings of a tree."""
    options = []
    for character, rest in tree.items():
        after = [""] if "" in rest else _written(rest, classes)
        own = classes.get(character) or re.escape(character)
        options.append(own + (after[0] if len(after) == 1 else f"(?:{'|'.join(after)})"))
    return options or [""]
