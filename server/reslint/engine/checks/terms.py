"""Words and phrases of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from ..data.check import LocalMatch
from ..data.dated import WordFacts, entry
from ..data.schema import Choice, Flag, LexiconName, ListOf, Record, TextField
from ._phrases import PhraseFinder, clues_to
from ._words import folded, outside_of, outside_quotes

if TYPE_CHECKING:
    from ...draft import Folded
    from ..data.resources import Resources


class TermsCheck:
    """Each word or phrase of a list, as a whole word.

    A lexicon is a list of phrases, or a mapping from phrases to a note on each; the note is the value `note`.
    """

    KIND: ClassVar[str] = "terms"
    OPTIONS: ClassVar[Record] = Record(
        {
            "phrases": ListOf(TextField("A word or a phrase."), "What is reported."),
            "lexicon": LexiconName("A lexicon of phrases; used with `phrases` or instead of it.", "phrases"),
            "except": ListOf(TextField("A longer phrase."), "Longer phrases in which the words are left alone."),
            "at": Choice(["start", "anywhere"], "Where in the words it may stand.", default="anywhere"),
            "ignore-case": Flag("Whether capitals and small letters are the same.", default=True),
            "times": Choice(["every", "first"], "Every place in a paragraph, or the first.", default="every"),
            "outside-quotes": outside_quotes(),
        },
        "Words and phrases of a list.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"term", "note"})
    keywords: frozenset[str] | None

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        terms: dict[str, WordFacts] = {}
        if options["lexicon"]:
            terms.update(_table(options["lexicon"], resources))
        terms.update(dict.fromkeys(options["phrases"] or (), WordFacts("")))
        if not terms:
            raise ValueError("nothing to look for: give `phrases` or `lexicon`")
        self._ignore_case = options["ignore-case"]
        self._first = options["times"] == "first"
        self._quotations = outside_of(options, resources)
        self._terms = {self._key(term): (term, note) for term, note in terms.items()}
        self._except = {self._key(phrase): phrase for phrase in options["except"] or ()}
        # The longer phrases are alternatives, too: found first, they take the words with them.
        phrases = [pair[0] for pair in self._terms.values()] + list(self._except.values())
        self._phrases = PhraseFinder(phrases, at=options["at"], ignore_case=self._ignore_case)
        self.clues = clues_to(terms, ignore_case=self._ignore_case)
        self.keywords = self.clues.keywords

    def _key(self, words: str) -> str:
        return folded(words) if self._ignore_case else " ".join(words.split())

    def find(self, words: Folded) -> Iterator[LocalMatch]:
        """The terms from left to right."""
        for match in self._phrases.finditer(words.text):
            key = self._key(match[0])
            if key in self._except or (self._quotations and self._quotations.hold(words.text, match.start())):
                continue
            term, note = self._terms[key]
            yield LocalMatch(*match.span(), {"term": term, "note": note.text}, sessions=note.sessions)
            if self._first:
                return


def _table(name: str, resources: Resources) -> Mapping[str, WordFacts]:
    """The phrases of a lexicon with their notes; they may stand in the file under the lexicon's own name."""
    data = resources.lexicon(name)
    table = data.get(name, data) if isinstance(data, Mapping) else data
    if isinstance(table, list) and all(isinstance(term, str) for term in table):
        return dict.fromkeys(table, WordFacts(""))
    if isinstance(table, Mapping):
        return {str(term): entry(note) for term, note in table.items()}
    raise ValueError(f"the lexicon “{name}” is not a list of phrases")
