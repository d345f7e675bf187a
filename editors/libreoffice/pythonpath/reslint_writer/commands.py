"""The commands of the menu: each does one thing to the document that is open, and says what it did."""

from __future__ import annotations

from typing import Any

from reslint.text.stopping import Stopped

from .attending import Watch, attended, later
from .changing import Changed, change
from .dialogs import is_seen, listing, say
from .judging import Judged, judging
from .tasks import Beside, Task, Turn, at_once

NOT_A_DRAFT = "This document does not look like a resolution."
_at_work: list[_Command] = []
"""The command that is being done: one at a time, for all windows."""
CHANGED = "The document has changed while it was being read. Nothing was done: try again."


def run(name: str, context: Any, frame: Any, model: Any, readings: Any) -> None:
    """Does what a command of the menu says; mistakes are shown, none is raised.

    Where nobody sees the document it is done when this comes back; else soon, in the main thread.
    """
    if _at_work:
        return
    command = _Command(context, frame, model, readings)
    if is_seen(frame):
        later(context, lambda: command.do(name))
    else:
        command.do(name)


class _Command:
    def __init__(self, context: Any, frame: Any, model: Any, readings: Any) -> None:
        self.context = context
        self.frame = frame
        self.model = model
        self.readings = readings
        self.fixed = 0
        """How many findings have been fixed."""

    def do(self, name: str) -> None:
        """Does it, and says what came of it."""
        _at_work.append(self)
        try:
            self._do(name)
        except Stopped:
            if self.fixed:
                self._say(f"{_findings(self.fixed)} fixed.")
        except Changed:
            self._say(CHANGED)
        except Exception as error:  # whatever goes wrong, Writer must go on
            self._say(f"reslint could not do this: {error}")
        finally:
            _at_work.remove(self)

    def _do(self, name: str) -> None:
        tasks = {"check": self._judge, "fix": self._fix, "explain": self._judge}
        shows = {"check": self._list, "fix": self._count, "explain": self._explain}
        if name not in tasks:
            raise ValueError(f"there is no command “{name}”")
        with Watch(self.model) as watch:
            task = tasks[name](watch)
            judged = attended(self.context, self.frame, watch, task) if is_seen(self.frame) else at_once(task)
        if judged.draft.is_resolution:
            shows[name](judged)
        else:
            self._say(NOT_A_DRAFT)

    def _say(self, words: str) -> None:
        say(self.context, self.frame, words)

    # What takes long

    def _judge(self, watch: Watch, start: float = 0.0, end: float = 1.0) -> Task[Judged]:
        judged = yield from judging(self.model, start, end)
        watch.unchanged()
        self.readings.keep(self.model, judged)
        return judged

    def _fix(self, watch: Watch) -> Task[Judged]:
        judged = yield from self._judge(watch, 0.0, 0.4)
        if not judged.draft.is_resolution:
            return judged
        result = yield Beside("Looking for fixes", 0.4, judged.fixed)
        yield Turn("Writing the fixes", 0.6)
        watch.unchanged()
        if result.edits:
            change(self.model, judged.original, result.edits, "reslint: apply all safe fixes")
            watch.changed()
        self.fixed = sum(result.applied.values())
        return (yield from self._judge(watch, 0.6, 1.0))

    # What is shown then

    def _list(self, judged: Judged) -> None:
        if not judged.findings:
            self._say("Nothing to report.")
            return
        rows = [judged.told(finding) for finding in judged.findings]
        why = lambda row: judged.why(judged.findings[row])  # noqa: E731
        listing(self.context, rows, lambda row: select(self.model, judged, row), why)

    def _count(self, judged: Judged) -> None:
        self._say(f"{_findings(self.fixed)} fixed, {len(judged.findings)} left.")

    def _explain(self, judged: Judged) -> None:
        found = at_cursor(self.model, judged)
        self._say("\n\n– – –\n\n".join(map(judged.why, found)) if found else "There is no finding at the cursor.")


def _findings(count: int) -> str:
    return f"{count} {'finding' if count == 1 else 'findings'}"


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
