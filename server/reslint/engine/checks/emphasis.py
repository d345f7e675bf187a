"""Italics: whether the words that stand in italics in print do, and only they."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from ...text import Edit, Span
from ...text.record import NamedTuple, replace
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, Flag, ListOf, Pattern, Record, TextField
from ..language.marked import sets_openers_apart
from ..language.openings import entries
from ..patterns.compiled import LazyPattern
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Emphasis, Node, Opener, View, Vocabulary
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_FORMS = {"preambular": "participle", "operative": "finite"}
_STYLES = ("italic", "bold", "underline")
_MARKS = {"italic": ("*", "*"), "bold": ("**", "**"), "underline": ("<u>", "</u>")}
_FEW = 3
_BESIDE = " ,;:."
"""Punctuation that may stand inside or outside the emphasis without changing how print looks."""


class _Place(NamedTuple):
    """Words that are to be emphasised, as offsets into the folded words, and what is wrong with them ("" for nothing).

    `known` says whether the lexicon has the opener; `runs` touch the words, those in `right` are of the style wanted.
    """

    start: int
    end: int
    slip: Literal["", "missing", "extent"]
    known: bool
    runs: list[Emphasis]
    right: list[Emphasis]


class EmphasisCheck:
    """Words that should be emphasised and are not (`missing`), or not from their first to their last (`extent`).

    The opener is italic with its adverb and its qualifier ("Taking note with appreciation"); "of", "that" and the
    like after it are roman, but "upon" of "Calls upon" is not: the phrase in the lexicon decides. How far an opener
    reaches that the lexicon does not know is never guessed.
    """

    READS_EMPHASIS: ClassVar[bool] = True

    KIND: ClassVar[str] = "emphasis"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record(
        {
            "of": Choice(
                ["opener", "words"],
                "The opener of a paragraph and the organ of an enacting line, or all words of the node.",
                default="opener",
            ),
            "expect": ListOf(
                Choice(_STYLES, "A kind of emphasis."),
                "The emphasis expected; of several any will do, and a fix writes the first.",
                default=["italic"],
            ),
            "report": ListOf(
                Choice(["missing", "extent"], "What is reported."),
                "Words without the emphasis, or emphasis that is too short or too long.",
                default=["missing", "extent"],
            ),
            "roman": ListOf(
                TextField("A word."),
                "Words that end the emphasis of an opener when it runs on over them; if not given, the words that "
                "the lexicon of openers names as complements.",
            ),
            "find": Pattern("With `of: words`: only what this finds in the words."),
            "gather": Flag(
                "Whether, where none of the nodes has the emphasis, one finding at the first speaks for all of them.",
                default=False,
            ),
            "openers": Choice(
                ["some", "none"],
                "Only in drafts of which some openers have this emphasis, or only in those of which none has it "
                "(and two or more are known).",
            ),
            "optional": Pattern("Words at the end of an opener that may stand outside the emphasis: “its request”."),
        },
        "The emphasis of words.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "fixed", "style", "count"})
    NEEDS_EMPHASIS: ClassVar[bool] = True
    """It has nothing to say of texts that cannot carry any."""

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._opener = options["of"] == "opener"
        self._styles = tuple(options["expect"])
        self._report = frozenset(options["report"])
        self._roman = frozenset(options["roman"]) if options["roman"] else None
        self._find = LazyPattern(options["find"]) if options["find"] else None
        self._gather = options["gather"]
        self._openers = options["openers"]
        self._gathered: tuple[Vocabulary, frozenset[str]] | None = None
        self._optional = lazy(options["optional"]) if options["optional"] else None
        where: dict[str, Any] = {"kinds": resources.kinds}
        if self._find is not None and not self._opener:
            where["keywords"] = self._find.keywords
        self._wrong = Search(self._slips, **where)
        self._set = Search(self._has_some, **where)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The nodes whose emphasis is missing or has the wrong extent, with the mark-up to add, move or take away."""
        if self._openers == "none" and sets_openers_apart(draft, self._styles):
            return
        slips = [(node, place) for node, places in self._wrong.among(nodes, draft) for place in places]
        if slips and self._openers == "some" and not sets_openers_apart(draft, self._styles):
            return
        wrong = [self._match(draft, draft.view(node), place) for node, place in slips if place.slip in self._report]
        missing = self._gather and len(wrong) > 1 and all(place.slip == "missing" for _, place in slips)
        if missing and not self._set.among(nodes, draft):
            edits = tuple(edit for match in wrong for edit in match.edits)
            wrong = [replace(wrong[0], values={**wrong[0].values, "count": str(len(wrong))}, edits=edits)]
        yield from wrong

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

    def _slips(self, wording: Wording) -> list[_Place]:
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

    def _place(self, wording: Wording, start: int, end: int, known: bool) -> _Place:
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
        return _Place(start, end, slip, known, runs, right)

    def _match(self, draft: Draft, view: View, place: _Place) -> Match:
        start, end, right = place.start, place.end, place.right
        words = view.text[start:end]
        values = {"found": words, "expected": words, "fixed": words, "style": self._styles[0], "count": "1"}
        if place.slip == "missing":
            edits = self._wrap(view, start, end, place.runs)
            return Match(view.span(start, end), values, edits if place.known else ())
        first, last = min(run.start for run in right), max(run.end for run in right)
        values["found"] = view.text[first:last]
        return Match(view.span(first, max(last, end)), values, _moved(draft, view, (start, end), right))

    def _runs_on(self, beyond: str, wording: Wording) -> bool:
        """Whether italics that run on over these words do so by mistake."""
        extra = beyond.strip(_BESIDE)
        if not extra or beyond.startswith(",") or (self._optional is not None and self._optional.fullmatch(extra)):
            return False
        roman = self._roman if self._roman is not None else self._complements(wording.vocabulary)
        word = extra.split()[0].strip(_BESIDE).lower()
        return word in roman and word not in _qualifying(wording.opener, wording.vocabulary)

    def _wrap(self, view: View, start: int, end: int, runs: list[Emphasis]) -> tuple[Edit, ...]:
        """The mark-up around ``text[start:end]``, in place of emphasis of another style that covers these words.

        What covers a few words more ("**Guided by** the") was meant for these; what covers the paragraph stays.
        """
        open_mark, close_mark = _MARKS[self._styles[0]]
        run = next((run for run in runs if _fits(run, view.text, start, end)), None)
        if run is not None:
            return (Edit(view.source(run.opening), open_mark), Edit(view.source(run.closing), close_mark))
        place = view.span(start, end)
        run = next((run for run in runs if run.start == start and _goes_on(view.text[end : run.end])), None)
        if run is not None:
            closing = view.source(run.closing)
            added = Edit(Span(place.end, place.end), close_mark)
            return (Edit(view.source(run.opening), open_mark), added, Edit(closing, ""))
        return (Edit(Span(place.start, place.start), open_mark), Edit(Span(place.end, place.end), close_mark))


def _moved(draft: Draft, view: View, limits: tuple[int, int], runs: list[Emphasis]) -> tuple[Edit, ...]:
    """The delimiters of these runs moved so that one run covers just the words between the limits."""
    place = view.span(*limits)
    first = runs[0]
    closing = view.source(runs[-1].closing)
    if len(runs) == 1 and first.start == limits[0]:
        return (Edit(closing, ""), Edit(Span(place.end, place.end), draft.text.slice(closing)))
    removed = [Edit(view.source(span), "") for run in runs for span in (run.opening, run.closing)]
    open_mark, close_mark = _MARKS[first.style]
    added = [Edit(Span(place.start, place.start), open_mark), Edit(Span(place.end, place.end), close_mark)]
    return tuple(removed + added)


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


def _fits(run: Emphasis, text: str, start: int, end: int) -> bool:
    """Whether a run covers just the words between the limits, punctuation beside them aside."""
    beside = (text[run.start : start], text[start : run.start], text[run.end : end], text[end : run.end])
    return not any(words.strip(_BESIDE) for words in beside)


def _goes_on(beyond: str) -> bool:
    """Whether the words that emphasis covers beyond those meant are few."""
    return 0 < len(beyond.split()) <= _FEW


def _covered(at: int, runs: list[Emphasis]) -> bool:
    return any(run.start <= at < run.end for run in runs)
