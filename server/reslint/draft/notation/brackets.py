"""Texts under negotiation: brackets round words and paragraphs, alternatives, remarks of delegations, struck text.

What is bracketed is read as if it were agreed, of alternatives the first; who wants what is not part of the sentence,
and struck text is absent. A remark is known by its place (behind the end of a paragraph) or by the name before its
colon, so that no word list is needed.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from ...text import Span
from ...text.record import NamedTuple
from ...text.regex import lazy
from .canonical import Canonical, Replaced

_SIGN = lazy(r"\\.|\[|\]|\n[^\S\n]*\n")
_STRUCK = lazy(r"~~(?=\S)[^~]{1,4000}~~")
_BRACKET = lazy(r"\[(?!\^)")
_LABEL = lazy(r"P\s?\d{1,3}\b")
_OTHER = lazy(r"\^|\d{1,3}\]|[^\]\[]{0,200}\](?:\(|\{|:)|(?:sic|[\W_]+|[xX]{1,4}|[A-Z]{3})\]")
"""Signs that may stand after a bracket that is a note, a link, a span or an omission."""
_NAMES = lazy(r"\[[^\S\n]*(?:[A-Z0-9][\w.’'-]*(?:[ ,/&+]+|:[^\S\n]))+")
_ENDS = (",", ";", ".", ":")
_MARKS = (",", ";", ".")
_TAIL = lazy(r"[^\S\n]*(?:\n|\Z)")
_ASIDE = lazy(r"(\((?:[A-Z][\w/-]*(?:[ ,/&+]+(?=[A-Z])|(?=\))))+\))[^\S\n]*$", 8)  # re.MULTILINE
_SLASH = lazy(r"\*{0,2}[^\W\d_][^/\[\]\n]{0,60}(/[^\[\]\n]{1,80})\Z")
_HEAD = lazy(r"[^\S\n]*(?:(?:OP|PP)?\s?\d{0,3}[^\s.()]{0,4}(?: \w{2,6})?[.)][^\S\n]*|\\?\([a-z]{1,5}\\?\)[^\S\n]*)?\Z")
_FEW = 3
"""So many brackets round words make a text one under negotiation, if nothing else does."""
_LONGEST = 120


class _Group(NamedTuple):
    start: int
    end: int
    is_inner: bool = False


def negotiated(text: Canonical) -> Canonical:
    """A text without its brackets, if it is one under negotiation; else the same."""
    content = text.content
    groups = _nested(sorted(_groups(content)))
    struck = [Span(*found.span()) for found in _STRUCK.finditer(content)] if "~~" in content else []
    remarks = [group for group in groups if _is_remark(content, group)]
    asides = [
        Span(*found.span(1)) for found in _ASIDE.finditer(content) if _on_line(content, found).rstrip().endswith(_MARKS)
    ]
    whole = [group for group in groups if _is_whole(content, group)]
    if not (remarks or whole or struck or len(groups) >= _FEW or _has_label(content)):
        return text
    changes = list(_changes(content, groups, remarks, asides, struck))
    if not changes:
        return text
    bracketed = [Span(group.start, group.end) for group in groups if not group.is_inner]
    read = text.changed(_apart(changes))
    read.bracketed = tuple(sorted(text.source(span) for span in (*bracketed, *asides, *struck)))
    return read


def _groups(content: str) -> Iterator[_Group]:
    """The pairs of brackets that are not a note, a link or no line of the heading block."""
    at, blanks = 0, ("\n\n", "\n\r\n") if "\r" in content else ("\n\n",)
    while (bracket := _BRACKET.search(content, at)) is not None:
        # A paragraph that has none but those of notes is not read sign by sign.
        gap = max(content.rfind(blank, at, bracket.start()) for blank in blanks)
        at = yield from _groups_of_paragraph(content, content.find("\n", gap + 1) + 1 if gap >= 0 else at)


def _groups_of_paragraph(content: str, start: int) -> Generator[_Group, None, int]:
    """Those from a place up to the next blank line; returns where that ends."""
    opened: list[int] = []
    for found in _SIGN.finditer(content, start):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] != "]":
            if found[0][0] == "\n":
                return found.end()
        elif opened:
            start = opened.pop()
            if not _OTHER.match(content, start + 1) and not _is_line(content, start, found.end()):
                yield _Group(start, found.end())
    return len(content)


def _nested(groups: list[_Group]) -> list[_Group]:
    """The same pairs of brackets, in order; those that stand in another pair say so."""
    end = 0
    nested = []
    for group in groups:
        nested.append(group._replace(is_inner=group.start < end))
        end = max(end, group.end)
    return nested


def _has_label(content: str) -> bool:
    """Whether a line begins with the label of a paragraph of a text that is negotiated."""
    return any(_on_line(content, found).lstrip() in ("P", "O") for found in _LABEL.finditer(content))


def _on_line(content: str, found: re.Match[str]) -> str:
    """The characters of a line before a match."""
    return content[content.rfind("\n", 0, found.start()) + 1 : found.start()]


def _is_line(content: str, start: int, end: int) -> bool:
    """Whether a bracket is all of a line that ends in no mark: "[without a vote]"."""
    alone = content[content.rfind("\n", max(start - 40, 0), start) + 1 : start].strip(" *_>") == ""
    inner = content[start + 1 : end - 1].rstrip(" *_")
    return alone and _TAIL.match(content, end) is not None and not inner.endswith(_ENDS)


def _before(content: str, at: int) -> str:
    """The characters before an offset in its paragraph, blanks and closing brackets away; a few of them."""
    return content[max(at - 60, 0) : at].rpartition("\n\n")[2].rstrip(" ]*_~")


def _at_head(content: str, at: int) -> bool:
    line = content[max(at - 24, 0) : at].rpartition("\n")[2]
    return len(line) < 24 and _HEAD.match(line) is not None


def _is_remark(content: str, group: _Group) -> bool:
    if group.end - group.start > _LONGEST or _at_head(content, group.start):
        return False
    if content[group.end - 2] in _ENDS:
        return False
    ends = _before(content, group.start).endswith(_ENDS) and _rest(content, group.end)
    names = _NAMES.match(content, group.start, group.end)
    return ends or (names is not None and ":" in names[0])


def _rest(content: str, at: int) -> bool:
    """Whether nothing but more brackets follows on the line."""
    line = content[at : at + 400].partition("\n")[0].strip()
    return not line or line[0] in "[("


def _is_whole(content: str, group: _Group) -> bool:
    """Whether a bracket holds a whole paragraph: from its start, a label aside, to the mark at its end."""
    return _at_head(content, group.start) and content[group.end - 2] in _ENDS


def _changes(
    content: str, groups: list[_Group], remarks: list[_Group], asides: list[Span], struck: list[Span]
) -> Iterator[Replaced]:
    gone = {group.start for group in remarks}
    before: _Group | None = None
    for group in groups:
        start, end = group.start, group.end
        near = before is not None and not content[before.end : start].strip() and before.end < start
        alternative = near and before is not None and before.start not in gone and not _is_whole(content, before)
        if start in gone or alternative:
            yield Replaced(_space_before(content, start), end, "")
            gone.add(start)
        else:
            yield Replaced(start, start + 1, "")
            if (other := _SLASH.match(content, start + 1, end - 1)) is not None:
                yield Replaced(other.start(1), other.end(1), "")
            yield Replaced(end - 1, end, "")
        if not group.is_inner:
            before = group
    for span in (*asides, *struck):
        yield Replaced(*span, "")


def _space_before(content: str, at: int) -> int:
    """Where the space before an offset begins."""
    before = content[max(at - 8, 0) : at]
    return at - len(before) + len(before.rstrip(" "))


def _apart(changes: list[Replaced]) -> Iterator[Replaced]:
    """The changes in order, without those that lie in others."""
    end = -1
    for change in sorted(changes, key=lambda change: (change.start, -change.end)):
        if change.start >= end:
            yield change
            end = change.end
