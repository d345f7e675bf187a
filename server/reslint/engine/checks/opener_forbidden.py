"""An opener that is not for this text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import LexiconName, Record
from ._openers import OpenerQuestion, forbidden_phrases, rewording, verb_words

if TYPE_CHECKING:
    from ...draft import Draft, Node, Vocabulary
    from ..data.context import Context
    from ..data.resources import Resources
    from ..language.openings import Opening


class OpenerForbiddenCheck(OpenerQuestion):
    """Asks whether an opener begins with a phrase that a lexicon keeps from this text."""

    KIND: ClassVar[str] = "opener-forbidden"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record(
        {
            "lexicon": LexiconName("The phrases, as a list or with what to write instead.", "phrases", required=True),
        },
        "An opener that is not for this text.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "fixed"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._forbidden = forbidden_phrases(options["lexicon"], resources)
        super().__init__(resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers that are wrong; an edit changes only the words that are."""
        return self.among(nodes, draft)

    def matches(self, opening: Opening, vocabulary: Vocabulary) -> Iterator[Match]:
        """See `OpenerQuestion.matches`."""
        written = verb_words(opening, vocabulary)
        for size in range(min(len(written), 4), 0, -1):
            right = self._forbidden.get(" ".join(word.text for word in written[:size]).lower())
            if right is not None:
                match = rewording(opening, written[:size], right.split())
                found = opening.view.text[written[0].start : written[size - 1].end]
                yield Match(match.span, {**match.values, "found": found, "expected": right}, match.edits)
                return
