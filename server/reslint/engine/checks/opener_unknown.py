"""An opener that the lexicon does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.resources import shared
from ..data.schema import LexiconName, Record
from ..language.grammar import LEXICON
from ..language.inflections import Inflections, made
from ..language.openings import Word, entries
from ._openers import OpenerQuestion, forbidden_phrases, longest, rewording, verb_words

if TYPE_CHECKING:
    from ...draft import Draft, Node, Opener, Vocabulary
    from ...draft.grammar import Form
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources
    from ..language.openings import Opening

_NEAR = 0.75
"""How alike two phrases must be for one to be offered in place of the other (difflib's ratio)."""


class OpenerUnknownCheck(OpenerQuestion):
    """Asks whether the lexicon has an opener, alone, after an adverb or in a coordination."""

    KIND: ClassVar[str] = "opener-unknown"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record(
        {
            "inflections": LexiconName(
                "How verbs are inflected. Openers in a wrong form are for the kind `inflection` to report.",
                "inflections",
            ),
            "forbidden": LexiconName(
                "Phrases that are not for this text. Such openers are for `opener-forbidden` to report.", "phrases"
            ),
        },
        "An opener that nobody knows.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "fixed", "suggestion"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        resources.lexicon(LEXICON)
        self._inflections: Inflections | None = None
        if options["inflections"]:
            self._inflections = shared(made, resources.lexicon(options["inflections"]))
        self._forbidden: Mapping[str, str] = {}
        if options["forbidden"]:
            self._forbidden = forbidden_phrases(options["forbidden"], resources)
        super().__init__(resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers that are wrong; an edit changes only the words that are."""
        return self.among(nodes, draft)

    def may_be_wrong(self, opener: Opener, wording: Wording) -> bool:  # noqa: ARG002
        """See `OpenerQuestion.may_be_wrong`."""
        return opener.entry is None

    def matches(self, opening: Opening, vocabulary: Vocabulary) -> Iterator[Match]:
        """See `OpenerQuestion.matches`."""
        written = verb_words(opening, vocabulary)
        if not written or longest(written, vocabulary):
            return
        if any(" ".join(word.text for word in written[:size]).lower() in self._forbidden for size in (1, 2, 3, 4)):
            return
        wanted = vocabulary.grammar.form(opening.kind)
        lower = [word.text.lower() for word in written]
        if self._inflections is not None and wanted and self._inflections.wrong(lower, wanted, vocabulary):
            return
        suggestion = _nearest(written, vocabulary, wanted)
        match = rewording(opening, written[: max(1, len(suggestion.split()))], suggestion.split())
        yield Match(match.span, {**match.values, "suggestion": match.values["fixed"]}, match.edits)


def _nearest(written: Sequence[Word], vocabulary: Vocabulary, form: Form | None) -> str:
    """The opener of the lexicon most like the first of these words, "" when none is near."""
    from difflib import get_close_matches

    phrases: dict[int, list[str]] = {}
    initial = written[0].text[:1].lower()
    for entry in entries(vocabulary):
        if entry.form == form and entry.phrase[:1].lower() == initial:
            phrases.setdefault(len(entry.phrase.split()), []).append(entry.phrase)
    for size in range(min(4, len(written)), 0, -1):
        text = " ".join(word.text for word in written[:size]).capitalize()
        if near := get_close_matches(text, phrases.get(size, []), n=1, cutoff=_NEAR):
            return near[0]
    return ""
