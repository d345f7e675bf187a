"""Shared parts of the kinds of check that compare cited resolutions with the register."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ...register import CitationPhrases, DamagedTable, Entry, Register
from ...text import Edit
from ...text.record import NamedTuple
from ..data.check import Match
from ..data.context import CannotRun
from ..language.dated import Dated, DatedWords
from ..language.register import MissingPhrases, phrases_of, register_of
from ..search.spoken import Spoken

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ...draft.wording import Wording
    from ..data.resources import Resources

VALUES = frozenset({"found", "fixed", "number", "body", "evidence"})
"""The values of every match."""


class Slip(NamedTuple):
    """A difference from an entry: where, in folded words, and what the register holds."""

    entry: Entry
    start: int
    end: int
    fixed: str


class Comparison:
    """Differences that a function of a resolution, the words it is cited in and the register finds.

    A number is looked up under its body alone. Nothing is to be said where the register does not know it or is not
    sure.
    """

    def __init__(self, resources: Resources, compare: Callable[[Dated, str, Register], Slip | None]) -> None:
        self._resources = resources
        self._compare = compare
        self.words = DatedWords.shared(resources)
        self._register: Register | None = None
        self._differ = self._search()

    @cached_property
    def phrases(self) -> CitationPhrases:
        """How dates and the evidence of the register are written."""
        return phrases_of(self._resources)

    def among(self, nodes: Collection[Node], draft: Draft) -> Iterator[Match]:
        """The differences in the words of some nodes. Raises CannotRun."""
        try:
            register = self._opened(draft)
            if register is not self._register:
                self._register, self._differ = register, self._search()
            for node, slips in self._differ.among(nodes, draft):
                for slip in slips:
                    yield self._match(slip, draft.view(node))
        except (DamagedTable, MissingPhrases) as error:
            raise CannotRun(str(error)) from None

    def _opened(self, draft: Draft) -> Register:
        """The register, of which it is asked once for each draft whether its tables have changed."""
        key = "register", self._resources.folders
        return draft.memo.once(key, lambda: register_of(self._resources))

    def _search(self) -> Spoken[tuple[Slip, ...]]:
        return Spoken(self._slips, self.words.cited)

    def _slips(self, wording: Wording, own: str) -> tuple[Slip, ...]:
        """The differences from the register in some words."""
        items = self.words.spoken.at(wording, own) or ()
        register = self._register
        if register is None:
            return ()
        return tuple(slip for item in items if (slip := self._compare(item, wording.text, register)) is not None)

    def _match(self, slip: Slip, view: View) -> Match:
        span = view.span(slip.start, slip.end)
        values = {
            "found": view.text[slip.start : slip.end],
            "fixed": slip.fixed,
            "number": slip.entry.number,
            "body": slip.entry.body,
            "evidence": self.phrases.evidence(slip.entry),
        }
        return Match(span, values, (Edit(span, slip.fixed),))
