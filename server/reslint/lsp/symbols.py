"""textDocument/documentSymbol and workspace/symbol: the structure of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from ..draft.outline import detail_of, head_of, name_of, runs
from ..text import Span
from ..text.record import NamedTuple
from .diagnostics import Plain
from .feature import Feature, Request, Session

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
_BETWEEN = frozenset({"note", "comment", "page-line", "separator"})
_SHOWN_IN_WORKSPACE = frozenset({"resolution", "part", "title", "preambular", "operative", "annex"})
_MOST = 500


class OutlineEntry(NamedTuple):
    """One line of the outline; `name_span` lies inside `span`."""

    kind: str
    name: str
    detail: str
    span: Span
    name_span: Span
    children: Sequence[OutlineEntry] = ()


def outline(draft: Draft) -> list[OutlineEntry]:
    """The resolutions of a draft with their parts, preambles, operative paragraphs and annexes, and its notes.

    No entry reaches into another that does not hold it: notes at the end of a resolution stand behind it.
    """
    behind: dict[Node, list[Node]] = {}
    ends: dict[Node, int] = {}
    for note in draft.nodes("note"):
        owner = draft.resolution(note)
        if note.span.start >= ends.setdefault(owner, _end(owner)):
            behind.setdefault(owner, []).append(note)
    entries = list(_below(draft, draft.root, frozenset(note for notes in behind.values() for note in notes)))
    for notes in behind.values():
        whole = Span(notes[0].span.start, notes[-1].span.end)
        inside = [_entry(draft, note, frozenset()) for note in notes]
        entries.append(OutlineEntry("notes", "Notes", str(len(notes)), whole, notes[0].span, inside))
    return sorted(entries, key=lambda entry: entry.span.start)


def _below(draft: Draft, parent: Node, behind: frozenset[Node]) -> Iterator[OutlineEntry]:
    """The entries of the children of a node, without the notes that stand behind a resolution."""
    shown = [child for child in parent.children if child.kind in _KINDS and child not in behind]
    heads = {run[0]: run[-1] for run in runs(parent, "preambular")}
    at = 0
    while at < len(shown):
        node, end = shown[at], at + 1
        if node in heads:
            end = shown.index(heads[node], at) + 1
            inside = [_entry(draft, each, behind) for each in shown[at:end]]
            whole = Span(inside[0].span.start, inside[-1].span.end)
            count = sum(each.kind == "preambular" for each in shown[at:end])
            yield OutlineEntry("preamble", "Preamble", _count(count), whole, inside[0].span, inside)
        else:
            yield _entry(draft, node, behind)
        at = end


def _entry(draft: Draft, node: Node, behind: frozenset[Node]) -> OutlineEntry:
    name_span = head_of(node)
    below = list(_below(draft, node, behind)) if node.children else ()
    end = max([_end(node), *(entry.span.end for entry in below)])
    return OutlineEntry(
        node.kind, name_of(draft, node), detail_of(draft, node), Span(node.span.start, end), name_span, below
    )


def _end(node: Node) -> int:
    """Where a node ends without the notes and page lines at its end."""
    below = [child for child in node.children if child.kind not in _BETWEEN]
    if not below or node.kind in _BETWEEN:
        return node.body[-1].end if node.body and node.children else node.span.end
    return max(_end(below[-1]), node.body[-1].end if node.body else 0)


def _count(number: int) -> str:
    return f"{number} paragraph" if number == 1 else f"{number} paragraphs"


def document_symbols(request: Request) -> list[Plain]:
    """The outline as a tree of DocumentSymbol, or a list of SymbolInformation for clients that know no trees."""
    snapshot = request.snapshot
    if not snapshot.is_draft or not snapshot.draft.is_resolution:
        return []
    entries = outline(snapshot.draft)
    if request.client.symbol_tree:
        return [_symbol(snapshot, entry) for entry in entries]
    return [_flat(snapshot, entry, above) for entry, above in _walk(entries, "")]


def _symbol(snapshot: Snapshot, entry: OutlineEntry) -> Plain:
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


def _flat(snapshot: Snapshot, entry: OutlineEntry, above: str) -> Plain:
    location = {"uri": snapshot.uri, "range": snapshot.place(entry.span)}
    made: Plain = {"name": entry.name, "kind": _KINDS[entry.kind], "location": location}
    if above:
        made["containerName"] = above
    return made


def _walk(entries: Sequence[OutlineEntry], above: str) -> Iterator[tuple[OutlineEntry, str]]:
    for entry in entries:
        yield entry, above
        yield from _walk(entry.children, entry.name)


def workspace_symbols(session: Session) -> list[Plain]:
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
    Feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbols, types.DocumentSymbolOptions(label="reslint")),
    Feature(types.WORKSPACE_SYMBOL, workspace_symbols, of_document=False),
)
