"""From new words to edits of the source: as small as they can be, and never over mark-up."""

from __future__ import annotations

from collections.abc import Iterator

from ...draft.view import View
from ...text import Edit, Span
from ...text.fold import SAME_WIDTH
from ...text.regex import lazy

_WORD = lazy(r"\w+|\s+|[^\w\s]")
_BLANKS = lazy(r"\s+")


def rewrite(view: View, source: str, start: int, end: int, words: str) -> tuple[Edit, ...] | None:
    """The edits of `source` that make the folded `view.text[start:end]` read `words`.

    What both begin and end with stays untouched. Where mark-up, a footnote marker, a comment or a page break stands
    between changed words, the change is made around it word by word; None when that cannot be done without losing it.
    """
    span = view.span(start, end)
    if start == end or _plain(source[span.start : span.end], view.text[start:end]):
        pieces = [_edit(view, source, start, end, words)]
    else:
        pieces = [_edit(view, source, *piece) for piece in _changes(view.text, start, end, words)]
    if None in pieces:
        return None
    return tuple(piece for piece in pieces if piece is not None and (piece.text or len(piece.span)))


def _edit(view: View, source: str, start: int, end: int, words: str) -> Edit | None:
    """One edit for the changed middle; None when something other than blanks lies between its characters."""
    start, end, words = _trim(view.text, start, end, words)
    if start == end:
        at = _insertion(view, source, start, words)
        return Edit(Span(at, at), words)
    span = view.span(start, end)
    if not _plain(source[span.start : span.end], view.text[start:end]):
        return None
    return Edit(Span(span.start, _past_break(view, source, end, span.end)), words)


def _past_break(view: View, source: str, end: int, at: int) -> int:
    """`at`, moved over what is left of a line break when the last character changed is the blank it was folded to."""
    if not view.text[end - 1].isspace():
        return at
    limit = view.span(end, end).start
    while at < limit and source[at].isspace():
        at += 1
    return at


def _trim(text: str, start: int, end: int, words: str) -> tuple[int, int, str]:
    old = text[start:end]
    limit = min(len(old), len(words))
    head = 0
    while head < limit and old[head] == words[head]:
        head += 1
    tail = 0
    while tail < limit - head and old[-1 - tail] == words[-1 - tail]:
        tail += 1
    return start + head, end - tail, words[head : len(words) - tail]


def _insertion(view: View, source: str, at: int, words: str) -> int:
    """Where to insert: with the word that the letters belong to, and punctuation before a footnote marker."""
    here = view.span(at, at).start
    if at == 0 or not words or words[0].isspace():
        return here
    before = view.span(at - 1, at).end
    if words[0].isalnum():
        ends_word = view.text[at - 1].isalnum() and not view.text[at : at + 1].isalnum()
        return before if ends_word else here
    markers = [view.source(marker.local) for marker in view.folded.markers if marker.at == at]
    between = "".join(source[marker.start : marker.end] for marker in markers)
    return before if markers and source[before:here] == between else here


def _plain(written: str, folded: str) -> bool:
    return written == folded or _BLANKS.sub(" ", written.replace("\u00ad", "").translate(SAME_WIDTH)) == folded


def _changes(text: str, start: int, end: int, words: str) -> Iterator[tuple[int, int, str]]:
    """The changed words one by one, as offsets into `text` and what to write there."""
    from difflib import SequenceMatcher

    old, new = _WORD.findall(text[start:end]), _WORD.findall(words)
    offsets = [start]
    for token in old:
        offsets.append(offsets[-1] + len(token))
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if tag == "replace" and old_to - old_from == new_to - new_from:
            for index in range(old_to - old_from):
                yield offsets[old_from + index], offsets[old_from + index + 1], new[new_from + index]
        else:
            yield offsets[old_from], offsets[old_to], "".join(new[new_from:new_to])
