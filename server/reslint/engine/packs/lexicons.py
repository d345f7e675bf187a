"""The lexicons that the program itself reads, and what they may say. Any other lexicon is for its rules alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ...draft.vocabulary import LayoutPatterns
from ...text.record import fields
from ..data.dated import EntryField, holds
from ..data.schema import (
    Anything,
    Choice,
    Field,
    Flag,
    Issue,
    LexiconName,
    ListOf,
    MapOf,
    Number,
    Path,
    Pattern,
    Record,
    TextField,
    did_you_mean,
    few,
    sound,
)
from .mandatelexicons import MANDATES

_WORDS = ListOf(TextField("A word or a few."), "Words.", default=[])
_NEEDED = ListOf(TextField("A word or a few."), "Words.", required=True)
_ENDINGS = ListOf(TextField("An ending."), "Endings.", default=[])
_PAIRS = MapOf(EntryField("write", "A word or a few."), "Words by other words.")
_NOTES = MapOf(EntryField("note", "What is said of it."), "Notes by words.")


class _Listed(Field):
    """A list of texts, or texts with a note on each, which may be a text or nothing."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        if isinstance(value, Mapping):
            noted = {key: note for key, note in value.items() if note is not None or not isinstance(key, str)}
            yield from _NOTES.issues(noted, path)
        else:
            yield from _WORDS.issues(value, path)

    def shape(self) -> dict[str, Any]:
        """See `Field.shape`."""
        return {"anyOf": [_WORDS.shape(), _NOTES.shape()]}


class _Facts(Record):
    """A record of which nothing at all may be said."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        yield from super().issues({} if value is None else value, path)


_NAME = Anything("A word or a number.")


def _opener() -> Field:
    return MapOf(
        _Facts(
            {
                "count": Number("How often it was seen in print."),
                "directive": Flag("Whether it speaks to an addressee."),
                "counterpart": TextField("The same opener in the other form."),
                "complements": _WORDS,
                "exempt": Flag("Whether it stands outside sequences."),
                "note": TextField("What a writer is told of it."),
            },
            "What is known of an opener.",
        ),
        "Openers.",
    )


def _instrument() -> Field:
    return Record(
        {
            "short": ListOf(TextField("A short title, with its article."), "After first mention."),
            "forms": ListOf(TextField("A name."), "Other names by which print calls it, with their capitals."),
            "aliases": ListOf(_NAME, "Other words to find it by."),
            "volumes": ListOf(_NAME, "Volumes of the Treaty Series."),
            "number": _NAME,
            "league": Flag("Whether the Treaty Series is that of the League of Nations."),
            "resolution": TextField("The resolution that it is, or is annexed to."),
            "body": TextField("Who adopted that resolution."),
            "part": TextField("Which part of the resolution it is."),
            "see": Flag("Whether its note begins with “See”."),
            "note": TextField("The text of its note."),
            "holds": holds("the name"),
        },
        "What is known of an instrument.",
    )


def _spelling() -> Field:
    return Record(
        {
            "common": TextField("Words that print uses, in small letters, the commonest first.", required=True),
            "other": TextField("Other right words, in small letters, that look like one of them.", required=True),
            "beginnings": ListOf(TextField("A syllable."), "What may stand before a right word.", default=[]),
            "endings": ListOf(TextField("An ending."), "What may stand after a right word.", default=[]),
        },
        "Which words are right.",
    )


def _inflections() -> Field:
    return Record(
        {
            "endings": MapOf(_ENDINGS, "The endings of the third person by the ending of another form."),
            "irregular": MapOf(_WORDS, "What other words may stand for."),
            "before": _WORDS,
            "phrases": MapOf(TextField("The right opener."), "Wrong openers that are not verbs."),
            "after-noun": _WORDS,
        },
        "The other forms of openers.",
    )


class _Template(TextField):
    """A text with all of some places in braces."""

    def __init__(self, places: Sequence[str], doc: str) -> None:
        super().__init__(doc, required=True)
        self._places = places

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        yield from super().issues(value, path)
        missing = [place for place in self._places if f"{{{place}}}" not in str(value)]
        if isinstance(value, str) and missing:
            yield Issue(path, f"“{{{missing[0]}}}” is missing")


class _Grouped(Pattern):
    """A pattern with a group of some name."""

    def __init__(self, group: str, doc: str) -> None:
        super().__init__(doc, required=True)
        self._group = group

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        yield from super().issues(value, path)
        if isinstance(value, str) and f"(?P<{self._group}>" not in value:
            yield Issue(path, f"the pattern has no group “{self._group}”")


_MARK = TextField("A mark.")


def _by_paragraph(choices: Sequence[str], doc: str) -> Field:
    return Record({kind: Choice(choices, doc) for kind in ("preambular", "operative")}, "By the kind of paragraph.")


def _at_start(doc: str) -> Field:
    return ListOf(Pattern(doc, at_start=True), doc)


LEXICONS: Mapping[str, Field] = {
    "openers": Record(
        {"participle": _opener(), "finite": _opener(), "sequence": _WORDS, "strengthening": _WORDS},
        "The openers of paragraphs.",
    ),
    "organs": Record(
        {
            "organs": MapOf(
                _Facts(
                    {
                        "short": TextField("After first mention."),
                        "profile": TextField("Whose severities hold."),
                        "numbers": ListOf(Pattern("How resolutions are numbered."), "Numbers."),
                        "year": Flag("Whether the number begins with the year or has it in parentheses."),
                        "abbreviations": _WORDS,
                        "symbol": TextField("The symbol of a resolution as a document, with {number}."),
                    },
                    "An organ.",
                ),
                "Organs by name.",
            ),
            "patterns": _at_start("Organs that are not listed one by one."),
        },
        "The bodies that adopt resolutions.",
    ),
    "grammar": Record(
        {
            "forms": _by_paragraph(("participle", "finite"), "The form that opens it."),
            "adverb": _by_paragraph(("before", "after"), "The side of its opener on which a sequence adverb stands."),
            "attributes": _WORDS,
            "articles": _WORDS,
            "note-marker": Record(
                {
                    "side": Choice(["before", "after"], "On which side of a mark it stands.", required=True),
                    "marks": ListOf(_MARK, "The marks.", required=True),
                },
                "Where the marker of a footnote stands.",
            ),
            "labels": ListOf(
                TextField("A label: (a), i."), "How subparagraphs are labelled, level by level, the first one of each."
            ),
            "capitals": _by_paragraph(("first", "all"), "Which letters of the verb that opens it are capitals."),
            "address": Flag("Whether a whole text names its organ on a line of its own.", default=True),
            "joints": ListOf(TextField("A few words."), "What joins another verb to the opener: and."),
            "tails": ListOf(TextField("A few words."), "What may follow the last mark of a paragraph: and."),
            "spaced": ListOf(_MARK, "Marks with a no-break space before them."),
            "quotation-marks": MapOf(_MARK, "What closes a quotation by what opens it; the first pair is written."),
        },
        "The grammar of a language.",
    ),
    "citations": Record(
        {
            "kinds": MapOf(_WORDS, "What is cited, with the words for it.", required=True),
            **dict.fromkeys(("own", "entitled", "descriptive", "dated", "joint"), _NEEDED),
            "number": Pattern("The number of a resolution or decision.", required=True),
            "body": Choice(["before", "after"], "On which side of what is cited its body is named."),
            "documents": _WORDS,
            "parts": _WORDS,
        },
        "How resolutions are cited.",
    ),
    "dates": Record(
        {
            "months": _NEEDED,
            "weekdays": _WORDS,
            "date": _Template(("day", "month", "year"), "How a date is written."),
            "month": _Template(("month", "year"), "How the month of a year is written."),
            "days": MapOf(TextField("As it is written."), "Days that are not written as their number alone."),
        },
        "The words of dates.",
    ),
    "layout": Record(
        {one.name: _at_start(f"Lines: {one.name}.") for one in fields(LayoutPatterns)}, "The lines of a page."
    ),
    "addressees": Record(
        {
            "end": Pattern("Where an addressee ends.", required=True),
            "aside": Pattern("What may stand between.", at_start=True, required=True),
            "longer": Pattern("What may belong to the opener before it.", at_start=True),
            **dict.fromkeys(("drop", "short", "head-end", "object"), _NEEDED),
        },
        "To whom an opener speaks.",
    ),
    "instruments": Record(
        {
            "instruments": MapOf(
                _instrument(),
                "Instruments by their official titles.",
            )
        },
        "Treaties, declarations and other instruments.",
    ),
    "sessions": Record(
        {
            "bodies": MapOf(
                ListOf(
                    Record(
                        {
                            "number": Pattern("The number, with a group session, roman or year.", required=True),
                            "first": Number("The year in which session 0 would open."),
                            "per-year": Number("How many sessions a year has."),
                            "years": Number("How many years there are from one session to the next."),
                            "from": Number("The month it opens in, counted from that January.", required=True),
                            "early": Number("How many months before that it may have opened."),
                            "to": Number("The month it is over by.", required=True),
                            "since": Number("The first session to which this applies."),
                            "until": Number("The last one."),
                        },
                        "One way of numbering.",
                    ),
                    "The ways in which a body has numbered.",
                ),
                "Bodies by name.",
            ),
            "masthead": Record(
                {
                    "body": TextField("The body whose session it is.", required=True),
                    "lines": ListOf(
                        Pattern("With a group session (an ordinal) or number."), "What names it.", required=True
                    ),
                },
                "How the head of a text names the session that it is of.",
            ),
        },
        "When sessions fall.",
    ),
    "houses": MapOf(
        Record(
            {
                "name": TextField("What a person calls it.", required=True),
                "pack": TextField("The pack of its rules, which comes with the program; none if left out."),
                "within": TextField("The house that it is a conference of."),
                "plays": Flag("Whether its texts speak as those of other houses, so that what stands above decides."),
                "clues": ListOf(
                    TextField("A few words, in small letters."),
                    "Words one of which the head of every text of it has; the default house has none.",
                ),
                "signs": ListOf(
                    Record(
                        {
                            "line": Pattern("How a line begins.", at_start=True),
                            "words": Pattern("What stands anywhere."),
                            "weight": Number("How much it says for the house; ten are enough.", required=True),
                        },
                        "A line or words by which it is known.",
                    ),
                    "What its texts are known by.",
                    required=True,
                ),
            },
            "By what its texts are known.",
        ),
        "The houses whose texts are told apart by their heads.",
    ),
    "references": Record(
        {
            "paragraph": Pattern("A reference to a numbered paragraph.", required=True),
            "subparagraph": Pattern("A reference to a lettered one alone.", required=True),
            "number": _Grouped("letters", "A number in a reference, with its letters as a group `letters`."),
            "letter": _Grouped("letter", "A letter in a reference, as a group `letter`."),
        },
        "How a resolution refers to its own paragraphs.",
    ),
    "ordinals": Record({"ordinals": _NEEDED}, "Ordinal numbers in words, from the first on."),
    "inflections": Record({"inflections": _inflections()}, "The other forms of openers."),
    "spelling": Record({"spelling": _spelling()}, "Which words are right."),
    **MANDATES,
}
"""By name; a lexicon of one of these names must be of this form."""

FORMS: Mapping[str, Field] = {
    "phrases": _Listed("Phrases, or phrases with a note on each."),
    "pairs": _PAIRS,
    "instruments": MapOf(_instrument(), "Full names."),
    "ordinals": _NEEDED,
    "inflections": _inflections(),
    "spelling": _spelling(),
    **{name: LEXICONS[name] for name in ("addressees", "references", "sessions")},
}
"""The keys that kinds of check read in a lexicon of any name, which may stand under that name."""


def read_by(rule: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The lexicons that the checks of a rule (with its defaults) read, and the names of the forms they must have."""
    from ..checks import check_class

    for check in rule["check"]:
        for key, option in check_class(check["kind"]).OPTIONS.fields.items():
            if isinstance(option, LexiconName) and check.get(key):
                yield check[key], option.form


def sound_lexicon(name: str, data: Any, forms: Iterable[str]) -> tuple[Any, list[Issue]]:
    """A lexicon whose form depends on the checks that read it: what is right in it, and every mistake."""
    own = isinstance(data, Mapping) and name in data
    words, path = (data[name], (name,)) if own else (data, ())
    stray = (key for key in (data if own else ()) if key != name)
    said = f"nothing reads this key: all words stand under “{name}”"
    issues = few(Issue((key,), said + did_you_mean(str(key), [name]), at_key=True) for key in stray)
    for form in forms:
        words, found = sound(FORMS[form], words)
        issues += [issue._replace(path=(*path, *issue.path)) for issue in found]
        if found:
            break
    return ({name: words} if own else words), issues
