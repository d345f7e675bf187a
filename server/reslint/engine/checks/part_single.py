"""A part that is the only one of its resolution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Record
from ._parts import numeral, parts_by_owner, unless_field

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class PartSingleCheck:
    """A part that is the only one of its resolution; only whole drafts are looked at."""

    KIND: ClassVar[str] = "part-single"
    OPTIONS: ClassVar[Record] = Record({"unless": unless_field()}, "Resolutions with a single part.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._unless = lazy(options["unless"]) if options["unless"] else None

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The selected parts without another beside them."""
        for parts in parts_by_owner(nodes, draft, self._unless) if draft.is_whole else ():
            if len(parts) == 1:
                yield Match(numeral(parts[0], draft), {"found": parts[0].label})
