"""Comments that should suppress findings and do not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.nearest import nearest
from ..data.schema import Choice, Record
from ..data.suppression import WORDS, RuleMention, Suppressions

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources


class SuppressionsCheck:
    """Suppressing comments that name what does not exist, that suppress nothing, or that name nothing at all.

    Every comment of the draft is looked at, wherever it stands. What the other rules find must be known, so this runs
    after them.
    """

    KIND: ClassVar[str] = "suppressions"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(
                ["unknown", "unused", "malformed"],
                "Names of no rule; names that suppress nothing; comments without a name, or with an unknown word.",
                required=True,
            )
        },
        "Comments that should suppress findings and do not.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"name", "suggestion"})
    AFTER_OTHERS: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._report = options["report"]

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The names, or the comments, that do not do what they should; the edit takes them away."""
        suppressions = context.suppressions
        if suppressions is None:
            return
        if self._report == "malformed":
            for directive in suppressions.malformed():
                suggestion = "" if directive.word in WORDS else nearest(directive.word, WORDS)
                yield Match(directive.span, {"name": f"reslint-{directive.word}", "suggestion": suggestion})
            return
        for mention in suppressions.unknown() if self._report == "unknown" else suppressions.unused():
            yield _match(mention, suppressions)


def _match(mention: RuleMention, suppressions: Suppressions) -> Match:
    suggestion = "" if mention.name in suppressions.names else nearest(mention.name, sorted(suppressions.names))
    values = {"name": mention.name, "suggestion": suggestion}
    return Match(mention.span, values, (suppressions.removal(mention),))
