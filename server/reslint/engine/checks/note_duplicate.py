"""Notes with the same text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Pattern, Record
from ..edits.footnotes import renumber_notes
from ..search.search import Search
from ._notes import inside

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_BLANKS = lazy(r"\s+")


class NoteDuplicateCheck:
    """Two notes with one text: the later marker should repeat the earlier number."""

    KIND: ClassVar[str] = "note-duplicate"
    OPTIONS: ClassVar[Record] = Record(
        {"unless": Pattern("Notes whose words this pattern matches depend on the note before: never duplicates.")},
        "Notes with the same text.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "expected", "label"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:  # noqa: ARG002 the contract
        self._unless = lazy(options["unless"]) if options["unless"] else None
        self._texts = Search(self._text, kinds=frozenset({"note"}))

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The later ones of equal notes inside the selected nodes, in the order of the text."""
        yield from inside(self._duplicates, nodes, draft)

    def _duplicates(self, draft: Draft) -> Iterator[Match]:
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
