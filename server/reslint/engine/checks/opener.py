"""The opener itself: its form, whether it is known, its capitals and what follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit
from ..data.check import Match
from ..data.resources import shared
from ..data.schema import Choice, LexiconName, ListOf, MapOf, Record, TextField
from ..language.inflections import Inflections, made
from ..language.openings import Opening, Word, entries, like, opening_of, openings, phrase_words, words
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node, Opener, OpenerEntry, Vocabulary
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_FORMS = {"preambular": "participle", "operative": "finite"}
_ASIDE = 4
"""How many words may stand between an opener and its complement without commas ("in this regard")."""
_NEAR = 0.75
"""How alike two phrases must be for one to be offered in place of the other (difflib's ratio)."""


def _always(opener: Opener, wording: Wording) -> bool:  # noqa: ARG001 one of several
    return True


def _may_lack_complement(opener: Opener, wording: Wording) -> bool:
    if opener.entry is None:
        return True
    if not opener.entry.complements or wording.text[opener.end : opener.end + 1] != " ":
        return False
    following = wording.text[opener.end :].split(None, 1)
    return not following or following[0].lower() not in opener.entry.complements


_SUSPECT: Mapping[str, Callable[[Opener, Wording], bool]] = {
    "form": lambda opener, wording: opener.entry is not None and opener.entry.form != _FORMS.get(wording.kind),
    "known": lambda opener, _: opener.entry is None,
    "capital": lambda opener, _: not (opener.text[:1].isupper() and opener.text[1:].islower()),
    "complement": _may_lack_complement,
}
"""For what is expected of openers, whether one may be wrong: most are not, and this is soon seen."""


class OpenerCheck:
    """What is wrong with the first phrase of a preambular or operative paragraph.

    `form`: a preambular paragraph opens with a participle, an operative one with a finite verb (Editorial Manual,
    "Resolutions and decisions – drafting and editing", section C). `known`: the lexicon has it, alone, after an
    adverb or in a coordination. `capital`: its first word and no other has a capital. `complement`: the word that
    follows it is one of those the lexicon names. `allowed`: it does not begin with a phrase of the lexicon
    `forbidden`. `unique`: no such paragraph of the same resolution has opened with these words.
    """

    KIND: ClassVar[str] = "opener"
    IN_PLACE: ClassVar[bool] = True
    OPTIONS: ClassVar[Record] = Record(
        {
            "expect": Choice(
                ["form", "known", "capital", "complement", "allowed", "unique"],
                "What is expected of the opener.",
                required=True,
            ),
            "swap": MapOf(
                TextField("The right word."),
                "Wrong second words and the right ones, where the lexicon has the opener with the right one: "
                "{on: upon}. Such openers are for `complement` to report, not for `known`.",
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
            "inflections": LexiconName(
                "How verbs are inflected. Openers in a wrong form are for the kind `inflection` to report, not for "
                "`known`.",
                "inflections",
            ),
            "forbidden": LexiconName(
                "Phrases that are not for this text, as a list or with what to write instead. Such openers are for "
                "`allowed` to report, not for `known`.",
                "phrases",
            ),
        },
        "The opener of a paragraph.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "fixed", "suggestion", "behind"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._report = getattr(self, "_" + options["expect"], self._form)
        self._swap: Mapping[str, str] = options["swap"]
        self._wrong_words = frozenset(options["wrong"])
        self._bare_words = frozenset(options["bare"])
        self._inflections: Inflections | None = None
        if options["inflections"]:
            self._inflections = shared(made, resources.lexicon(options["inflections"]))
        self._unique = options["expect"] == "unique"
        self._forbidden: Mapping[str, str] = {}
        if options["forbidden"]:
            self._forbidden = _table(options["forbidden"], resources)
        elif options["expect"] == "allowed":
            raise ValueError("`allowed` needs the lexicon `forbidden`")
        self._may_be_wrong = _SUSPECT.get(options["expect"], _always)
        self._wrong = Search(self._is_wrong, kinds=resources.kinds)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """What is wrong with the openers of these nodes; an edit changes only the words that are wrong."""
        if self._unique:
            yield from _repeated(nodes, draft)
            return
        for _, opening in openings((node for node, _ in self._wrong.among(nodes, draft)), draft):
            yield from self._report(opening, draft.vocabulary)

    def _is_wrong(self, wording: Wording) -> bool:
        """Whether there is something to report of a paragraph with these words."""
        opener = wording.opener
        if opener is None or not self._may_be_wrong(opener, wording):
            return False
        opening = opening_of(wording)
        return opening is not None and any(True for _ in self._report(opening, wording.vocabulary))

    def _form(self, opening: Opening, vocabulary: Vocabulary) -> Iterator[Match]:
        wanted = _FORMS[opening.kind]
        entry = opening.opener.entry
        if entry is None or _has(vocabulary, entry.phrase, wanted):
            return
        written = phrase_words(opening)
        if entry.counterpart or not (verb := _verb_behind(opening, vocabulary, wanted)):
            yield _rewording(opening, written, entry.counterpart.split())
            return
        span = opening.view.span(written[0].start, written[-1].end)
        yield Match(span, {"found": opening.opener.text, "expected": verb, "fixed": "", "behind": verb})

    def _known(self, opening: Opening, vocabulary: Vocabulary) -> Iterator[Match]:
        written = _verb_words(opening, vocabulary)
        if not written or _longest(written, vocabulary) or self._swapped(written, vocabulary):
            return
        if any(" ".join(word.text for word in written[:size]).lower() in self._forbidden for size in (1, 2, 3, 4)):
            return
        wanted = _FORMS.get(opening.kind, "")
        lower = [word.text.lower() for word in written]
        if self._inflections is not None and self._inflections.wrong(lower, wanted, vocabulary):
            return
        suggestion = _nearest(written, vocabulary, wanted)
        match = _rewording(opening, written[: max(1, len(suggestion.split()))], suggestion.split())
        yield Match(match.span, {**match.values, "suggestion": match.values["fixed"]}, match.edits)

    def _capital(self, opening: Opening, _vocabulary: Vocabulary) -> Iterator[Match]:
        opener = opening.opener
        written = words(opening.view.text, opener.start, opener.end)
        if opener.entry is None:
            written = written[:1]
        own = {word for word in (opener.entry.phrase.split()[1:] if opener.entry else ()) if word != word.lower()}
        right = [
            word.text if word.text in own else like("A" if index == 0 else "a", word.text[:1] + word.text[1:].lower())
            for index, word in enumerate(written)
        ]
        yield from _changes(opening, written, right)

    def _allowed(self, opening: Opening, vocabulary: Vocabulary) -> Iterator[Match]:
        written = _verb_words(opening, vocabulary)
        for size in range(min(len(written), 4), 0, -1):
            right = self._forbidden.get(" ".join(word.text for word in written[:size]).lower())
            if right is not None:
                match = _rewording(opening, written[:size], right.split())
                found = opening.view.text[written[0].start : written[size - 1].end]
                yield Match(match.span, {**match.values, "found": found, "expected": right}, match.edits)
                return

    def _complement(self, opening: Opening, vocabulary: Vocabulary) -> Iterator[Match]:
        text, opener = opening.view.text, opening.opener
        if opener.entry is None:
            written = _verb_words(opening, vocabulary)
            if right := self._swapped(written, vocabulary):
                yield from _changes(opening, written[1:2], [right])
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
        values = {"found": following.text, "expected": right or " / ".join(complements), "fixed": right}
        yield Match(opening.view.span(following.start, following.end), values, fix)

    def _preposition(self, word: str, complements: Sequence[str]) -> str:
        """What to write instead of a word that follows an opener with these complements, "" when nothing is sure."""
        if (right := self._swap.get(word, "")) in complements:
            return right
        first = complements[0]
        return first if word in self._wrong_words and first in self._swap.values() else ""

    def _swapped(self, written: Sequence[Word], vocabulary: Vocabulary) -> str:
        """The word that makes the second of these words right, "" when none is known to."""
        if len(written) < 2 or not (right := self._swap.get(written[1].text.lower(), "")):
            return ""
        phrase = f"{written[0].text} {right}".lower()
        known = vocabulary.openers.get(written[0].text.lower(), ())
        return right if any(entry.phrase.lower() == phrase for entry in known) else ""


def _table(name: str, resources: Resources) -> Mapping[str, str]:
    """The phrases of a lexicon in lower case, with what to write instead; "" where it does not say."""
    data = resources.lexicon(name)
    phrases = data.get(name, data) if isinstance(data, Mapping) else data
    right = phrases if isinstance(phrases, Mapping) else dict.fromkeys(phrases, "")
    return {str(phrase).lower(): str(other or "") for phrase, other in right.items()}


def _repeated(nodes: Sequence[Node], draft: Draft) -> Iterator[Match]:
    """The openers whose words, adverbs included, have opened a paragraph of their kind in the same resolution."""
    first: dict[tuple[Node, str, str], Opening] = {}
    for node, opening in openings(nodes, draft):
        before = first.setdefault((draft.resolution(node), opening.kind, opening.opener.text.lower()), opening)
        if before is not opening:
            place = before.view.span(before.opener.start, before.opener.end)
            span = opening.view.span(opening.opener.start, opening.opener.end)
            yield Match(span, {"found": opening.opener.text}, (), place)


def _verb_words(opening: Opening, vocabulary: Vocabulary) -> list[Word]:
    """The first words of a paragraph from its verb on, without the adverbs before it and in one clause."""
    text = opening.view.text
    found = words(text, opening.opener.start, limit=8)
    if found and text[found[0].end : found[0].end + 1] == "," and found[0].text.lower() in vocabulary.sequence_adverbs:
        close = text.find(",", found[0].end + 1)  # "Also, in this regard, calls upon": the verb follows the aside
        found = words(text, close + 1, limit=8) if close >= 0 else found
    adverbs = sorted((*vocabulary.sequence_adverbs, *vocabulary.strengthening_adverbs), key=len, reverse=True)
    while found:
        for adverb in adverbs:
            size = len(adverb.split())
            if [word.text.lower() for word in found[:size]] == adverb.split() and len(found) > size:
                found = found[size:]
                break
        else:
            break
    return found


def _longest(written: Sequence[Word], vocabulary: Vocabulary) -> OpenerEntry | None:
    """The longest opener of the lexicon that these words begin with."""
    lower = [word.text.lower() for word in written]
    for entry in vocabulary.openers.get(lower[0], ()):
        phrase = entry.phrase.lower().split()
        if lower[: len(phrase)] == phrase:
            return entry
    return None


def _verb_behind(opening: Opening, vocabulary: Vocabulary, form: str) -> str:
    """The opener of the wanted form that stands behind a comma of a paragraph which opens otherwise, "" for none."""
    text = opening.view.text
    comma = text.find(", ", opening.opener.end)
    while comma >= 0:
        written = words(text, comma + 2, limit=6)
        entry = _longest(written, vocabulary) if written else None
        if entry is not None and _has(vocabulary, entry.phrase, form):
            return like("A", entry.phrase.lower())
        comma = text.find(", ", comma + 2)
    return ""


def _has(vocabulary: Vocabulary, phrase: str, form: str) -> bool:
    known = vocabulary.openers.get(phrase.split(maxsplit=1)[0].lower(), ())
    return any(entry.form == form and entry.phrase.lower() == phrase.lower() for entry in known)


def _nearest(written: Sequence[Word], vocabulary: Vocabulary, form: str) -> str:
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


def _rewording(opening: Opening, written: Sequence[Word], right: Sequence[str]) -> Match:
    """A match for an opener that should be made of other words; it has edits where the words pair off."""
    view = opening.view
    start, end = written[0].start, written[-1].end
    found = view.text[opening.opener.start : max(end, opening.opener.start)]
    if len(right) != len(written):
        return Match(view.span(start, end), {"found": found, "expected": " ".join(right), "fixed": " ".join(right)})
    new = [like(word.text, other) for word, other in zip(written, right, strict=True)]
    edits = _edits(opening, written, new)
    values = {"found": found, "expected": " ".join(right), "fixed": " ".join(new)}
    return Match(view.span(start, end), values, edits)


def _edits(opening: Opening, written: Sequence[Word], right: Sequence[str]) -> tuple[Edit, ...]:
    pairs = zip(written, right, strict=True)
    return tuple(Edit(opening.view.span(old.start, old.end), new) for old, new in pairs if old.text != new)


def _changes(opening: Opening, written: Sequence[Word], right: Sequence[str]) -> Iterator[Match]:
    """A match from the first to the last word that is to change, none when all are right."""
    wrong = [(old, new) for old, new in zip(written, right, strict=True) if old.text != new]
    if not wrong:
        return
    view = opening.view
    start, end = wrong[0][0].start, wrong[-1][0].end
    fixed = " ".join(new for old, new in zip(written, right, strict=True) if start <= old.start < end)
    values = {"found": view.text[start:end], "expected": fixed, "fixed": fixed}
    yield Match(view.span(start, end), values, _edits(opening, written, right))
