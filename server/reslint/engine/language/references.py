"""References of a resolution to its own paragraphs: "paragraph 34 above", "paragraphs 9 and 10 (a) below".

How a reference is worded comes from the lexicon `references`: `paragraph` and `subparagraph` are patterns over folded
words, with a group `labels` for the numbers or letters and, where they say a direction, groups `above` and `below`;
among the labels `number` finds one number, its letters as the group `letters`, and `letter` one letter, as the group
`letter`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from ...text import Span
from ...text.record import NamedTuple, dataclass
from ...text.regex import lazy
from ..data.resources import shared
from ..patterns.compiled import LazyPattern, joint_keywords
from ..search.search import Search

if TYPE_CHECKING:
    from ...draft import Draft, Node
    from ...draft.wording import Wording
    from ..data.resources import Resources

Direction = Literal["above", "below", ""]


class ReferenceLabel(NamedTuple):
    """A number or letter in a reference, and its span in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """One paragraph or subparagraph that a text refers to."""

    node: Node
    """The node in whose words the reference stands."""
    number: ReferenceLabel | None
    """The number of the paragraph; None in "subparagraph (b) above"."""
    letters: tuple[ReferenceLabel, ...]
    """The letters after it, in order: "4 (a) (ii)" has two."""
    direction: Direction
    said: str
    """The direction in the words of the text, "" for none."""
    span: Span
    """The number with its letters."""


class _Found(NamedTuple):
    """A reference in folded words: whether it has a number, its labels, its direction, and where it stands."""

    numbered: bool
    labels: tuple[tuple[int, int], ...]
    direction: Direction
    said: str
    span: tuple[int, int]


class ReferenceIndex(NamedTuple):
    """The references of a resolution: those with a number by it, those with a letter alone by their node."""

    by_number: dict[str, list[Reference]]
    by_node: dict[Node, list[Reference]]


class ReferenceWords:
    """The patterns of references, made from the lexicon `references`."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self._paragraph = LazyPattern(str(lexicon["paragraph"]))
        self._subparagraph = LazyPattern(str(lexicon["subparagraph"]))
        self._number = lazy(str(lexicon["number"]))
        self._letter = lazy(str(lexicon["letter"]))
        self.keywords = joint_keywords((self._paragraph, self._subparagraph))
        self._search = Search(self._scan, keywords=self.keywords)

    @classmethod
    def shared(cls, resources: Resources, lexicon: str) -> ReferenceWords:
        """The one of a lexicon. Raises MissingLexicon."""
        return shared(cls, resources.lexicon(lexicon))

    def index(self, owner: Node, draft: Draft) -> ReferenceIndex:
        """The references in the paragraphs of a resolution or a part, found once per draft."""
        known: dict[Node, ReferenceIndex] = draft.memo.once(self, dict)
        if owner not in known:
            by_number: dict[str, list[Reference]] = {}
            by_node: dict[Node, list[Reference]] = {}
            paragraphs = {node for node in owner.walk() if node.kind in ("preambular", "operative", "subparagraph")}
            for node, reference in self.among(paragraphs, draft):
                if reference.number is not None:
                    by_number.setdefault(reference.number.text, []).append(reference)
                else:
                    by_node.setdefault(node, []).append(reference)
            known[owner] = ReferenceIndex(by_number, by_node)
        return known[owner]

    def among(self, nodes: Collection[Node], draft: Draft) -> Iterator[tuple[Node, Reference]]:
        """The references in the words of some nodes, each with its node, in the order of the text."""
        for node, several in self._search.among(nodes, draft):
            view = draft.view(node)
            for found in several:
                labels = [ReferenceLabel(view.text[start:end], view.span(start, end)) for start, end in found.labels]
                number = labels.pop(0) if found.numbered else None
                yield node, Reference(node, number, tuple(labels), found.direction, found.said, view.span(*found.span))

    def _scan(self, wording: Wording) -> tuple[_Found, ...]:
        return tuple(self._found(wording.text))

    def _found(self, text: str) -> Iterator[_Found]:
        for match in self._paragraph.finditer(text):
            for number in self._number.finditer(text, match.start("labels"), match.end("labels")):
                start, end = number.span("letters")
                letters = [found.span("letter") for found in self._letter.finditer(text, start, end)]
                digits = (number.start(), start)
                yield _Found(True, (digits, *letters), *_direction(match), number.span())
        for match in self._subparagraph.finditer(text):
            for found in self._letter.finditer(text, match.start("labels"), match.end("labels")):
                yield _Found(False, (found.span("letter"),), *_direction(match), found.span())


def _direction(match: re.Match[str]) -> tuple[Direction, str]:
    """The direction of a reference, and how it is said."""
    groups = match.groupdict()
    if groups.get("above"):
        return "above", groups["above"]
    return ("below", groups["below"]) if groups.get("below") else ("", "")
