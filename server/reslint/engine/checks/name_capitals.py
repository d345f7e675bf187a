"""Names that lack their capitals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.schema import Record
from ._names import NearNames, name_fields

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.check import LocalMatch
    from ..data.resources import Resources


class NameCapitalsCheck:
    """Names that differ from what is written in nothing but capitals, with the right name as the value `name`."""

    KIND: ClassVar[str] = "name-capitals"
    OPTIONS: ClassVar[Record] = Record(name_fields(), "Names that lack their capitals.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"name"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._names = NearNames(options, resources)
        self.keywords = self._names.keywords

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """The names with wrong capitals, from left to right; none overlaps another."""
        for near in self._names.find(words):
            if near.found.lower() == near.name.lower() and not self._names.spares(words, near):
                yield near.match()
