"""One of several ways to write the same thing, in one text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...text import Edit, Span
from ...text.record import NamedTuple
from ..data.check import Match
from ..data.schema import Choice, Flag, MapOf, Pattern, Record, Short, TextField
from ..edits.rewrite import rewrite
from ..patterns.compiled import LazyPattern, joint_keywords
from ..search.search import Search
from ._words import outside_of, outside_quotes, with_case

if TYPE_CHECKING:
    from ...draft import Draft, Emphasis, Folded, Node, View
    from ...draft.wording import Wording
    from ..data.context import Context
    from ..data.resources import Resources

MOST = "most"

_Found = tuple[str, int, int]
"""A variant, and its offsets in the words."""


class _Place(NamedTuple):
    variant: str
    start: int
    end: int
    view: View


class ConsistencyCheck:
    """Several variants of which one text should hold one only; a text with one of them throughout is right.

    The variant preferred, or else the one that the text has most often (the earlier, where two are as frequent), is
    taken for the one meant, and every other is reported. Each resolution of a file is a text of its own, or each run of
    subparagraphs.
    """

    KIND: ClassVar[str] = "consistency"
    OPTIONS: ClassVar[Record] = Record(
        {
            "variants": MapOf(
                Short(
                    "find",
                    {
                        "find": Pattern("How the variant is found.", required=True),
                        "style": Choice(["italic", "roman"], "Only where it is set so; left out, both count."),
                        "write": TextField("What to write for the others where this variant is the one meant."),
                    },
                    "A variant: a pattern, or a pattern and how it is set.",
                ),
                "The variants, by names that the message shows.",
                required=True,
            ),
            "prefer": TextField("The name of a variant, or “most” for the most frequent.", default=MOST),
            "within": Choice(
                ["resolution", "list"],
                "What holds one variant only: a text, or a run of subparagraphs.",
                default="resolution",
            ),
            "ignore-case": Flag("Whether capitals and small letters are the same.", default=False),
            "outside-quotes": outside_quotes(),
        },
        "One of several ways to write the same thing.",
    )
    VALUES: ClassVar[frozenset[str]] = frozenset({"found", "variant", "other", "count", "first"})
    RELATED: ClassVar[bool] = True

    def __init__(self, options: Mapping[str, Any], resources: Resources) -> None:
        self._variants: Mapping[str, Mapping[str, Any]] = options["variants"]
        if len(self._variants) < 2:
            raise ValueError("there must be two variants at least")
        self._prefer = options["prefer"]
        if self._prefer != MOST and self._prefer not in self._variants:
            raise ValueError(f"the variant preferred, “{self._prefer}”, is not one of the variants")
        self._lists = options["within"] == "list"
        self._quotations = outside_of(options, resources)
        self._patterns = {
            name: LazyPattern(variant["find"], ignore_case=options["ignore-case"])
            for name, variant in self._variants.items()
        }
        self.keywords = joint_keywords(self._patterns.values())
        self._searches = {
            name: Search(
                lambda wording, name=name: self._found(name, wording),  # type: ignore[misc]
                keywords=pattern.keywords,
                kinds=resources.kinds,
                sift=pattern.sift,
            )
            for name, pattern in self._patterns.items()
        }
        self._search = Search(self._kept, keywords=self.keywords, kinds=resources.kinds)

    def run(self, nodes: Sequence[Node], draft: Draft, context: Context) -> Iterator[Match]:  # noqa: ARG002
        """The places of the variants that are not the one meant, each with the first place of that one."""
        if not _vary(self._search.everywhere(draft)):
            return
        texts: dict[Node | None, list[tuple[Node, list[_Found]]]] = {}
        for hit in self._search.among(nodes, draft):
            holder = draft.parent(hit[0]) if self._lists else draft.resolution(hit[0])
            texts.setdefault(holder, []).append(hit)
        for hits in texts.values():
            if not _vary(hits):
                continue
            places = [_Place(*each, draft.view(node)) for node, found in hits for each in found]
            counts = Counter(place.variant for place in places)
            meant = self._prefer if self._prefer in counts else max(counts, key=lambda name: counts[name])
            first = next(place for place in places if place.variant == meant)
            for place in places:
                if place.variant != meant:
                    yield self._match(place, first, draft, counts)

    def _found(self, name: str, wording: Wording) -> list[_Found]:
        """A variant in some words."""
        words = wording.folded
        return [
            (name, match.start(), match.end())
            for match in self._patterns[name].regex.finditer(words.text)
            if match.end() > match.start() and self._is_set(name, words, match)
            if not (self._quotations and self._quotations.hold(words.text, match.start()))
        ]

    def _kept(self, wording: Wording) -> list[_Found]:
        """The variants in some words, in order; of two that overlap the longer counts."""
        found = [place for search in self._searches.values() for place in search.at(wording) or ()]
        kept: list[_Found] = []
        for place in sorted(found, key=lambda place: (place[1], -place[2])):
            if not kept or place[1] >= kept[-1][2]:
                kept.append(place)
        return kept

    def _is_set(self, name: str, words: Folded, match: re.Match[str]) -> bool:
        style = self._variants[name]["style"]
        return style is None or (_italic(words, match.start(), match.end()) is not None) == (style == "italic")

    def _match(self, place: _Place, first: _Place, draft: Draft, counts: Mapping[str, int]) -> Match:
        values = {
            "found": place.view.text[place.start : place.end],
            "variant": place.variant,
            "other": first.variant,
            "count": str(counts[first.variant]),
            "first": first.view.text[first.start : first.end],
        }
        edits = self._edits(place, first.variant, draft)
        return Match(place.view.span(place.start, place.end), values, edits, first.view.span(first.start, first.end))

    def _edits(self, place: _Place, meant: str, draft: Draft) -> tuple[Edit, ...]:
        variant = self._variants[meant]
        if variant["write"]:
            words = with_case(place.view.text[place.start : place.end], variant["write"])
            return rewrite(place.view, draft.text.content, place.start, place.end, words) or ()
        if variant["style"] is None or variant["style"] == self._variants[place.variant]["style"]:
            return ()
        run = _italic(place.view.folded, place.start, place.end)
        if run is None:
            span = place.view.span(place.start, place.end)
            return Edit(Span(span.start, span.start), "*"), Edit(Span(span.end, span.end), "*")
        beyond = place.view.text[run.start : place.start] + place.view.text[place.end : run.end]
        if any(character.isalnum() for character in beyond):
            return ()
        return Edit(place.view.source(run.opening), ""), Edit(place.view.source(run.closing), "")


def _vary(hits: Sequence[tuple[Node, list[_Found]]]) -> bool:
    """Whether there is more than one variant."""
    return len({variant for _, found in hits for variant, _, _ in found}) > 1


def _italic(words: Folded, start: int, end: int) -> Emphasis | None:
    """The italic run that holds the letters of some words; punctuation after them may be roman."""
    while end > start and not words.text[end - 1].isalnum():
        end -= 1
    return next((run for run in words.emphasis if run.style == "italic" and run.start <= start < end <= run.end), None)
