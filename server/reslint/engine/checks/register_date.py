"""Dates of cited resolutions, against the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.schema import Record
from ..language.dated import NEAR, Dated
from ._registered import VALUES, Comparison, Slip

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...register import Register
    from ..data.check import Match
    from ..data.context import Context
    from ..data.resources import Resources


class RegisterDateCheck:
    """Dates of cited resolutions that are not those the register holds.

    Nothing is said where another body has a resolution of that number and the date given.
    """

    KIND: ClassVar[str] = "register-date"
    OPTIONS: ClassVar[Record] = Record({}, "Dates of cited resolutions against the register.")
    VALUES: ClassVar[frozenset[str]] = VALUES

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._comparison = Comparison(resources, self._slip)
        self.keywords = self._comparison.words.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The dates in the words of the selected nodes that are wrong. Raises CannotRun."""
        yield from self._comparison.among(nodes, draft)

    def _slip(self, item: Dated, text: str, register: Register) -> Slip | None:  # noqa: ARG002 as it is called
        day = self._comparison.words.day(item.date) if item.date else None
        entry = register.lookup(item.body, item.number) if day else None
        if day is None or entry is None or entry.date is None or not entry.sure or entry.date == day:
            return None
        if not item.named and abs(entry.date - day) > NEAR:
            return None
        if any(other.body != entry.body for other in register.of_date(item.number, day)):
            return None
        return Slip(entry, item.date_start, item.date_end, self._comparison.phrases.date(entry.date))
