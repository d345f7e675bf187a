"""textDocument/documentSymbol and workspace/symbol: the structure of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from ..text import Span
from ..text.record import NamedTuple
from .diagnostics import Plain
from .features import Feature, Request, Session
from .outline import detail_of, name_of, runs

if TYPE_CHECKING:
    from ..draft import Draft, Node
    from .documents import Snapshot

_KINDS = {
    "resolution": types.SymbolKind.Module,
    "part": types.SymbolKind.Namespace,
    "title": types.SymbolKind.String,
    "enacting-line": types.SymbolKind.Class,
    "preamble": types.SymbolKind.Namespace,
    "preambular": types.SymbolKind.Field,
    "operative": types.SymbolKind.Method,
    "subparagraph": types.SymbolKind.EnumMember,
    "annex": types.SymbolKind.Package,
    "declaration": types.SymbolKind.Package,
    "heading": types.SymbolKind.String,
    "notes": types.SymbolKind.Array,
    "note": types.SymbolKind.Constant,
}
_SHOWN_IN_WORKSPACE = frozenset({"resolution", "part", "title", "preambular", "operative", "annex"})
_MOST = 500


class Entry(NamedTuple):
    """One line of the outline; `name_span` lies inside `span`."""

    kind: str
    name: str
    detail: str
    span: Span
    name_span: Span
    children: Sequence[Entry] = ()


def outline(draft: Draft) -> list[Entry]:
    """The resolutions of a draft with their parts, preambles, operative paragraphs and annexes, and its notes."""
    entries = list(_below(draft, draft.root))
    notes = draft.nodes("note")
    if notes:
        whole = Span(notes[0].span.start, notes[-1].span.end)
        inside = [_entry(draft, node) for node in notes]
        entries.append(Entry("notes", "Notes", str(len(notes)), whole, notes[0].span, inside))
    return entries


def _below(draft: Draft, parent: Node) -> Iterator[Entry]:
    preambles = {id(run[0]): run for run in runs(parent, "preambular")}
    grouped = {id(node) for run in preambles.values() for node in run}
    for node in parent.children:
        if id(node) in preambles:
            run = preambles[id(node)]
            whole = Span(run[0].span.start, run[-1].span.end)
            inside = [_entry(draft, each) for each in run]
            yield Entry("preamble", "Preamble", _count(len(run)), whole, run[0].span, inside)
        elif node.kind in _KINDS and node.kind != "note" and id(node) not in grouped:
            yield _entry(draft, node)


def _entry(draft: Draft, node: Node) -> Entry:
    label = node.label_span or Span(node.span.start, node.span.start)
    first = node.body[0] if node.body else node.span
    name_span = Span(node.span.start, max(label.end, min(first.end, node.span.end)))
    name = name_of(draft, node)
    below = list(_below(draft, node)) if node.children else ()
    return Entry(node.kind, name, detail_of(draft, node), node.span, name_span, below)


def _count(number: int) -> str:
    return f"{number} paragraph" if number == 1 else f"{number} paragraphs"


def answer(request: Request) -> list[Plain]:
    """The outline as a tree of DocumentSymbol, or a list of SymbolInformation for clients that know no trees."""
    snapshot = request.snapshot
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    entries = outline(snapshot.draft)
    if request.client.symbol_tree:
        return [_symbol(snapshot, entry) for entry in entries]
    return [_flat(snapshot, entry, above) for entry, above in _walk(entries, "")]


def _symbol(snapshot: Snapshot, entry: Entry) -> Plain:
    made: Plain = {
        "name": entry.name,
        "kind": _KINDS[entry.kind],
        "range": snapshot.place(entry.span),
        "selectionRange": snapshot.place(entry.name_span),
    }
    if entry.detail:
        made["detail"] = entry.detail
    if entry.children:
        made["children"] = [_symbol(snapshot, child) for child in entry.children]
    return made


def _flat(snapshot: Snapshot, entry: Entry, above: str) -> Plain:
    location = {"uri": snapshot.uri, "range": snapshot.place(entry.span)}
    made: Plain = {"name": entry.name, "kind": _KINDS[entry.kind], "location": location}
    if above:
        made["containerName"] = above
    return made


def _walk(entries: Sequence[Entry], above: str) -> Iterator[tuple[Entry, str]]:
    for entry in entries:
        yield entry, above
        yield from _walk(entry.children, entry.name)


def workspace_answer(session: Session) -> list[Plain]:
    """The paragraphs, parts and titles that hold all words of the query, of all drafts, open or in the folders."""
    wanted = session.params.query.lower().split()
    found: list[Plain] = []
    for snapshot in session.workspace.drafts(session.documents):
        for entry, above in _walk(outline(snapshot.draft), ""):
            words = f"{entry.name} {entry.detail}".lower()
            if entry.kind in _SHOWN_IN_WORKSPACE and all(word in words for word in wanted):
                found.append(_flat(snapshot, entry, above))
                if len(found) >= _MOST:
                    return found
    return found


FEATURES = (
    Feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, answer, types.DocumentSymbolOptions(label="reslint")),
    Feature(types.WORKSPACE_SYMBOL, workspace_answer, of_document=False),
)
