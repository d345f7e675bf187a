"""Footnotes: markers and texts that belong together, their order, doubles, and where a marker stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Choice, Pattern, Record
from ..edits.footnotes import Area, first_markers, notes_by_label, renumber_notes
from ..language.labels import slips
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Marker, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_BLANKS = lazy(r"\s+")
# A mark after a marker, but not the point of "2.5" nor the comma between two markers.
_MARK_AFTER = lazy(r"[,;:.](?![0-9\[<⁰¹²³⁴-⁹.])")
_MARKS = frozenset(",;:.")
_SLACK = 1
"""How many characters may part two markers at one place: the comma of ¹,²."""

_BEFORE_MARK = Search(
    lambda wording: any(wording.text[marker.at : marker.at + 1] in _MARKS for marker in wording.folded.markers)
)
"""The words with a marker after which a mark may stand."""


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
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "label", "before"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._report = getattr(self, "_" + options["report"])
        self._unless = lazy(options["unless"]) if options["unless"] else None
        self._texts = Search(self._text, kinds=frozenset({"note"}))

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The markers and notes inside the selected nodes that are wrong, in the order of the text."""
        found = list(self._report(draft))
        area = Area(nodes) if found else ()
        yield from (match for match in found if match.span in area)

    def _undefined(self, draft: Draft) -> Iterator[Match]:
        notes = notes_by_label(draft)
        for marker in draft.markers:
            if marker.label not in notes:
                yield Match(marker.span, {"found": marker.label, "label": marker.label})

    def _unused(self, draft: Draft) -> Iterator[Match]:
        called = {marker.label for marker in draft.markers}
        for note in draft.nodes("note"):
            if note.label not in called and note.label not in draft.uncalled:
                yield Match(note.label_span or note.span, {"found": note.label, "label": note.label})

    def _order(self, draft: Draft) -> Iterator[Match]:
        if draft.uncalled or any(len(several) > 1 for several in notes_by_label(draft).values()):
            return
        first = first_markers(draft)
        wrong = slips([int(marker.label) for marker in first], 1 if draft.is_whole else None)
        for position, (index, expected) in enumerate(wrong):
            marker = first[index]
            before = first[index - 1] if index else None
            values = {"found": marker.label, "expected": str(expected), "label": marker.label}
            values["before"] = before.label if before else ""
            edits = renumber_notes(draft) if position == 0 else ()
            yield Match(marker.span, values, edits, before.span if before else None)

    def _duplicate(self, draft: Draft) -> Iterator[Match]:
        seen: dict[str, Node] = {}
        ordered = draft.nodes("note")
        for note, words in self._texts.among(ordered, draft):
            earlier = seen.setdefault(words, note)
            if earlier is note or earlier.label == note.label:
                continue
            after = ordered.index(note) + 1
            leans = after < len(ordered) and self._leans(draft.wording(ordered[after]).text.strip())
            edits = () if leans else renumber_notes(draft, {note.label: earlier.label})
            values = {"found": note.label, "expected": earlier.label, "label": note.label}
            yield Match(note.span, values, edits, earlier.span)

    def _text(self, wording: Wording) -> str:
        """The words of a note by which it is compared, "" where they depend on the note before."""
        words = _BLANKS.sub(" ", wording.text).strip()
        return "" if self._leans(words) else words.casefold()

    def _leans(self, words: str) -> bool:
        return self._unless is not None and self._unless.match(words) is not None

    def _placement(self, draft: Draft) -> Iterator[Match]:
        content = draft.text.content
        group: list[Marker] = []
        suspects = {node for node, _ in _BEFORE_MARK.everywhere(draft)}
        for marker in draft.markers if suspects else ():
            if marker.node not in suspects:
                continue
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
