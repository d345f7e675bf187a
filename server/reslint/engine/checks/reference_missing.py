"""References to paragraphs that the resolution does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ..language.references import ReferenceWords
from ._references import lexicon_field, targets

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class ReferenceMissingCheck:
    """References to paragraphs of the resolution that are not there."""

    KIND: ClassVar[str] = "reference-missing"
    OPTIONS: ClassVar[Record] = Record(
        {"lexicon": lexicon_field()}, "References to paragraphs that the resolution does not have."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "direction", "last"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._words = ReferenceWords.shared(resources, options["lexicon"])
        self.keywords = self._words.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The references in the selected nodes that lead nowhere."""
        for target in targets(self._words, nodes, draft):
            if not target.nodes and (target.labels or target.reference.number is None):
                yield Match(target.reference.span, target.values(draft))
