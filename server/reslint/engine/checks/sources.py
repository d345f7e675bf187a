"""Instruments that are named without a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...register.titles import session_in
from ...text.record import NamedTuple
from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Flag, LexiconName, ListOf, Number, Pattern, Record, TextField
from ..language.grammar import quotations
from ..language.session import first_session
from ..search.search import Search
from ..search.words import words_of
from ._instruments import Called, InstrumentNames, said
from ._words import in_title, lowered

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

_BESIDE = 2
"""A marker this near is that of the name before it, whatever its note says: a comma may stand between."""


class _Name(NamedTuple):
    """The name of an instrument in some words."""

    found: re.Match[str]
    known: Called
    has_marker: bool
    """Whether a marker stands where it counts for the name."""
    labels: tuple[str, ...]
    """The labels of the markers behind it whose notes may be its own."""
    counts: bool
    """Whether it needs a note: it is neither quoted nor part of another name."""


class SourcesCheck:
    """The first mention of an instrument of the lexicon that has no footnote anywhere in its resolution.

    A marker counts for a name that stands at most `reach` characters before it in the same paragraph, so that one note
    may serve a treaty and its protocols; with `first` it must stand beside the name, or its note, anywhere behind it,
    be that of the instrument, and a note at a later mention does not count. Without `first` a note that names the
    instrument counts wherever it stands. An instrument whose resolution is cited by
    number, there or before, needs none, nor does one that a session after that of the draft adopted. Only whole drafts
    are looked at.
    """

    KIND: ClassVar[str] = "sources"
    OPTIONS: ClassVar[Record] = Record(
        {
            "lexicon": LexiconName("The lexicon of instruments.", "instruments", default="instruments"),
            "with": TextField("Only instruments of which the lexicon gives this: `volumes` for treaties."),
            "except": ListOf(TextField("An official title."), "Instruments that need no note.", default=[]),
            "before": Pattern("Not where the words before the name end with this: a body, not the instrument."),
            "reach": Number("How many characters may stand between the name and its marker.", default=80),
            "first": Flag("Whether the first mention must have the note.", default=False),
        },
        "Instruments without a footnote.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "title"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._quotations = quotations(resources)
        self._instruments = InstrumentNames.shared(resources, options["lexicon"])
        wanted = options["with"]
        self._called = self._instruments.called(wanted, options["except"])
        if not self._called:
            raise ValueError(f"no instrument of the lexicon “{options['lexicon']}” has “{wanted}”")
        self._before = lazy(rf"(?:{options['before']})\Z") if options["before"] else None
        self._reach = options["reach"]
        self._first = options["first"]
        self.keywords = lowered(self._called)
        self._names = Search(self._named, where=self._instruments.named, kinds=resources.kinds)
        self._numbers = frozenset(one.number for one in self._called.values() if one.number)
        self._citing = Search(self._cited, keywords=lowered(self._numbers), kinds=resources.kinds)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:
        """The first mentions without a note, in the order of the text."""
        if not draft.is_whole or draft.uncalled:
            return
        first: dict[tuple[Node, str], tuple[Node, _Name]] = {}
        noted: set[tuple[Node, str]] = set()
        for node, names in self._names.among(nodes, draft):
            owner = draft.resolution(node)
            for name in names:
                key = owner, name.known.title
                if key in noted or (self._first and key in first):
                    continue
                if name.has_marker or self._is_noted(name, draft):
                    noted.add(key)
                elif key not in first and name.counts:
                    first[key] = node, name
        wanted = {key: place for key, place in first.items() if key not in noted}
        has_numbers = any(name.known.number for _, name in wanted.values())
        cited = self._first_cited(nodes, draft) if has_numbers else {}
        session = first_session(draft, context.lexicons, context.session) if has_numbers else 0
        for (_, title), (node, name) in wanted.items():
            if 0 < session < session_in(name.known.number):
                continue  # it was not adopted yet: the text looks forward to it
            if not self._first and _has_own_note(name, draft):
                continue
            if cited.get(name.known.number, node.span.end) > node.span.start:
                values = {"found": name.found[0], "title": title}
                yield Match(draft.view(node).span(*name.found.span()), values)

    def _named(self, wording: Wording) -> list[_Name]:
        """The instruments that are named in some words."""
        found = []
        for name in self._instruments.places(wording, self._called):
            known = self._called[name[0]]
            behind = [marker for marker in wording.folded.markers if marker.at > name.start()]
            reach = _BESIDE if self._first and known.marks else self._reach
            has_marker = any(marker.at - name.end() <= reach for marker in behind)
            labels = tuple(marker.label for marker in behind) if self._first and known.marks else ()
            counts = not has_marker and self._counts(wording, name.start())
            found.append(_Name(name, known, has_marker, labels, counts))
        return found

    def _counts(self, wording: Wording, start: int) -> bool:
        text = wording.text
        if self._quotations.hold(text, start) or in_title(wording.folded, start):
            return False
        return self._before is None or self._before.search(text[:start]) is None

    def _is_noted(self, name: _Name, draft: Draft) -> bool:
        """Whether one of the notes behind a name is that of the instrument."""
        notes = (note for label in name.labels for note in draft.notes.get(label, ()))
        return any(said(name.known.marks, draft.wording(note).text) for note in notes)

    def _cited(self, wording: Wording) -> list[str]:
        """The resolutions that instruments are or are annexed to which are cited by their numbers in some words."""
        return [number for number in self._numbers if said((number,), wording.text)]

    def _first_cited(self, nodes: Sequence[Node], draft: Draft) -> dict[str, int]:
        """The same of some nodes, with the start of the first in which each is cited."""
        citing: list[tuple[Node, list[str]]] = [
            *self._citing.among(nodes, draft),
            *((node, self._cited(draft.wording(node))) for node in words_of(draft).too_long if node in nodes),
        ]
        first: dict[str, int] = {}
        for node, numbers in citing:
            for number in numbers:
                first[number] = min(node.span.start, first.get(number, node.span.start))
        return first


def _has_own_note(name: _Name, draft: Draft) -> bool:
    """Whether a note of the draft, such as one that lists several treaties, names the instrument."""
    return any(name.found[0] in draft.wording(note).text for notes in draft.notes.values() for note in notes)
