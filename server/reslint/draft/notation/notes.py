"""Footnotes in whatever notation, rewritten as `[^1]` and `[^1]: text`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ...text import Span
from ...text.fold import fold_once
from ...text.regex import lazy
from ..endings import finished
from .canonical import Canonical, Replaced
from .note_forms import NATIVE, SURE, TEXT, NoteMark, label_of, markers, texts
from .note_pairs import LOOSE, NoteMarks, paired
from .places import INLINE

_LINE = lazy(r"[^\r\n]+")
_OPENED = lazy(r"(?:(\*{1,3}|_{1,3})|<u>)[“\"‘(]?[^\W\d_a-z]\w*(?: \w+){0,3}(?(1)\1|</u>) \w")
"""A few words in italics that go on as an opener does; after a title there is a comma or a bracket."""
_BACK = lazy(r"[^\S\r\n]*\[[^\]\w\s]{1,3}\]\(#[^()\s]{1,80}\)(?:\{[^{}\r\n]{0,100}\})?")
_INLINE = lazy(r"\^\[(?!\d{1,3}\](?:\(|\\?\^))")
_BREAK = r"(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
_BRACKET = lazy(rf"[\[\]]|{_BREAK}[^\S\n\r\x0b\x0c\x85\u2028\u2029]*(?:{_BREAK}|\||\[\^[^\]\s]*\]:)")
_BROKEN = lazy(rf"{_BREAK}\s*")
_BLANK = lazy(r"\s+")
_GLUED = lazy(r"[,;:.]\s?\d{1,3}\Z")
_YEAR = lazy(r"\b(?:19|20)\d\d(?:[*_]|</u>)*\Z")
_FOREIGN = SURE - NATIVE
"""The forms that nothing but a footnote has, and that the parser does not read by itself."""
_RULE = "_*-–—~= \t"
_LONGEST = 2000
_STAR = lazy(r"\*{1,3}")
_LETTER = lazy(r"[^\S\r\n]*\S{0,3}[^\W\d_]")


def notes(text: Canonical, opens: Callable[[str], bool]) -> Canonical:
    """A text whose footnotes are written as the parser reads them.

    `opens` says whether words begin with an opener that is known.
    """
    text = _inline(text) if "^[" in text.content else text
    content = text.content
    heads = list(texts(content, _starts(content)))
    found = _found(content, heads, opens)
    changes = list(_signs(content, heads))
    if not _read_as_written(found, content):
        changes += _rewritten(found, content)
        changes += [Replaced(*back.span(), "") for back in _BACK.finditer(content)]
    text = text.changed(_apart(changes))
    if any(one.form in LOOSE for one in found.markers):
        text.uncalled = frozenset(one.label for one in found.texts) - {one.label for one in found.markers}
    return text


def _inline(text: Canonical) -> Canonical:
    """A text whose notes stand at its end, where some stood in its sentences."""
    content = text.content
    changes: list[Replaced] = []
    copies: list[tuple[str, Span]] = []
    closing = _closing(content)
    end = 0
    for match in _INLINE.finditer(content):
        close = closing.get(match.end() - 1, -1) if match.start() >= end else -1
        if close > match.end():
            label = f"[^{INLINE}{len(copies) + 1}]"
            end = close + 1
            changes.append(Replaced(match.start(), end, label))
            copies.append((f"\n\n{label}: ", Span(match.end(), close)))
    text = text.changed(changes, copies)
    # What begins a line of a note in a sentence begins no paragraph, and no other note.
    start = len(text.content) - sum(len(head) + len(span) for head, span in copies)
    breaks: list[Replaced] = []
    for head, span in copies:
        start += len(head)
        found = _BROKEN.finditer(text.content, start, start + len(span))
        breaks += (Replaced(*one.span(), " ") for one in found)
        start += len(span)
    return text.changed(breaks)


def _closing(content: str) -> dict[int, int]:
    """The brackets that close in the paragraph in which they were opened: where each is, and where it closes."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACKET.finditer(content):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] != "]":
            opened.clear()
        elif opened:
            closing[opened.pop()] = match.start()
    return closing


def _found(content: str, heads: Sequence[NoteMark], opens: Callable[[str], bool]) -> NoteMarks:
    all_marks = [one for one in markers(content) if one.form != "dagger"]
    lines = _without_wrapped(all_marks, [one for one in heads if one.form != "sign"])
    taken = {one.start for one in lines}
    marks = [one for one in all_marks if one.start not in taken]

    def begins(one: NoteMark) -> bool:
        words = content[one.end : one.end + _LONGEST].lstrip()
        return _OPENED.match(words) is not None or opens(words)

    found = paired(marks, lines, begins)
    forms = {one.form for one in found.texts}
    if forms and any(one.start in taken and one.form in SURE - forms for one in all_marks):
        # The texts are written otherwise: what stands at the start of a wrapped line is a marker.
        lines = [one for one in lines if one.form in forms or one.form not in SURE]
        taken = {one.start for one in lines}
        found = paired([one for one in all_marks if one.start not in taken], lines, begins)
    return found


def _without_wrapped(marks: Sequence[NoteMark], lines: Sequence[NoteMark]) -> list[NoteMark]:
    """The lines without those that begin with a marker: the first of two with a label that no other marker has."""
    starts = {one.start for one in lines}
    marked = {one.label for one in marks if one.start not in starts}
    several = Counter(one.label for one in lines if one.form in _FOREIGN)
    first: set[str] = set()
    kept = []
    for one in lines:
        if one.form in _FOREIGN and several[one.label] > 1 and one.label not in marked | first:
            first.add(one.label)
        else:
            kept.append(one)
    return kept


def _starts(content: str) -> Iterator[int]:
    """Where lines begin that may be those of notes: after a blank line, a rule, the end of a sentence, or a note.

    What can be nothing but a note may stand below an unfinished line, too, unless its label has a better place: a line
    may be wrapped before a marker.
    """
    last, end = "", 0
    starts: list[tuple[int, str]] = []
    placed: set[str] = set()
    for match in _LINE.finditer(content):
        line = match[0].strip()
        if line:
            gap = content[end : match.start()]
            parted = gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1
            head = TEXT.match(line)
            above = last.rstrip("\\ ")
            start = match.start() + match[0].index(line[0])
            sure = head if head is not None and head.lastgroup in SURE else None
            # A sentence goes on in a small letter, though its last line ends with a comma.
            goes_on = sure is not None and not parted and line[sure.end() :].lstrip()[:1].islower()
            if not goes_on and (
                parted or not last.strip(_RULE) or finished(above) or _closes(above) or TEXT.match(last)
            ):
                starts.append((start, ""))
                if head is not None and len(line) > head.end():
                    placed.add(label_of(head[0]))
            elif sure is not None:
                starts.append((start, label_of(sure[0])))
            last, end = line, match.end()
    return (start for start, label in starts if not label or label not in placed)


def _closes(line: str) -> bool:
    """Whether a line without a stop is over all the same: it ends with a marker, or with a year, as a date does."""
    return _GLUED.search(line) is not None or _YEAR.search(line) is not None


def _signs(content: str, heads: Sequence[NoteMark]) -> Iterator[Replaced]:
    """The markers that are asterisks or daggers, and their notes: signs that stand before one line each."""
    lines: dict[str, list[NoteMark]] = {}
    for one in heads:
        if one.form == "sign" and _LETTER.match(content, one.end):
            lines.setdefault(one.label, []).append(one)
    for label, several in lines.items():
        head = several[0]
        if len(several) == 1 and (marks := _marked(content, label, head.start)):
            yield from (Replaced(*span, f"[^{label}]") for span in marks)
            blank = "" if content[head.end].isspace() else " "
            yield Replaced(head.start, head.end, f"[^{label}]:{blank}")


def _marked(content: str, sign: str, end: int) -> list[Span]:
    """Where a sign marks a note before `end`: daggers behind words, and asterisks there that are not emphasis."""
    if sign[0] != "*":
        daggers = (one for one in markers(content[:end]) if one.form == "dagger")
        return [Span(one.start, one.end) for one in daggers if one.label == sign]
    found = []
    for paragraph in re.finditer(r"\S(?:(?!\n[^\S\n]*\n).)*", content[:end], re.DOTALL):
        if sign not in paragraph[0]:
            continue
        folded = fold_once(paragraph[0])
        for star in _STAR.finditer(folded.text):
            before = folded.text[: star.start()]
            if star[0] == sign and before and not before[-1].isspace() and not folded.text[star.end() :][:1].isalnum():
                local = folded.local(*star.span()).shift(paragraph.start())
                start = local.start - (content[local.start - 1] == "\\")
                found.append(Span(start, local.end))
    return found


def _read_as_written(found: NoteMarks, content: str) -> bool:
    """Whether the parser reads all of the notes by itself: those in its own forms, each after a blank line."""
    forms = {one.form for one in (*found.markers, *found.texts)}
    if not forms <= NATIVE:
        return False
    for one in found.texts:
        if one.form == "native" and not content.startswith(":", one.end - 1):
            return False
        if one.form != "native" and content[: one.start].rstrip(" \t")[-2:] not in ("\n\n", ""):
            return False
    return True


def _rewritten(found: NoteMarks, content: str) -> Iterator[Replaced]:
    for one in found.markers:
        if one.form != "native":
            yield Replaced(one.start, one.end, f"[^{one.label}]")
    for one in found.texts:
        if content[one.start : one.end] != f"[^{one.label}]:":
            yield Replaced(one.start, one.end, f"[^{one.label}]:")
        blank = _BLANK.match(content, one.end)
        if one.form == "alone" and blank is not None:
            yield Replaced(*blank.span(), " ")
        elif blank is None:
            yield Replaced(one.end, one.end, " ")


def _apart(changes: Sequence[Replaced]) -> Iterator[Replaced]:
    """The changes in order, without those that overlap one before them."""
    at = -1
    for change in sorted(changes):
        if change.start >= at:
            yield change
            at = max(change.end, at)
