"""The lexicons that the program itself reads, and what they may say. Any other lexicon is for its rules alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..draft.vocabulary import Layout
from ..text.record import fields
from .schema import Anything, Field, Flag, Issue, ListOf, MapOf, Number, Path, Pattern, Record, Text

_WORDS = ListOf(Text("A word or a few."), "Words.", default=[])


class _Open(Record):
    """A record that may have other keys besides those declared: rules read them."""

    def issues(self, value: Any, path: Path = ()) -> Iterator[Issue]:
        """See `Field.issues`."""
        known = (
            {key: item for key, item in value.items() if key in self.fields} if isinstance(value, Mapping) else value
        )
        yield from super().issues(known, path)


class _Facts(_Open):
    """An open record of which nothing at all may be said."""

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
                "counterpart": Text("The same opener in the other form."),
                "complements": _WORDS,
                "exempt": Flag("Whether it stands outside sequences."),
                "note": Text("What a writer is told of it."),
            },
            "What is known of an opener.",
        ),
        "Openers.",
    )


def _at_start(doc: str) -> Field:
    return ListOf(Pattern(doc, at_start=True), doc)


LEXICONS: Mapping[str, Field] = {
    "openers": _Open(
        {"participle": _opener(), "finite": _opener(), "sequence": _WORDS, "strengthening": _WORDS},
        "The openers of paragraphs.",
    ),
    "organs": _Open(
        {
            "organs": MapOf(
                _Facts(
                    {
                        "short": Text("After first mention."),
                        "profile": Text("Whose severities hold."),
                        "numbers": ListOf(Pattern("How resolutions are numbered."), "Numbers."),
                    },
                    "An organ.",
                ),
                "Organs by name.",
            ),
            "patterns": _at_start("Organs that are not listed one by one."),
        },
        "The bodies that adopt resolutions.",
    ),
    "citations": _Open(
        {
            "kinds": MapOf(_WORDS, "What is cited, with the words for it."),
            **dict.fromkeys(("own", "entitled", "descriptive", "dated", "documents", "joint"), _WORDS),
        },
        "How resolutions are cited.",
    ),
    "dates": _Open({"months": _WORDS, "weekdays": _WORDS}, "The words of dates."),
    "layout": Record({one.name: _at_start(f"Lines: {one.name}.") for one in fields(Layout)}, "The lines of a page."),
    "addressees": _Open(
        {"end": Pattern("Where an addressee ends."), "aside": Pattern("What may stand between.", at_start=True)},
        "To whom an opener speaks.",
    ),
    "instruments": _Open(
        {
            "instruments": MapOf(
                Record(
                    {
                        "short": ListOf(Text("A short title, with its article."), "After first mention."),
                        "aliases": ListOf(_NAME, "Other words to find it by."),
                        "volumes": ListOf(_NAME, "Volumes of the Treaty Series."),
                        "number": _NAME,
                        "league": Flag("Whether the Treaty Series is that of the League of Nations."),
                        "resolution": Text("The resolution that it is, or is annexed to."),
                        "body": Text("Who adopted that resolution."),
                        "part": Text("Which part of the resolution it is."),
                        "see": Flag("Whether its note begins with “See”."),
                        "note": Text("The text of its note."),
                    },
                    "What is known of an instrument.",
                ),
                "Instruments by their official titles.",
            )
        },
        "Treaties, declarations and other instruments.",
    ),
    "sessions": _Open(
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
            )
        },
        "When sessions fall.",
    ),
    "houses": MapOf(
        Record(
            {
                "lines": ListOf(Pattern("A line.", at_start=True), "Lines at the head of a draft.", required=True),
                "at-least": Number("How many of them, all different, must be there; 2 if not given."),
            },
            "By what its drafts are known.",
        ),
        "Other packs for drafts that show by their heading that they are theirs.",
    ),
    "references": MapOf(Pattern("A reference."), "How a resolution refers to its own paragraphs."),
}
"""By name; a lexicon of one of these names must be of this form."""
