from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reslint.draft import Draft, Grammar, LayoutPatterns, Node, OpenerEntry, Organ, Vocabulary, parse
from reslint.text import Text

PARTICIPLES = (
    "Recalling", "Noting", "Noting with concern", "Taking note", "Taking note with appreciation",
    "Having considered", "Deeply concerned", "Welcoming", "Acting", "Convinced",
)  # fmt: skip
FINITES = (
    "Requests", "Urges", "Calls upon", "Decides", "Notes", "Notes with appreciation", "Takes note",
    "Takes note with appreciation", "Reiterates", "Reiterates its call upon", "Expresses its concern",
    "Expresses its deep appreciation", "Adopts", "Encourages", "Condemns",
)  # fmt: skip


def patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source) for source in sources)


def build() -> Vocabulary:
    openers: dict[str, list[OpenerEntry]] = {}
    for phrase in PARTICIPLES:
        openers.setdefault(phrase.split()[0].lower(), []).append(
            OpenerEntry(phrase, "participle", complements=("of", "that", "to", "by"))
        )
    for phrase in FINITES:
        openers.setdefault(phrase.split()[0].lower(), []).append(
            OpenerEntry(phrase, "finite", complements=("of", "that", "to"))
        )
    return Vocabulary(
        organs=(
            Organ("General Assembly", "the Assembly"),
            Organ("Security Council", "the Council", "sc"),
            Organ("Economic and Social Council"),
        ),
        enacting=patterns(r"The Conference of the Parties to .+", r"The Commission on .+"),
        openers={
            head: tuple(sorted(group, key=lambda entry: -len(entry.phrase.split()))) for head, group in openers.items()
        },
        sequence_adverbs=("also", "further"),
        grammar=Grammar(
            forms={"preambular": "participle", "operative": "finite"},
            adverbs={"preambular": "after", "operative": "before"},
            articles=("the ",),
            labels=("({})", "({})", "{}.", "{}."),
            note_marker="after",
            note_marks=",;:.",
            quotation_marks=(("“", "”"), ('"', '"')),
        ),
        strengthening_adverbs=("strongly", "once again"),
        layout=LayoutPatterns(
            masthead=patterns(
                r"Distr\.",
                r"Agenda item",
                r"[\w-]+ session$",
                r"(?:Forum|Committee|Topic):",
                r"\d{1,2} [A-Z][a-z]+ \d{4}$",
            ),
            sponsors=patterns(r".+:\**\s*(?:revised )?draft resolution"),
            chapeau=patterns(r"The .+ recommends .+ draft resolution"),
            adopted=patterns(r"Resolution adopted by"),
            meeting=patterns(r"\d+(?:st|nd|rd|th) plenary meeting", r"Adopted (?:unanimously|at)"),
            annex=patterns(r"(?i:annex)(?: ([IVX]+))?(?:\s*$|\s+\S)"),
            declaration=patterns(r"We, (?:the )?(?:Heads|Ministers)"),
            part=patterns(r"(?:Part )?([IVX]+)(?:\.|\s|$)"),
            page=patterns(r"\d\d-\d{5}(?: \([A-Z]\))?$", r"Page \d+ of \d+$", r"[A-Z]/RES/\d+(?: \(\d{4}\))?$"),
            enacting=patterns(r"THE [A-Z ]+,$"),
        ),
    )


VOCABULARY = build()


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return VOCABULARY


@pytest.fixture(scope="session")
def read() -> Callable[..., Draft]:
    def parsed(content: str, *, forced: bool = False) -> Draft:
        return parse(Text(content), VOCABULARY, forced=forced)

    return parsed


@pytest.fixture(scope="session")
def tree() -> Callable[..., list[str]]:
    """The tree as lines: two blanks of indent for each level, kind, label, and the words where there are few."""

    def drawn(draft: Draft) -> list[str]:
        lines: list[str] = []

        def draw(node: Node, depth: int) -> None:
            words = draft.view(node).text if node.body else ""
            name = f"{node.kind} {node.label}".strip()
            lines.append(f"{'  ' * depth}{name}{f': {words}' if words else ''}")
            for child in node.children:
                draw(child, depth + 1)

        for child in draft.root.children:
            draw(child, 0)
        return lines

    return drawn
