"""The requests of a whole draft, in the order of its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..data.resources import shared
from .model import AgendaDecision, Head, Mandate
from .words import LEXICONS, MandateWords

if TYPE_CHECKING:
    from ...draft import Draft, Node


def mandate_words(lexicons: Mapping[str, Any]) -> MandateWords | None:
    """How the texts of some lexicons ask; None where they do not say it."""
    found = [lexicons.get(name) for name in LEXICONS]
    return shared(MandateWords, *found) if all(found) else None


def mandates_of(draft: Draft, words: MandateWords) -> tuple[Mandate, ...]:
    """The requests of the operative paragraphs of a draft, subparagraphs included."""
    return draft.memo.once(("mandates", words), lambda: tuple(_mandates(draft, words)))


def agenda_of(draft: Draft, words: MandateWords) -> tuple[AgendaDecision, ...]:
    """The decisions of a draft on the agenda of sessions."""
    return draft.memo.once(("agenda", words), lambda: tuple(_agenda(draft, words)))


def _mandates(draft: Draft, words: MandateWords) -> Iterator[Mandate]:
    for node in draft.nodes("operative"):
        reading = words.search.at(draft.wording(node))
        head = reading.head if reading else None
        if reading:
            yield from (_placed(draft, node, node.label, asked) for asked in reading.asked)
        if node.children:
            yield from _below(draft, node, node.label, words, head)


def _below(draft: Draft, node: Node, label: str, words: MandateWords, head: Head | None) -> Iterator[Mandate]:
    for child in node.children:
        if child.kind != "subparagraph":
            continue
        name = f"{label} ({child.label.strip('().')})"
        view = draft.view(child)
        own = words.search.at(draft.wording(child))
        if head is not None and view.text:
            yield from (_placed(draft, child, name, asked) for asked in words.below(view.text, head))
        if own:
            yield from (_placed(draft, child, name, asked) for asked in own.asked)
        if child.children:
            yield from _below(draft, child, name, words, own.head if own else None)


def _placed(draft: Draft, node: Node, label: str, asked: Any) -> Mandate:
    start = asked.at if asked.at >= 0 else asked.start
    return Mandate(node, label, asked, draft.view(node).span(start, asked.end))


def _agenda(draft: Draft, words: MandateWords) -> Iterator[AgendaDecision]:
    for node in draft.nodes("operative", "subparagraph"):
        view = draft.view(node)
        for found in words.agenda(view.text):
            yield AgendaDecision(node, node.label, found.sessions, found.item, view.span(found.start, found.end))
