"""The citations of a draft before a place: the first mention is in full, those after it are short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..engine.search.search import Search
from ..register.search import fold
from ..text.record import NamedTuple
from .cursor import PARAGRAPHS

if TYPE_CHECKING:
    from ..draft import Draft, Node
    from ..engine.language.dated import Dated, DatedWords
    from ..register import Instrument

_FOLDED: Search[str] = Search(lambda wording: fold(wording.text))


class CitedBefore(NamedTuple):
    """A resolution that a paragraph cites."""

    node: Node
    cited: Dated
    body: str


def mentions(draft: Draft, words: DatedWords | None, end: int) -> Iterator[CitedBefore]:
    """The citations whose numbers stand before the offset `end`, in the order of the text."""
    if words is None:
        return
    for node, found in words.spoken.among(draft.nodes(*PARAGRAPHS), draft):
        if node.span.start >= end:
            break
        for cited in found:
            if node.span.end > end and draft.view(node).span(cited.start, cited.end).end > end:
                break
            yield CitedBefore(node, cited, cited.body)


def cited_before(draft: Draft, words: DatedWords | None, end: int) -> dict[tuple[str, str], CitedBefore]:
    """The resolutions cited before an offset, by body and number, each with its first mention."""
    found: dict[tuple[str, str], CitedBefore] = {}
    for mention in mentions(draft, words, end):
        found.setdefault((mention.body, mention.cited.number), mention)
    return found


def words_before(draft: Draft, end: int) -> str:
    """The words of all paragraphs up to an offset, folded as names are compared."""
    pieces = []
    for node, folded in _FOLDED.among(draft.nodes(*PARAGRAPHS), draft):
        if node.span.start >= end:
            break
        pieces.append(folded if node.span.end <= end else fold(draft.view(node).text[: _up_to(draft, node, end)]))
    return f" {' '.join(pieces)} "


def _up_to(draft: Draft, node: Node, end: int) -> int:
    """How many folded characters of a node stand before a source offset."""
    view = draft.view(node)
    low, high = 0, len(view.text)
    while low < high:
        middle = (low + high) // 2
        if view.span(middle, middle + 1).start < end:
            low = middle + 1
        else:
            high = middle
    return low


def is_named(item: Instrument, before: str) -> bool:
    """Whether words (of `words_before`) name an instrument by its full title."""
    return f" {fold(item.title)} " in before
