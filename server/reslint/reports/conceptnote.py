"""A concept note to start from, in Markdown: what a draft says, and prompts for what it does not.

The six headings are those of the draft template for concept notes of May 2026, as the press reported them; the template
itself was not found, so nothing else is taken from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

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


def concept_note(
    title: str, rows: Sequence[MandateRow], before: Predecessor | None, ordinal: Callable[[int], str]
) -> str:
    """The note: title, predecessor, mandates by addressee, timeline and resources of a draft under the six headings."""
    sections = (
        ["*Which problem calls for this resolution, and why now?*"],
        ["*What is to have changed, for whom, and how will that be seen?*"],
        list(_landscape(before)),
        list(_timeline(rows, ordinal)),
        list(_lead(rows)),
        list(_resources(rows)),
    )
    lines = [f"# Concept note: {title or '<title>'}", "", f"*{_LABEL}*"]
    for heading, said in zip(HEADINGS, sections, strict=True):
        lines += ["", f"## {heading}", "", *said]
    return "\n".join(lines) + "\n"


def _landscape(before: Predecessor | None) -> Iterator[str]:
    if before is None:
        yield "No earlier resolution of this title is known to the register."
    else:
        yield f"Latest resolution of this title: {' · '.join(named(before))}."
    yield ""
    yield "*Which other mandates are there on this, and why do they not do?*"


def _timeline(rows: Sequence[MandateRow], ordinal: Callable[[int], str]) -> Iterator[str]:
    due = [row for row in rows if row.deadlines or row.periods]
    for name, group in gathered(due, "session", ordinal):
        yield f"- {name}"
        yield from (f"  - paragraph {row.paragraph}: {_whom(row)} {_brief(row)}" for row in group)
    if not due:
        yield "The draft names no session, date or period."
    yield ""
    yield "*When is the mandate reviewed, and when does it end?*"


def _lead(rows: Sequence[MandateRow]) -> Iterator[str]:
    for name, group in gathered(rows, "addressee", ordinal=str):
        yield f"- {name} (paragraphs {', '.join(dict.fromkeys(row.paragraph for row in group))})"
    if not rows:
        yield "The draft asks nobody."
    yield ""
    yield "*Who leads, and who helps?*"


def _resources(rows: Sequence[MandateRow]) -> Iterator[str]:
    told = [row for row in rows if row.conditions]
    yield from (f"- paragraph {row.paragraph}: {'; '.join(row.conditions)}" for row in told)
    if not told:
        yield "The draft says nothing of resources."
    yield ""
    yield "*What will it cost, and out of what is it paid?*"


def _whom(row: MandateRow) -> str:
    return ", ".join(row.addressees)


def _brief(row: MandateRow) -> str:
    told = [*row.deliverables, *row.deadlines, *row.periods]
    return f"({'; '.join(told)})"
