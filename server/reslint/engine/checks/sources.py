"""Instruments that are named without a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from ...text.regex import compiled, lazy
from ..data.check import Match
from ..data.schema import LexiconName, Number, Pattern, Record, Text
from ..search.search import Search
from ._words import lowered, quoted

if TYPE_CHECKING:
    from ...draft import Draft, Node, View
    from ..data.context import Context
    from ..data.resources import Resources


class SourcesCheck:
    """The first mention of an instrument of the lexicon that has no footnote anywhere in its resolution.

    A marker counts for a title that stands at most `reach` characters before it in the same paragraph, so that one
    note may serve a treaty and its protocols. Only whole drafts that have footnotes are looked at.
    """

    KIND: ClassVar[str] = "sources"
    OPTIONS: ClassVar[Record] = Record(
        {
            "lexicon": LexiconName("The lexicon of instruments.", "instruments", default="instruments"),
            "with": Text("Only instruments of which the lexicon gives this: `volumes` for treaties."),
            "before": Pattern("Not where the words before the title end with this: a body, not the instrument."),
            "reach": Number("How many characters may stand between the title and its marker.", default=80),
        },
        "Instruments without a footnote.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "title"})

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        data = resources.lexicon(options["lexicon"])
        instruments: Mapping[str, Any] = data.get(options["lexicon"], data)
        wanted = options["with"]
        self._titles = tuple(title for title, facts in instruments.items() if not wanted or (facts or {}).get(wanted))
        if not self._titles:
            raise ValueError(f"no instrument of the lexicon “{options['lexicon']}” has “{wanted}”")
        self._before = lazy(rf"(?:{options['before']})\Z") if options["before"] else None
        self._reach = options["reach"]
        self.keywords = lowered(self._titles)
        self._titles_in: Search[list[re.Match[str]]] = Search(
            lambda wording: list(self._pattern.finditer(wording.text)),
            keywords=self.keywords,
            kinds=resources.kinds,
        )

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The first mentions without a note, in the order of the text."""
        if not draft.is_whole or not draft.markers or draft.uncalled:
            return
        first: dict[tuple[Node, str], tuple[View, int]] = {}
        noted: set[tuple[Node, str]] = set()
        for node, titles in self._titles_in.among(nodes, draft):
            view, owner = draft.view(node), draft.resolution(node)
            for found in titles:
                key = owner, found[0]
                if self._noted(view, found):
                    noted.add(key)
                elif key not in first and self._counts(view.text, found.start()):
                    first[key] = view, found.start()
        for key, (view, start) in first.items():
            if key not in noted:
                title = key[1]
                yield Match(view.span(start, start + len(title)), {"found": title, "title": title})

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self._titles, key=len, reverse=True)
        return compiled(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")

    def _counts(self, text: str, start: int) -> bool:
        if quoted(text, start):
            return False
        return self._before is None or self._before.search(text[:start]) is None

    def _noted(self, view: View, found: re.Match[str]) -> bool:
        return any(found.end() <= marker.at <= found.end() + self._reach for marker in view.folded.markers)
