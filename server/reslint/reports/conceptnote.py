"""A concept note to start from: what a draft says, and prompts for what it does not.

The six headings are those of the draft template for concept notes of May 2026, as the press reported them; the template
itself was not found, so nothing else is taken from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..text.record import NamedTuple
from .mandates import MandateRow, gathered
from .predecessor import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..engine.predecessor import Predecessor

HEADINGS = (
    "Context and rationale",
    "Objectives and intended impact",
    "Mandate landscape",
    "Proposed activities and timelines",
    "Implementation lead",
    "Indicative financial implications",
)
_LABEL = (
    "Headings of the draft template of May 2026, as the press reported it; no official template. Lines in "
    "italics are questions for you to answer and to take out."
)


class NotePart(NamedTuple):
    """A paragraph of a note in Markdown; `look` is a key of `MARKS`."""

    look: str
    words: str


MARKS = {"title": "# ", "heading": "## ", "paragraph": "", "item": "- ", "deep item": "  - "}
"""How the looks of the parts are written in Markdown."""


def concept_note(
    title: str, rows: Sequence[MandateRow], before: Predecessor | None, ordinal: Callable[[int], str]
) -> list[NotePart]:
    """The note: title, predecessor, mandates by addressee, timeline and resources of a draft under the six headings."""
    sections: tuple[Iterable[NotePart], ...] = (
        [_asked("Which problem calls for this resolution, and why now?")],
        [_asked("What is to have changed, for whom, and how will that be seen?")],
        _landscape(before),
        _timeline(rows, ordinal),
        _lead(rows),
        _resources(rows),
    )
    parts = [NotePart("title", f"Concept note: {title or '[title]'}"), _asked(_LABEL)]
    for heading, said in zip(HEADINGS, sections, strict=True):
        parts += [NotePart("heading", heading), *said]
    return parts


def markdown_of(parts: Sequence[NotePart]) -> str:
    """The note in Markdown."""
    lines: list[str] = []
    for at, part in enumerate(parts):
        is_in_list = part.look.endswith("item") and at and parts[at - 1].look.endswith("item")
        lines += [] if is_in_list or not at else [""]
        lines.append(MARKS[part.look] + part.words)
    return "\n".join(lines) + "\n"


def _asked(words: str) -> NotePart:
    return NotePart("paragraph", f"*{words}*")


def _landscape(before: Predecessor | None) -> Iterator[NotePart]:
    if before is None:
        yield NotePart("paragraph", "No earlier resolution of this title is known to the register.")
    else:
        yield NotePart("paragraph", f"Latest resolution of this title: {' · '.join(named(before))}.")
    yield _asked("Which other mandates are there on this, and why do they not do?")


def _timeline(rows: Sequence[MandateRow], ordinal: Callable[[int], str]) -> Iterator[NotePart]:
    due = [row for row in rows if row.deadlines or row.periods]
    for name, group in gathered(due, "session", ordinal):
        yield NotePart("item", name)
        for row in group:
            yield NotePart("deep item", f"paragraph {row.paragraph}: {_whom(row)} {_brief(row)}")
    if not due:
        yield NotePart("paragraph", "The draft names no session, date or period.")
    yield _asked("When is the mandate reviewed, and when does it end?")


def _lead(rows: Sequence[MandateRow]) -> Iterator[NotePart]:
    for name, group in gathered(rows, "addressee", ordinal=str):
        paragraphs = list(dict.fromkeys(row.paragraph for row in group))
        yield NotePart("item", f"{name} (paragraph{'s' * (len(paragraphs) > 1)} {', '.join(paragraphs)})")
    if not rows:
        yield NotePart("paragraph", "The draft asks nobody.")
    yield _asked("Who leads, and who helps?")


def _resources(rows: Sequence[MandateRow]) -> Iterator[NotePart]:
    told = [row for row in rows if row.conditions]
    for row in told:
        yield NotePart("item", f"paragraph {row.paragraph}: {'; '.join(row.conditions)}")
    if not told:
        yield NotePart("paragraph", "The draft says nothing of resources.")
    yield _asked("What will it cost, and out of what is it paid?")


def _whom(row: MandateRow) -> str:
    return ", ".join(row.addressees)


def _brief(row: MandateRow) -> str:
    told = [*row.deliverables, *row.deadlines, *row.periods]
    return f"({'; '.join(told)})"
