"""Instruments that are named without a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import lazy
from ..data.check import Match
from ..data.schema import Flag, LexiconName, ListOf, Number, Pattern, Record, TextField
from ..language.grammar import quotations
from ..search.search import Search
from ._instruments import Called, called, named_in, said
from ._words import in_title, lowered

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ..data.context import Context
    from ..data.resources import Resources

_BESIDE = 2
"""A marker this near is that of the name before it, whatever its note says: a comma may stand between."""


class SourcesCheck:
    """The first mention of an instrument of the lexicon that has no footnote anywhere in its resolution.

    A marker counts for a name that stands at most `reach` characters before it in the same paragraph, so that one note
    may serve a treaty and its protocols; with `first` it must stand beside the name, or its note, anywhere behind it,
    be that of the instrument, and a note at a later mention does not count. An instrument whose resolution is cited by
    number, there or before, needs none. Only whole drafts are looked at.
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
        data = resources.lexicon(options["lexicon"])
        wanted = options["with"]
        self._called = called(data.get(options["lexicon"], data), wanted, options["except"])
        if not self._called:
            raise ValueError(f"no instrument of the lexicon “{options['lexicon']}” has “{wanted}”")
        self._before = lazy(rf"(?:{options['before']})\Z") if options["before"] else None
        self._reach = options["reach"]
        self._first = options["first"]
        self.keywords = lowered(self._called)
        self._names_in: Search[list[re.Match[str]]] = Search(
            lambda wording: named_in(wording.text, self._called),
            keywords=self.keywords,
            kinds=resources.kinds,
        )

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first mentions without a note, in the order of the text."""
        if not draft.is_whole or draft.uncalled:
            return
        first: dict[tuple[Node, str], tuple[Node, re.Match[str]]] = {}
        noted: set[tuple[Node, str]] = set()
        for node, names in self._names_in.among(nodes, draft):
            view, owner = draft.view(node), draft.resolution(node)
            for found in names:
                known = self._called[found[0]]
                key = owner, known.title
                if self._noted(draft, view, found, known):
                    if not self._first or key not in first:
                        noted.add(key)
                elif key not in first and self._counts(view, found.start()):
                    first[key] = node, found
        for key, (node, found) in first.items():
            if key not in noted and not self._cited(nodes, node, draft, self._called[found[0]].number):
                values = {"found": found[0], "title": key[1]}
                yield Match(draft.view(node).span(*found.span()), values)

    def _counts(self, view: View, start: int) -> bool:
        text = view.text
        if self._quotations.hold(text, start) or in_title(view.folded, start):
            return False
        return self._before is None or self._before.search(text[:start]) is None

    def _noted(self, draft: Draft, view: View, found: re.Match[str], known: Called) -> bool:
        for marker in view.folded.markers:
            distance = marker.at - found.end()
            if marker.at <= found.start():
                continue
            if distance <= (_BESIDE if self._first and known.marks else self._reach):
                return True
            notes = draft.notes.get(marker.label, ())
            if self._first and any(said(known.marks, draft.view(note).text) for note in notes):
                return True
        return False

    def _cited(self, nodes: Sequence[Node], here: Node, draft: Draft, number: str) -> bool:
        """Whether the resolution that an instrument is or is annexed to is cited by its number up to a paragraph."""
        if not number:
            return False
        before = (node for node in nodes if node.span.start <= here.span.start)
        return any(said((number,), draft.view(node).text) for node in before)
