"""The files of phrases that the program reads, and what they may say."""

from __future__ import annotations

from collections.abc import Mapping

from ..data.schema import Field, ListOf, MapOf, Number, Pattern, Record, TextField
from ..language.register import SHAPE

_WORDS = ListOf(TextField("A few words."), "Words, the likeliest first.", default=[])
_ORGANS = ListOf(TextField("An organ."), "Organs by their full names.", default=[])


def _phrase(**more: Field) -> Field:
    return MapOf(
        Record(
            {
                "name": TextField("What a list calls it.", required=True),
                "words": TextField("The words; <…> is for the writer to fill in.", required=True),
                "only": _ORGANS,
                "not": _ORGANS,
                "why": TextField("What is to be known of it.", required=True),
                **more,
            },
            "A standard phrase.",
        ),
        "Phrases by name.",
        default={},
    )


SHAPES: Mapping[str, Field] = {
    "following": Record(
        {
            "openers": MapOf(_WORDS, "What follows single openers.", default={}),
            "addressees": _WORDS,
            "citing": ListOf(TextField("An opener."), "Openers that citations follow.", default=[]),
            "participle": _WORDS,
            "finite": _WORDS,
        },
        "What follows an opener.",
    ),
    "closing": Record(
        {
            "session": Record(
                {
                    **{key: TextField("Words.", required=True) for key in ("ordinal", "year", "unknown", "body")},
                    "article": TextField("Before the name of a body."),
                    "masthead": Pattern("The session in the masthead, with a group ordinal."),
                    "itself": ListOf(TextField("A word."), "Words for the body that speaks.", default=[]),
                    "asked": Pattern("What stands before a session to come, with groups whom and typed."),
                    "opens": Pattern("A year in the masthead, with a group year."),
                    "symbols": MapOf(
                        ListOf(Pattern("A symbol, with a group session.", at_start=True), "Symbols."), "By body."
                    ),
                },
                "How sessions are named.",
                required=True,
            ),
            "paragraphs": _phrase(
                opener=TextField("The opener.", required=True),
                sessions=ListOf(Number("How many sessions after that of the draft."), "Sessions."),
            ),
            "formulas": _phrase(
                least=Number("How many characters must have been typed."),
                after=Pattern("Words right before the cursor after which it is offered with nothing typed."),
            ),
        },
        "Paragraphs and formulas that resolutions word alike.",
    ),
    "drafting": Record(
        {
            "paragraph": Record(
                {
                    "number": Pattern(
                        "What stands before a number, with groups several, last and typed.", required=True
                    ),
                    "letter": Pattern("What stands before a letter, with groups number and typed.", required=True),
                    "above": TextField("After the number of an earlier paragraph."),
                    "below": TextField("After that of a later one."),
                },
                "References to paragraphs.",
            ),
            "citation": Pattern("What stands before “resolution” alone where a number follows."),
            "document": Pattern("A symbol in parentheses, with a group symbol."),
        },
        "How references begin.",
    ),
    "citation": SHAPE,
}
"""By the name of the file."""
