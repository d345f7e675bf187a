"""Shared parts of the kinds of check about italics and other emphasis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...text.record import NamedTuple
from ..data.schema import Choice, ListOf
from ..language.openings import entries
from ..patterns.compiled import LazyPattern
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Emphasis, Opener, Vocabulary
    from ...draft.wording import Wording

_FORMS = {"preambular": "participle", "operative": "finite"}
STYLES = ("italic", "bold", "underline")
MARKS = {"italic": ("*", "*"), "bold": ("**", "**"), "underline": ("<u>", "</u>")}
BESIDE = " ,;:."
"""Punctuation that may stand inside or outside the emphasis without changing how print looks."""


def expect_field() -> ListOf:
    """The option `expect`."""
    return ListOf(
        Choice(STYLES, "A kind of emphasis."),
        "The emphasis expected; of several any will do, and a fix writes the first.",
        default=["italic"],
    )


class Emphasised(NamedTuple):
    """Words that are to be emphasised, as offsets into the folded words, and what is wrong with them ("" for nothing).

    `known` says whether the lexicon has the opener; `runs` touch the words, those in `right` are of the style wanted.
    """

    start: int
    end: int
    slip: Literal["", "missing", "extent"]
    known: bool
    runs: list[Emphasis]
    right: list[Emphasis]


class EmphasisSearch:
    """Words that are to be emphasised and are not, or not from their first to their last.

    Those are the opener of a paragraph and the name of the organ in an enacting line; with `whole` all words of a node,
    or what `find` finds in them. The opener is italic with its adverb and its qualifier ("Taking note with
    appreciation"); "of", "that" and the like after it are roman, but "upon" of "Calls upon" is not: the phrase in the
    lexicon decides. How far an opener reaches that the lexicon does not know is never guessed. `roman` are the words
    that end the emphasis of an opener where it runs on over them, by default those that the lexicon names as
    complements; `optional` finds words at the end of an opener that may stand outside the emphasis.
    """

    def __init__(
        self,
        styles: Sequence[str],
        kinds: frozenset[str] | None,
        *,
        whole: bool = False,
        find: LazyPattern | None = None,
        roman: frozenset[str] | None = None,
        optional: re.Pattern[str] | None = None,
    ) -> None:
        self._styles = tuple(styles)
        self._opener = not whole
        self._find = find
        self._roman = roman
        self._optional = optional
        self._gathered: tuple[Vocabulary, frozenset[str]] | None = None
        keywords = find.keywords if find is not None and whole else None
        self.slips = Search(self._slips, keywords=keywords, kinds=kinds)
        """The words whose emphasis is wrong."""
        self.emphasised = Search(self._has_some, keywords=keywords, kinds=kinds)
        """Whether any of the words have some emphasis."""

    def _sought(self, wording: Wording) -> Sequence[tuple[int, int, bool]]:
        """The words that are to be emphasised, and whether it is known that they are."""
        text, opener = wording.text, wording.opener
        if self._opener and wording.kind != "enacting-line":
            if opener is not None and opener.start < (end := _end(opener, wording)):
                return ((opener.start, end, opener.entry is not None),)
            return ()
        if self._find is not None:
            return [(*match.span(), True) for match in self._find.finditer(text) if match.start() < match.end()]
        start, end = _whole(text)
        return ((start, end, True),) if start < end else ()

    def _slips(self, wording: Wording) -> list[Emphasised]:
        """The words whose emphasis is wrong."""
        sought = [each for each in self._sought(wording) if not self._is_plainly_right(wording, *each[:2])]
        return [place for each in sought if (place := self._place(wording, *each)).slip]

    def _has_some(self, wording: Wording) -> bool:
        """Whether any of the words have some emphasis."""
        sought = self._sought(wording)
        return any(self._place(wording, *each).slip != "missing" for each in sought)

    def _is_plainly_right(self, wording: Wording, start: int, end: int) -> bool:
        """Whether just these words have the emphasis and nothing beside them has any, as with most openers."""
        runs = wording.folded.emphasis
        if not runs or (len(runs) > 1 and runs[1].start < end):
            return False
        first = runs[0]
        return first.start == start and first.end == end and first.style in self._styles

    def _complements(self, vocabulary: Vocabulary) -> frozenset[str]:
        """The words that may follow openers, gathered once for a vocabulary."""
        if self._gathered is None or self._gathered[0] is not vocabulary:
            words = frozenset(word for entry in entries(vocabulary) for word in entry.complements)
            self._gathered = vocabulary, words
        return self._gathered[1]

    def _place(self, wording: Wording, start: int, end: int, known: bool) -> Emphasised:
        text = wording.text
        runs = [run for run in wording.folded.emphasis if run.start < end and run.end > start]
        right = [run for run in runs if run.style in self._styles]
        slip: Literal["", "missing", "extent"] = ""
        if not right:
            slip = "missing"
        elif known and not (self._opener and _in_wrong_form(wording)):
            needed, last = end, max(run.end for run in right)
            if self._optional is not None and self._optional.fullmatch(text[last:end].strip()):
                needed = last
            short = not _covered(start, right) or not _covered(needed - 1, right)
            if short or (self._opener and self._runs_on(text[end:last], wording)):
                slip = "extent"
        return Emphasised(start, end, slip, known, runs, right)

    def _runs_on(self, beyond: str, wording: Wording) -> bool:
        """Whether italics that run on over these words do so by mistake."""
        extra = beyond.strip(BESIDE)
        if not extra or beyond.startswith(",") or (self._optional is not None and self._optional.fullmatch(extra)):
            return False
        roman = self._roman if self._roman is not None else self._complements(wording.vocabulary)
        word = extra.split()[0].strip(BESIDE).lower()
        return word in roman and word not in _qualifying(wording.opener, wording.vocabulary)


def _whole(text: str) -> tuple[int, int]:
    """The limits of all words, without the punctuation at their end."""
    end = len(text.rstrip().rstrip(",;:.").rstrip())
    return len(text) - len(text.lstrip()), end


def _qualifying(opener: Opener | None, vocabulary: Vocabulary) -> frozenset[str]:
    """The words with which longer openers of the lexicon go on where this one ends: "with" of "Takes note with …"."""
    if opener is None or opener.entry is None:
        return frozenset()
    phrase = f"{opener.entry.phrase.lower()} "
    longer = (entry.phrase.lower() for entry in vocabulary.openers.get(phrase.split(maxsplit=1)[0], ()))
    return frozenset(other[len(phrase) :].split()[0] for other in longer if other.startswith(phrase))


def _end(opener: Opener, wording: Wording) -> int:
    """Where the emphasis of an opener ends: before a word after its italics that only looks like its adverb.

    Where the adverb stands before the opener, "further" after italics belongs to the object ("further work").
    """
    first = wording.vocabulary.grammar.adverb(wording.kind) == "before"
    trails = first and opener.adverb and not opener.adverb_first
    if trails and opener.italic is not None and opener.italic[0] < opener.italic[1] <= opener.adverb_start:
        return len(opener.text[: opener.adverb_start - opener.start].rstrip()) + opener.start
    return opener.end


def _in_wrong_form(wording: Wording) -> bool:
    """Whether an opener belongs to the other kind of paragraph: then it is to be another, of whatever extent."""
    entry = wording.opener.entry if wording.opener is not None else None
    return entry is not None and entry.form != _FORMS.get(wording.kind, entry.form)


def _covered(at: int, runs: list[Emphasis]) -> bool:
    return any(run.start <= at < run.end for run in runs)
