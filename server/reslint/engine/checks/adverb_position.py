"""A sequence adverb on the wrong side of its opener."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..language.openings import like, openings, phrase_words
from ..language.sequence import with_adverb
from ._adverb_edits import rewrite
from ._adverbs import VALUES, Adverbs, options
from .adverb_orphan import is_orphan

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ..data.context import Context
    from ..data.resources import Resources
    from ..data.schema import Record


class AdverbPositionCheck:
    """Asks whether the adverb of an opener stands on the side that the grammar names for its kind of paragraph.

    An adverb that does not belong there at all is left to the other kinds.
    """

    KIND: ClassVar[str] = "adverb-position"
    OPTIONS: ClassVar[Record] = options("An adverb on the wrong side of its opener.")
    VALUES: ClassVar[frozenset[str]] = VALUES

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._adverbs = Adverbs.shared(options, resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers with an adverb on the wrong side, with the edits that move it."""
        for node, opening in openings(self._adverbs.with_adverb(nodes, draft), draft):
            side, opener = draft.vocabulary.grammar.adverb(opening.kind), opening.opener
            if not side or opener.entry is None or opener.adverb_first == (side == "before"):
                continue
            if any(turn.departs or is_orphan(turn, draft) for turn in self._adverbs.turns({node}, nodes, draft)):
                continue  # Another adverb, or none, belongs here, which is what another rule says.
            phrase = " ".join(word.text for word in phrase_words(opening))
            expected = like("A", with_adverb(phrase.lower() if side == "before" else phrase, opener.adverb, side))
            values = {"found": opener.text, "expected": expected, "opener": phrase, "adverb": opener.adverb}
            edits = rewrite(opening, opener.adverb, side)
            yield Match(opening.view.span(opener.start, opener.end), values, edits, unsure=opener.italic is None)
