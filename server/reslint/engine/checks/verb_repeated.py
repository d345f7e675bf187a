"""The opener's own verb once more, without an adverb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ..data.check import Match
from ..language.openings import opening_of, phrase_words
from ._verbs import VALUES, JoinedVerbs, Verbs, options

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources
    from ..data.schema import Record


class VerbRepeatedCheck:
    """Asks whether a verb that is said again inside its paragraph has a sequence adverb: "and also recalls"."""

    KIND: ClassVar[str] = "verb-repeated"
    OPTIONS: ClassVar[Record] = options("A verb that is repeated inside its paragraph.")
    VALUES: ClassVar[frozenset[str]] = VALUES

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._joined = JoinedVerbs(options, resources, "[,;]", _is_repeated)
        self.keywords = self._joined.keywords

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The verbs said again without an adverb, in the order of the text."""
        adverbs, grammar = draft.vocabulary.sequence_adverbs, draft.vocabulary.grammar
        for opening, match in self._joined.among(nodes, draft):
            verb, side = match["verb"], grammar.adverb(opening.kind)
            if adverbs and side:
                fixed = f"{adverbs[0]} {verb}" if side == "before" else f"{verb} {adverbs[0]}"
                span = opening.view.span(*match.span("verb"))
                yield Match(span, {"found": verb, "verb": verb, "fixed": fixed}, (Edit(span, fixed),))


def _is_repeated(match: re.Match[str], verbs: Verbs, wording: Wording) -> bool:
    """Whether a verb without an adverb is that of the opener."""
    opening = opening_of(wording)
    if match["adverb"] or opening is None or not verbs.opens(match, wording.kind):
        return False
    words = phrase_words(opening)
    return bool(words) and words[0].text.lower() == match["verb"]
