"""The commands of the menu: each does one thing to the document that is open, and says what it did."""

from __future__ import annotations

from typing import Any

from .changing import change
from .dialogs import listing, say, working
from .judging import Judged

NOT_A_DRAFT = "This document does not look like a resolution."


def run(name: str, context: Any, frame: Any, model: Any, readings: Any) -> None:
    """Does what a command of the menu says; mistakes are shown, none is raised."""
    commands = {"check": _check, "fix": _fix, "explain": _explain}
    try:
        commands[name](context, frame, model, readings)
    except Exception as error:  # whatever goes wrong, Writer must go on
        say(context, frame, f"reslint could not do this: {error}")


def _check(context: Any, frame: Any, model: Any, readings: Any) -> None:
    with working(frame, "reslint: checking the document …"):
        judged: Judged = readings.of(model, fresh=True)
    if not judged.draft.is_resolution:
        say(context, frame, NOT_A_DRAFT)
    elif not judged.findings:
        say(context, frame, "Nothing to report.")
    else:
        rows = [judged.told(finding) for finding in judged.findings]
        listing(context, rows, lambda row: select(model, judged, row), lambda row: judged.why(judged.findings[row]))


def _fix(context: Any, frame: Any, model: Any, readings: Any) -> None:
    with working(frame, "reslint: reading the document and looking for fixes …"):
        judged: Judged = readings.of(model, fresh=True)
        if judged.draft.is_resolution:
            result = judged.fixed()
            if result.edits:
                change(model, judged.original, result.edits, "reslint: apply all safe fixes")
            left = len(readings.of(model, fresh=True).findings)
    if not judged.draft.is_resolution:
        say(context, frame, NOT_A_DRAFT)
        return
    made = sum(result.applied.values())
    say(context, frame, f"{made} {'finding' if made == 1 else 'findings'} fixed, {left} left.")


def _explain(context: Any, frame: Any, model: Any, readings: Any) -> None:
    judged: Judged = readings.of(model, fresh=True)
    found = at_cursor(model, judged)
    say(context, frame, "\n\n– – –\n\n".join(map(judged.why, found)) if found else "There is no finding at the cursor.")


def at_cursor(model: Any, judged: Judged) -> list[Any]:
    """The findings on whose words the cursor stands; else those of its paragraph."""
    cursor = model.getCurrentController().getViewCursor()
    text = cursor.getText()
    for paragraph in judged.original.paragraphs:
        element: Any = paragraph.element
        if element.getText() != text or not _within(text, cursor.getStart(), element):
            continue
        before = text.createTextCursorByRange(element.getStart())
        before.gotoRange(cursor.getStart(), True)
        at = len(before.getString())
        marks = judged.marks(judged.original.proofs[id(paragraph)])
        there = [mark.finding for mark in marks if mark.start <= at <= mark.end]
        return there or [mark.finding for mark in marks]
    return []


def _within(text: Any, place: Any, element: Any) -> bool:
    starts = text.compareRegionStarts(element.getStart(), place)
    return starts >= 0 and text.compareRegionEnds(place, element.getEnd()) >= 0


def select(model: Any, judged: Judged, row: int) -> None:
    """Select the words of a finding in the document."""
    from .changing import words_of

    paragraph = judged.home(judged.findings[row])
    if paragraph is not None:
        span = judged.findings[row].span
        first, last = paragraph.visible(span.start), max(paragraph.visible(span.end), paragraph.visible(span.start) + 1)
        model.getCurrentController().select(words_of(paragraph, first, min(last, paragraph.length)))
