"""References of a resolution to its own paragraphs: "paragraph 34 above", "paragraphs 9 and 10 (a) below".

How a reference is worded comes from the lexicon `references`: `paragraph` and `subparagraph` are patterns over folded
words, with a group `labels` for the numbers or letters and, where they say a direction, groups `above` and `below`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from weakref import WeakKeyDictionary

from ..text import Span
from ..text.record import dataclass
from ..text.regex import lazy

if TYPE_CHECKING:
    from ..draft import Draft, Node

_NUMBER = lazy(r"\d+((?: ?\([a-z]+\))*)")
_LETTER = lazy(r"\(([a-z]+)\)")

Direction = Literal["above", "below", ""]


class Label(NamedTuple):
    """A number or letter in a reference, and its span in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """One paragraph or subparagraph that a text refers to."""

    node: Node
    """The node in whose words the reference stands."""
    number: Label | None
    """The number of the paragraph; None in "subparagraph (b) above"."""
    letters: tuple[Label, ...]
    """The letters after it, in order: "4 (a) (ii)" has two."""
    direction: Direction
    span: Span
    """The number with its letters."""


_MOST_KNOWN = 50_000


class _Found(NamedTuple):
    """A reference in folded words: whether it has a number, its labels, its direction, and where it stands."""

    numbered: bool
    labels: tuple[tuple[int, int], ...]
    direction: Direction
    span: tuple[int, int]


class ReferenceIndex(NamedTuple):
    """The references of a resolution: those with a number by it, those with a letter alone by their node."""

    by_number: dict[str, list[Reference]]
    by_node: dict[Node, list[Reference]]


class ReferenceWords:
    """The patterns of references, made from the lexicon `references`."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self._paragraph = lazy(str(lexicon["paragraph"]))
        self._subparagraph = lazy(str(lexicon["subparagraph"]))
        self._known: dict[str, tuple[_Found, ...]] = {}
        self._indexes: WeakKeyDictionary[Draft, dict[Node, ReferenceIndex]] = WeakKeyDictionary()

    def index(self, owner: Node, draft: Draft) -> ReferenceIndex:
        """The references in the paragraphs of a resolution or a part, found once per draft."""
        known = self._indexes.setdefault(draft, {})
        if owner not in known:
            by_number: dict[str, list[Reference]] = {}
            by_node: dict[Node, list[Reference]] = {}
            for node in owner.walk():
                if node.kind in ("preambular", "operative", "subparagraph"):
                    for reference in self.find(node, draft):
                        if reference.number is not None:
                            by_number.setdefault(reference.number.text, []).append(reference)
                        else:
                            by_node.setdefault(node, []).append(reference)
            known[owner] = ReferenceIndex(by_number, by_node)
        return known[owner]

    def find(self, node: Node, draft: Draft) -> Iterator[Reference]:
        """The references in a node's own words, in their order."""
        view = draft.view(node)
        for found in self._in(view.text):
            labels = [Label(view.text[start:end], view.span(start, end)) for start, end in found.labels]
            span = view.span(*found.span)
            if found.numbered:
                yield Reference(node, labels[0], tuple(labels[1:]), found.direction, span)
            else:
                yield Reference(node, None, tuple(labels), found.direction, span)

    def _in(self, text: str) -> tuple[_Found, ...]:
        """The references in folded words: they depend on nothing else, so they are remembered."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[text] = tuple(self._scan(text))
        return known

    def _scan(self, text: str) -> Iterator[_Found]:
        for match in self._paragraph.finditer(text):
            for number in _NUMBER.finditer(text, match.start("labels"), match.end("labels")):
                digits = (number.start(), number.start(1))
                letters = [found.span(1) for found in _LETTER.finditer(text, number.start(1), number.end(1))]
                yield _Found(True, (digits, *letters), _direction(match), number.span())
        for match in self._subparagraph.finditer(text):
            for found in _LETTER.finditer(text, match.start("labels"), match.end("labels")):
                yield _Found(False, (found.span(1),), _direction(match), found.span())


def _direction(match: re.Match[str]) -> Direction:
    groups = match.groupdict()
    if groups.get("above"):
        return "above"
    return "below" if groups.get("below") else ""
