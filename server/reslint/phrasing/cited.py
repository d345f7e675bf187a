"""The thing that a text cites at a place: a resolution under its body, or a treaty or other instrument by its title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..engine.language.dated import NEAR
from ..text import Span
from ..text.record import NamedTuple

if TYPE_CHECKING:
    from ..draft import Draft, Node
    from ..engine.language.dated import Dated
    from ..register import Entry
    from .sources import Sources


class Thing(NamedTuple):
    """A thing that is cited, and where: the span of its citation in the source."""

    span: Span
    about: tuple[str, ...]
    """The question to `describe`: ("citation", body, number) or ("instrument", title); empty where nothing is known
    of it."""
    name: str
    """Its full name: "General Assembly resolution 66/181"."""
    number: Span
    """The number alone; for an instrument its title."""


def cited_at(draft: Draft, node: Node, offset: int, sources: Sources) -> Thing | None:
    """The thing that a node cites at an offset of the source, whose end counts; None where it cites nothing there.

    Raises DamagedTable and MissingPhrases.
    """
    found = (*_resolutions(draft, node, sources), *_instruments(draft, node, sources))
    touched = [thing for thing in found if thing.span.start <= offset <= thing.span.end]
    # Of two that touch, the one that begins here is meant, and of two that hold the place the shorter one.
    return min(touched, key=lambda thing: (offset == thing.span.end, len(thing.span)), default=None)


def _resolutions(draft: Draft, node: Node, sources: Sources) -> Iterator[Thing]:
    """The resolutions and decisions, each with its body, date and title; of a list each begins at its number."""
    words, dated, citing = sources.citations, sources.dated, sources.citing
    if words is None or dated is None or citing is None:
        return
    view, organ = draft.view(node), draft.organ(node)
    text = view.text
    citations = {citation.start: citation for citation in words.scan(text)}
    ends = {item.start: item.title_end for citation in citations.values() for item in citation.items}
    for cited in dated.find(text, organ.name if organ is not None else ""):
        citation = citations.get(cited.head)
        own = citation is not None and citation.own
        entry = _entry(cited, sources)
        if not cited.body or (entry is None and not (own or cited.named)) or not _agrees(cited, entry, sources, own):
            continue
        alone = citation is not None and len(citation.items) == 1
        span = view.span(cited.head if alone else cited.start, ends.get(cited.start, cited.date_end))
        name = f"{cited.body} {cited.kind} {cited.number}" if entry is None else citing.phrase(entry, "", "later")
        about = ("citation", entry.body, entry.number) if entry is not None else ()
        yield Thing(span, about, name, view.span(cited.start, cited.end))


def _entry(cited: Dated, sources: Sources) -> Entry | None:
    """The entry of the register under the number and body of a citation, if it is of the kind that is cited."""
    entry = sources.register.lookup(cited.body, cited.number) if cited.body else None
    return entry if entry is not None and entry.kind == cited.kind else None


def _agrees(cited: Dated, entry: Entry | None, sources: Sources, own: bool) -> bool:
    """Whether a citation that does not say whose the number is may mean what the register holds."""
    if cited.named or own or entry is None or entry.date is None or not cited.date or sources.dated is None:
        return True
    day = sources.dated.day(cited.date)
    return day is None or abs(entry.date - day) <= NEAR


def _instruments(draft: Draft, node: Node, sources: Sources) -> Iterator[Thing]:
    """The instruments named by their official titles; of one title within another only the longer."""
    view = draft.view(node)
    text = view.text.replace("’", "'").casefold()
    if len(text) != len(view.text):
        return
    taken: list[tuple[int, int]] = []
    for item in sorted(sources.register.instruments, key=lambda each: -len(each.title)):
        title = item.title.replace("’", "'").casefold()
        at = text.find(title)
        while at >= 0:
            end = at + len(title)
            if not any(low < end and at < high for low, high in taken) and not text[end : end + 1].isalnum():
                taken.append((at, end))
                span = view.span(at, end)
                yield Thing(span, ("instrument", item.title), item.title, span)
            at = text.find(title, end)
