"""Changes to what a draft cites: a footnote where there is none, and the short form at a later mention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from ..register import Entry
from ..text import Edit, Span
from ..text.record import NamedTuple
from .cursor import PARAGRAPHS
from .footnotes import Footnotes
from .instruments import shorts
from .mentions import cited_before, is_named, words_before

if TYPE_CHECKING:
    from ..draft import Draft, Node, View
    from ..engine.language.dated import Dated
    from ..register import Instrument
    from .sources import Sources

_PUNCTUATION = ",;."
_NEAR = 3
"""How many characters after a name its marker may stand: behind a mark of punctuation, behind a blank."""


class CitationChange(NamedTuple):
    """A change to a citation: what it is called, where the citation stands, and the edits."""

    sort: Literal["note", "later"]
    title: str
    span: Span
    edits: tuple[Edit, ...]


def changes(draft: Draft, start: int, end: int, sources: Sources) -> Iterator[CitationChange]:
    """The changes to the citations that touch a span of the source. Raises DamagedTable and MissingPhrases."""
    if sources.citing is None:
        return
    for node in draft.nodes(*PARAGRAPHS):
        if node.span.start > end:
            break
        if any(piece.start <= end and start <= piece.end for piece in node.body):
            found = (
                *_resolutions(draft, node, sources),
                *_instruments(draft, node, sources),
                *_documents(draft, node, sources),
            )
            yield from (change for change in found if change.span.start <= end and start <= change.span.end)


def _resolutions(draft: Draft, node: Node, sources: Sources) -> Iterator[CitationChange]:
    """The short form of a resolution cited before; a note for one whose body's texts are cited by symbol."""
    words, citing, dated = sources.citations, sources.citing, sources.dated
    if words is None or citing is None or dated is None:
        return
    view, organ = draft.view(node), draft.organ(node)
    name = organ.name if organ is not None else ""
    citations = {citation.start: citation for citation in words.scan(view.text)}
    for cited in dated.find(view.text, name):
        citation = citations.get(cited.head)
        known = cited_before(draft, dated, view.span(cited.start, cited.start + 1).start)
        if (cited.body, cited.number) in known:
            lead = None
            if citation is not None and len(citation.items) == 1:
                kind: Literal["resolution", "decision"] = "decision" if citation.kind == "decision" else "resolution"
                short = citing.phrase(Entry(cited.body, cited.number, kind=kind), name, "later")
                lead = short[: short.rindex(cited.number)]
            yield from _later(draft, view, cited, lead)
        elif cited.body in sources.noted and citation is not None:
            entry = sources.register.lookup(cited.body, cited.number)
            if entry is not None:
                span = view.span(cited.head, cited.title_end)
                yield from _note(
                    draft, citing.phrase(entry, "", "later"), span, span.end, citing.phrase(entry, name, "footnote")
                )


def _later(draft: Draft, view: View, cited: Dated, lead: str | None) -> Iterator[CitationChange]:
    """The change to the short form: without date and title, behind `lead` if that is not what stands there."""
    if not (cited.date or cited.title) or _markers(draft, view.span(cited.start, cited.title_end)):
        return
    edits = [Edit(view.span(cited.behind, cited.title_end), "")]
    start = cited.head + len(view.text[cited.head : cited.start].rstrip("["))
    if lead is not None and lead != view.text[cited.head : start]:
        edits.insert(
            0,
            Edit(Span(view.span(cited.head, cited.head + 1).start, view.span(start, start + 1).start), lead),
        )
    span = view.span(cited.head, cited.title_end)
    yield CitationChange("later", f"Cite {cited.number} as mentioned before", span, tuple(edits))


def _instruments(draft: Draft, node: Node, sources: Sources) -> Iterator[CitationChange]:
    """A note for an instrument named for the first time; its short title where it has been named before."""
    view, organ, citing = draft.view(node), draft.organ(node), sources.citing
    lower = view.text.casefold()
    taken: list[tuple[int, int]] = []
    for item in sorted(sources.register.instruments, key=lambda item: -len(item.title)):
        title = item.title.replace("’", "'").casefold()
        at = lower.replace("’", "'").find(title)
        if at < 0 or len(lower) != len(view.text) or any(low < at + len(title) and at < high for low, high in taken):
            continue
        taken.append((at, at + len(title)))
        span = view.span(at, at + len(title))
        before = words_before(draft, span.start)
        if not is_named(item, before):
            words = (
                citing.phrase(item, organ.name if organ is not None else "", "footnote") if citing is not None else ""
            )
            if words:
                yield from _note(draft, item.title, span, span.end, words)
        else:
            yield from _shortened(draft, view, item, (at, at + len(title)), before, sources)


def _shortened(
    draft: Draft, view: View, item: Instrument, place: tuple[int, int], before: str, sources: Sources
) -> Iterator[CitationChange]:
    alike = [each for each in sources.register.instruments if not set(each.short).isdisjoint(item.short)]
    for short in shorts(item, [each for each in alike if is_named(each, before)])[:1]:
        article, _, words = short.partition(" ")
        start = place[0] - len(article) - 1
        lead = view.text[max(start, 0) : place[0]]
        text = words if lead.lower() == f"{article} ".lower() else short
        span = view.span(*place)
        if not _markers(draft, span):
            yield CitationChange("later", f"Write “{short}”, as it has been named before", span, (Edit(span, text),))


def _documents(draft: Draft, node: Node, sources: Sources) -> Iterator[CitationChange]:
    """A note for a document whose symbol stands in parentheses."""
    pattern = sources.pattern("drafting", "document")
    view = draft.view(node)
    for found in pattern.finditer(view.text) if pattern is not None else ():
        span = view.span(*found.span())
        at = _behind_mark(draft, span.end)
        note = Footnotes(draft).at(at, f"{found['symbol']}.")
        mark = draft.text.slice(Span(span.end, at))
        edits = (Edit(Span(span.start, at), f"{mark}{note.marker}"), *note.edits)
        yield CitationChange("note", f"Cite {found['symbol']} in a footnote", span, edits)


def _note(draft: Draft, name: str, span: Span, end: int, words: str) -> Iterator[CitationChange]:
    """The change that adds a marker behind `end` and its note; none where a marker stands there."""
    if _markers(draft, Span(end, end + _NEAR)):
        return
    at = _behind_mark(draft, end)
    note = Footnotes(draft).at(at, words)
    edits = (Edit(Span(at, at), note.marker), *note.edits)
    yield CitationChange("note", f"Add a footnote for {name}", span, _joined(edits))


def _joined(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits, with those that insert at the same place made one: at the end of a text a marker and its note."""
    found: dict[Span, str] = {}
    for edit in edits:
        found[edit.span] = found.get(edit.span, "") + edit.text
    return tuple(Edit(span, text) for span, text in found.items())


def _behind_mark(draft: Draft, end: int) -> int:
    """In English a marker stands behind the mark of punctuation (Editorial Manual, "Footnotes", IX.B)."""
    following = draft.text.content[end : end + 1]
    return end + 1 if following and following in _PUNCTUATION else end


def _markers(draft: Draft, span: Span) -> bool:
    return any(marker.span.start < span.end and span.start < marker.span.end for marker in draft.markers)
