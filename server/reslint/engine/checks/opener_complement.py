"""The word that follows an opener."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ..data.check import Match
from ..data.schema import ListOf, MapOf, Record, TextField
from ..language.openings import words
from ._openers import OpenerQuestion, changes, swapped, verb_words

if TYPE_CHECKING:
    from ...draft import Draft, Node, Opener, Vocabulary
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources
    from ..language.openings import Opening

_ASIDE = 4
"""How many words may stand between an opener and its complement without commas ("in this regard")."""


_NAMED = 3
"""How many of the words that may follow an opener a message names."""


class OpenerComplementCheck(OpenerQuestion):
    """Asks whether an opener is followed by one of the words that the lexicon names for it."""

    KIND: ClassVar[str] = "opener-complement"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record(
        {
            "swap": MapOf(
                TextField("The right word."),
                "Wrong second words and the right ones, where the lexicon has the opener with the right one: "
                "{on: upon}.",
                default={},
            ),
            "wrong": ListOf(
                TextField("A preposition."),
                "Prepositions that are wrong at once where the lexicon names others; after any other word a few more "
                "may stand between an opener and its complement (“in this regard”).",
                default=[],
            ),
            "bare": ListOf(
                TextField("A word."),
                "Words that begin what should follow the complement (“the”): before them it has been left out.",
                default=[],
            ),
        },
        "What follows an opener.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "fixed"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._swap: Mapping[str, str] = options["swap"]
        self._wrong_words = frozenset(options["wrong"])
        self._bare_words = frozenset(options["bare"])
        super().__init__(resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers that are wrong; an edit changes only the words that are."""
        return self.among(nodes, draft)

    def may_be_wrong(self, opener: Opener, wording: Wording) -> bool:
        """See `OpenerQuestion.may_be_wrong`."""
        if opener.entry is None:
            return True
        if not opener.entry.complements or wording.text[opener.end : opener.end + 1] != " ":
            return False
        following = wording.text[opener.end :].split(None, 1)
        return not following or following[0].lower() not in opener.entry.complements

    def matches(self, opening: Opening, vocabulary: Vocabulary) -> Iterator[Match]:
        """See `OpenerQuestion.matches`."""
        text, opener = opening.view.text, opening.opener
        if opener.entry is None:
            written = verb_words(opening, vocabulary)
            if right := swapped(written, self._swap, vocabulary):
                yield from changes(opening, written[1:2], [right])
            return
        if not opener.entry.complements or text[opener.end : opener.end + 1] != " ":
            return
        skipped = {*vocabulary.sequence_adverbs, *" ".join(vocabulary.strengthening_adverbs).split()}
        following = next((w for w in words(text, opener.end, limit=4) if w.text.lower() not in skipped), None)
        if following is None or text[following.start - 1] != " " or following.text.lower() in opener.entry.complements:
            return
        word, complements = following.text.lower(), opener.entry.complements
        at_once = word in self._wrong_words or word in self._bare_words
        if not at_once and any(other.text.lower() in complements for other in words(text, following.end, limit=_ASIDE)):
            return
        right = self._preposition(word, complements)
        fix: tuple[Edit, ...] = ()
        if right and word not in self._bare_words:
            fix = (Edit(opening.view.span(following.start, following.end), right),)
        values = {"found": following.text, "expected": right or "”, “".join(complements[:_NAMED]), "fixed": right}
        yield Match(opening.view.span(following.start, following.end), values, fix)

    def _preposition(self, word: str, complements: Sequence[str]) -> str:
        """The word to write instead of one that follows an opener with these complements, "" when nothing is sure."""
        first = complements[0]
        if self._swap.get(word) == first:
            return first
        return first if word in self._wrong_words and first in self._swap.values() else ""
