"""Numbers and letters while somebody types: the one that is due comes, one too many goes.

Each function looks at the text alone, so that slow and fast typing, with an answer lost in between, end in one text.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..text import Edit, Span
from ..text.regex import lazy
from .cursor import Cursor
from .following import behind_opener
from .numbers import above, due, ends_with, next_label

if TYPE_CHECKING:
    from ..draft import Draft

_LABEL = r"\(?\w{1,4}(?:\\?\.|\\?\))"
_TWO_LABELS = lazy(rf"[ \t]*(?P<first>{_LABEL})[ \t]+(?P<second>{_LABEL})[ \t]+")
_FAR = 60
"""How many characters a line may have behind whose blanks something is still done: a label and a long opener."""


def after_line_end(draft: Draft, offset: int) -> tuple[Edit, ...]:
    """The edits for a line that has just been begun at `offset`; none where nothing is due for sure.

    Right below a paragraph: a letter after a colon, the next number or letter after a semicolon, with a blank line
    before it where the paragraphs of the draft have one. Below a line that holds only a number or letter: that line is
    emptied, and where a blank line stands above it, it goes. Of two labels above the typed one stays.
    """
    cursor = Cursor(draft, offset)
    if draft.text.slice(cursor.line).strip():
        return ()
    lone = _lone_label(cursor)
    if lone is not None:
        return (Edit(lone, ""),)
    ended = draft.text.line_of(offset) - 1
    doubled = _doubled(Cursor(draft, draft.text.line_span(ended).end)) if ended >= 0 else None
    if doubled is not None:
        return (Edit(doubled, ""),)
    last = next(above(cursor), None)
    if last is None or cursor.before is not last:
        return ()
    gap = draft.text.slice(Span(last.span.end, cursor.line.start))
    labels = due(cursor)
    # Who has typed a blank line writes the number, too.
    if gap.strip() or len(gap.splitlines()) > 1 or not labels:
        return ()
    if not ends_with(last, ":", draft) and (last.kind == "preambular" or not ends_with(last, ";", draft)):
        return ()
    blank = draft.text.line_end if _is_spaced(draft) else ""
    return (Edit(Span(offset, offset), f"{blank}{labels[0]}"),)


def after_blank(draft: Draft, offset: int) -> tuple[Edit, ...]:
    """The edits when a blank has just been typed before `offset`, at the end of its line.

    Of two labels at the start of a line the one that was typed stays. An opener below a numbered paragraph that goes on
    with a semicolon gets the number that is due.
    """
    cursor = Cursor(draft, offset)
    doubled = _doubled(cursor)
    if doubled is not None:
        return (Edit(doubled, ""),)
    last = next(above(cursor), None)
    if last is None or cursor.before is not last or last.kind == "preambular" or not ends_with(last, ";", draft):
        return ()
    opened = behind_opener(cursor)
    if opened is None or opened[0].form != "finite" or opened[1] != len(cursor.written.text):
        return ()
    label = next_label(cursor)
    if not label or cursor.label is not None or cursor.start != cursor.line.start:
        return ()
    return (Edit(Span(cursor.start, cursor.start), label),)


def may_follow_blank(text: str) -> bool:
    """Whether a line up to a blank, which ends it, may be one that `after_blank` changes: a cheap look."""
    return text.endswith(" ") and (len(text) <= _FAR or _TWO_LABELS.match(text) is not None)


def _lone_label(cursor: Cursor) -> Span | None:
    """The part of the line above that has to go, if it holds only a label."""
    text = cursor.draft.text
    number = text.line_of(cursor.offset) - 1
    if number < 0:
        return None
    line = text.line_span(number)
    node = next((node for node in above(cursor) if node.label_span is not None), None)
    label = node.label_span if node is not None else None
    if label is None or label.start < line.start or text.slice(line).strip() != text.slice(label).strip():
        return None
    if node is not None and node.body:
        return None
    spaced = number > 0 and not text.slice(text.line_span(number - 1)).strip()
    return Span(line.start, cursor.line.start if spaced else line.end)


def _doubled(cursor: Cursor) -> Span | None:
    """The first of two labels at the start of the line with the gap after it, where the second is in its place."""
    content = cursor.draft.text.content
    found = _TWO_LABELS.match(content[cursor.line.start : cursor.offset])
    if found is None or content[cursor.offset : cursor.line.end].strip():
        return None
    first, second = _bare(found["first"]), _bare(found["second"])
    labels = {_bare(label.strip()) for label in due(cursor)}
    if first not in labels or not (second in labels or (first.isdigit() and second.isdigit())):
        return None
    return Span(cursor.line.start + found.start("first"), cursor.line.start + found.start("second"))


def _bare(label: str) -> str:
    return label.strip("()\\.")


def _is_spaced(draft: Draft) -> bool:
    """Whether the paragraphs of a draft have blank lines between them; so it is where there are not two."""
    nodes = draft.nodes("preambular", "operative", "subparagraph", "enacting-line")
    gaps = [draft.text.slice(Span(one.span.end, two.span.start)) for one, two in pairwise(nodes)]
    adjacent = [gap for gap in gaps if gap and not gap.strip()]
    return not adjacent or 2 * sum(len(gap.splitlines()) > 1 for gap in adjacent) > len(adjacent)
