"""An opener in the form that belongs to the other kind of paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import Match
from ..data.schema import Record
from ..language.grammar import LEXICON
from ..language.openings import like, phrase_words, words
from ._openers import OpenerQuestion, longest, rewording

if TYPE_CHECKING:
    from ...draft import Draft, Node, Opener, Vocabulary
    from ...draft.grammar import Form
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources
    from ..language.openings import Opening


class OpenerFormCheck(OpenerQuestion):
    """Asks whether an opener has the form that the grammar names for its kind of paragraph.

    In English a preambular paragraph opens with a participle, an operative one with a finite verb (Editorial Manual,
    "Resolutions and decisions – drafting and editing", section C).
    """

    KIND: ClassVar[str] = "opener-form"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record({}, "The form of an opener.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "fixed", "behind"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        resources.lexicon(LEXICON)
        super().__init__(resources)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The openers that are wrong; an edit changes only the words that are."""
        return self.among(nodes, draft)

    def may_be_wrong(self, opener: Opener, wording: Wording) -> bool:
        """See `OpenerQuestion.may_be_wrong`."""
        wanted = wording.vocabulary.grammar.form(wording.kind)
        return wanted is not None and opener.entry is not None and opener.entry.form != wanted

    def matches(self, opening: Opening, vocabulary: Vocabulary) -> Iterator[Match]:
        """See `OpenerQuestion.matches`."""
        wanted, entry = vocabulary.grammar.form(opening.kind), opening.opener.entry
        if wanted is None or entry is None or _has(vocabulary, entry.phrase, wanted):
            return
        written = phrase_words(opening)
        if entry.counterpart or not (verb := _verb_behind(opening, vocabulary, wanted)):
            yield rewording(opening, written, entry.counterpart.split())
            return
        span = opening.view.span(written[0].start, written[-1].end)
        yield Match(span, {"found": opening.opener.text, "expected": verb, "fixed": "", "behind": verb})


def _verb_behind(opening: Opening, vocabulary: Vocabulary, form: Form) -> str:
    """The opener of the wanted form that stands behind a comma of a paragraph which opens otherwise, "" for none."""
    text = opening.view.text
    comma = text.find(", ", opening.opener.end)
    while comma >= 0:
        written = words(text, comma + 2, limit=6)
        entry = longest(written, vocabulary) if written else None
        if entry is not None and _has(vocabulary, entry.phrase, form):
            return like("A", entry.phrase.lower())
        comma = text.find(", ", comma + 2)
    return ""


def _has(vocabulary: Vocabulary, phrase: str, form: Form) -> bool:
    known = vocabulary.openers.get(phrase.split(maxsplit=1)[0].lower(), ())
    return any(entry.form == form and entry.phrase.lower() == phrase.lower() for entry in known)
