"""The commands of the menu: each does one thing to the document that is open, and says what it did.

A command is a task (`tasks.py`): Writer goes on while it is done, and it can be stopped.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import Any, NamedTuple

from reslint.text.stopping import Stopped

from .changing import OtherWords, change
from .dialogs import listing, say
from .judging import Judged, path_of
from .office import Office, Watch
from .reading import OpenDraft
from .tasks import Beside, Task, Turn, Work

NOT_A_DRAFT = "This document does not look like a resolution."
AT_WORK = "reslint is still at work. Press Esc in the document, or choose “Stop” in its menu, to stop it."
CHANGED = "The document was changed meanwhile: nothing was fixed. Try again."
_SOON = 0.3
"""The proofreader waits so many seconds for more to be written."""
_SHORT, _LONG = 0.02, 0.03
"""The turns and pauses of what is done for the proofreader, while somebody writes."""
_READING = "reslint: reading the document (Esc stops)"
_CHECKING = "reslint: checking the document (Esc stops)"
_FIXING = "reslint: looking for fixes (Esc stops)"
_CHANGING = "reslint: making the changes (Esc stops)"


class Answer(NamedTuple):
    """The end of a command: words, or a list to choose from."""

    words: str
    judged: Judged | None = None
    rows: Sequence[str] = ()
    """The findings to choose from, and what the list says of each."""


class Desk:
    """Does one command at a time."""

    def __init__(self) -> None:
        self._work: Work | None = None
        self._looking: Work | None = None
        """A reading for the proofreader: a command stops it."""
        self._is_asked = False
        self.listeners: set[Callable[[], None]] = set()
        """Called when a command begins, and when it is over."""

    def look(self, context: Any, readings: Any) -> None:
        """Have the documents that are open read and judged soon. Any thread may ask for it."""
        if not self._is_asked:
            self._is_asked = True
            office = Office(context)
            office.later(lambda: self._look(office, readings), _SOON)

    def _look(self, office: Office, readings: Any) -> None:
        self._is_asked = False
        if self._work is not None or self._looking is not None:
            return  # it is asked for again when that is over
        due = [model for model in office.documents() if readings.is_due(model)]
        if not due:
            return

        def stop() -> None:
            work.stop()

        watches = [Watch(model, stop, hears_keys=False) for model in due]

        def over(done: Work) -> None:
            self._looking = None
            for watch in watches:
                watch.end()
            if readings.settle(done.failure is None and done.result, began):
                self.look(office.context, readings)

        def nothing(_: str, __: float) -> None:
            pass

        work = Work(_looked(due, readings), office.later, nothing, over, turn=_SHORT, pause=_LONG)
        self._looking = work
        began = time.monotonic()
        for watch in watches:
            watch.begin()
        work.start()

    def offers(self, name: str) -> bool:
        """Whether a command can be given now: there is something to stop only while another is being done."""
        return (name == "stop") == self.is_at_work

    @property
    def is_at_work(self) -> bool:
        """Whether a command is being done."""
        return self._work is not None

    def run(self, name: str, context: Any, frame: Any, model: Any, readings: Any) -> None:
        """Begins what a command of the menu says; mistakes are shown, none is raised."""
        if name == "stop":
            if self._work is not None:
                self._work.stop()
            return
        if self._work is not None:
            say(context, frame, AT_WORK)
            return
        if self._looking is not None:
            self._looking.stop()
        office = Office(context)
        progress = office.progress(frame)

        def stop() -> None:
            work.stop()

        watch = Watch(model, stop)

        def over(done: Work) -> None:
            self._work = None
            progress.end()
            watch.end()
            self._changed()
            if readings.settle(True, began):
                self.look(context, readings)
            if not watch.is_closed and not isinstance(done.failure, Stopped):
                _tell(context, frame, model, done)

        tasks: dict[str, Callable[[Any, Any, Watch], Task]] = {"check": _check, "fix": _fix, "explain": _explain}
        work = Work(tasks[name](model, readings, watch), office.later, progress.tell, over)
        self._work = work
        began = time.monotonic()
        watch.begin()
        work.start()
        self._changed()

    def _changed(self) -> None:
        for listener in list(self.listeners):
            with suppress(Exception):  # a menu that is gone
                listener()


DESK = Desk()


def _tell(context: Any, frame: Any, model: Any, done: Work) -> None:
    if done.failure is not None:  # whatever goes wrong, Writer must go on
        say(context, frame, f"reslint could not do this: {done.failure}")
        return
    answer: Answer = done.result
    judged = answer.judged
    if judged is None:
        say(context, frame, answer.words)
        return
    listing(context, answer.rows, lambda row: select(model, judged, row), lambda row: judged.why(judged.findings[row]))


def _check(model: Any, readings: Any, _: Watch) -> Generator[Turn | Beside, Any, Answer]:
    judged = yield from _judged(model, readings)
    if not judged.draft.is_resolution:
        return Answer(NOT_A_DRAFT)
    if not judged.findings:
        return Answer("Nothing to report.")
    rows = yield Beside(_CHECKING, 0, lambda: [judged.told(finding) for finding in judged.findings])
    return Answer("", judged, rows)


def _fix(model: Any, readings: Any, watch: Watch) -> Generator[Turn | Beside, Any, Answer]:
    judged = yield from _judged(model, readings)
    if not judged.draft.is_resolution:
        return Answer(NOT_A_DRAFT)
    result = yield Beside(_FIXING, 0, judged.fixed)
    if result.edits:
        with _changing(watch):
            now = yield from _read(model)
            if now.text.content != judged.original.text.content:
                return Answer(CHANGED)
            try:
                with closing(change(model, now, result.edits, "reslint: apply all safe fixes")) as steps:
                    for share in steps:
                        yield Turn(_CHANGING, share)
            except OtherWords:
                return Answer(CHANGED)
        judged = yield from _judged(model, readings)
    made = sum(result.applied.values())
    return Answer(f"{made} {'finding' if made == 1 else 'findings'} fixed, {len(judged.findings)} left.")


def _explain(model: Any, readings: Any, _: Watch) -> Generator[Turn | Beside, Any, Answer]:
    judged = yield from _judged(model, readings)
    found = yield from at_cursor(model, judged)
    return Answer("\n\n– – –\n\n".join(map(judged.why, found)) if found else "There is no finding at the cursor.")


@contextmanager
def _changing(watch: Watch) -> Iterator[None]:
    """Keep keys and closing away from the document."""
    watch.is_changing = True
    try:
        yield
    finally:
        watch.is_changing = False


def _read(model: Any) -> Generator[Turn | Beside, Any, OpenDraft]:
    original = OpenDraft()
    for share in original.read(model):
        yield Turn(_READING, share)
    return original


def _judged(model: Any, readings: Any) -> Generator[Turn | Beside, Any, Judged]:
    judged, spent = yield from _timed(model)
    readings.keep(model, judged, spent)
    return judged


def _looked(models: list[Any], readings: Any) -> Generator[Turn | Beside, Any, bool]:
    """Whether there is something else to say about some documents than before."""
    is_other = False
    for model in models:
        judged, spent = yield from _timed(model)
        is_other |= readings.keep(model, judged, spent)
    return is_other


def _timed(model: Any) -> Generator[Turn | Beside, Any, tuple[Judged, float]]:
    start = time.monotonic()
    original = yield from _read(model)
    path = path_of(model)
    judged: Judged = yield Beside(_CHECKING, 0, lambda: Judged(original, path))
    return judged, time.monotonic() - start


def at_cursor(model: Any, judged: Judged) -> Generator[Turn, Any, list[Any]]:
    """The findings on whose words the cursor stands; else those of its paragraph."""
    cursor = model.getCurrentController().getViewCursor()
    text = cursor.getText()
    for count, paragraph in enumerate(judged.original.paragraphs, 1):
        yield Turn(_READING, count / len(judged.original.paragraphs))
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
