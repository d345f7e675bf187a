"""Those who are asked: where their names begin and end, and how many they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...text.regex import lazy
from .model import Addressee

_COMMA = lazy(r",\s*")
_BLANK = lazy(r"\s+")
_WORD = lazy(r"\S+")
_TRAILING = ",;: "


class Actors:
    """Finds the names in a stretch of words such as “the Secretary-General and, as appropriate, all States”.

    Made from the lexicon `mandates`: `aside`, `cut`, `heads`, `listed`, `plain`, `begun`, `together`, `prepositions`,
    `drop`, `pronoun`, `groups`, and the words for `and`.
    """

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self._aside = lazy(str(lexicon["aside"]))
        self._cut = lazy(str(lexicon["cut"]))
        self._head = lazy(rf"(?<![\w-])(?:{str(lexicon['heads']).strip()})(?![\w-])")
        self._pronoun = lazy(str(lexicon["pronoun"]))
        self._listed = lazy(str(lexicon["listed"]))
        self._plain = lazy(str(lexicon["plain"]))
        self._begun = lazy(str(lexicon["begun"]))
        self._together = lazy(str(lexicon["together"]))
        self._preposition = lazy(str(lexicon["prepositions"]))
        self._drop = lazy(str(lexicon["drop"]))
        self._alone = lazy(str(lexicon["alone"]))
        self._leading = lazy(str(lexicon["leading"]))
        self._joint = lazy(str(lexicon["joint"]))
        self._groups = [(name, lazy(str(pattern))) for name, pattern in (lexicon.get("groups") or {}).items()]

    def find(self, text: str, start: int, end: int) -> tuple[Addressee, ...]:
        """Those named in `text[start:end]`; none where the words name nobody who could be asked."""
        found = []
        start = self._leading.match(text, start, end).end()  # type: ignore[union-attr] # it matches nothing, too
        for place in self._names(text, start, end):
            first, last = _trimmed(text, *place)
            name = text[first:last]
            if name and self.is_actor(name):
                found.append(Addressee(name, self.group(name), first, last))
        return tuple(found)

    def is_actor(self, name: str) -> bool:
        """Whether a phrase names somebody: its head is a word for those who act, or it is a proper name."""
        if self._pronoun.match(name):
            return True
        head = self._head_of(name)
        words = _WORD.findall(self._drop.sub("", head))
        if not words:
            return False
        return bool(self._head.search(head)) or all(word[0].isupper() for word in words)

    def group(self, name: str) -> str:
        """The name under which this one is counted."""
        bare = self._drop.sub("", name)
        return next((group for group, pattern in self._groups if pattern.search(bare)), bare)

    def _head_of(self, name: str) -> str:
        preposition = self._preposition.search(name, 1)
        return name[: preposition.start()] if preposition else name

    def _names(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        aside = hanging = False
        pending: tuple[int, int] | None = None
        kept = [match.span() for match in self._together.finditer(text, start, end)]
        pieces = list(_pieces(text, start, end, kept))
        joined = [at for at, piece in enumerate(pieces) if self._joint.search(text, *piece)]
        for at, (first, last) in enumerate(pieces):
            joint = self._joint.match(text, first, last)
            begin = joint.end() if joint else first
            if self._aside.match(text, begin, last):
                aside = True
                continue
            if not hanging and ((aside and not joint) or (at and not any(each >= at for each in joined))):
                continue  # “Israel, the occupying Power, …”
            hang = self._hang(text, begin, last)
            hanging = hang < last  # “States and, as appropriate, businesses”
            cut = self._cut.search(text, begin, hang)
            stop = cut.start() if cut else hang
            aside = bool(cut)
            for part in self._split(text, begin, stop, goes_on=not cut and last < end):
                if pending is not None and not self._is_closed(text, pending, part):
                    pending = (pending[0], part[1])
                    continue
                if pending is not None:
                    yield pending
                pending = part
        if pending is not None:
            yield pending

    def _hang(self, text: str, start: int, end: int) -> int:
        """Where “and” begins that ends a piece; the end of the piece where none does."""
        return next((each.start() for each in self._joint.finditer(text, start, end) if each.end() == end), end)

    def _is_closed(self, text: str, before: tuple[int, int], part: tuple[int, int]) -> bool:
        """Whether a name ends before another part.

        Not in “national, | regional and international organizations” and “the Committee on Economic, | Social and …”.
        """
        name = text[slice(*_trimmed(text, *before))]
        if not self.is_actor(name):
            return False
        following = text[slice(*part)].strip()
        fresh = self._drop.match(following) and self._begun.match(following)
        return self._is_named(following) or self._head_of(name) == name or bool(fresh)

    def _split(self, text: str, start: int, end: int, goes_on: bool) -> Iterator[tuple[int, int]]:
        """The parts between “and”, where each is a name of its own; the last may go on behind a comma."""
        kept = [match.span() for match in self._together.finditer(text, start, end)]
        begin = start
        for joint in self._joint.finditer(text, start, end):
            if joint.start() <= begin or any(first <= joint.start() < last for first, last in kept):
                continue
            left, right = text[begin : joint.start()].strip(), text[joint.end() : end].strip()
            if not self._is_whole(left):
                continue
            if not (goes_on and self._begins(left, right)):
                if not self._listed.match(right) and not (self._ends_with_head(left) and self._plain.match(right)):
                    continue
                if (self._alone.match(right) and left[:1].islower()) or not self._both(left, right):
                    continue
            yield begin, joint.start()
            begin = joint.end()
        yield begin, end

    def _both(self, left: str, right: str) -> bool:
        """Whether “and” joins two names: either both have a word for those who act, or both are proper names."""
        if self._is_named(left):
            return self._is_named(right)
        return self.is_actor(left) and self.is_actor(right) and not self._drop.match(left)

    def _begins(self, left: str, right: str) -> bool:
        """Whether behind “and” a second name begins that a comma divides: “and other global, regional and …”."""
        first = self._ends_with_head(left) or self._drop.match(right)
        return bool(first and self._begun.match(right)) and not self.is_actor(right)

    def _is_whole(self, name: str) -> bool:
        """Whether a name ends here: not “United Nations humanitarian | and development organizations”."""
        return self._head_of(name) != name or self._ends_with_head(name) or not name.rsplit(" ", 1)[-1].islower()

    def _ends_with_head(self, name: str) -> bool:
        return self._head_of(name) == name and any(each.end() == len(name) for each in self._head.finditer(name))

    def _is_named(self, name: str) -> bool:
        return self._head.search(self._head_of(name)) is not None


def _pieces(text: str, start: int, end: int, kept: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begin = start
    for comma in _COMMA.finditer(text, start, end):
        if any(first <= comma.start() < last for first, last in kept):
            continue
        if comma.start() > begin:
            yield begin, comma.start()
        begin = comma.end()
    if begin < end:
        yield begin, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRAILING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end
