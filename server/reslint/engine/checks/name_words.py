"""Names with a wrong word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.schema import Record
from ._names import NearName, NearNames, distance, is_misspelt, name_fields, words_of_name

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.check import LocalMatch
    from ..data.resources import Resources

_SHORT, _MIDDLING = 4, 6
"""Of a name with fewer words than the first no word may differ, with fewer than the second one, of others two."""


class NameWordsCheck:
    """Names that are written with other words, with the right name as the value `name`.

    A shorter name with which the words begin is right where they go on in another way than the longer one; a comma that
    is missing is left alone.
    """

    KIND: ClassVar[str] = "name-words"
    OPTIONS: ClassVar[Record] = Record(name_fields(), "Names with a wrong word.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"name"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._names = NearNames(options, resources)
        self.keywords = self._names.keywords

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """The names with wrong words, from left to right; none overlaps another."""
        for near in self._names.find(words):
            if self._is_wrong(near) and not self._names.spares(words, near):
                yield near.match()

    def _is_wrong(self, near: NearName) -> bool:
        found, name = near.found, near.name
        written, right = words_of_name(found.lower()), words_of_name(name.lower())
        if written == right or found.count(",") > name.count(",") or found[0].islower():
            return False
        if sum(is_misspelt(one, other) for one, other in zip(written, right, strict=False)) == 1:
            return len(written) == len(right) and distance(written, right) == 1
        known = (each for each in self._names.known.all if found.startswith(each))
        if any(_goes_on(found, written, right, each) for each in known):
            return False
        allowed = 0 if len(right) < _SHORT else 1 if len(right) < _MIDDLING else 2
        return distance(written, right) <= allowed


def _goes_on(found: str, written: Sequence[str], right: Sequence[str], known: str) -> bool:
    """Whether words that begin with a name go on after it in another way than the name that was meant."""
    length = len(words_of_name(known))
    return found[len(known) : len(known) + 1] in {"", " ", ","} and written[length] != right[length]
