"""Footnote markers that stand before a punctuation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Record
from ..language.grammar import LEXICON
from ..search.search import Search
from ._notes import inside

if TYPE_CHECKING:
    from ...draft import Draft, Marker, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_SLACK = 1
"""How many characters may part two markers at one place: the comma of ¹,²."""
_BLANKS = " \u00a0\u202f"


@lru_cache(maxsize=8)
def _mark_after(marks: str) -> re.Pattern[str]:
    """A mark after a marker, but not the point of "2.5" nor the comma between two markers."""
    return lazy(rf"[{re.escape(marks)}](?![0-9\[<⁰¹²³⁴-⁹.])")


def _is_suspect(wording: Wording) -> bool:
    """Whether words have a marker that may stand on the wrong side of a mark."""
    grammar, text = wording.vocabulary.grammar, wording.text
    if grammar.note_marker == "after":
        return any(text[marker.at : marker.at + 1] in grammar.note_marks for marker in wording.folded.markers)
    return any(text[marker.at - 1 : marker.at] in grammar.note_marks for marker in wording.folded.markers if marker.at)


_SUSPECT = Search(_is_suspect)


class MarkerPlacementCheck:
    """A footnote marker on the wrong side of a punctuation mark; which one is right, the lexicon `grammar` says.

    In English it stands after the mark (Editorial Manual, "Footnotes", chapter IX).
    """

    KIND: ClassVar[str] = "marker-placement"
    OPTIONS: ClassVar[Record] = Record({}, "Footnote markers and punctuation.")
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "label"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        """There are no options. Raises MissingLexicon where nothing says which side is right."""
        resources.lexicon(LEXICON)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The markers inside the selected nodes beside a mark, with those beside them, in the order of the text."""
        yield from inside(_misplaced, nodes, draft)


def _misplaced(draft: Draft) -> Iterator[Match]:
    side = draft.vocabulary.grammar.note_marker
    suspects = {node for node, _ in _SUSPECT.everywhere(draft)} if side else set()
    markers = [marker for marker in draft.markers if marker.node in suspects] if suspects else []
    return _before_marks(markers, draft) if side == "after" else _after_marks(markers, draft)


def _after_marks(markers: Sequence[Marker], draft: Draft) -> Iterator[Match]:
    """The markers right after a mark, which goes behind them with the space before it."""
    content, marks = draft.text.content, draft.vocabulary.grammar.note_marks
    last: Marker | None = None
    for index, marker in enumerate(markers):
        start = marker.span.start
        is_first = last is None or start - last.span.end > _SLACK or marker.node is not last.node
        last = marker
        if not is_first or content[start - 1 : start] not in marks or start < 2:
            continue
        at = start - 1
        while content[at - 1 : at] and content[at - 1] in _BLANKS:
            at -= 1
        if not content[at - 1 : at].isalnum() and content[at - 1 : at] not in "»”)*_":
            continue
        end = marker.span.end
        for following in markers[index + 1 :]:
            if following.node is not marker.node or following.span.start - end > _SLACK:
                break
            end = following.span.end
        mark = content[at:start]
        edits = (Edit(Span(at, start), ""), Edit(Span(end, end), mark))
        values = {"found": content[at:end], "expected": content[start:end] + mark, "label": marker.label}
        yield Match(Span(at, end), values, edits)


def _before_marks(markers: Sequence[Marker], draft: Draft) -> Iterator[Match]:
    """The markers right before a mark, which comes before them."""
    content, marks = draft.text.content, _mark_after(draft.vocabulary.grammar.note_marks)
    group: list[Marker] = []
    for marker in markers:
        if group and (marker.span.start - group[-1].span.end > _SLACK or marker.node is not group[-1].node):
            group = []
        group.append(marker)
        mark = marks.match(content, marker.span.end)
        if mark is None:
            continue
        start = group[0].span.start
        found = content[start : mark.end()]
        moved = mark[0] + content[start : marker.span.end]
        edits = (Edit(Span(start, start), mark[0]), Edit(Span(*mark.span()), ""))
        yield Match(Span(start, mark.end()), {"found": found, "expected": moved, "label": marker.label}, edits)
