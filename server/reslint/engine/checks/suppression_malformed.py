"""Comments that look as if they suppressed something and do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.nearest import nearest
from ..data.schema import Record
from ..data.suppression import WORDS

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class SuppressionMalformedCheck:
    """Comments of reslint without a rule, or with another word than those there are."""

    KIND: ClassVar[str] = "suppression-malformed"
    OPTIONS: ClassVar[Record] = Record({}, "Comments that look as if they suppressed something and do not.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"name", "suggestion"})
    AFTER_OTHERS: ClassVar[bool] = True
    BEYOND_NODES: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        """See `DraftCheck`; there are no options."""

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The comments of the draft that name nothing, with the word that may be meant."""
        for directive in context.suppressions.malformed() if context.suppressions is not None else ():
            suggestion = "" if directive.word in WORDS else nearest(directive.word, WORDS)
            yield Match(directive.span, {"name": f"reslint-{directive.word}", "suggestion": suggestion})
