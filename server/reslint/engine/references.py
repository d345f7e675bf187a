"""References of a resolution to its own paragraphs: "paragraph 34 above", "paragraphs 9 and 10 (a) below".

How a reference is worded comes from the lexicon `references`: `paragraph` and `subparagraph` are patterns over folded
words, with a group `labels` for the numbers or letters and, where they say a direction, groups `above` and `below`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from weakref import WeakKeyDictionary

from ..text import Span

if TYPE_CHECKING:
    from ..draft import Draft, Node

_NUMBER = re.compile(r"\d+((?: ?\([a-z]+\))*)")
_LETTER = re.compile(r"\(([a-z]+)\)")

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


class ReferenceIndex(NamedTuple):
    """The references of a resolution: those with a number by it, those with a letter alone by their node."""

    by_number: dict[str, list[Reference]]
    by_node: dict[Node, list[Reference]]


class ReferenceWords:
    """The patterns of references, made from the lexicon `references`."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self._paragraph = re.compile(str(lexicon["paragraph"]))
        self._subparagraph = re.compile(str(lexicon["subparagraph"]))
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
        for match in self._paragraph.finditer(view.text):
            for number in _NUMBER.finditer(match["labels"]):
                base = match.start("labels")
                start, end = base + number.start(), base + number.end()
                digits = end - len(number[1])
                after = base + number.start(1)
                letters = tuple(
                    Label(found[1], view.span(after + found.start(1), after + found.end(1)))
                    for found in _LETTER.finditer(number[1])
                )
                label = Label(view.text[start:digits], view.span(start, digits))
                yield Reference(node, label, letters, _direction(match), view.span(start, end))
        for match in self._subparagraph.finditer(view.text):
            base = match.start("labels")
            for found in _LETTER.finditer(match["labels"]):
                letter = Label(found[1], view.span(base + found.start(1), base + found.end(1)))
                span = view.span(base + found.start(), base + found.end())
                yield Reference(node, None, (letter,), _direction(match), span)


def _direction(match: re.Match[str]) -> Direction:
    groups = match.groupdict()
    if groups.get("above"):
        return "above"
    return "below" if groups.get("below") else ""
