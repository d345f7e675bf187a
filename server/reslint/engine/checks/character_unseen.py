"""Characters that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.schema import Record
from ._characters import VALUES, odd_characters

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.check import Match
    from ..data.context import Context
    from ..data.resources import Resources


class CharacterUnseenCheck:
    """Characters that nobody sees: without width, unusual spaces and line ends, ligatures, loose accents.

    They stop a search from finding the words they stand in; one finding speaks for all.
    """

    KIND: ClassVar[str] = "character-unseen"
    OPTIONS: ClassVar[Record] = Record({}, "Characters that nobody sees.")
    VALUES: ClassVar[frozenset[str]] = VALUES

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first such character inside the selected nodes, with the edits for all of them."""
        yield from odd_characters(nodes, draft, alike=False)
