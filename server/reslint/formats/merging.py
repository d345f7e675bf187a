"""A draft that was made of a file, and has been worked on since: what changes in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ..text import Edit, Span
from ..text.record import NamedTuple
from ..text.stopping import go_on
from .original import Original, Remark

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w+")
_COMMENT = re.compile(r"<!--.*-->\s*\Z")
_ALIKE = 0.5
"""How alike the words of two lines must be (difflib's ratio) for one to be the other, changed."""


class Merged(NamedTuple):
    """The way from the words of a file to those of a draft: edits that it has a place for, remarks for other changes.

    Both are of the text of the original.
    """

    edits: tuple[Edit, ...]
    remarks: tuple[Remark, ...]


class _Line(NamedTuple):
    start: int
    words: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.words))


def merge(original: Original, content: str) -> Merged:
    """The changes in a file so that it reads as the draft `content`, which was made of its text.

    Lines are compared, which are paragraphs there. Comments that stand in the file already are skipped.
    """
    old = list(_lines(original.text.content))
    known = {line.words for line in _lines(original.told.content)} - {line.words for line in old}
    new = [each for each in _lines(content) if each.words not in known or not _COMMENT.match(each.words)]
    edits: list[Edit] = []
    remarks: list[Remark] = []
    for before, after, place in _pairs(old, new):
        go_on()
        if before is None:
            if after is not None and old:
                side = "before" if place is None else "after"
                remarks.append(Remark((place or old[0]).span, f"To add {side} this: “{after.words}”"))
        elif after is None:
            remarks.append(Remark(before.span, "To delete: this paragraph."))
        else:
            taken, reason = _changes(original, before, after.words)
            edits += taken
            if reason:
                remarks.append(Remark(before.span, f"To write: “{after.words}” {reason}"))
    return Merged(tuple(edits), tuple(remarks))


def _lines(content: str) -> Iterator[_Line]:
    """The lines that are not blank; indentation and blanks at the end are not part of them."""
    at = 0
    for line in content.split("\n"):
        words = line.strip()
        if words:
            yield _Line(at + line.index(words), words)
        at += len(line) + 1


def _pairs(old: Sequence[_Line], new: Sequence[_Line]) -> Iterator[tuple[_Line | None, _Line | None, _Line | None]]:
    """Lines that have changed: the old one and the new one, None for one that is not there.

    With a new line comes the old line behind which it stands, None at the beginning.
    """
    left, right = [each.words for each in old], [each.words for each in new]
    for kind, i, k, j, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if k - i == m - j:
            yield from ((one, other, None) for one, other in zip(old[i:k], new[j:m], strict=True))
            continue
        place = old[i - 1] if i else None
        at = j
        for one in old[i:k]:
            ratio, found = max(((_likeness(one.words, right[n]), n) for n in range(at, m)), default=(0.0, at))
            if ratio <= _ALIKE:
                yield one, None, None
            else:
                yield from ((None, each, place) for each in new[at:found])
                yield one, new[found], None
                at = found + 1
            place = one
        yield from ((None, each, place) for each in new[at:m])


def _likeness(one: str, other: str) -> float:
    """How many of the words of two lines are the same, in the same order: 0 to 1."""
    return SequenceMatcher(None, _WORD.findall(one), _WORD.findall(other), autojunk=False).ratio()


def _changes(original: Original, line: _Line, words: str) -> tuple[list[Edit], str]:
    """The edits that make a line of another, as far as the file has a place for them; why it has none for the rest."""
    whole = _trimmed(line, words)
    reason = original.refusal([whole])
    if not reason:
        return [whole], ""
    taken: list[Edit] = []
    left = ""
    for edit in _by_words(line, words):
        if why := original.refusal([*taken, edit]):
            left = left or why
        else:
            taken.append(edit)
    return taken, left


def _trimmed(line: _Line, words: str) -> Edit:
    """One edit, from the first token that differs to the last."""
    edits = list(_by_words(line, words))
    start, end = edits[0].span.start, edits[-1].span.end
    behind = line.start + len(line.words) - end
    return Edit(Span(start, end), words[start - line.start : len(words) - behind])


def _by_words(line: _Line, words: str) -> Iterator[Edit]:
    """An edit for each stretch of tokens that differ."""
    left, right = _TOKEN.findall(line.words), _TOKEN.findall(words)
    for kind, i, k, j, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            start = line.start + sum(map(len, left[:i]))
            yield Edit(Span(start, start + sum(map(len, left[i:k]))), "".join(right[j:m]))
