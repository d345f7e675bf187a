"""References to paragraphs on the other side than they say."""

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


class ReferenceDirectionCheck:
    """References to a paragraph "above" that stands below, or the other way round."""

    KIND: ClassVar[str] = "reference-direction"
    OPTIONS: ClassVar[Record] = Record(
        {"lexicon": lexicon_field()}, "References to paragraphs on the other side than they say."
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "number", "direction", "last"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._words = ReferenceWords.shared(resources, options["lexicon"])
        self.keywords = self._words.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The references in the selected nodes that name the wrong side."""
        for target in targets(self._words, nodes, draft):
            reference = target.reference
            at = reference.node.span.start
            sides = {
                "" if node.span.start <= at < node.span.end else "above" if node.span.start < at else "below"
                for node in target.nodes
            }
            if reference.direction and sides in ({"above"}, {"below"}) and reference.direction not in sides:
                meant = target.nodes[0]
                yield Match(reference.span, target.values(draft), (), meant.label_span or meant.span)
