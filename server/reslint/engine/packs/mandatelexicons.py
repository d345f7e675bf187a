"""The form of the lexicons `mandates` and `mandate-slots`."""

from __future__ import annotations

from collections.abc import Mapping

from ..data.schema import Field, ListOf, MapOf, Number, Pattern, Record, TextField

_PATTERNS = ListOf(Pattern("A pattern with the group words."), "Patterns.", default=[])


def _patterns(**docs: str) -> dict[str, Field]:
    return {name.replace("_", "-"): Pattern(doc, required=True) for name, doc in docs.items()}


MANDATES: Mapping[str, Field] = {
    "mandates": Record(
        {
            "verbs": MapOf(Pattern("How it is written."), "The verbs that ask, by the name shown.", required=True),
            **_patterns(
                lead="What may stand before a verb inside a paragraph.",
                leading="What stands before a name without a comma.",
                aside="What stands between commas beside a name.",
                cut="What ends a name where no comma does.",
                action="Where what is asked begins.",
                before="After what an action does not begin.",
                that="A clause instead of a name.",
                modal="Where a name in a clause ends.",
                end="What ends a request; {finite} are the first words of operative openers.",
                next="What parts two actions.",
                heads="Words for those who act.",
                pronoun="Who was named before.",
                listed="How the next of several begins.",
                plain="The same behind a name that has no complement.",
                begun="How a name begins that goes on behind a comma.",
                together="What is one name although a joint stands in it.",
                alone="A word that is one name with the one before a joint.",
                joint="What joins two names.",
                prepositions="What ends the head of a name.",
                drop="Words before a name that do not tell it apart.",
            ),
            "groups": MapOf(Pattern("A name without what is dropped."), "What several names are counted as."),
        },
        "What paragraphs ask, and of whom.",
    ),
    "mandate-slots": Record(
        {
            **{
                name: Pattern("Put in for its name in braces.", required=True)
                for name in ("makes", "between", "object", "article", "few", "start", "bare")
            },
            "deliverables": MapOf(
                Record(
                    {
                        "near": Pattern("What must stand somewhere in the request.", required=True),
                        "find": ListOf(Pattern("With the group words."), "How it is asked for.", required=True),
                    },
                    "A deliverable.",
                ),
                "Deliverables by name.",
            ),
            "deadlines": MapOf(ListOf(Pattern("With the group words."), "How it is said."), "Deadlines by kind."),
            "past": Pattern("What stands before a date of something else."),
            "agenda": Pattern("The agenda of a session, with the groups session, sessions and rest."),
            **dict.fromkeys(("periods", "conditions", "items"), _PATTERNS),
        },
        "The parts of a request beside who is asked.",
    ),
    "medians": Record(
        {
            "medians": MapOf(
                MapOf(
                    Record(
                        {
                            **{
                                key: Number(f"The median of {key}, or how many texts.", required=True)
                                for key in ("texts", "words", "preambular", "operative", "reports")
                            },
                            "years": TextField("The years of texts that are of no session."),
                        },
                        "The medians of the texts of a session.",
                    ),
                    "By session of the General Assembly; 0 where a body has none.",
                ),
                "By body.",
            )
        },
        "The medians of adopted texts.",
    ),
}
"""By name."""
