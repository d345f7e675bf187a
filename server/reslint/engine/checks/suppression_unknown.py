"""Comments that suppress rules that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ._suppressions import mention_match

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class SuppressionUnknownCheck:
    """Comments that suppress a rule that is not there, wherever they stand."""

    KIND: ClassVar[str] = "suppression-unknown"
    OPTIONS: ClassVar[Record] = Record({}, "Comments that suppress rules that are not there.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"name", "suggestion"})
    AFTER_OTHERS: ClassVar[bool] = True
    BEYOND_NODES: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The names in the comments of the draft that do not do what they should."""
        if context.suppressions is not None:
            for mention in context.suppressions.unknown():
                yield mention_match(mention, context.suppressions)
