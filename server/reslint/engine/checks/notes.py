"""Footnotes: markers and texts that belong together, their order, doubles, and where a marker stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..finding import Related
from ..footnotes import Area, first_markers, notes_by_label, renumber_notes
from ..labels import slips
from ..schema import Choice, Pattern, Record
from .base import Match

if TYPE_CHECKING:
    from ...draft import Draft, Marker, Node
    from ..context import Context
    from ..resources import Resources

_BLANKS = lazy(r"\s+")
# A mark after a marker, but not the point of "2.5" nor the comma between two markers.
_MARK_AFTER = lazy(r"[,;:.](?![0-9\[<⁰¹²³⁴-⁹.])")
_SLACK = 1
"""How many characters may part two markers at one place: the comma of ¹,²."""


class NotesCheck:
    """What is wrong with the footnotes.

    `undefined`: a marker without text. `unused`: a text without marker. `order`: numbers that do not rise 1, 2, 3 … by
    their first markers; a number marked again repeats the earlier note and is right. `duplicate`: two notes with one
    text; the later marker should repeat the earlier number. `placement`: a marker before a punctuation mark instead of
    after it. (Editorial Manual, "Footnotes", chapters V and IX.)
    """

    KIND: ClassVar[str] = "notes"
    OPTIONS: ClassVar[Record] = Record(
        {
            "report": Choice(
                ["undefined", "unused", "order", "duplicate", "placement"], "What is reported.", required=True
            ),
            "unless": Pattern("Notes whose words this pattern matches depend on the note before: never duplicates."),
        },
        "Footnote markers and texts.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "label"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._report = getattr(self, "_" + options["report"])
        self._unless = lazy(options["unless"]) if options["unless"] else None

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The markers and notes inside the selected nodes that are wrong, in the order of the text."""
        area = Area(nodes)
        for match in self._report(draft):
            if match.span in area:
                yield match

    def _undefined(self, draft: Draft) -> Iterator[Match]:
        notes = notes_by_label(draft)
        for marker in draft.markers:
            if marker.label not in notes:
                yield Match(marker.span, {"found": marker.label, "label": marker.label})

    def _unused(self, draft: Draft) -> Iterator[Match]:
        called = {marker.label for marker in draft.markers}
        for note in draft.nodes("note"):
            if note.label not in called:
                yield Match(note.label_span or note.span, {"found": note.label, "label": note.label})

    def _order(self, draft: Draft) -> Iterator[Match]:
        if any(len(several) > 1 for several in notes_by_label(draft).values()):
            return
        first = first_markers(draft)
        wrong = slips([int(marker.label) for marker in first], 1 if draft.is_whole else None)
        for position, (index, expected) in enumerate(wrong):
            marker = first[index]
            related: tuple[Related, ...] = ()
            if index:
                related = (Related(f"the marker before is {first[index - 1].label}", first[index - 1].span),)
            values = {"found": marker.label, "expected": str(expected), "label": marker.label}
            yield Match(marker.span, values, renumber_notes(draft) if position == 0 else (), related)

    def _duplicate(self, draft: Draft) -> Iterator[Match]:
        seen: dict[str, Node] = {}
        ordered = list(draft.nodes("note"))
        for index, note in enumerate(ordered):
            words = _BLANKS.sub(" ", draft.view(note).text).strip()
            if not words or (self._unless and self._unless.match(words)):
                continue
            earlier = seen.setdefault(words.casefold(), note)
            if earlier is note or earlier.label == note.label:
                continue
            following = draft.view(ordered[index + 1]).text.strip() if index + 1 < len(ordered) else ""
            leans = bool(self._unless and self._unless.match(following))
            edits = () if leans else renumber_notes(draft, {note.label: earlier.label})
            values = {"found": note.label, "expected": earlier.label, "label": note.label}
            related = (Related(f"note {earlier.label} has the same text", earlier.span),)
            yield Match(note.span, values, edits, related)

    def _placement(self, draft: Draft) -> Iterator[Match]:
        content = draft.text.content
        group: list[Marker] = []
        for marker in draft.markers:
            if group and (marker.span.start - group[-1].span.end > _SLACK or marker.node is not group[-1].node):
                group = []
            group.append(marker)
            mark = _MARK_AFTER.match(content, marker.span.end)
            if mark is None:
                continue
            start = group[0].span.start
            found = content[start : mark.end()]
            moved = mark[0] + content[start : marker.span.end]
            edits = (Edit(Span(start, start), mark[0]), Edit(Span(*mark.span()), ""))
            yield Match(Span(start, mark.end()), {"found": found, "expected": moved, "label": marker.label}, edits)
